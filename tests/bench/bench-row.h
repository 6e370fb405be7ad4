/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What a program of the window has measured, as jobs_window.py reads it: a line on standard output, in the C locale. */

/* Takes JOB, which was allocated. ITS is what AGAINST took, in the place of ROLE: a floor or a limit. */
void bench_row_take (char *job, const char *unit, double ours, const char *against, const char *role, double its);

/* The same where what it is held against is measured elsewhere. */
void bench_row_take_alone (char *job, const char *unit, double ours);
