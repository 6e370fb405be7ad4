/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-row-set.h"

#define ROWS_OF_A_PAGE 512
#define ROWS_OF_A_WORD 64

typedef struct
{
  gint64 number;
  guint64 words[ROWS_OF_A_PAGE / ROWS_OF_A_WORD];
} Page;

struct _NscRowSet
{
  GHashTable *pages; /* a set of Page, found by its number, which comes first */
};

NscRowSet *
nsc_row_set_new (void)
{
  NscRowSet *self = g_new0 (NscRowSet, 1);

  self->pages = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  return self;
}

void
nsc_row_set_free (NscRowSet *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->pages);
  g_free (self);
}

/* Gives the word of a page in which ROW is, and the bit in it. */
static guint64 *
find (const NscRowSet *self, gint64 row, guint64 *bit)
{
  guint64 place = (guint64) row % ROWS_OF_A_PAGE;
  gint64 number = (gint64) ((guint64) row / ROWS_OF_A_PAGE);
  Page *page = g_hash_table_lookup (self->pages, &number);

  *bit = G_GUINT64_CONSTANT (1) << place % ROWS_OF_A_WORD;
  return page != NULL ? &page->words[place / ROWS_OF_A_WORD] : NULL;
}

void
nsc_row_set_add (NscRowSet *self, gint64 row)
{
  guint64 bit;
  guint64 *word = find (self, row, &bit);

  if (word == NULL)
    {
      Page *page = g_new0 (Page, 1);

      page->number = (gint64) ((guint64) row / ROWS_OF_A_PAGE);
      g_hash_table_insert (self->pages, &page->number, page);
      word = find (self, row, &bit);
    }
  *word |= bit;
}

gboolean
nsc_row_set_contains (const NscRowSet *self, gint64 row)
{
  guint64 bit;
  const guint64 *word = find (self, row, &bit);

  return word != NULL && (*word & bit) != 0;
}
