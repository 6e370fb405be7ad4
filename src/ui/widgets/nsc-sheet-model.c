/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sheet-model.h"

#include "nsc-tongue.h"

struct _NscSheetRow
{
  GObject parent_instance;

  NscSheet *sheet;
  guint row;
};

struct _NscSheetModel
{
  GObject parent_instance;

  NscSheet *sheet;
  GArray *order; /* of guint, NULL: that of the sheet */
};

G_DEFINE_FINAL_TYPE (NscSheetRow, nsc_sheet_row, G_TYPE_OBJECT)

static GType
nsc_sheet_model_get_item_type (GListModel *model)
{
  return NSC_TYPE_SHEET_ROW;
}

static guint
nsc_sheet_model_get_n_items (GListModel *model)
{
  return nsc_sheet_get_n_rows (NSC_SHEET_MODEL (model)->sheet);
}

static guint
get_row (NscSheetModel *self, guint position)
{
  return self->order != NULL ? g_array_index (self->order, guint, position) : position;
}

static gpointer
nsc_sheet_model_get_item (GListModel *model, guint position)
{
  NscSheetModel *self = NSC_SHEET_MODEL (model);
  NscSheetRow *row;

  if (position >= nsc_sheet_get_n_rows (self->sheet))
    return NULL;
  row = g_object_new (NSC_TYPE_SHEET_ROW, NULL);
  row->sheet = g_object_ref (self->sheet);
  row->row = get_row (self, position);
  return row;
}

static void
nsc_sheet_model_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nsc_sheet_model_get_item_type;
  iface->get_n_items = nsc_sheet_model_get_n_items;
  iface->get_item = nsc_sheet_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NscSheetModel,
                               nsc_sheet_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, nsc_sheet_model_list_model_init))

static void
nsc_sheet_row_finalize (GObject *object)
{
  g_object_unref (NSC_SHEET_ROW (object)->sheet);
  G_OBJECT_CLASS (nsc_sheet_row_parent_class)->finalize (object);
}

static void
nsc_sheet_model_finalize (GObject *object)
{
  g_object_unref (NSC_SHEET_MODEL (object)->sheet);
  g_clear_pointer (&NSC_SHEET_MODEL (object)->order, g_array_unref);
  G_OBJECT_CLASS (nsc_sheet_model_parent_class)->finalize (object);
}

static void
nsc_sheet_row_class_init (NscSheetRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_sheet_row_finalize;
}

static void
nsc_sheet_row_init (NscSheetRow *self)
{
}

static void
nsc_sheet_model_class_init (NscSheetModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_sheet_model_finalize;
}

static void
nsc_sheet_model_init (NscSheetModel *self)
{
}

char *
nsc_sheet_row_dup_shown (NscSheetRow *self, guint column)
{
  g_return_val_if_fail (NSC_IS_SHEET_ROW (self), NULL);
  return nsc_sheet_dup_shown (self->sheet, self->row, column, nsc_tongue_get ());
}

gint64
nsc_sheet_row_get_key (NscSheetRow *self)
{
  g_return_val_if_fail (NSC_IS_SHEET_ROW (self), 0);
  return nsc_sheet_get_key (self->sheet, self->row);
}

NscSheetModel *
nsc_sheet_model_new (NscSheet *sheet)
{
  NscSheetModel *self = g_object_new (NSC_TYPE_SHEET_MODEL, NULL);

  self->sheet = g_object_ref (sheet);
  return self;
}

NscSheet *
nsc_sheet_model_get_sheet (NscSheetModel *self)
{
  g_return_val_if_fail (NSC_IS_SHEET_MODEL (self), NULL);
  return self->sheet;
}

NscSheet *
nsc_sheet_model_dup_ordered (NscSheetModel *self)
{
  g_return_val_if_fail (NSC_IS_SHEET_MODEL (self), NULL);

  if (self->order == NULL)
    return g_object_ref (self->sheet);
  return nsc_sheet_dup_rows (self->sheet, (const guint *) (void *) self->order->data, self->order->len);
}

void
nsc_sheet_model_sort (NscSheetModel *self, const NscSheetSort *sorts, guint n_sorts)
{
  guint n;

  g_return_if_fail (NSC_IS_SHEET_MODEL (self));

  n = nsc_sheet_get_n_rows (self->sheet);
  g_clear_pointer (&self->order, g_array_unref);
  if (n_sorts > 0)
    self->order = nsc_sheet_order_rows (self->sheet, sorts, n_sorts, nsc_tongue_get ());
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, n);
}

gint64
nsc_sheet_model_get_key (NscSheetModel *self, guint position)
{
  g_return_val_if_fail (NSC_IS_SHEET_MODEL (self), 0);
  return nsc_sheet_get_key (self->sheet, get_row (self, position));
}
