"""Holds queries against a count by hand.

    hold.py PROGRAM ENGINE...

Writes random tables into the current folder, lets the program write queries over them,
runs those on each engine, and compares every row with what is counted here, one pair
of answers after the other, and with `stances matrix` of the same table. Nothing here
knows how the program counts.
"""

import csv
import gzip
import itertools
import json
import math
import random
import re
import subprocess
import sys

import pyarrow
import pyarrow.parquet

MEASURES = [
    "agreement",
    "partial",
    "conflict",
    "net",
    "identical",
    "closeness",
    "common-ground",
    "s",
    "coverage",
    "euclidean",
]
COUNTS = ["n", "agrees", "partials", "conflicts", "steps"]

# Every character that a quotation, a shell, a comment or an address could end in.
HOSTILE_FILE = "t'a\"b;le -- $HOME %41 & ü"
# To some engines a colon and brackets are more than letters, whatever quotes stand around.
MORE_HOSTILE = {"spark": "", "datafusion": ": {x}", "duckdb": ": {x} ${env:HOME} *?[a]"}
HOSTILE_COLUMN = 'the "par`ty"; --'
HOSTILE_NAMES = ["O'Neil", 'a "b"', "x, y", "two\nlines", "Ünal", "łódź", "🕊", "=1+1", "a\\b", "-- x"]

# How an answer may be written, and what is no answer.
WRITTEN = ["{}", "{}", "{}", " {} ", "{}.0", "{}.", "{}e0", "\t{}"]
NO_ANSWER = ["", "NA", ".", "x", "2.5", "99", "-99", "nan", "inf", "1_0", "0x1", "1e300", "2d", "'"]


def main():
    program, engines = sys.argv[1], sys.argv[2:]
    for engine in engines:
        run = ENGINES[engine]()
        for number, case in enumerate(cases()):
            hold(program, engine, run, case, random.Random(number))
        refuses_two_answers(program, engine, run)
        print(f"{engine}: {number + 1} tables, all counts are the same")


def cases():
    scales = [(1, 3), (-1, 1), (0, 1), (1, 5), (0, 9), (-3, 0)]
    readings = ["statement", "scale", "choice"]
    kinds = itertools.cycle(["csv", "parquet", "csv.gz", "tsv"])
    terms = itertools.cycle(
        [["--min-joint", "0"], [], ["--min-joint", "4"], ["--top", "2"], ["--top", "1", "--min-joint", "0"]]
    )
    for scale, reading in itertools.product(scales, readings):
        yield scale, reading, next(kinds), next(terms)


def hold(program, engine, run, case, chance):
    (lo, hi), reading, kind, terms = case
    rows = table(chance, lo, hi)
    hostile = chance.random() < 0.5
    columns = [HOSTILE_COLUMN, "it em", "value"] if hostile else ["party", "item", "value"]
    name = (HOSTILE_FILE + MORE_HOSTILE[engine] if hostile else "table") + f".{kind}"
    write(name, kind, columns, rows)
    measures = chance.sample(MEASURES, chance.randint(1, len(MEASURES)))
    asked = ["--table", name, f"--levels={lo}..{hi}", "--as", reading, "--columns", ",".join(columns)]
    asked += ["--measure", ",".join(measures), *terms]
    found = run(query(program, engine, asked))
    expected = by_hand(rows, lo, hi, reading, measures, terms)
    compare(found, expected, COUNTS + measures, f"{engine} {case} {asked}")
    # A matrix has no choice of columns, and no Parquet.
    if not hostile and kind != "parquet" and "--top" not in terms:
        compare_with_matrix(found, matrix(program, name, lo, hi, reading, measures))


def query(program, engine, asked):
    command = [program, "sql", "--engine", engine, *asked]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    statements = [part.strip() for part in text.split(";\n")]
    return [part for part in statements if part]


# ---- tables


def table(chance, lo, hi):
    """Rows of text, with gaps of every kind, in no order."""
    parties = chance.sample(HOSTILE_NAMES, 4) + [f"p{number}" for number in range(chance.randint(3, 9))]
    items = ["q'1", 'q"2'] + [f"item {number}" for number in range(chance.randint(1, 12))]
    rows = []
    for party in parties:
        share = chance.choice([0.0, 0.2, 0.9])
        for item in items:
            answer = chance.choice(WRITTEN).format(chance.randint(lo, hi))
            value = answer if chance.random() < share else chance.choice(NO_ANSWER)
            rows.append((party, item, value))
            if chance.random() < 0.1:
                # The same once more, or something that is no answer.
                rows.append((f" {party} ", item, chance.choice([value, "x"])))
    rows += [("", items[0], str(lo)), (parties[0], " ", str(hi))]
    chance.shuffle(rows)
    return rows


def write(name, kind, columns, rows):
    if kind == "parquet":
        texts = [pyarrow.array([row[at] for row in rows]) for at in range(3)]
        pyarrow.parquet.write_table(pyarrow.table(texts, names=columns), name)
        return
    opened = gzip.open if kind == "csv.gz" else open
    with opened(name, "wt", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter="\t" if kind == "tsv" else ",", lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)


# ---- the count by hand


def by_hand(rows, lo, hi, reading, measures, terms):
    answers, items = {}, set()
    for party, item, value in rows:
        party, item = party.strip(), item.strip()
        if not party or not item:
            continue
        items.add(item)
        own = answers.setdefault(party, {})
        answer = whole(value)
        if answer is not None and lo <= answer <= hi:
            assert own.setdefault(item, answer) == answer, "no table here has two answers"
    least = int(terms[terms.index("--min-joint") + 1]) if "--min-joint" in terms else 1
    pairs = {}
    # Names are ordered as their bytes are.
    for a, b in itertools.combinations(sorted(answers, key=str.encode), 2):
        row = of_pair(answers[a], answers[b], lo, hi, reading, len(items))
        if row["n"] >= least:
            pairs[a, b] = row
    if "--top" in terms:
        return top(pairs, measures[0], int(terms[terms.index("--top") + 1]))
    return [{"a": a, "b": b, **row} for (a, b), row in pairs.items()]


