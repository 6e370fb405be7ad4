/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-mark-selection.h"

struct _NscMarkSelection
{
  GObject parent_instance;

  GHashTable *keys; /* a set of gint64 */
  gint64 lead;
  gint64 anchor;
};

G_DEFINE_FINAL_TYPE (NscMarkSelection, nsc_mark_selection, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GHashTable *
make_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static gboolean
equal_sets (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (b, key))
      return FALSE;
  return TRUE;
}

/* Takes KEYS. */
static void
become (NscMarkSelection *self, GHashTable *keys, gint64 lead, gint64 anchor)
{
  gboolean same = self->lead == lead && equal_sets (self->keys, keys);

  g_hash_table_unref (self->keys);
  self->keys = keys;
  self->lead = lead;
  self->anchor = anchor;
  if (!same)
    g_signal_emit (self, signals[CHANGED], 0);
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

static void
nsc_mark_selection_finalize (GObject *object)
{
  g_hash_table_unref (NSC_MARK_SELECTION (object)->keys);
  G_OBJECT_CLASS (nsc_mark_selection_parent_class)->finalize (object);
}

static void
nsc_mark_selection_class_init (NscMarkSelectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_mark_selection_finalize;
  signals[CHANGED] =
      g_signal_new ("changed", NSC_TYPE_MARK_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_mark_selection_init (NscMarkSelection *self)
{
  self->keys = make_set ();
}

NscMarkSelection *
nsc_mark_selection_new (void)
{
  return g_object_new (NSC_TYPE_MARK_SELECTION, NULL);
}

guint
nsc_mark_selection_get_n_keys (NscMarkSelection *self)
{
  g_return_val_if_fail (NSC_IS_MARK_SELECTION (self), 0);
  return g_hash_table_size (self->keys);
}

gboolean
nsc_mark_selection_contains (NscMarkSelection *self, gint64 key)
{
  g_return_val_if_fail (NSC_IS_MARK_SELECTION (self), FALSE);
  return g_hash_table_contains (self->keys, &key);
}

gint64 *
nsc_mark_selection_dup_keys (NscMarkSelection *self, guint *n)
{
  GHashTableIter iter;
  gpointer key;
  gint64 *keys;

  g_return_val_if_fail (NSC_IS_MARK_SELECTION (self), NULL);

  keys = g_new (gint64, g_hash_table_size (self->keys) + 1);
  *n = 0;
  g_hash_table_iter_init (&iter, self->keys);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    keys[(*n)++] = *(const gint64 *) key;
  qsort (keys, *n, sizeof *keys, compare_keys);
  return keys;
}

gint64
nsc_mark_selection_get_lead (NscMarkSelection *self)
{
  g_return_val_if_fail (NSC_IS_MARK_SELECTION (self), 0);
  return self->lead;
}

gint64
nsc_mark_selection_get_anchor (NscMarkSelection *self)
{
  g_return_val_if_fail (NSC_IS_MARK_SELECTION (self), 0);
  return self->anchor;
}

void
nsc_mark_selection_choose (NscMarkSelection *self, gint64 key)
{
  nsc_mark_selection_set (self, &key, key != 0 ? 1 : 0, key);
}

void
nsc_mark_selection_toggle (NscMarkSelection *self, gint64 key)
{
  g_autofree gint64 *keys = NULL;
  guint n, kept = 0;

  g_return_if_fail (NSC_IS_MARK_SELECTION (self) && key != 0);

  keys = nsc_mark_selection_dup_keys (self, &n);
  for (guint i = 0; i < n; i++)
    if (keys[i] != key)
      keys[kept++] = keys[i];
  if (kept == n)
    keys[kept++] = key; /* for which there is room: one more than there are */
  else if (self->lead != key)
    key = self->lead;
  else
    key = kept > 0 ? keys[kept - 1] : 0;
  nsc_mark_selection_set (self, keys, kept, key);
}

void
nsc_mark_selection_set (NscMarkSelection *self, const gint64 *keys, guint n, gint64 lead)
{
  g_return_if_fail (NSC_IS_MARK_SELECTION (self));

  self->anchor = n > 0 ? lead : 0;
  nsc_mark_selection_extend (self, keys, n, lead);
}

void
nsc_mark_selection_extend (NscMarkSelection *self, const gint64 *keys, guint n, gint64 lead)
{
  GHashTable *set;

  g_return_if_fail (NSC_IS_MARK_SELECTION (self));

  set = make_set ();
  for (guint i = 0; i < n; i++)
    g_hash_table_add (set, g_memdup2 (&keys[i], sizeof keys[i]));
  if (self->anchor == 0)
    self->anchor = lead;
  become (self, set, n > 0 ? lead : 0, n > 0 ? self->anchor : 0);
}
