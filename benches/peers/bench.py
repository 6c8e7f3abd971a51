"""Runs this program and its peers as whole processes, in turn, and prints ratios.

    bench.py PROGRAM FOLDER [--rounds N] [--sizes ACTORSxITEMS,...] [--large]

Each of them reads a table of three levels with gaps, works out for every pair of
actors the joint items, the share of agreement and the share of conflict, and writes
them to disk. It gets the table in the form that it reads fastest and writes the form
that it writes fastest. This program always reads CSV. A process is timed from its start to its end.
"""

import argparse
import importlib.util
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy

import tables

HERE = Path(__file__).parent

# Name, what it needs, what it reads, and the command but for input and output.
PEERS = [
    ("numpy, float32 products", "numpy", "levels.npy", "numpy_products.py"),
    ("numpy, the same from CSV", "pandas", "table.csv", "numpy_csv.py"),
    ("scipy, sparse products", "scipy", "levels.npy", "scipy_sparse.py"),
    ("scikit-learn, `linear_kernel`", "sklearn", "levels.npy", "sklearn_kernel.py"),
    ("pandas, `DataFrame.dot`", "pandas", "table.csv", "pandas_dot.py"),
    ("NumKong, products of bits", "numkong", "levels.npy", "numkong_bits.py"),
    ("R, `tcrossprod`", "Rscript", "table.csv", "tcrossprod.R"),
    ("PLINK 1.9, `--distance`: mean distances only", "plink1.9", "plink", "--distance"),
    ("PLINK 1.9, `--genome full`", "plink1.9", "plink", "--genome"),
]

# Where a peer would take minutes or hours for what others do in seconds.
MOST_ACTORS = {"PLINK 1.9, `--genome full`": 4000, "R, `tcrossprod`": 1000, "scipy, sparse products": 1000}


def main():
    options = arguments()
    sizes = [tuple(map(int, size.split("x"))) for size in options.sizes.split(",")]
    if options.large:
        sizes.append((10_000, 10_000))
    print(f"Machine: {machine()}\n")
    for actors, items in sizes:
        compare(options, actors, items)


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sizes", default="200x6000,2000x6000")
    parser.add_argument("--large", action="store_true")
    return parser.parse_args()


def compare(options, actors, items):
    folder = options.folder / f"{actors}x{items}"
    folder.mkdir(exist_ok=True)
    levels = tables.make(folder, actors, items)
    commands = {"stances": ours(options.program, folder)}
    missing = []
    for name, need, reads, how in PEERS:
        if actors > MOST_ACTORS.get(name, actors):
            missing.append(f"{name} (not at this size)")
        elif is_there(need):
            commands[name] = peer(folder, reads, how)
        else:
            missing.append(f"{name} (`{need}` is not there)")
    for name in list(commands):
        # Also warms up what is read.
        run(commands[name])
        if not tables.is_right(folder, name, levels):
            sys.exit(f"{name} does not come to the same numbers")
    rounds = {name: [] for name in commands}
    for _ in range(options.rounds):
        for name, command in commands.items():
            rounds[name].append(run(command))
    report(rounds, actors, items, options.rounds)
    if missing:
        print(f"\nLeft out: {', '.join(missing)}.")
    print(flush=True)


def ours(program, folder):
    table = [program, "matrix", "--table", folder / "table.csv", "--layout", "wide", "--levels", "1..3"]
    return [*table, "--measure", "agreement,conflict", "--rows", "square", "--output", folder / "stances.csv"]


def peer(folder, reads, how):
    if reads == "plink":
        outputs = {
            "--distance": ["--distance", "square", "bin4", "flat-missing", "allele-ct"],
            "--genome": ["--genome", "full"],
        }
        # The rest only tells PLINK that these are no people.
        table = ["plink1.9", "--bfile", folder / "table", "--allow-no-sex", "--allow-extra-chr"]
        return [*table, *outputs[how], "--out", folder / f"plink{how}"]
    script = HERE / "forms" / how
    runner = ["Rscript", "--vanilla"] if how.endswith(".R") else [sys.executable, "-B"]
    return [*runner, script, folder / reads, folder / f"{script.stem}.out"]


def is_there(need):
    return shutil.which(need) is not None or importlib.util.find_spec(need) is not None


def run(command):
    """Wall seconds and processor seconds."""
    start = time.perf_counter()
    process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} {command[1]} failed:\n{said.decode(errors='replace')}")
    return wall, used.ru_utime + used.ru_stime


def report(rounds, actors, items, count):
    print(f"{actors:,} actors × {items:,} items, three levels, a third of the cells empty; medians of {count} rounds.\n")
    print("| | wall s | CPU s | wall time of `stances` to this |")
    print("|---|--:|--:|--:|")
    medians = {name: [statistics.median(column) for column in zip(*runs)] for name, runs in rounds.items()}
    own = medians["stances"][0]
    for name, (wall, cpu) in sorted(medians.items(), key=lambda each: each[1][0]):
        ratio = "" if name == "stances" else f"{own / wall:.2g}"
        print(f"| {name} | {wall:.3g} | {cpu:.3g} | {ratio} |")


def machine():
    name = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        name = next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{name}, {threads} threads, {memory:.0f} GB, {platform.system()}; numpy {numpy.__version__}"


if __name__ == "__main__":
    main()
