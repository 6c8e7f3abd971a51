# R: products of a matrix with itself, in double precision, by the BLAS that R has.
paths <- commandArgs(trailingOnly = TRUE)
levels <- as.matrix(read.csv(paths[1], row.names = 1, check.names = FALSE))
plane <- function(cells) { cells[is.na(cells)] <- FALSE; tcrossprod(cells * 1) }
joint <- plane(!is.na(levels))
sign <- (levels == 3) - (levels == 1)
sign[is.na(sign)] <- 0
signs <- tcrossprod(sign)
sided <- tcrossprod(abs(sign))
neutral <- plane(levels == 2)
out <- file(paths[2], "wb")
for (values in list(joint, ((sided + signs) / 2 + neutral) / joint, (sided - signs) / 2 / joint))
  writeBin(as.vector(values), out, size = 4)
close(out)
