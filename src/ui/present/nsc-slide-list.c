/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-slide-list.h"

#include <glib/gi18n-lib.h>

/* Of a name, in letters. */
#define LONGEST 60

struct _NscSlideList
{
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (NscSlideList, nsc_slide_list, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
make_row (NscDeck *deck, guint index)
{
  /* Translators: the number of a slide and its name. */
  g_autofree char *words = g_strdup_printf (_ ("%1$u. %2$s"), index + 1, nsc_deck_get_name (deck, index));
  GtkWidget *label = gtk_label_new (words), *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LONGEST);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

static void
row_activated_cb (NscSlideList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, (guint) gtk_list_box_row_get_index (row));
}

static void
nsc_slide_list_class_init (NscSlideListClass *klass)
{
  signals[CHOSEN] =
      g_signal_new ("chosen", NSC_TYPE_SLIDE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
nsc_slide_list_init (NscSlideList *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Figures"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

NscSlideList *
nsc_slide_list_new (void)
{
  return g_object_new (NSC_TYPE_SLIDE_LIST, NULL);
}

void
nsc_slide_list_show (NscSlideList *self, NscDeck *deck, guint index)
{
  GtkListBoxRow *row;

  g_return_if_fail (NSC_IS_SLIDE_LIST (self) && NSC_IS_DECK (deck));

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < nsc_deck_get_n_slides (deck); i++)
    gtk_list_box_append (self->list, make_row (deck, i));
  row = gtk_list_box_get_row_at_index (self->list, (int) index);
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}
