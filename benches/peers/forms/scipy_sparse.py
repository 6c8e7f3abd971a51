"""scipy: the same products of sparse matrices, of which it has no symmetric ones."""

import numpy
from scipy.sparse import csr_array

from products import paths, planes, save

read, write = paths()
sparse = (csr_array(plane) for plane in planes(numpy.load(read)))
save(write, *((plane @ plane.T).toarray() for plane in sparse))
