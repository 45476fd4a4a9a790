#!/usr/bin/env bash
# Scores what the program proposes from labelled texts.
#   score.sh PROGRAM SCORER FOLDER [--json] [--verbose]
# FOLDER holds docs/ and gold.json; SCORER is score_candidates.py, which says what its figures mean.
set -euo pipefail
program=$1 scorer=$2 folder=$3
shift 3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export ENTENTE_DB="$work/corpus.db"
"$program" ingest --backfill "$folder/docs" > "$work/ingest.txt" || { cat "$work/ingest.txt" >&2; exit 1; }
"$program" export candidates --format jsonl > "$work/candidates.jsonl"
"$program" export documents --format jsonl > "$work/documents.jsonl"
python3 "$scorer" "$@" "$folder/gold.json" "$work/candidates.jsonl" "$work/documents.jsonl"
