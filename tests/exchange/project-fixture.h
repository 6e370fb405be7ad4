/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A project in a folder of its own, for tests that import and export. */

#include "nsc-import.h"
#include "nsc-store.h"

typedef struct
{
  char *folder;
  char *path;
  NscStore *store;
} ProjectFixture;

void project_fixture_set_up (ProjectFixture *self, gconstpointer unused);
void project_fixture_tear_down (ProjectFixture *self, gconstpointer unused);

/* Writes TEXT as NAME into the folder; gives the path, to be freed. */
char *project_fixture_write (ProjectFixture *self, const char *name, const char *text);

/* Imports TEXT as a file x.csv and gives what came of it: "added same changed refused" and a line for each message, the
 * file's name left out, notes with a ~. */
char *
project_fixture_import (ProjectFixture *self, const char *table, const char *text, const NscImportOptions *options);

/* The same, with the outcome compared. */
void project_fixture_expect (
    ProjectFixture *self, const char *table, const char *text, const NscImportOptions *options, const char *expected);

/* The table as CSV, to be freed. */
char *project_fixture_export (ProjectFixture *self, const char *table);

/* All tables, one after the other. */
char *project_fixture_export_all (ProjectFixture *self);

/* Compares the columns of TABLE, named in COLUMNS and parted by commas, of all rows: "a|b" lines. */
void project_fixture_expect_rows (ProjectFixture *self, const char *table, const char *columns, const char *expected);
