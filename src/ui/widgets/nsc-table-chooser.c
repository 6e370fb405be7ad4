/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-table-chooser.h"

#include "nsc-table-counts.h"
#include "nsc-tongue.h"

#include "nsc-text.h"

#include <glib/gi18n-lib.h>

struct _NscTableChooser
{
  AdwBin parent_instance;

  NscTableCounts *counts;
  GtkDropDown *drop_down;
};

G_DEFINE_FINAL_TYPE (NscTableChooser, nsc_table_chooser, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
title_of (GtkListItem *item)
{
  return _ (nsc_table_count_get_table (gtk_list_item_get_item (item))->title);
}

/* ---- the button ---- */

static void
setup_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_button_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), title_of (item));
}

/* ---- the list ---- */

static void
setup_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *number = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_add_css_class (number, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_accessible_update_state (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
}

static void
show_count (GtkListItem *item)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *number = gtk_widget_get_next_sibling (title);
  gint64 count = nsc_table_count_get_count (gtk_list_item_get_item (item));
  g_autofree char *digits = count >= 0 ? nsc_text_integer (nsc_tongue_get (), count) : g_strdup ("");
  /* Translators: what a screen reader says of a table: its title and how many records it has. */
  g_autofree char *whole = g_strdup_printf (_ ("%1$s: %2$s"), title_of (item), digits);

  gtk_label_set_label (GTK_LABEL (number), digits);
  gtk_list_item_set_accessible_label (item, whole);
}

static void
show_chosen (NscTableChooser *self, GtkListItem *item)
{
  GtkWidget *check = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  gboolean chosen = gtk_list_item_get_item (item) == gtk_drop_down_get_selected_item (self->drop_down);

  gtk_widget_set_opacity (check, chosen ? 1 : 0);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, NscTableChooser *self)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_label (GTK_LABEL (title), title_of (item));
  g_signal_connect_swapped (gtk_list_item_get_item (item), "notify::count", G_CALLBACK (show_count), item);
  g_signal_connect (self, "chosen", G_CALLBACK (show_chosen), item);
  show_count (item);
  show_chosen (self, item);
}

static void
unbind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, NscTableChooser *self)
{
  g_signal_handlers_disconnect_by_func (self, show_chosen, item);
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_count, item);
}

/* ---- object ---- */

static void
selected_cb (NscTableChooser *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
nsc_table_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NSC_TABLE_CHOOSER (widget)->drop_down));
}

static void
nsc_table_chooser_dispose (GObject *object)
{
  NscTableChooser *self = NSC_TABLE_CHOOSER (object);

  if (self->counts != NULL)
    nsc_table_counts_set_project (self->counts, NULL);
  g_clear_object (&self->counts);
  G_OBJECT_CLASS (nsc_table_chooser_parent_class)->dispose (object);
}

static void
nsc_table_chooser_class_init (NscTableChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_table_chooser_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = nsc_table_chooser_grab_focus;

  signals[CHOSEN] =
      g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_table_chooser_init (NscTableChooser *self)
{
  g_autoptr (GtkListItemFactory) button = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) items = gtk_signal_list_item_factory_new ();

  g_signal_connect (button, "setup", G_CALLBACK (setup_button_cb), NULL);
  g_signal_connect (button, "bind", G_CALLBACK (bind_button_cb), NULL);
  g_signal_connect (items, "setup", G_CALLBACK (setup_item_cb), NULL);
  g_signal_connect (items, "bind", G_CALLBACK (bind_item_cb), self);
  g_signal_connect (items, "unbind", G_CALLBACK (unbind_item_cb), self);

  self->counts = nsc_table_counts_new ();
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (self->counts)), NULL));
  gtk_drop_down_set_factory (self->drop_down, button);
  gtk_drop_down_set_list_factory (self->drop_down, items);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down), _ ("Table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Table"), -1);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
}

void
nsc_table_chooser_set_project (NscTableChooser *self, NscProject *project)
{
  g_return_if_fail (NSC_IS_TABLE_CHOOSER (self));
  nsc_table_counts_set_project (self->counts, project);
}

const NscTable *
nsc_table_chooser_get_table (NscTableChooser *self)
{
  g_return_val_if_fail (NSC_IS_TABLE_CHOOSER (self), NULL);
  return nsc_table_count_get_table (gtk_drop_down_get_selected_item (self->drop_down));
}

void
nsc_table_chooser_set_table (NscTableChooser *self, const NscTable *table)
{
  g_return_if_fail (NSC_IS_TABLE_CHOOSER (self));
  gtk_drop_down_set_selected (self->drop_down, nsc_table_counts_find (self->counts, table));
}
