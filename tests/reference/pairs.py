"""Measures of pairs, worked out a second time: makes golden-pairs.json.

Written from the definitions, apart from the Rust: with numpy, and with
scikit-learn where it has the measure. `--check` compares what comes out with
the file that is there; without it the file is written.
"""

import json
import math
import pathlib
import random
import sys
import warnings

import numpy as np
from sklearn.metrics import cohen_kappa_score

GOLDEN = pathlib.Path(__file__).with_name("golden-pairs.json")
TABLES = 240
STATEMENTS = {-1.0: "Oppose", -0.5: "LeanOppose", 0.0: "Neutral", 0.5: "LeanSupport", 1.0: "Support"}


def table(seed):
    """Answers of parties to items of one scale; None where there is none."""
    rng = random.Random(seed)
    levels = rng.choice([2, 3, 4, 5, 7])
    scale = rng.choice(["statement", "statement3", "scale"])
    points = {
        "statement": sorted(STATEMENTS),
        "statement3": [-1.0, 0.0, 1.0],
        "scale": [float(level) for level in range(levels)],
    }[scale]
    parties, items = rng.choice([2, 2, 3, 4]), rng.randint(2, 12)
    gaps = rng.choice([0.0, 0.2, 0.5, 0.8])
    habit = rng.choice(["any", "one", "few"])
    taken = {"any": points, "one": [rng.choice(points)], "few": rng.choices(points, k=2)}[habit]

    def row(of):
        return [of() if rng.random() >= gaps else None for _ in range(items)]

    answers = [row(lambda: rng.choice(taken)) for _ in range(parties)]
    if rng.random() < 0.1:
        # Nothing in common: the one speaks where the other is silent.
        half = items // 2
        answers[0] = [a if k < half else None for k, a in enumerate(answers[0])]
        answers[1] = [a if k >= half else None for k, a in enumerate(answers[1])]

    def sparse(of):
        return [[of() if rng.random() >= 0.15 else None for _ in range(items)] for _ in range(parties)]

    influence = [[rng.randint(0, 4) if i != j else 0 for j in range(parties)] for i in range(parties)]
    if rng.random() < 0.2:
        influence[rng.randrange(parties)] = [0] * parties
    return {
        "scale": "statement" if scale.startswith("statement") else "scale",
        "points": points if scale == "scale" else [-1.0, 1.0],
        "answers": answers,
        "weights": [rng.choice([0.0, 0.25, 1.0, 1.0, 2.0, 3.5]) for _ in range(items)],
        "salience": sparse(lambda: rng.randint(0, 10) / 10),
        "stakes": sparse(lambda: rng.randint(0, 4)),
        "influence": influence,
    }


def share(numbers, weights):
    total = float(np.sum(weights))
    return None if total == 0 else float(np.dot(numbers, weights)) / total


def distances(a, b, extent):
    return np.abs(a - b) / extent


def side(x):
    return np.sign(x)


def of_verdicts(a, b, w, extent, items, statement):
    """Shares of verdicts and means of distances."""
    if len(a) == 0:
        return {}
    if statement:
        # Two positions on a statement meet unless they are opposed.
        opposed = side(a) * side(b) < 0
        agreed = side(a) == side(b)
        gap = np.where(opposed, 1.0, 0.0)
    else:
        agreed = a == b
        opposed = ~agreed
        gap = distances(a, b, extent)
    d = distances(a, b, extent)
    found = {
        "agreement": share(agreed, w),
        "partial": share(~agreed & ~opposed, w),
        "conflict": share(opposed, w),
        "identical": share(a == b, w),
        "closeness": share(1 - d, w),
        "s": share(1 - 2 * d, w),
        "common-ground": share(1 - gap, w),
    }
    square = share(d**2, w)
    found["euclidean"] = None if square is None else 1 - math.sqrt(square)
    if found["agreement"] is not None:
        found["net"] = found["agreement"] - found["conflict"]
    return found


def confusion(a, b, w):
    """The weighted table of who stands where, over the points that are taken."""
    points = np.unique(np.concatenate([a, b]))
    table = np.zeros((len(points), len(points)))
    for x, y, weight in zip(a, b, w):
        table[np.searchsorted(points, x), np.searchsorted(points, y)] += weight
    return points, table / table.sum()


