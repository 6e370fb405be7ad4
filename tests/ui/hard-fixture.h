/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The real window with a project of a test's own records, and what a person does there: go to a page, choose an option,
 * look, open what is behind a mark. Main thread only; one program for all tests of a process. */

#include "nsc-option-form.h"
#include "nsc-report-page.h"
#include "nsc-window.h"

#include "ui-fixture.h"

typedef struct
{
  NscApplication *application; /* of the process */
  NscWindow *window;
  char *folder; /* of the project */
  char *path;
  NscReportPage *page;
  NscOptionForm *form;
  const char *words; /* waited for */
} HardFixture;

/* A table as it would be imported. */
typedef struct
{
  const char *table;
  const char *csv;
} HardTable;

/* Registers the program. */
void hard_fixture_init (int *argc, char ***argv);

/* Runs the tests and lets go of the program. */
int hard_fixture_run (void);

/* Set up and tear down of g_test_add: a window without a project, and a folder that goes with it. */
void hard_fixture_set_up (HardFixture *self, gconstpointer unused);
void hard_fixture_tear_down (HardFixture *self, gconstpointer unused);

/* Another window. */
NscWindow *hard_fixture_show_window (HardFixture *self);

/* Closes the window as a person does, and waits until its file is whole. */
void hard_fixture_close_window (HardFixture *self);

/* Makes the project at self->path, without a window; TABLES end with a NULL table. */
NscStore *hard_fixture_make (HardFixture *self, const char *title);
void hard_fixture_import (NscStore *store, const HardTable *tables);

/* Opens self->path in the window and waits. */
void hard_fixture_open (HardFixture *self);

/* The three in one. */
void hard_fixture_open_tables (HardFixture *self, const HardTable *tables);

/* Goes to the page and waits until it has a report, or says why it has none. */
void hard_fixture_go (HardFixture *self, const char *page);

/* Whether the page shows a report. */
gboolean hard_fixture_has_report (HardFixture *self);

/* Chooses by the form, and waits for the report. */
void hard_fixture_choose (HardFixture *self, const char *option, const char *value);

void hard_fixture_wait_for (HardFixture *self, const char *words);
void hard_fixture_assert_shows (HardFixture *self, const char *words);

/* The first widget of TYPE that is seen below ROOT, or NULL. */
gpointer hard_fixture_find_seen (GtkWidget *root, GType type);

/* Whether there is a button to go on with on what is shown instead of a report. */
gboolean hard_fixture_has_way_on (HardFixture *self);
