/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-row.h"

void
bench_row_take (char *job, const char *unit, double ours, const char *against, const char *role, double its)
{
  g_print ("%s\t%s\t%.4f\t%s\t%s\t%.4f\n", job, unit, ours, against, role, its);
  g_free (job);
}

void
bench_row_take_alone (char *job, const char *unit, double ours)
{
  g_print ("%s\t%s\t%.4f\t\t\t\n", job, unit, ours);
  g_free (job);
}
