"""numpy: float32, so that BLAS does the work; every product is one with itself."""

import numpy

from products import paths, planes, save

read, write = paths()
save(write, *(plane @ plane.T for plane in planes(numpy.load(read))))
