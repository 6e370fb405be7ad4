/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-table-counts.h"

#include "nsc-inquiry.h"

/* ---- one table ---- */

struct _NscTableCount
{
  GObject parent_instance;

  const NscTable *table;
  gint64 count;
};

G_DEFINE_FINAL_TYPE (NscTableCount, nsc_table_count, G_TYPE_OBJECT)

enum
{
  PROP_COUNT = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
nsc_table_count_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_COUNT)
    g_value_set_int64 (value, NSC_TABLE_COUNT (object)->count);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsc_table_count_class_init (NscTableCountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = nsc_table_count_get_property;
  properties[PROP_COUNT] = g_param_spec_int64 ("count", NULL, NULL, -1, G_MAXINT64, -1,
                                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
nsc_table_count_init (NscTableCount *self)
{
  self->count = -1;
}

static void
set_count (NscTableCount *self, gint64 count)
{
  if (self->count == count)
    return;
  self->count = count;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

const NscTable *
nsc_table_count_get_table (NscTableCount *self)
{
  g_return_val_if_fail (NSC_IS_TABLE_COUNT (self), NULL);
  return self->table;
}

gint64
nsc_table_count_get_count (NscTableCount *self)
{
  g_return_val_if_fail (NSC_IS_TABLE_COUNT (self), -1);
  return self->count;
}

/* ---- all of them ---- */

struct _NscTableCounts
{
  GObject parent_instance;

  GPtrArray *items; /* of NscTableCount */
  NscProject *project;
  gulong changed_handler;
  GCancellable *cancellable; /* of the question under way, NULL: none */
};

static GType
nsc_table_counts_get_item_type (GListModel *model)
{
  return NSC_TYPE_TABLE_COUNT;
}

static guint
nsc_table_counts_get_n_items (GListModel *model)
{
  return NSC_TABLE_COUNTS (model)->items->len;
}

static gpointer
nsc_table_counts_get_item (GListModel *model, guint position)
{
  NscTableCounts *self = NSC_TABLE_COUNTS (model);

  return position < self->items->len ? g_object_ref (g_ptr_array_index (self->items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nsc_table_counts_get_item_type;
  iface->get_n_items = nsc_table_counts_get_n_items;
  iface->get_item = nsc_table_counts_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NscTableCounts,
                               nsc_table_counts,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gpointer
count_tables (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    {
      gint64 count = nsc_reader_count (reader, *table, error);

      if (count < 0)
        return NULL;
      g_array_append_val (counts, count);
    }
  return g_steal_pointer (&counts);
}

/* What could not be counted stays without a number; the records tell the trouble when they are read. */
static void
take_counts (gpointer owner, gpointer data, const GError *error)
{
  NscTableCounts *self = owner;
  g_autoptr (GArray) counts = data;

  for (guint i = 0; i < self->items->len; i++)
    set_count (g_ptr_array_index (self->items, i), counts != NULL ? g_array_index (counts, gint64, i) : -1);
}

static void
count (NscTableCounts *self)
{
  nsc_inquiry_ask (self, &self->cancellable, self->project, count_tables, NULL, NULL, (GDestroyNotify) g_array_unref,
                   take_counts);
}

static void
let_go_of_project (NscTableCounts *self)
{
  nsc_inquiry_cancel (&self->cancellable);
  if (self->project != NULL)
    g_clear_signal_handler (&self->changed_handler, self->project);
  g_clear_object (&self->project);
}

static void
nsc_table_counts_dispose (GObject *object)
{
  let_go_of_project (NSC_TABLE_COUNTS (object));
  G_OBJECT_CLASS (nsc_table_counts_parent_class)->dispose (object);
}

static void
nsc_table_counts_finalize (GObject *object)
{
  g_ptr_array_unref (NSC_TABLE_COUNTS (object)->items);
  G_OBJECT_CLASS (nsc_table_counts_parent_class)->finalize (object);
}

static void
nsc_table_counts_class_init (NscTableCountsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_table_counts_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_table_counts_finalize;
}

static void
nsc_table_counts_init (NscTableCounts *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    {
      NscTableCount *item = g_object_new (NSC_TYPE_TABLE_COUNT, NULL);

      item->table = *table;
      g_ptr_array_add (self->items, item);
    }
}

NscTableCounts *
nsc_table_counts_new (void)
{
  return g_object_new (NSC_TYPE_TABLE_COUNTS, NULL);
}

void
nsc_table_counts_set_project (NscTableCounts *self, NscProject *project)
{
  g_return_if_fail (NSC_IS_TABLE_COUNTS (self));

  if (self->project == project)
    return;
  let_go_of_project (self);
  for (guint i = 0; i < self->items->len; i++)
    set_count (g_ptr_array_index (self->items, i), -1);
  if (project == NULL)
    return;
  self->project = g_object_ref (project);
  self->changed_handler = g_signal_connect_object (project, "changed", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  count (self);
}

guint
nsc_table_counts_find (NscTableCounts *self, const NscTable *table)
{
  g_return_val_if_fail (NSC_IS_TABLE_COUNTS (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    if (NSC_TABLE_COUNT (g_ptr_array_index (self->items, i))->table == table)
      return i;
  return 0;
}
