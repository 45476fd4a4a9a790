# Entente. `make help` lists the targets.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

# What Debian has to provide: the libraries and their headers, the command line program that tests type into, and
# the program that reads PDF.
PACKAGES := libsqlite3-dev sqlite3 libxml2-dev zlib1g-dev poppler-utils
DB       := entente.db
REPORT   := report.html
SCORER   := ../shared/tools/score_candidates.py
CORPORA  := ../shared/data/corpus Tests/Scoring/development Tests/Scoring/heldback
RELEASE  := -c release --product entente --static-swift-stdlib
EXTENSION := -c release --scratch-path .build-extension --product EntenteExtension -Xswiftc -static-stdlib -Xlinker -s

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

run: build ## The main job on the seeds: a database, the texts read, trends, a report
	@bin="$$(swift build $(RELEASE) --show-bin-path)/entente"; export ENTENTE_DB="$(DB)"; \
	echo; echo "== entente ingest seeds/*.csv"; "$$bin" ingest --backfill --tlp CLEAR seeds/*.csv; \
	echo; echo "== entente ingest seeds/texts"; "$$bin" ingest --tlp CLEAR seeds/texts; \
	echo; echo "== entente trend --by mechanism --period year"; "$$bin" trend --by mechanism --period year; \
	echo; echo "== entente report --format html --out $(REPORT)"; "$$bin" report --format html --out "$(REPORT)"; \
	echo; echo "Next, with the program at $$bin:"; \
	echo "  export PATH=\"$$(dirname "$$bin"):\$$PATH\" ENTENTE_DB=$(DB)"; \
	echo "  entente candidates list            what the texts propose"; \
	echo "  entente list --sector space        observations by any field"; \
	echo "  entente sql 'SELECT * FROM observations LIMIT 3'"; \
	echo "  open $(REPORT) in a browser;  docs/tutorial.md goes on from here"

build: deps ## Build the release program, self-contained
	swift build $(RELEASE)

test: deps ## Build and run every test
	swift test

lint: ## Check the form of the sources
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources
	@if command -v shellcheck >/dev/null; then shellcheck .ci/run Tests/Scoring/score.sh; else echo "SKIPPED: shellcheck is not installed"; fi

format: ## Bring the sources into form
	swift format --in-place --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

corpus: build ## Score the proposals from the labelled texts
	@bin="$$(swift build $(RELEASE) --show-bin-path)/entente"; \
	for set in $(CORPORA); do echo "== $$set"; Tests/Scoring/score.sh "$$bin" $(SCORER) "$$set"; done

corpus-record: build ## Write these figures down, for the tests to hold
	@bin="$$(swift build $(RELEASE) --show-bin-path)/entente"; \
	for set in $(CORPORA); do \
	  Tests/Scoring/score.sh "$$bin" $(SCORER) "$$set" --json > "Tests/Scoring/$$(basename "$$set").json"; done

bench: deps ## Measure the layers, as ratios to something simple in the same run
	swift run -c release --package-path Benchmarks

bench-counts: build ## Trends of a million observations against DuckDB's bare counts
	python3 Benchmarks/compare_counts.py "$$(swift build $(RELEASE) --show-bin-path)/entente"

docs: build ## Write docs/schema.md and docs/functions.md anew
	@bin="$$(swift build $(RELEASE) --show-bin-path)/entente"; \
	"$$bin" schema > docs/schema.md; "$$bin" functions --page > docs/functions.md

# Static, so that the one file is enough; in a folder of its own, as other flags would build the program anew.
extension: deps ## Build entente.so: the SQL functions for sqlite3, Python and Datasette
	@flags="$(EXTENSION)"; swift build $$flags; cp "$$(swift build $$flags --show-bin-path)/libEntenteExtension.so" entente.so; \
	echo "entente.so: load it with .load ./entente (sqlite3), load_extension (Python) or --load-extension (Datasette)"

deps: ## Install what Debian has to provide, if it is missing
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' "$$package" 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  sudo=""; if [ "$$(id -u)" -ne 0 ]; then sudo=sudo; echo "Installing$$missing with apt-get, through sudo"; \
	  else echo "Installing$$missing with apt-get"; fi; \
	  $$sudo apt-get update -qq; $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing; fi

clean: ## Remove what was built and made
	rm -rf .build .build-* entente.so $(DB) $(DB)-journal $(REPORT)

.PHONY: help run build test corpus corpus-record lint format bench bench-counts docs extension deps clean
