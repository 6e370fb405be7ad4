/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-number-index.h"

#define FIRST_SLOTS 64u

struct _NscNumberIndex
{
  GArray *numbers; /* of gint64, by index */
  guint32 *slots;  /* an index plus 1, or 0: empty; at most half of them are taken */
  guint n_slots;   /* a power of 2 */
};

/* Where NUMBER stands, or would stand. */
static guint
find_slot (const NscNumberIndex *self, gint64 number)
{
  /* The upper bits depend on all the lower ones (Knuth, multiplicative hashing). */
  guint slot = (guint) (((guint64) number * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32) & (self->n_slots - 1);

  while (self->slots[slot] != 0 && g_array_index (self->numbers, gint64, self->slots[slot] - 1) != number)
    slot = (slot + 1) & (self->n_slots - 1);
  return slot;
}

static void
grow (NscNumberIndex *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint i = 0; i < self->numbers->len; i++)
    self->slots[find_slot (self, g_array_index (self->numbers, gint64, i))] = i + 1;
}

NscNumberIndex *
nsc_number_index_new (void)
{
  NscNumberIndex *self = g_new0 (NscNumberIndex, 1);

  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);
  return self;
}

void
nsc_number_index_free (NscNumberIndex *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->numbers);
  g_free (self->slots);
  g_free (self);
}

guint
nsc_number_index_get (NscNumberIndex *self, gint64 number)
{
  guint slot = find_slot (self, number);

  if (self->slots[slot] != 0)
    return self->slots[slot] - 1;
  if (self->numbers->len >= self->n_slots / 2)
    {
      grow (self);
      slot = find_slot (self, number);
    }
  g_array_append_val (self->numbers, number);
  self->slots[slot] = self->numbers->len;
  return self->numbers->len - 1;
}
