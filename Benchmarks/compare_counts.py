"""entente trend on a million observations against DuckDB's bare counts from its own file.

    python3 Benchmarks/compare_counts.py PROGRAM [ROWS]

Makes the observations, loads them with PROGRAM, gives DuckDB (from PyPI, in an environment of its own) the same rows, and
prints how long a process of each takes, the best of seven.
"""
import csv, datetime, os, random, subprocess, sys, tempfile, time, venv

PROGRAM = os.path.abspath(sys.argv[1])
ROWS = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
SEEDS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "seeds")
COUNTS = """
import duckdb, sys
db = duckdb.connect(sys.argv[1], read_only=True)
rows = db.execute("SELECT sector, date_trunc('month', day) AS month, count(*) FROM act GROUP BY 1, 2 ORDER BY 1, 2").fetchall()
assert rows
"""


def codes(name):
    with open(os.path.join(SEEDS, name), newline="") as file:
        return [row["code"] for row in csv.DictReader(file)]


def write(folder):
    """Acts of twelve years: one in twenty known to the month, three in a hundred to the year."""
    random.seed(7)
    sectors, first = codes("sectors.csv"), datetime.date(2014, 1, 1)
    mechanisms = [code for code in codes("mechanisms.csv") if code != "pressure"]
    with open(f"{folder}/acts.csv", "w", newline="") as acts, open(f"{folder}/duck.csv", "w", newline="") as duck:
        ours, theirs = csv.writer(acts), csv.writer(duck)
        ours.writerow("id,event_date,title,mechanism,effect,stage,flow,sectors,actors_cn,actors_ru".split(","))
        theirs.writerow(["day", "sector"])
        for number in range(ROWS):
            day = (first + datetime.timedelta(random.randrange(4680))).isoformat()
            known = day[: random.choices([10, 7, 4], [92, 5, 3])[0]]
            effect, stage = random.choices(
                [("advances", "signed"), ("advances", "running"), ("advances", "pledged"), ("sets-back", "suspended"),
                 ("statement", "")], [45, 25, 15, 8, 7])[0]
            some = random.sample(sectors, random.choice([1, 1, 1, 2]))
            ours.writerow(
                [f"b{number}", known, f"Act number {number} of a kind", random.choice(mechanisms), effect, stage,
                 random.choice(["cn-to-ru", "ru-to-cn", "both"]), ";".join(some),
                 f"Org CN {random.randrange(200)}", f"Org RU {random.randrange(200)}"])
            for sector in some:
                theirs.writerow([day, sector])


def best(command, times=7, **options):
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def duckdb(folder):
    venv.create(f"{folder}/venv", with_pip=True)
    python = f"{folder}/venv/bin/python"
    if subprocess.run([python, "-m", "pip", "install", "-q", "duckdb"]).returncode != 0:
        return None
    load = "import duckdb, sys; duckdb.connect(sys.argv[1]).execute(f\"CREATE TABLE act AS FROM read_csv('{sys.argv[2]}')\")"
    subprocess.run([python, "-c", load, f"{folder}/duck.db", f"{folder}/duck.csv"], check=True)
    return best([python, "-c", COUNTS, f"{folder}/duck.db"])


def main():
    with tempfile.TemporaryDirectory() as folder:
        write(folder)
        environment = dict(os.environ, ENTENTE_DB=f"{folder}/acts.db", ENTENTE_NOW="2026-11-24T08:00:00Z")
        start = time.perf_counter()
        subprocess.run(
            [PROGRAM, "ingest", "--backfill", "--tlp", "CLEAR", f"{folder}/acts.csv"], check=True, env=environment)
        print(f"loading {ROWS} observations: {time.perf_counter() - start:.0f} s")
        trend = [PROGRAM, "trend", "--by", "sector", "--period", "month"]
        ours = best(trend, env=environment)
        print(f"entente trend --by sector --period month: {ours * 1000:.0f} ms")
        inside = dict(environment, ENTENTE_NOW="2026-10-05T08:00:00Z")
        later = best(trend, env=inside)
        print(f"the same, with three weeks of acts later in the month than the as-of day: {later * 1000:.0f} ms")
        listed = best([PROGRAM, "list", "--newest", "--limit", "20"], env=environment)
        print(f"entente list --newest --limit 20: {listed * 1000:.0f} ms")
        theirs = duckdb(folder)
        if theirs is None:
            return print("SKIPPED: DuckDB could not be installed from PyPI")
        print(f"a process of DuckDB in Python, the bare counts: {theirs * 1000:.0f} ms")
        print(f"{ours / theirs:.2f}   entente trend, against DuckDB's bare counts; {later / theirs:.2f} with later acts")


main()
