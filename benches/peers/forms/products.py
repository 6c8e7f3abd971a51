"""From products of planes to n, agreement and conflict: what all forms share.

With a sign for each answer (−1, 0, 1), its size, one for every answer and one for every
neutral one, all that is asked for follows from four products of a matrix with itself,
each of which is symmetric: libraries need half the work for those.
"""

import sys

import numpy


def planes(levels, kind=numpy.float32):
    """Declared, sign, side taken at all, neutral."""
    sign = (levels == 3).astype(kind) - (levels == 1).astype(kind)
    return (levels > 0).astype(kind), sign, numpy.abs(sign), (levels == 2).astype(kind)


def save(path, joint, signs, sided, neutral):
    """Signs multiply to 1 where two agree on a side and to −1 where they conflict."""
    out = numpy.empty((3, *joint.shape), dtype=numpy.float32)
    out[0] = joint
    numpy.add(sided, signs, out=out[1])
    out[1] *= 0.5
    out[1] += neutral
    numpy.subtract(sided, signs, out=out[2])
    out[2] *= 0.5
    with numpy.errstate(divide="ignore", invalid="ignore"):
        out[1:] /= out[0]
    out.tofile(path)


def paths():
    return sys.argv[1], sys.argv[2]
