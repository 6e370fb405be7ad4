/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-number-set.h"

#define BLOCK_BITS 16
#define BLOCK_BYTES ((1u << BLOCK_BITS) / 8)

/* From this length on a list would be longer than the bitmap. */
#define LONGEST_LIST (BLOCK_BYTES / sizeof (guint16))

typedef struct
{
  guint64 block; /* the numbers' upper bits */
  GArray *list;  /* of guint16, ascending; NULL: the block is a bitmap */
  guint8 *bitmap;
} Block;

struct _NscNumberSet
{
  GArray *blocks; /* of Block, ascending */
  guint last;     /* the block that was added to, since numbers mostly come in order */
  guint64 count;
};

static void
clear_block (gpointer data)
{
  Block *block = data;

  g_clear_pointer (&block->list, g_array_unref);
  g_free (block->bitmap);
}

static Block *
get_block (NscNumberSet *self, guint64 number)
{
  guint low = 0, high = self->blocks->len;
  Block block = { .block = number };

  if (self->last < high && g_array_index (self->blocks, Block, self->last).block == number)
    return &g_array_index (self->blocks, Block, self->last);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->blocks, Block, middle).block < number)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->blocks->len || g_array_index (self->blocks, Block, low).block != number)
    {
      block.list = g_array_new (FALSE, FALSE, sizeof (guint16));
      g_array_insert_val (self->blocks, low, block);
    }
  self->last = low;
  return &g_array_index (self->blocks, Block, low);
}

static gboolean
add_to_bitmap (guint8 *bitmap, guint value)
{
  guint8 bit = (guint8) (1u << (value & 7));

  if (bitmap[value >> 3] & bit)
    return FALSE;
  bitmap[value >> 3] |= bit;
  return TRUE;
}

static gboolean
add_to_list (GArray *list, guint16 value)
{
  guint low = 0, high = list->len;

  if (high > 0 && g_array_index (list, guint16, high - 1) < value)
    low = high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (list, guint16, middle) < value)
        low = middle + 1;
      else
        high = middle;
    }
  if (low < list->len && g_array_index (list, guint16, low) == value)
    return FALSE;
  g_array_insert_val (list, low, value);
  return TRUE;
}

static void
make_bitmap (Block *block)
{
  block->bitmap = g_new0 (guint8, BLOCK_BYTES);
  for (guint i = 0; i < block->list->len; i++)
    add_to_bitmap (block->bitmap, g_array_index (block->list, guint16, i));
  g_clear_pointer (&block->list, g_array_unref);
}

NscNumberSet *
nsc_number_set_new (void)
{
  NscNumberSet *self = g_new0 (NscNumberSet, 1);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  g_array_set_clear_func (self->blocks, clear_block);
  return self;
}

void
nsc_number_set_free (NscNumberSet *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->blocks);
  g_free (self);
}

gboolean
nsc_number_set_add (NscNumberSet *self, guint64 number)
{
  Block *block = get_block (self, number >> BLOCK_BITS);
  guint16 value = (guint16) (number & ((1u << BLOCK_BITS) - 1));

  if (block->list != NULL && block->list->len == LONGEST_LIST)
    make_bitmap (block);
  if (!(block->list != NULL ? add_to_list (block->list, value) : add_to_bitmap (block->bitmap, value)))
    return FALSE;
  self->count++;
  return TRUE;
}

guint64
nsc_number_set_get_count (const NscNumberSet *self)
{
  return self->count;
}
