/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "floor-project.h"

#include <stdio.h>
#include <string.h>

/* floor-check open|quick|whole PROJECT: the least that it can cost to open a project and tell its initiatives, to look
 * it through before the first time as SQLite's own quick_check does, and to check the whole of it as SQLite's own
 * integrity_check and foreign_key_check do. */

static void
check (const char *sql)
{
  sqlite3_stmt *row = floor_prepare (sql);

  while (sqlite3_step (row) == SQLITE_ROW)
    if (strcmp ((const char *) sqlite3_column_text (row, 0), "ok") != 0)
      floor_fail ();
  sqlite3_finalize (row);
}

static void
print_initiatives (void)
{
  sqlite3_stmt *row = floor_prepare ("SELECT id, name_en FROM initiatives ORDER BY row");

  while (sqlite3_step (row) == SQLITE_ROW)
    printf ("%s,%s\n", (const char *) sqlite3_column_text (row, 0), (const char *) sqlite3_column_text (row, 1));
  sqlite3_finalize (row);
}

int
main (int argc, char *argv[])
{
  int quick = argc == 3 && strcmp (argv[1], "quick") == 0;
  int whole = argc == 3 && strcmp (argv[1], "whole") == 0;

  if (argc != 3)
    return 2;
  floor_open (argv[2]);
  if (quick)
    check ("PRAGMA quick_check");
  if (whole)
    {
      check ("PRAGMA integrity_check");
      check ("PRAGMA foreign_key_check");
    }
  else
    print_initiatives ();
  return 0;
}
