/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A project of three dozen rows, written by hand, with a codebook, publishers, their documents and mentions, in which
 * each rule has one row that shows it. One thread. */

#include "own-project.h"

G_BEGIN_DECLS

typedef OwnProject AgendaFixture;

void agenda_fixture_set_up (AgendaFixture *fixture, gconstpointer data);
void agenda_fixture_tear_down (AgendaFixture *fixture, gconstpointer data);

/* OPTIONS as "first=acme second=gge". */
NscResult *agenda_fixture_run (AgendaFixture *fixture, const NscReport *report, const char *options, GError **error);

/* The table as CSV without its header, which must be HEADER; to be freed. */
char *agenda_fixture_table (AgendaFixture *fixture, const NscReport *report, const char *options, const char *header);

/* Ends the test unless the report refuses OPTIONS with CODE and a message that has SAID in it. */
void agenda_fixture_check_refused (
    AgendaFixture *fixture, const NscReport *report, const char *options, int code, const char *said);

/* The ids of the records behind KEY, each followed by a blank; to be freed. */
char *agenda_fixture_evidence (AgendaFixture *fixture, NscResult *result, gint64 key);

/* Likewise of the records that tell more about it. */
char *agenda_fixture_context (AgendaFixture *fixture, NscResult *result, gint64 key);

G_END_DECLS