def whole(value):
    value = value.strip()
    if not re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", value, re.ASCII):
        return None
    number = float(value)
    return int(number) if number == math.floor(number) else None


def of_pair(one, other, lo, hi, reading, items):
    row = dict.fromkeys(COUNTS + ["same", "squares"], 0)
    middle = (lo + hi) / 2
    distances, gaps = [], []
    for item in one.keys() & other.keys():
        x, y = one[item], other[item]
        steps = int(x != y) if reading == "choice" else abs(x - y)
        if reading == "statement":
            both = (x > middle) - (x < middle), (y > middle) - (y < middle)
            verdict = "agrees" if both[0] == both[1] else "conflicts" if both[0] * both[1] else "partials"
        else:
            verdict = "agrees" if x == y else "conflicts"
        row["n"] += 1
        row[verdict] += 1
        row["steps"] += steps
        row["same"] += x == y
        distances.append(steps if reading == "choice" else steps / (hi - lo))
        gaps.append(0 if verdict != "conflicts" else 1 if reading == "statement" else distances[-1])
    n = row["n"]
    mean = lambda values: sum(values) / n
    row["coverage"] = n / items
    row.update({measure: None for measure in MEASURES if measure != "coverage"})
    if n:
        row["agreement"], row["partial"], row["conflict"] = row["agrees"] / n, row["partials"] / n, row["conflicts"] / n
        row["net"] = (row["agrees"] - row["conflicts"]) / n
        row["identical"] = row["same"] / n
        row["closeness"] = 1 - mean(distances)
        row["common-ground"] = 1 - mean(gaps)
        row["s"] = 1 - 2 * mean(distances)
        row["euclidean"] = 1 - math.sqrt(mean([distance**2 for distance in distances]))
    return row


def top(pairs, measure, most):
    both = [(a, b, row) for (a, b), row in pairs.items()] + [(b, a, row) for (a, b), row in pairs.items()]
    both = [each for each in both if each[2][measure] is not None]
    # What is equal but for the last digit is equal.
    both.sort(key=lambda each: (each[0].encode(), -round(each[2][measure], 12), each[1].encode()))
    rows = []
    for party, others in itertools.groupby(both, key=lambda each: each[0]):
        for place, (_, other, row) in enumerate(itertools.islice(others, most), 1):
            rows.append({"party": party, "place": place, "other": other, **row})
    return rows


# ---- what is held against what


def compare(found, expected, columns, about):
    assert len(found) == len(expected), f"{about}: {len(found)} rows, not {len(expected)}"
    for one, other in zip(found, expected):
        names = [name for name in ("a", "b", "party", "place", "other") if name in other] + columns
        for name in names:
            same = one[name] == other[name] or (
                isinstance(one[name], float) and other[name] is not None and abs(one[name] - other[name]) < 1e-12
            )
            assert same, f"{about}: {name} of {one} is not that of {other}"


def refuses_two_answers(program, engine, run):
    """Rows have no order: of two different answers none is the first."""
    write("twice.csv", "csv", ["party", "item", "value"], [("O'Neil", "x", "1"), ("b", "x", "1"), ("O'Neil", "x", "2")])
    statements = query(program, engine, ["--table", "twice.csv", "--levels", "1..3"])
    try:
        run(statements)
    except Exception as error:
        assert "two different answers of O'Neil to x" in str(error), error
    else:
        raise AssertionError(f"{engine} has counted one of two answers")


def matrix(program, name, lo, hi, reading, measures):
    """Every value and every n of `stances matrix`, by measure and by pair."""
    asked = ["--table", name, "--layout", "long", f"--levels={lo}..{hi}", "--as", reading]
    command = [program, "matrix", *asked, "--measure", ",".join(measures), "--format", "json"]
    # It tells what it could not use, and the table is full of that.
    answer = json.loads(subprocess.run(command, capture_output=True, text=True).stdout)
    return {
        (measure, a, b): (each["values"][row][column], each["n"][row][column])
        for measure, each in zip(measures, answer.get("matrices", [answer]), strict=True)
        for row, a in enumerate(answer["parties"])
        for column, b in enumerate(answer["parties"])
    }


def compare_with_matrix(found, matrix):
    for row in found:
        for (measure, a, b), (value, n) in matrix.items():
            if (a, b) == (row["a"], row["b"]):
                same = row[measure] == value or value is not None and abs(row[measure] - value) < 1e-12
                assert same and row["n"] == n, f"{measure} of {row} is {value} on {n} in the matrix"


# ---- engines


def duckdb():
    import duckdb

    connection = duckdb.connect()

    def run(statements):
        for statement in statements:
            result = connection.execute(statement)
        names = [column[0] for column in result.description]
        return [dict(zip(names, row)) for row in result.fetchall()]

    return run


def datafusion():
    import datafusion

    context = datafusion.SessionContext()

    def run(statements):
        for statement in statements:
            result = context.sql(statement)
        return pyarrow.Table.from_batches(result.collect(), schema=result.schema()).to_pylist()

    return run


def spark():
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
    session.sparkContext.setLogLevel("OFF")

    def run(statements):
        for statement in statements:
            result = session.sql(statement)
        return [row.asDict() for row in result.collect()]

    return run


ENGINES = {"duckdb": duckdb, "datafusion": datafusion, "spark": spark}

if __name__ == "__main__":
    main()
