"""Reads what `stances export` writes with the tools it is written for, and compares
every value with what `stances matrix --format json` gives.

    check.py PROGRAM FOLDER
"""

import json
import math
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import networkx
import openpyxl
import pydot
import typst

PROGRAM, FOLDER = sys.argv[1], Path(sys.argv[2])
DOSSIERS = ["paris-and-moscow", "ukraine-peace-texts"]
MEASURES = ["agreement", "conflict", "net", "closeness"]


def run(*arguments):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, check=True)
    return done.stdout


def expected(dossier, measure):
    """The value and n of every pair with something to compare."""
    matrix = json.loads(run("matrix", dossier, "--measure", measure, "--format", "json"))
    parties = matrix["parties"]
    pairs = {}
    for (row, a), (column, b) in combinations(enumerate(parties), 2):
        value, n = matrix["values"][row][column], matrix["n"][row][column]
        if value is not None and n > 0:
            pairs[frozenset((a, b))] = (value, n)
    return parties, pairs


def export(dossier, measure, ending):
    path = FOLDER / f"{dossier}-{measure}.{ending}"
    run("export", dossier, "--measure", measure, "--output", str(path))
    return path


def same(left, right, what):
    assert left == right, f"{what}: {left} is not {right}"


def check_graph(graph, parties, pairs, what):
    same(sorted(graph.nodes), sorted(parties), f"{what}: nodes")
    ties = {frozenset((a, b)): tie for a, b, tie in graph.edges(data=True)}
    same(set(ties), set(pairs), f"{what}: ties")
    for pair, (value, n) in pairs.items():
        tie = ties[pair]
        same((tie["value"], tie["n"]), (value, n), f"{what}: {sorted(pair)}")
        same(tie["weight"], abs(value), f"{what}: weight of {sorted(pair)}")


def check_dot(path, parties, pairs, what):
    (graph,) = pydot.graph_from_dot_file(str(path))
    nodes = [node.get_name().strip('"') for node in graph.get_nodes()]
    nodes = [node for node in nodes if node not in ("node", "edge", "graph")]
    same(sorted(nodes), sorted(parties), f"{what}: nodes")
    ties = {}
    for edge in graph.get_edges():
        ends = frozenset(end.strip('"') for end in (edge.get_source(), edge.get_destination()))
        ties[ends] = (float(edge.get("value")), int(edge.get("n")))
    same(ties, pairs, what)


def read_dl(path):
    """A full matrix of UCINET: its labels and its rows; `NA` is missing."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("DL N="), lines[0]
    count = int(lines[0].removeprefix("DL N="))
    same(lines[1], "FORMAT = FULLMATRIX DIAGONAL PRESENT", "the format")
    same(lines[2], "LABELS:", "the labels")
    labels = [line.strip('"') for line in lines[3 : 3 + count]]
    same(lines[3 + count], "DATA:", "the data")
    rows = [
        [math.nan if cell == "NA" else float(cell) for cell in line.split()]
        for line in lines[4 + count :]
    ]
    same([len(row) for row in rows], [count] * count, "the cells")
    return labels, rows


def check_dl(path, parties, pairs, what):
    labels, rows = read_dl(path)
    same(labels, parties, f"{what}: labels")
    for (row, a), (column, b) in combinations(enumerate(labels), 2):
        known = pairs.get(frozenset((a, b)))
        for cell in (rows[row][column], rows[column][row]):
            if known is None:
                assert math.isnan(cell), f"{what}: {a} and {b} have {cell}"
            else:
                same(cell, known[0], f"{what}: {a} and {b}")
    assert all(math.isnan(rows[at][at]) for at in range(len(labels))), what


def check_workbook(dossier, measure, parties, pairs):
    path = FOLDER / f"{dossier}-{measure}.xlsx"
    run("matrix", dossier, "--measure", measure, "--output", str(path))
    cells = [row for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows(values_only=True)]
    names = json.loads(run("positions", dossier, "--format", "json"))["parties"]
    assert set(parties) <= set(names), dossier
    numbers = sorted(
        cell
        for row in cells
        for cell in row
        if isinstance(cell, (int, float)) and not isinstance(cell, bool)
    )
    values = sorted(value for value, _ in pairs.values() for _ in range(2))
    for value in values:
        near = [number for number in numbers if abs(number - value) < 1e-9]
        assert near, f"{path.name} lacks {value}"
        numbers.remove(near[0])


def check_documents(dossier):
    path = FOLDER / f"{dossier}.typ"
    run("export", dossier, "--output", str(path))
    assert typst.compile(str(path)).startswith(b"%PDF"), dossier


def check_two_mode(dossier):
    path = FOLDER / f"{dossier}-two-mode.graphml"
    run("export", dossier, "--mode", "two-mode", "--output", str(path))
    graph = networkx.read_graphml(path)
    parties = {node for node, told in graph.nodes(data=True) if told["what"] == "party"}
    assert networkx.is_bipartite(graph), dossier
    told = json.loads(run("positions", dossier, "--format", "json"))
    held = [entry for entry in told["positions"] if entry["state"] == "held"]
    for entry in held:
        ends = [
            end
            for end in graph.neighbors(entry["party"])
            if end == entry["issue"] or end.startswith(entry["issue"] + ": ")
        ]
        options = entry["position"].get("options")
        same(len(ends), len(options) if options else 1, f"{entry['party']} on {entry['issue']}")
    same({entry["party"] for entry in held} <= parties, True, "parties")


def main():
    checked = 0
    for dossier in DOSSIERS:
        for measure in MEASURES:
            parties, pairs = expected(dossier, measure)
            assert pairs, f"{dossier} has nothing to compare"
            what = f"{dossier}, {measure}"
            graphml = networkx.read_graphml(export(dossier, measure, "graphml"))
            check_graph(graphml, parties, pairs, f"{what}, graphml")
            gexf = networkx.read_gexf(export(dossier, measure, "gexf"))
            check_graph(gexf, parties, pairs, f"{what}, gexf")
            check_dot(export(dossier, measure, "dot"), parties, pairs, f"{what}, dot")
            check_dl(export(dossier, measure, "dl"), parties, pairs, f"{what}, dl")
            check_workbook(dossier, measure, parties, pairs)
            checked += len(pairs)
        check_two_mode(dossier)
        check_documents(dossier)
    print(f"{checked} values read back from five formats, two documents set by Typst")


if __name__ == "__main__":
    main()
