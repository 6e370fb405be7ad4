/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "floor-project.h"

#include <stdio.h>
#include <string.h>

/* floor-agenda PROJECT FIRST SECOND: the least that “report agenda” can cost. One loop over the columns that the report
 * reads, with nothing between SQLite and the arrays: the first year in which each of two publishers mentioned each
 * issue, as issue,first_year,second_year in the order of the issues. */

#define MOST 100000

/* By row number: the first year of each publisher's mentions, and whether it published in a year. */
static int first_years[MOST][2];
static char published[MOST][2];

static sqlite3_int64
find_actor (const char *id)
{
  sqlite3_stmt *statement = floor_prepare ("SELECT row FROM actors WHERE id = ?");
  sqlite3_int64 row;

  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) != SQLITE_ROW)
    floor_fail ();
  row = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  return row;
}

static int
year_of (const unsigned char *date)
{
  return (date[0] - '0') * 1000 + (date[1] - '0') * 100 + (date[2] - '0') * 10 + (date[3] - '0');
}

/* What is not compared is read all the same: the report says where its numbers come from. */
static unsigned
read_rest (sqlite3_stmt *row, int document, int source, int confidence)
{
  return (unsigned) sqlite3_column_int64 (row, document) + (unsigned) sqlite3_column_bytes (row, source) +
         (sqlite3_column_text (row, source) != NULL) +
         (strcmp ((const char *) sqlite3_column_text (row, confidence), "unverified") == 0);
}

static unsigned
scan_mentions (const sqlite3_int64 publishers[2])
{
  sqlite3_stmt *row = floor_prepare (
      "SELECT issue, publisher, document, \"date\", source, confidence FROM mentions NOT INDEXED ORDER BY row");
  unsigned rest = 0;

  while (sqlite3_step (row) == SQLITE_ROW)
    {
      sqlite3_int64 issue = sqlite3_column_int64 (row, 0), publisher = sqlite3_column_int64 (row, 1);
      int year = year_of (sqlite3_column_text (row, 3));

      rest += read_rest (row, 2, 4, 5);
      for (int i = 0; i < 2; i++)
        if (publisher == publishers[i] && (first_years[issue][i] == 0 || year < first_years[issue][i]))
          first_years[issue][i] = year;
    }
  sqlite3_finalize (row);
  return rest;
}

static unsigned
scan_documents (const sqlite3_int64 publishers[2])
{
  sqlite3_stmt *row =
      floor_prepare ("SELECT row, publisher, \"date\", source, confidence FROM documents NOT INDEXED ORDER BY row");
  unsigned rest = 0;

  while (sqlite3_step (row) == SQLITE_ROW)
    {
      sqlite3_int64 publisher = sqlite3_column_int64 (row, 1);

      rest += read_rest (row, 0, 3, 4);
      for (int i = 0; i < 2; i++)
        if (publisher == publishers[i])
          published[year_of (sqlite3_column_text (row, 2))][i] = 1;
    }
  sqlite3_finalize (row);
  return rest;
}

static void
print_year (char before, int year)
{
  if (year != 0)
    printf ("%c%d", before, year);
  else
    putchar (before);
}

static void
print_issues (void)
{
  sqlite3_stmt *row = floor_prepare ("SELECT row, id FROM issues ORDER BY row");

  puts ("issue,first_year,second_year");
  while (sqlite3_step (row) == SQLITE_ROW)
    {
      const int *years = first_years[sqlite3_column_int64 (row, 0)];

      if (years[0] == 0 && years[1] == 0)
        continue;
      printf ("%s", (const char *) sqlite3_column_text (row, 1));
      print_year (',', years[0]);
      print_year (',', years[1]);
      putchar ('\n');
    }
  sqlite3_finalize (row);
}

int
main (int argc, char *argv[])
{
  sqlite3_int64 publishers[2];

  if (argc != 4)
    return 2;
  floor_open (argv[1]);
  publishers[0] = find_actor (argv[2]);
  publishers[1] = find_actor (argv[3]);
  if (scan_mentions (publishers) + scan_documents (publishers) == 0)
    floor_fail ();
  print_issues ();
  return 0;
}
