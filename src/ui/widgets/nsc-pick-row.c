/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-pick-row.h"

#include "nsc-accessible-names.h"
#include "nsc-popup-search.h"

#include <glib/gi18n-lib.h>

/* From here on a list is searched rather than read. */
#define MANY 10

struct _NscPickRow
{
  AdwComboRow parent_instance;

  NscChoiceList *choices;
  char *value;
};

G_DEFINE_FINAL_TYPE (NscPickRow, nsc_pick_row, ADW_TYPE_COMBO_ROW)

enum
{
  VALUE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- the value in the row ---- */

static void
setup_value_cb (GtkSignalListItemFactory *factory, GtkListItem *item, NscPickRow *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_value_cb (GtkSignalListItemFactory *factory, GtkListItem *item, NscPickRow *self)
{
  const char *label = nsc_choice_get_label (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), label);
  gtk_list_item_set_accessible_label (item, label);
}

/* ---- the items of the list ---- */

static void
setup_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, NscPickRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *hint = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_label_set_max_width_chars (GTK_LABEL (hint), 32);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Chosen"), -1);
  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (words), hint);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
}

static void
show_chosen (NscPickRow *self, GtkListItem *item)
{
  GtkWidget *check = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  gboolean chosen = gtk_list_item_get_item (item) == adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  gtk_widget_set_opacity (check, chosen ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_STATE_HIDDEN, !chosen, -1);
}

static void
chosen_cb (NscPickRow *self, GParamSpec *pspec, GtkListItem *item)
{
  show_chosen (self, item);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, NscPickRow *self)
{
  NscChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *words = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *hint = gtk_widget_get_last_child (words);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (words)), nsc_choice_get_label (choice));
  gtk_label_set_label (GTK_LABEL (hint), nsc_choice_get_hint (choice));
  gtk_widget_set_visible (hint, *nsc_choice_get_hint (choice) != '\0');
  gtk_list_item_set_accessible_label (item, nsc_choice_get_label (choice));
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (chosen_cb), item);
  show_chosen (self, item);
}

static void
unbind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, NscPickRow *self)
{
  g_signal_handlers_disconnect_by_func (self, chosen_cb, item);
}

/* ---- the choice ---- */

static void
selected_cb (NscPickRow *self)
{
  NscChoice *choice = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  if (choice == NULL || !nsc_answer_list_is_loaded (NSC_ANSWER_LIST (self->choices)))
    return;
  if (g_set_str (&self->value, nsc_choice_get_value (choice)))
    g_signal_emit (self, signals[VALUE_CHANGED], 0);
}

static void
select_value (NscPickRow *self)
{
  guint position = nsc_choice_list_find (self->choices, self->value);

  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position != G_MAXUINT ? position : GTK_INVALID_LIST_POSITION);
}

static void
loaded_cb (NscPickRow *self)
{
  gboolean many = g_list_model_get_n_items (G_LIST_MODEL (self->choices)) > MANY;

  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), many);
  gtk_widget_set_sensitive (GTK_WIDGET (self), TRUE);
  select_value (self);
}

static void
failed_cb (NscPickRow *self)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               nsc_answer_list_get_error (NSC_ANSWER_LIST (self->choices))->message);
}

/* ---- object ---- */

static void
nsc_pick_row_dispose (GObject *object)
{
  g_clear_object (&NSC_PICK_ROW (object)->choices);
  G_OBJECT_CLASS (nsc_pick_row_parent_class)->dispose (object);
}

static void
nsc_pick_row_finalize (GObject *object)
{
  g_free (NSC_PICK_ROW (object)->value);
  G_OBJECT_CLASS (nsc_pick_row_parent_class)->finalize (object);
}

static void
nsc_pick_row_class_init (NscPickRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_pick_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_pick_row_finalize;

  signals[VALUE_CHANGED] =
      g_signal_new ("value-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_pick_row_init (NscPickRow *self)
{
  self->value = g_strdup ("");
}

GtkWidget *
nsc_pick_row_new (NscChoiceList *choices)
{
  NscPickRow *self = g_object_new (NSC_TYPE_PICK_ROW, "use-markup", FALSE, NULL);
  g_autoptr (GtkListItemFactory) items = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) value = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkExpression) search = gtk_property_expression_new (NSC_TYPE_CHOICE, NULL, "search");

  g_set_object (&self->choices, choices);
  g_signal_connect (items, "setup", G_CALLBACK (setup_item_cb), self);
  g_signal_connect (items, "bind", G_CALLBACK (bind_item_cb), self);
  g_signal_connect (items, "unbind", G_CALLBACK (unbind_item_cb), self);
  g_signal_connect (value, "setup", G_CALLBACK (setup_value_cb), self);
  g_signal_connect (value, "bind", G_CALLBACK (bind_value_cb), self);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), search);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_factory (ADW_COMBO_ROW (self), value);
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (self), items);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (choices));
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (selected_cb), NULL);
  nsc_popup_search_add (ADW_COMBO_ROW (self));
  nsc_accessible_names_complete_row (ADW_ACTION_ROW (self));

  if (nsc_answer_list_is_loaded (NSC_ANSWER_LIST (choices)))
    loaded_cb (self);
  else
    gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (choices, "notify::loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (choices, "notify::error", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

NscChoiceList *
nsc_pick_row_get_choices (NscPickRow *self)
{
  g_return_val_if_fail (NSC_IS_PICK_ROW (self), NULL);
  return self->choices;
}

const char *
nsc_pick_row_get_value (NscPickRow *self)
{
  g_return_val_if_fail (NSC_IS_PICK_ROW (self), "");
  return self->value;
}

void
nsc_pick_row_set_value (NscPickRow *self, const char *value)
{
  g_return_if_fail (NSC_IS_PICK_ROW (self));

  g_set_str (&self->value, value);
  if (nsc_answer_list_is_loaded (NSC_ANSWER_LIST (self->choices)))
    select_value (self);
}

const char *
nsc_pick_row_get_label (NscPickRow *self)
{
  NscChoice *choice;

  g_return_val_if_fail (NSC_IS_PICK_ROW (self), "");

  choice = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));
  return choice != NULL && *self->value != '\0' ? nsc_choice_get_label (choice) : "";
}
