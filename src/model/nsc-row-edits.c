/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-edits.h"

#include <string.h>

/* So far is looked ahead for the row with which both go on together. */
#define LOOK_AHEAD 64

/* A view takes each edit in its turn. */
#define MAX_EDITS 200

typedef struct
{
  const gint64 *rows;
  guint n;
} Rows;

static void
add (GArray *edits, guint before, guint n_before, guint after, guint n_after)
{
  NscRowEdit edit = { before, n_before, after, n_after };

  if (n_before > 0 || n_after > 0)
    g_array_append_val (edits, edit);
}

/* Where the rows differ, the shortest way on: rows that went, rows that came, or as many of both. */
static gboolean
find_way_on (const Rows *before, guint i, const Rows *after, guint j, guint *gone, guint *come)
{
  for (guint d = 1; d <= LOOK_AHEAD; d++)
    {
      gboolean in_before = i + d < before->n, in_after = j + d < after->n;

      *gone = *come = 0;
      if (in_before && before->rows[i + d] == after->rows[j])
        *gone = d;
      else if (in_after && after->rows[j + d] == before->rows[i])
        *come = d;
      else if (in_before && in_after && before->rows[i + d] == after->rows[j + d])
        *gone = *come = d;
      if (*gone > 0 || *come > 0)
        return TRUE;
    }
  return FALSE;
}

static guint
count_common_end (const Rows *before, const Rows *after)
{
  guint n = 0, least = MIN (before->n, after->n);

  while (n < least && before->rows[before->n - 1 - n] == after->rows[after->n - 1 - n])
    n++;
  return n;
}

GArray *
nsc_row_edits_find (const gint64 *before, guint n_before, const gint64 *after, guint n_after)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (NscRowEdit));
  Rows old = { before, n_before }, new = { after, n_after };
  guint end = count_common_end (&old, &new), i = 0, j = 0;

  old.n -= end;
  new.n -= end;
  while (i < old.n && j < new.n)
    {
      guint gone, come;

      if (old.rows[i] == new.rows[j])
        {
          i++;
          j++;
          continue;
        }
      if (edits->len + 1 >= MAX_EDITS || !find_way_on (&old, i, &new, j, &gone, &come))
        break;
      add (edits, i, gone, j, come);
      i += gone;
      j += come;
    }
  add (edits, i, old.n - i, j, new.n - j);
  return edits;
}

GArray *
nsc_row_edits_swap (const gint64 *before, guint n_before, const gint64 *after, guint n_after)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (NscRowEdit));

  if (n_before != n_after || (n_after > 0 && memcmp (before, after, n_after * sizeof (gint64)) != 0))
    add (edits, 0, n_before, 0, n_after);
  return edits;
}
