/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-handover-list.h"

/* More than a view of GTK makes widgets for, whatever its length. */
#define N_AT_ONCE 256

struct _NscHandoverList
{
  GObject parent_instance;

  GListModel *shown; /* NULL: nothing */
  guint n;           /* that is told of it */
};

/* ---- list model ---- */

static GType
nsc_handover_list_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
nsc_handover_list_get_n_items (GListModel *model)
{
  return NSC_HANDOVER_LIST (model)->n;
}

static gpointer
nsc_handover_list_get_item (GListModel *model, guint position)
{
  NscHandoverList *self = NSC_HANDOVER_LIST (model);

  return position < self->n ? g_list_model_get_item (self->shown, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = nsc_handover_list_get_item_type;
  iface->get_n_items = nsc_handover_list_get_n_items;
  iface->get_item = nsc_handover_list_get_item;
}

static void
nsc_handover_list_get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  NscHandoverList *self = NSC_HANDOVER_LIST (model);

  *start = 0;
  *end = self->n;
  if (position >= self->n)
    {
      *start = self->n;
      *end = G_MAXUINT;
    }
  else if (GTK_IS_SECTION_MODEL (self->shown))
    {
      gtk_section_model_get_section (GTK_SECTION_MODEL (self->shown), position, start, end);
      *end = MIN (*end, self->n);
    }
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = nsc_handover_list_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (NscHandoverList,
                               nsc_handover_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

/* ---- overrides ---- */

static void
nsc_handover_list_finalize (GObject *object)
{
  g_clear_object (&NSC_HANDOVER_LIST (object)->shown);
  G_OBJECT_CLASS (nsc_handover_list_parent_class)->finalize (object);
}

static void
nsc_handover_list_class_init (NscHandoverListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_handover_list_finalize;
}

static void
nsc_handover_list_init (NscHandoverList *self)
{
}

/* ---- public ---- */

NscHandoverList *
nsc_handover_list_new (void)
{
  return g_object_new (NSC_TYPE_HANDOVER_LIST, NULL);
}

void
nsc_handover_list_set (NscHandoverList *self, GListModel *shown)
{
  guint before, after;

  g_return_if_fail (NSC_IS_HANDOVER_LIST (self));

  if (!g_set_object (&self->shown, shown))
    return;
  before = self->n;
  after = shown != NULL ? g_list_model_get_n_items (shown) : 0;
  self->n = MIN (after, N_AT_ONCE);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->n);
  if (after == self->n)
    return;
  self->n = after;
  g_list_model_items_changed (G_LIST_MODEL (self), N_AT_ONCE, 0, after - N_AT_ONCE);
}

GListModel *
nsc_handover_list_get (NscHandoverList *self)
{
  g_return_val_if_fail (NSC_IS_HANDOVER_LIST (self), NULL);
  return self->shown;
}
