/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "floor-project.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* floor-distribution PROJECT: the least that “report distribution --by=country” of all initiatives can cost. One loop
 * over the columns that the report reads, with nothing between SQLite and the arrays: how many actors of each country
 * are in each initiative, each once, as initiative,country,count. */

#define MOST_INITIATIVES 100
#define MOST_COUNTRIES 1000

/* By row number. The country 0 is none. */
static int *countries;
static unsigned char *seen[MOST_INITIATIVES];
static long counts[MOST_INITIATIVES][MOST_COUNTRIES];

static sqlite3_int64
find_last (const char *sql)
{
  sqlite3_stmt *statement = floor_prepare (sql);
  sqlite3_int64 row;

  if (sqlite3_step (statement) != SQLITE_ROW)
    floor_fail ();
  row = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return row;
}

static int
is_unverified (sqlite3_stmt *row, int confidence)
{
  return strcmp ((const char *) sqlite3_column_text (row, confidence), "unverified") == 0;
}

/* What is not compared is read all the same: the report says where its numbers come from. */
static unsigned
read_rest (sqlite3_stmt *row, int first, int last)
{
  unsigned rest = 0;

  for (int i = first; i <= last; i++)
    rest += (unsigned) sqlite3_column_bytes (row, i) + (sqlite3_column_text (row, i) != NULL);
  return rest;
}

static unsigned
scan_actors (void)
{
  sqlite3_stmt *row = floor_prepare ("SELECT row, country, confidence, kind FROM actors NOT INDEXED ORDER BY row");
  unsigned rest = 0;

  while (sqlite3_step (row) == SQLITE_ROW)
    {
      rest += read_rest (row, 3, 3);
      countries[sqlite3_column_int64 (row, 0)] = is_unverified (row, 2) ? 0 : sqlite3_column_int (row, 1);
    }
  sqlite3_finalize (row);
  return rest;
}

static unsigned
scan_signatories (void)
{
  sqlite3_stmt *row = floor_prepare ("SELECT initiative, actor, confidence, role, joined, \"left\", source"
                                     " FROM signatories NOT INDEXED ORDER BY row");
  unsigned rest = 0;

  while (sqlite3_step (row) == SQLITE_ROW)
    {
      sqlite3_int64 initiative = sqlite3_column_int64 (row, 0), actor = sqlite3_column_int64 (row, 1);
      unsigned char bit = (unsigned char) (1 << actor % 8);

      rest += read_rest (row, 3, 6);
      if (is_unverified (row, 2) || (seen[initiative][actor / 8] & bit) != 0)
        continue;
      seen[initiative][actor / 8] |= bit;
      counts[initiative][countries[actor]]++;
    }
  sqlite3_finalize (row);
  return rest;
}

static void
print_groups (void)
{
  sqlite3_stmt *row = floor_prepare ("SELECT i.row, i.id, c.row, c.code FROM initiatives i, countries c"
                                     " UNION ALL SELECT row, id, 0, 'unknown' FROM initiatives");

  puts ("initiative,group,count");
  while (sqlite3_step (row) == SQLITE_ROW)
    {
      long count = counts[sqlite3_column_int64 (row, 0)][sqlite3_column_int64 (row, 2)];

      if (count > 0)
        printf ("%s,%s,%ld\n", (const char *) sqlite3_column_text (row, 1), (const char *) sqlite3_column_text (row, 3),
                count);
    }
  sqlite3_finalize (row);
}

int
main (int argc, char *argv[])
{
  sqlite3_int64 n_actors;

  if (argc != 2)
    return 2;
  floor_open (argv[1]);
  if (find_last ("SELECT max(row) FROM initiatives") >= MOST_INITIATIVES ||
      find_last ("SELECT max(row) FROM countries") >= MOST_COUNTRIES)
    return 1;
  n_actors = find_last ("SELECT max(row) FROM actors");
  countries = calloc ((size_t) n_actors + 1, sizeof *countries);
  for (int i = 0; i < MOST_INITIATIVES; i++)
    seen[i] = calloc ((size_t) n_actors / 8 + 1, 1);
  if (scan_actors () + scan_signatories () == 0)
    floor_fail ();
  print_groups ();
  return 0;
}
