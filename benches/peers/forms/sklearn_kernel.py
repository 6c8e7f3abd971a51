"""scikit-learn: its linear kernel of each plane."""

import numpy
from sklearn.metrics.pairwise import linear_kernel

from products import paths, planes, save

read, write = paths()
save(write, *(linear_kernel(plane) for plane in planes(numpy.load(read))))
