"""Measures of many answers, computed once more and independently of the program.

Makes up tables with gaps, ties, single answers and empty ones from a fixed seed,
computes every measure with numpy and the `krippendorff` package, and keeps both in
`golden-spread.json` beside this file, which the tests of the program read.

    python spread.py            writes the file
    python spread.py --check    compares the file with what comes out today
"""

import json
import math
import sys
import warnings
from fractions import Fraction
from pathlib import Path

import krippendorff
import numpy as np

GOLDEN = Path(__file__).with_name("golden-spread.json")
CASES = 240
CLOSE = 1e-12


# One question: how many answers each level has.


def rice(counts):
    half = len(counts) // 2
    low, high = counts[:half].sum(), counts[len(counts) - half :].sum()
    return None if low + high == 0 else abs(high - low) / (high + low)


def attina(counts):
    total = counts.sum()
    return None if total == 0 else (counts.max() - (total - counts.max())) / total


def hix_noury_roland(counts):
    total, levels = counts.sum(), len(counts)
    if total == 0 or levels < 2:
        return None
    return (counts.max() - (total - counts.max()) / (levels - 1)) / total


def pattern_agreement(pattern):
    """Van der Eijk's A of a layer, by looking at every triple; exact."""
    k, s = len(pattern), sum(pattern)
    if s == 1:
        return Fraction(1)
    if s == k:
        return Fraction(0)
    unimodal = bimodal = 0
    for i in range(k):
        for j in range(i + 1, k):
            for m in range(j + 1, k):
                triple = (pattern[i], pattern[j], pattern[m])
                unimodal += triple in ((1, 1, 0), (0, 1, 1))
                bimodal += triple == (1, 0, 1)
    u = Fraction(
        (k - 2) * unimodal - (k - 1) * bimodal, (k - 2) * (unimodal + bimodal)
    )
    return u * (1 - Fraction(s - 1, k - 1))


def van_der_eijk(counts):
    left, total = [int(count) for count in counts], int(counts.sum())
    if total == 0 or len(left) < 3:
        return None
    agreement = Fraction(0)
    while any(left):
        height = min(count for count in left if count)
        pattern = [int(count > 0) for count in left]
        share = Fraction(height * sum(pattern), total)
        agreement += share * pattern_agreement(pattern)
        left = [count - height if count else 0 for count in left]
    return float(agreement)


def consensus(counts):
    total, levels = counts.sum(), len(counts)
    if total == 0 or levels < 2:
        return None
    shares = [Fraction(int(count), int(total)) for count in counts]
    mean = sum(share * level for level, share in enumerate(shares))
    value = 1.0
    for level, share in enumerate(shares):
        if share:
            near = 1 - abs(level - mean) / (levels - 1)
            value += float(share) * math.log2(near)
    return value


def leik(counts):
    total, levels = counts.sum(), len(counts)
    if total == 0 or levels < 2:
        return None
    cumulative = np.cumsum(counts)[:-1] / total
    return float(2 * np.minimum(cumulative, 1 - cumulative).sum() / (levels - 1))


LEVELS = {
    "rice": rice,
    "attina": attina,
    "hix-noury-roland": hix_noury_roland,
    "van-der-eijk": van_der_eijk,
    "consensus": consensus,
    "leik": leik,
}


# A table: the answers to each question.


def alpha(units, level):
    """By the package; undefined where it has nothing to compare."""
    paired = [unit for unit in units if len(unit) > 1]
    answers = {answer for unit in paired for answer in unit}
    if not paired or len(answers) < 2:
        return None
    coders = max(len(unit) for unit in units)
    table = np.full((coders, len(units)), np.nan)
    for column, unit in enumerate(units):
        table[: len(unit), column] = unit
    # Its value counts are ambiguous about a value that only lonely answers have, so
    # these are left out as the definition says.
    table[:, [len(unit) < 2 for unit in units]] = np.nan
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return float(
            krippendorff.alpha(reliability_data=table, level_of_measurement=level)
        )


UNITS = {
    "alpha": lambda units: alpha(units, "nominal"),
    "alpha-ordinal": lambda units: alpha(units, "ordinal"),
    "alpha-interval": lambda units: alpha(units, "interval"),
}


# Positions, each with its weight.


def mean(points):
    return float(np.mean([position for position, _ in points])) if points else None


def median(points):
    points = sorted((position, weight) for position, weight in points if weight > 0)
    if not points:
        return None
    # Weights are written with two decimals: in hundredths they add up exactly.
    weights = np.array([round(100 * weight) for _, weight in points])
    below = np.cumsum(weights)
    half = below[-1] / 2
    lower = points[int(np.searchsorted(below, half, side="left"))][0]
    upper = points[int(np.searchsorted(below, half, side="right"))][0]
    return (lower + upper) / 2


def compromise(points):
    points = [(position, weight) for position, weight in points if weight > 0]
    if not points:
        return None
    positions, weights = zip(*points)
    return float(np.average(positions, weights=weights))


POINTS = {"mean": mean, "median": median, "compromise": compromise}


# Made-up material.


def some_levels(rng):
    counts = rng.integers(0, rng.choice([1, 2, 4, 40]), rng.integers(1, 9))
    return [int(count) for count in counts]


def some_units(rng):
    answers = rng.choice([1, 2, 3, 5, 7])
    gaps = rng.choice([0.0, 0.2, 0.6])
    units = []
    for _ in range(rng.integers(0, 10)):
        unit = rng.integers(0, answers, rng.integers(0, 6))
        kept = rng.random(len(unit)) >= gaps
        units.append([float(answer) for answer in unit[kept]])
    return units


def some_points(rng):
    many = rng.integers(0, 8)
    positions = rng.integers(-20, 21, many) / 4
    weights = rng.choice([0.0, 0.1, 0.2, 0.3, 0.5, 1.0, 1.5], many)
    return [[float(x), float(w)] for x, w in zip(positions, weights)]


def plain(value):
    return None if value is None else float(value)


def cases(rng, make, measures, prepare):
    made = [make(rng) for _ in range(CASES)]
    return [
        {
            "given": given,
            "values": {
                name: plain(measure(prepare(given)))
                for name, measure in measures.items()
            },
        }
        for given in made
    ]


def golden():
    rng = np.random.Generator(np.random.PCG64(20251124))
    return {
        "levels": cases(rng, some_levels, LEVELS, np.array),
        "units": cases(rng, some_units, UNITS, lambda units: units),
        "points": cases(rng, some_points, POINTS, lambda points: points),
    }


def written(material):
    """One case a line, so that a change can be read."""
    parts = []
    for name, made in material.items():
        lines = ",\n".join("  " + json.dumps(case) for case in made)
        parts.append(f'"{name}": [\n{lines}\n]')
    return "{" + ",\n".join(parts) + "}\n"


def same(one, other):
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= CLOSE * max(1.0, abs(other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[k], other[k]) for k in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


def main():
    material = golden()
    if "--check" not in sys.argv[1:]:
        GOLDEN.write_text(written(material), encoding="utf-8")
        return
    if not same(json.loads(GOLDEN.read_text(encoding="utf-8")), material):
        sys.exit(f"{GOLDEN.name} is not what is computed today: run without --check")
    print(f"{GOLDEN.name}: {sum(map(len, material.values()))} tables as computed today")


if __name__ == "__main__":
    main()
