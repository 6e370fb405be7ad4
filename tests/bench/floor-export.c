/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "floor-project.h"

#include <stdio.h>
#include <string.h>

/* floor-export PROJECT FILE: the least that “export PROJECT signatories FILE” can cost, one SELECT whose cells are
 * written as they come. */

#define COLUMNS 8

static void
write_cell (FILE *file, const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      fputs (text, file);
      return;
    }
  putc ('"', file);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        putc ('"', file);
      putc (*p, file);
    }
  putc ('"', file);
}

static void
write_rows (FILE *file)
{
  sqlite3_stmt *row = floor_prepare (
      "SELECT s.id, i.id, a.id, s.role, s.joined, s.\"left\", s.source, s.confidence FROM signatories s NOT INDEXED"
      " CROSS JOIN initiatives i ON i.row = s.initiative CROSS JOIN actors a ON a.row = s.actor ORDER BY s.row");

  fputs ("id,initiative,actor,role,joined,left,source,confidence\n", file);
  while (sqlite3_step (row) == SQLITE_ROW)
    for (int i = 0; i < COLUMNS; i++)
      {
        write_cell (file, (const char *) sqlite3_column_text (row, i));
        putc (i < COLUMNS - 1 ? ',' : '\n', file);
      }
  sqlite3_finalize (row);
}

int
main (int argc, char *argv[])
{
  FILE *file;

  if (argc != 3)
    return 2;
  floor_open (argv[1]);
  file = fopen (argv[2], "w");
  if (file == NULL)
    return 1;
  write_rows (file);
  return fclose (file) == 0 ? 0 : 1;
}
