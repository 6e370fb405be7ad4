/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-choice-row.h"

#include "nsc-popup-search.h"

/* From here on a person would rather type than look. */
#define MANY 12

/* The id of a choice rides on its string object. */
#define ID_KEY "nsc-choice-id"

/* The row on the items of its list. */
#define ROW_KEY "nsc-choice-row"

struct _NscChoiceRow
{
  AdwComboRow parent_instance;

  GListStore *choices; /* of GtkStringObject */
  GPtrArray *filling;  /* between begin and end */
  gboolean quiet;      /* the program is choosing */
};

G_DEFINE_FINAL_TYPE (NscChoiceRow, nsc_choice_row, ADW_TYPE_COMBO_ROW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- the list that drops down: names in full, where the row has to shorten them ---- */

static void
mark_chosen (GtkListItem *item)
{
  NscChoiceRow *self = g_object_get_data (G_OBJECT (item), ROW_KEY);
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  gboolean chosen = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self)) == gtk_list_item_get_item (item);

  gtk_widget_set_opacity (mark, chosen ? 1 : 0);
}

static void
setup_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
  g_object_set_data (G_OBJECT (item), ROW_KEY, user_data);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (gtk_list_item_get_child (item))), name);
  gtk_list_item_set_accessible_label (item, name);
  g_signal_connect_object (user_data, "notify::selected-item", G_CALLBACK (mark_chosen), item, G_CONNECT_SWAPPED);
  mark_chosen (item);
}

static void
unbind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (user_data, mark_chosen, item);
}

static GtkListItemFactory *
make_list_factory (NscChoiceRow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_item_cb), self);
  return factory;
}

/* ---- callbacks ---- */

static void
selected_cb (NscChoiceRow *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static void
nsc_choice_row_dispose (GObject *object)
{
  NscChoiceRow *self = NSC_CHOICE_ROW (object);

  self->quiet = TRUE;
  g_clear_object (&self->choices);
  g_clear_pointer (&self->filling, g_ptr_array_unref);
  G_OBJECT_CLASS (nsc_choice_row_parent_class)->dispose (object);
}

static void
nsc_choice_row_class_init (NscChoiceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_choice_row_dispose;
  signals[CHOSEN] =
      g_signal_new ("chosen", NSC_TYPE_CHOICE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_choice_row_init (NscChoiceRow *self)
{
  g_autoptr (GtkExpression) label = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autoptr (GtkListItemFactory) factory = make_list_factory (self);

  self->choices = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self), label);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (self), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  adw_combo_row_set_list_factory (ADW_COMBO_ROW (self), factory);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (self->choices));
  nsc_popup_search_add (ADW_COMBO_ROW (self));
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

GtkWidget *
nsc_choice_row_new (const char *title)
{
  return g_object_new (NSC_TYPE_CHOICE_ROW, "title", title, NULL);
}

void
nsc_choice_row_begin (NscChoiceRow *self)
{
  g_return_if_fail (NSC_IS_CHOICE_ROW (self));

  g_clear_pointer (&self->filling, g_ptr_array_unref);
  self->filling = g_ptr_array_new_with_free_func (g_object_unref);
}

void
nsc_choice_row_add (NscChoiceRow *self, const char *id, const char *label)
{
  GtkStringObject *choice;

  g_return_if_fail (NSC_IS_CHOICE_ROW (self) && self->filling != NULL);

  choice = gtk_string_object_new (label);
  g_object_set_data_full (G_OBJECT (choice), ID_KEY, g_strdup (id), g_free);
  g_ptr_array_add (self->filling, choice);
}

void
nsc_choice_row_end (NscChoiceRow *self)
{
  g_autofree char *chosen = NULL;

  g_return_if_fail (NSC_IS_CHOICE_ROW (self) && self->filling != NULL);

  chosen = g_strdup (nsc_choice_row_get_chosen (self));
  self->quiet = TRUE;
  g_list_store_splice (self->choices, 0, g_list_model_get_n_items (G_LIST_MODEL (self->choices)), self->filling->pdata,
                       self->filling->len);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (self), self->filling->len > MANY);
  if (!nsc_choice_row_set_chosen (self, chosen) && self->filling->len > 0)
    adw_combo_row_set_selected (ADW_COMBO_ROW (self), 0);
  self->quiet = FALSE;
  g_clear_pointer (&self->filling, g_ptr_array_unref);
}

const char *
nsc_choice_row_get_chosen (NscChoiceRow *self)
{
  GObject *choice;

  g_return_val_if_fail (NSC_IS_CHOICE_ROW (self), NULL);
  choice = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));
  return choice != NULL ? g_object_get_data (choice, ID_KEY) : "";
}

const char *
nsc_choice_row_get_chosen_label (NscChoiceRow *self)
{
  GtkStringObject *choice;

  g_return_val_if_fail (NSC_IS_CHOICE_ROW (self), NULL);
  choice = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));
  return choice != NULL ? gtk_string_object_get_string (choice) : "";
}

char **
nsc_choice_row_dup_ids (NscChoiceRow *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  guint n;

  g_return_val_if_fail (NSC_IS_CHOICE_ROW (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      g_strv_builder_add (ids, g_object_get_data (choice, ID_KEY));
    }
  return g_strv_builder_end (ids);
}

gboolean
nsc_choice_row_set_chosen (NscChoiceRow *self, const char *id)
{
  guint n;

  g_return_val_if_fail (NSC_IS_CHOICE_ROW (self), FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);
      gboolean was_quiet = self->quiet;

      if (g_strcmp0 (g_object_get_data (choice, ID_KEY), id) != 0)
        continue;
      self->quiet = TRUE;
      adw_combo_row_set_selected (ADW_COMBO_ROW (self), i);
      self->quiet = was_quiet;
      return TRUE;
    }
  return FALSE;
}
