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

/* The place of the block NUMBER, or where it would stand. */
static guint
find_block (const NscNumberSet *self, guint64 number)
{
  guint low = 0, high = self->blocks->len;

  if (self->last < high && g_array_index (self->blocks, Block, self->last).block == number)
    return self->last;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->blocks, Block, middle).block < number)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static gboolean
has_block (const NscNumberSet *self, guint at, guint64 number)
{
  return at < self->blocks->len && g_array_index (self->blocks, Block, at).block == number;
}

static Block *
get_block (NscNumberSet *self, guint64 number)
{
  guint at = find_block (self, number);
  Block block = { .block = number };

  if (!has_block (self, at, number))
    {
      block.list = g_array_new (FALSE, FALSE, sizeof (guint16));
      g_array_insert_val (self->blocks, at, block);
    }
  self->last = at;
  return &g_array_index (self->blocks, Block, at);
}

static gboolean
is_in_bitmap (const guint8 *bitmap, guint value)
{
  return (bitmap[value >> 3] & 1u << (value & 7)) != 0;
}

static gboolean
add_to_bitmap (guint8 *bitmap, guint value)
{
  if (is_in_bitmap (bitmap, value))
    return FALSE;
  bitmap[value >> 3] |= (guint8) (1u << (value & 7));
  return TRUE;
}

/* Whether VALUE is in the list; AT is its place, or where it would stand. */
static gboolean
is_in_list (GArray *list, guint16 value, guint *at)
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
  *at = low;
  return low < list->len && g_array_index (list, guint16, low) == value;
}

static gboolean
add_to_list (GArray *list, guint16 value)
{
  guint at;

  if (is_in_list (list, value, &at))
    return FALSE;
  g_array_insert_val (list, at, value);
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

static guint16
get_value (guint64 number)
{
  return (guint16) (number & ((1u << BLOCK_BITS) - 1));
}

gboolean
nsc_number_set_add (NscNumberSet *self, guint64 number)
{
  Block *block = get_block (self, number >> BLOCK_BITS);
  guint16 value = get_value (number);

  if (block->list != NULL && block->list->len == LONGEST_LIST)
    make_bitmap (block);
  if (!(block->list != NULL ? add_to_list (block->list, value) : add_to_bitmap (block->bitmap, value)))
    return FALSE;
  self->count++;
  return TRUE;
}

gboolean
nsc_number_set_contains (const NscNumberSet *self, guint64 number)
{
  guint at = find_block (self, number >> BLOCK_BITS);
  const Block *block;

  if (!has_block (self, at, number >> BLOCK_BITS))
    return FALSE;
  block = &g_array_index (self->blocks, Block, at);
  return block->list != NULL ? is_in_list (block->list, get_value (number), &at)
                             : is_in_bitmap (block->bitmap, get_value (number));
}

guint64
nsc_number_set_get_count (const NscNumberSet *self)
{
  return self->count;
}
