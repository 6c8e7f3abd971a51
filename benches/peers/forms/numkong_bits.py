"""NumKong: one bit a cell, products of bits with themselves, upper triangles.

With a plane for every level besides those declared and those on either side, conflicts
are what the products of either side have over the agreements in them.
"""

from concurrent.futures import ThreadPoolExecutor

import numkong
import numpy

from products import paths, save

read, write = paths()
levels = numpy.load(read)


def product(cells):
    packed = numpy.packbits(cells, axis=1)
    upper = numpy.triu(numpy.asarray(numkong.dots_symmetric(packed, dtype="uint1")).astype(numpy.float32))
    return upper + numpy.triu(upper, 1).T


planes = levels > 0, levels == 3, levels == 1, levels % 2 == 1, levels == 2
# It does not divide the work itself.
with ThreadPoolExecutor() as pool:
    joint, support, oppose, sided, neutral = pool.map(product, planes)
agreements = support + oppose
save(write, joint, 2 * agreements - sided, sided, neutral)
