/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "floor-project.h"

#include <stdio.h>
#include <stdlib.h>

static sqlite3 *database;

void
floor_fail (void)
{
  fprintf (stderr, "floor: %s\n", sqlite3_errmsg (database));
  exit (1);
}

void
floor_open (const char *path)
{
  if (sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    floor_fail ();
}

sqlite3_stmt *
floor_prepare (const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL) != SQLITE_OK)
    floor_fail ();
  return statement;
}