def differences(points, kind):
    apart = np.abs(points[:, None] - points[None, :])
    return {"nominal": (apart > 0).astype(float), "linear": apart, "quadratic": apart**2}[kind]


def beyond_chance(a, b, w, kind, pooled):
    """1 − Do/De from the table, whose margins are each party's own or those of both."""
    points, table = confusion(a, b, w)
    v = differences(points, kind)
    rows, columns = table.sum(axis=1), table.sum(axis=0)
    if pooled:
        rows = columns = (rows + columns) / 2
    expected = float((np.outer(rows, columns) * v).sum())
    # Both stand at one point throughout.
    return None if len(points) == 1 else 1 - float((table * v).sum()) / expected


def by_scikit_learn(a, b, w, kind, levels):
    """Its kappa takes classes by their number, so every point of the scale is one."""
    labels = list(range(len(levels)))
    numbers = [np.searchsorted(levels, x) for x in (a, b)]
    weights = {"nominal": None, "linear": "linear", "quadratic": "quadratic"}[kind]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        value = cohen_kappa_score(*numbers, labels=labels, weights=weights, sample_weight=w)
    return None if math.isnan(value) else float(value)


def of_points(a, b, w, extent, levels):
    keep = w > 0
    a, b, w = a[keep], b[keep], w[keep]
    if len(a) == 0:
        return {}
    found = {}
    for kind in ["nominal", "linear", "quadratic"]:
        name = "" if kind == "nominal" else "-" + kind
        found["kappa" + name] = beyond_chance(a, b, w, kind, pooled=False)
        found["pi" + name] = beyond_chance(a, b, w, kind, pooled=True)
        other = by_scikit_learn(a, b, w, kind, levels)
        ours = found["kappa" + name]
        same = ours is other is None or (ours is not None and other is not None and abs(ours - other) < 1e-12)
        assert same, (kind, ours, other, a, b, w)
    points, table = confusion(a, b, w)
    d = differences(points, "linear") / extent
    drawn = np.outer(table.sum(axis=1), table.sum(axis=0))
    found["alignment"] = (1 - 2 * float((table * d).sum())) - (1 - 2 * float((drawn * d).sum()))
    return found


def of_statements(one, other, extent, points, normalise):
    """X[j, k]: what each actor says on issue j at level k."""
    def counts(answers):
        x = np.zeros((len(answers), len(points)))
        for j, answer in enumerate(answers):
            if answer is not None:
                x[j, points.index(answer)] = 1
        return x

    x, y = counts(one), counts(other)
    if not (x.sum(axis=1) * y.sum(axis=1)).any():
        return {}
    apart = np.abs(np.subtract.outer(np.array(points), np.array(points))) / extent
    congruence = float(np.einsum("jk,jl,kl->", x, y, 1 - apart))
    discord = float(np.einsum("jk,jl,kl->", x, y, apart))
    norm = {
        "none": 1.0,
        "average": (x.sum() + y.sum()) / 2,
        "jaccard": x[y == 0].sum() + y[x == 0].sum() + (x * y).sum(),
        "activity-product": x.sum() * y.sum(),
    }[normalise]
    return {
        "congruence": congruence / norm,
        "discord": discord / norm,
        "subtract": (congruence - discord) / norm,
    }


def powers(direct):
    """r* of every actor; None for one without power, and for all where two are alone."""
    n = len(direct)
    if n < 3:
        return [None] * n
    d = np.array(direct, dtype=float)
    np.fill_diagonal(d, 0)
    reach = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            reach[i, j] = d[i, j] + sum(min(d[i, k], d[k, j]) for k in range(n) if k not in (i, j))
    own = np.diag(reach).copy()
    np.fill_diagonal(reach, 0)
    influence, dependence = reach.sum(axis=1), reach.sum(axis=0)
    r = np.array([
        0.0 if influence[i] == 0
        else (influence[i] - own[i]) / influence.sum() * influence[i] / (influence[i] + dependence[i])
        for i in range(n)
    ])
    return [None if x == 0 else float(x / r.mean()) for x in r]


