"""Tables in the forms that the peers read, and whether what they made of them is right."""

import csv

import numpy

# Levels stand as 1 to 3; no answer is 0.
EMPTY = 1 / 3


def make(folder, actors, items):
    """Writes the same table in every form, the same one in every run."""
    chance = numpy.random.default_rng(20_000 + actors)
    levels = chance.integers(1, 4, size=(actors, items), dtype=numpy.int8)
    levels[chance.random((actors, items), dtype=numpy.float32) < EMPTY] = 0
    numpy.save(folder / "levels.npy", levels)
    write_csv(folder / "table.csv", levels)
    write_plink(folder / "table", levels)
    return levels


def write_csv(path, levels):
    signs = numpy.array(["", "1", "2", "3"])
    with open(path, "w") as file:
        file.write(",".join(["party"] + [f"item{item}" for item in range(levels.shape[1])]) + "\n")
        for actor, row in enumerate(levels):
            file.write(f"actor{actor}," + ",".join(signs[row]) + "\n")


def write_plink(stem, levels):
    """Genotypes: a level less one is how many of the first allele there are."""
    with open(f"{stem}.fam", "w") as file:
        file.writelines(f"0 actor{actor} 0 0 0 -9\n" for actor in range(levels.shape[0]))
    with open(f"{stem}.bim", "w") as file:
        file.writelines(f"1 item{item} 0 {item + 1} A B\n" for item in range(levels.shape[1]))
    # Two bits each, the first actor lowest: 00 is two of the first, 10 one, 11 none, 01 missing.
    codes = numpy.array([0b01, 0b11, 0b10, 0b00], dtype=numpy.uint8)
    with open(f"{stem}.bed", "wb") as file:
        file.write(b"\x6c\x1b\x01")
        for column in levels.T:
            row = numpy.zeros(-(-len(column) // 4) * 4, dtype=numpy.uint8)
            row[: len(column)] = codes[column]
            quads = row.reshape(-1, 4)
            file.write((quads[:, 0] | quads[:, 1] << 2 | quads[:, 2] << 4 | quads[:, 3] << 6).tobytes())


def is_right(folder, name, levels):
    """Whether the first actors stand to all others as a count cell by cell tells."""
    few = min(40, len(levels))
    expected = counted(levels, few)
    if name == "stances":
        return shares_agree(from_square(folder / "stances.csv", few), expected)
    if name.startswith("PLINK") and "--distance" in name:
        found = numpy.fromfile(folder / "plink--distance.dist.bin", dtype=numpy.float32).reshape(len(levels), -1)
        # It gives the steps for as many items as there are, had all been answered alike.
        steps = (expected[1] + 2 * expected[3]) * levels.shape[1] / expected[0]
        # With `bin4` its diagonal is not what it is with `bin`.
        others = ~numpy.eye(few, len(levels), dtype=bool)
        return numpy.allclose(found[:few][others], steps[others], rtol=1e-5, atol=0)
    if name.startswith("PLINK"):
        return plink_agrees(folder / "plink--genome.genome", expected)
    stem = {"numpy, f": "numpy_products", "numpy, t": "numpy_csv", "scipy, s": "scipy_sparse", "scikit-l": "sklearn_kernel",
            "pandas, ": "pandas_dot", "NumKong,": "numkong_bits", "R, `tcro": "tcrossprod"}[name[:8]]
    found = from_binary(folder / f"{stem}.out", len(levels), few)
    return shares_agree(found[1:], expected) and numpy.array_equal(found[0], expected[0])


def counted(levels, few):
    """Joint, partial, agreeing and conflicting items of the first few with all."""
    out = numpy.zeros((4, few, len(levels)))
    for actor in range(few):
        both = (levels[actor] > 0) & (levels > 0)
        apart = numpy.abs(levels - levels[actor])
        out[:, actor] = [
            both.sum(axis=1),
            (both & (apart == 1)).sum(axis=1),
            (both & (apart == 0)).sum(axis=1),
            (both & (apart == 2)).sum(axis=1),
        ]
    return out


def shares_agree(found, expected):
    few, all_of_them = expected[0].shape
    others = ~numpy.eye(few, all_of_them, dtype=bool)
    with numpy.errstate(invalid="ignore"):
        shares = expected[2] / expected[0], expected[3] / expected[0]
    return all(
        numpy.allclose(one[others], other[others], rtol=0, atol=1e-6, equal_nan=True)
        for one, other in zip(found, shares)
    )


def from_square(path, few):
    """The first rows of each of two square matrices, one below the other."""
    found = {"agreement": [], "conflict": []}
    with open(path, newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for row in rows:
            if len(found[row[1]]) < few:
                found[row[1]].append([float(field) if field else numpy.nan for field in row[2:]])
    return numpy.array(found["agreement"]), numpy.array(found["conflict"])


def from_binary(path, actors, few):
    """Three square matrices of float32, one behind the other: n, agreement, conflict."""
    whole = numpy.memmap(path, dtype=numpy.float32, mode="r", shape=(3, actors, actors))
    return whole[:, :few]


def plink_agrees(path, expected):
    few = len(expected[0])
    with open(path) as file:
        heads = next(file).split()
        one, other, ibs0, ibs1, ibs2 = (heads.index(head) for head in ("IID1", "IID2", "IBS0", "IBS1", "IBS2"))
        for line in file:
            fields = line.split()
            a, b = int(fields[one][5:]), int(fields[other][5:])
            if a < few:
                found = [int(fields[ibs1]), int(fields[ibs2]), int(fields[ibs0])]
                if found != [int(expected[kind, a, b]) for kind in (1, 2, 3)]:
                    return False
    return True
