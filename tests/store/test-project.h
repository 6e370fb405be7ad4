/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A project in a folder of its own for the tests of the store, and short ways to change and compare it. */

#include "nsc-store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  char *path;
  NscStore *store;
} TestProject;

/* A new empty project, open for writing. */
void test_project_set_up (TestProject *self);
void test_project_tear_down (TestProject *self);
void test_project_close (TestProject *self);
void test_project_reopen (TestProject *self);

/* A record from pairs of column and value, ended by NULL. */
NscRecord *test_record_new (const char *table, ...) G_GNUC_NULL_TERMINATED;

/* Runs one step each, which must succeed. */
gint64 test_project_add (TestProject *self, NscRecord *record);
void test_project_update (TestProject *self, NscRecord *record);
void test_project_delete (TestProject *self, const char *table, gint64 row);

/* A country, a sector, two actors, an initiative. */
void test_project_add_some (TestProject *self);

/* All rows of the recorded tables and their digests, as text. */
char *test_project_dump (TestProject *self);

/* The first column of the first row of SQL. */
char *test_project_query (TestProject *self, const char *sql);

/* Runs SQL on the closed file behind the store's back. */
void test_file_execute (const char *path, const char *sql);

/* Another program's transaction, not committed, that has already written into the file of a closed project and keeps
 * its -journal until it is closed. */
sqlite3 *test_project_begin_spilling (const TestProject *self);

G_END_DECLS