def of_aims(one, other, stakes, power):
    found = {}
    for order in (1, 2, 3):
        if order == 3 and None in power:
            continue
        rows = []
        for x, y, stake, other_stake in zip(one, other, *stakes):
            if x is None or y is None:
                continue
            m = [float(side(x)), float(side(y))]
            if order > 1:
                if (m[0] != 0 and stake is None) or (m[1] != 0 and other_stake is None):
                    continue
                m = [m[0] * (stake or 0), m[1] * (other_stake or 0)]
            if order > 2:
                m = [m[0] * power[0], m[1] * power[1]]
            rows.append(m)
        if not rows:
            continue
        m = np.array(rows)
        halves = np.abs(m).sum(axis=1) / 2
        found[f"convergence-{order}"] = float(halves[m[:, 0] * m[:, 1] > 0].sum())
        found[f"divergence-{order}"] = float(halves[m[:, 0] * m[:, 1] < 0].sum())
    return found


def pair(of, i, j, power):
    """Everything about two parties, by the terms on which it is taken."""
    one, other = of["answers"][i], of["answers"][j]
    statement = of["scale"] == "statement"
    points = sorted(STATEMENTS) if statement else of["points"]
    extent = 2.0 if statement else points[-1] - points[0]
    both = [k for k, (x, y) in enumerate(zip(one, other)) if x is not None and y is not None]

    def measured(weigh):
        kept = [k for k in both if weigh(k) is not None]
        a = np.array([one[k] for k in kept], dtype=float)
        b = np.array([other[k] for k in kept], dtype=float)
        w = np.array([weigh(k) for k in kept], dtype=float)
        found = of_verdicts(a, b, w, extent, len(one), statement)
        found.update(of_points(a, b, w, extent, np.array(points)))
        return found

    def salience(blend):
        def weight(k):
            x, y = of["salience"][i][k], of["salience"][j][k]
            return None if x is None or (y is None and blend is not first) else blend(x, y)

        return weight

    def first(x, _):
        return x

    none = measured(lambda k: 1.0)
    none["coverage"] = len(both) / len(one)
    if statement:
        none.update(of_aims(one, other, (of["stakes"][i], of["stakes"][j]), (power[i], power[j])))
    found = {
        "": none,
        "issue": measured(lambda k: of["weights"][k]),
        "salience-row": measured(salience(first)),
        "salience-mean": measured(salience(lambda x, y: (x + y) / 2)),
        "salience-geometric": measured(salience(lambda x, y: math.sqrt(x * y))),
        "salience-min": measured(salience(min)),
    }
    for normalise in ["none", "average", "jaccard", "activity-product"]:
        found["by " + normalise] = of_statements(one, other, extent, points, normalise)
    return found


def rounded(value):
    return None if value is None else float(f"{value:.15g}") + 0.0


def case(seed):
    of = table(seed)
    power = powers(of["influence"])
    parties = range(len(of["answers"]))
    # Every table is looked at without weights, and on one rule in turn.
    rules = ["issue", "salience-row", "salience-mean", "salience-geometric", "salience-min"]
    norms = ["by none", "by average", "by jaccard", "by activity-product"]
    kept = ["", rules[seed % len(rules)], norms[seed % len(norms)]]
    pairs = []
    for i in parties:
        for j in parties:
            if i < j:
                found = pair(of, i, j, power)
                values = {
                    terms: {name: rounded(value) for name, value in found[terms].items() if value is not None}
                    for terms in kept
                }
                pairs.append({"a": i, "b": j, "values": values})
    return {**of, "pairs": pairs}


def main():
    text = json.dumps([case(seed) for seed in range(TABLES)], separators=(",", ":")).replace('},{"scale"', '},\n{"scale"') + "\n"
    if "--check" not in sys.argv:
        GOLDEN.write_text(text)
        return
    # The last digit may differ from one version of a library to the next.
    ours, theirs = json.loads(text), json.loads(GOLDEN.read_text())
    if not same(ours, theirs):
        sys.exit(f"{GOLDEN.name} is not what {pathlib.Path(__file__).name} works out")


def same(one, other):
    if isinstance(one, float) or isinstance(other, float):
        return isinstance(one, (int, float)) and isinstance(other, (int, float)) and abs(one - other) < 1e-12
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return one == other


main()
