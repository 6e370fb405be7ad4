/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A project of two dozen rows, written by hand, with the initiatives pact, club and empty, and what reports say of it.
 * One thread. */

#include "own-project.h"

G_BEGIN_DECLS

typedef OwnProject ReportFixture;

void report_fixture_set_up (ReportFixture *fixture, gconstpointer data);
void report_fixture_tear_down (ReportFixture *fixture, gconstpointer data);

/* OPTIONS as "by=role as-of=2018"; the initiative is pact, unless it says another. */
NscResult *report_fixture_run (ReportFixture *fixture, const NscReport *report, const char *options, GError **error);

/* That the rows of the table, without the header, are EXPECTED. */
void report_fixture_check (ReportFixture *fixture, const NscReport *report, const char *options, const char *expected);

/* That the records behind the rows, each after its value of COLUMN, are "value: actor/role … value: as_of=count …". */
void report_fixture_check_evidence (
    ReportFixture *fixture, const NscReport *report, const char *options, guint column, const char *expected);

/* That people read EXPECTED for the value of ROW and COLUMN. */
void report_fixture_check_shown (ReportFixture *fixture,
                                 const NscReport *report,
                                 const char *options,
                                 guint row,
                                 guint column,
                                 const char *expected);

G_END_DECLS
