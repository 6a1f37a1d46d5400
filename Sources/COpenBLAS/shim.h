#pragma once
#include <cblas.h>
#include <stddef.h>

// LAPACK's Fortran routines, which libopenblas carries without a header. The last arguments are
// the lengths of the strings, as gfortran passes them.

void dsyevd_(
  const char *job, const char *triangle, const blasint *n, double *a, const blasint *lda,
  double *eigenvalues, double *work, const blasint *work_count, blasint *integer_work,
  const blasint *integer_work_count, blasint *info, size_t job_length, size_t triangle_length);

void dgesdd_(
  const char *job, const blasint *m, const blasint *n, double *a, const blasint *lda,
  double *singular_values, double *u, const blasint *ldu, double *vt, const blasint *ldvt,
  double *work, const blasint *work_count, blasint *integer_work, blasint *info,
  size_t job_length);
