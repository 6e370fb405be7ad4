/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-several-row.h"

#include "nsc-accessible-names.h"
#include "nsc-several-choice.h"

#include <glib/gi18n-lib.h>

/* From here on a person would rather type than look. */
#define MANY 12

struct _NscSeveralRow
{
  AdwActionRow parent_instance;

  GListStore *choices; /* of NscSeveralChoice */
  GPtrArray *filling;  /* between begin and end */
  GString *chosen;
  GString *labels;
  gboolean quiet; /* the program is choosing */

  GtkMenuButton *button;
  GtkStringFilter *filter;
  GtkFilterListModel *filtered;
  GtkWidget *nothing;
  GtkPopover *popover;
  GtkEditable *search_entry;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (NscSeveralRow, nsc_several_row, ADW_TYPE_ACTION_ROW)

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
count (NscSeveralRow *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->choices));
}

/* The list keeps it. */
static NscSeveralChoice *
get_choice (NscSeveralRow *self, guint position)
{
  g_autoptr (NscSeveralChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), position);

  return choice;
}

/* Puts down what is chosen, in words too. */
static void
take_stock (NscSeveralRow *self)
{
  g_autofree char *escaped = NULL;

  g_string_truncate (self->chosen, 0);
  g_string_truncate (self->labels, 0);
  for (guint i = 0; i < count (self); i++)
    {
      NscSeveralChoice *choice = get_choice (self, i);

      if (!nsc_several_choice_get_chosen (choice))
        continue;
      if (self->labels->len > 0)
        {
          g_string_append_c (self->chosen, ',');
          /* Translators: stands between the names in a list of names. */
          g_string_append (self->labels, _ (", "));
        }
      g_string_append (self->chosen, nsc_several_choice_get_id (choice));
      g_string_append (self->labels, nsc_several_choice_get_label (choice));
    }
  escaped = g_markup_escape_text (self->labels->str, -1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), escaped);
  /* Else the arrow would have no name but its tooltip. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, self->labels->str, -1);
}

/* ---- the list that drops down: a check button and a name ---- */

#define BINDING_KEY "nsc-binding"

/* The row on the items of its list. */
#define ROW_KEY "nsc-several-row"

/* One always stays chosen. */
static void
checked_cb (GtkCheckButton *check, GtkListItem *item)
{
  NscSeveralRow *self = g_object_get_data (G_OBJECT (item), ROW_KEY);
  NscSeveralChoice *choice = gtk_list_item_get_item (item);

  if (choice == NULL || gtk_check_button_get_active (check) == nsc_several_choice_get_chosen (choice))
    return;
  if (nsc_several_choice_get_chosen (choice) && g_str_equal (nsc_several_choice_get_id (choice), self->chosen->str))
    gtk_check_button_set_active (check, TRUE);
  else
    nsc_several_choice_set_chosen (choice, gtk_check_button_get_active (check));
}

static void
setup_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
  g_object_set_data (G_OBJECT (item), ROW_KEY, user_data);
  g_signal_connect_object (check, "toggled", G_CALLBACK (checked_cb), item, G_CONNECT_DEFAULT);
}

static void
bind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  NscSeveralChoice *choice = gtk_list_item_get_item (item);
  const char *name = nsc_several_choice_get_label (choice);
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (check)), name);
  gtk_list_item_set_accessible_label (item, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (item), BINDING_KEY,
                     g_object_bind_property (choice, "chosen", check, "active", G_BINDING_SYNC_CREATE));
}

static void
unbind_item_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_binding_unbind (g_object_steal_data (G_OBJECT (item), BINDING_KEY));
}

static void
add_factory (NscSeveralRow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_item_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_item_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_item_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
}

/* ---- callbacks ---- */

static void
toggled_cb (NscSeveralRow *self)
{
  if (self->quiet)
    return;
  take_stock (self);
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
activated_cb (NscSeveralRow *self, guint position)
{
  g_autoptr (NscSeveralChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  gtk_popover_popdown (self->popover);
  if (g_str_equal (nsc_several_choice_get_id (choice), self->chosen->str))
    return;
  nsc_several_row_set_chosen (self, nsc_several_choice_get_id (choice));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
row_activated_cb (NscSeveralRow *self)
{
  gtk_menu_button_popup (self->button);
}

static void
searched_cb (NscSeveralRow *self)
{
  gtk_string_filter_set_search (self->filter, gtk_editable_get_text (self->search_entry));
  gtk_widget_set_visible (self->nothing, g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0);
}

/* Enter takes the first that was found. */
static void
search_done_cb (NscSeveralRow *self)
{
  searched_cb (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0)
    activated_cb (self, 0);
}

static void
shown_cb (NscSeveralRow *self)
{
  gtk_editable_set_text (self->search_entry, "");
  searched_cb (self);
  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), count (self) > MANY);
  if (count (self) > MANY)
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  for (guint i = 0; i < count (self); i++)
    if (nsc_several_choice_get_chosen (get_choice (self, i)))
      {
        gtk_list_view_scroll_to (self->view, i, count (self) > MANY ? GTK_LIST_SCROLL_NONE : GTK_LIST_SCROLL_FOCUS,
                                 NULL);
        break;
      }
}

/* ---- overrides ---- */

static void
nsc_several_row_dispose (GObject *object)
{
  NscSeveralRow *self = NSC_SEVERAL_ROW (object);

  self->quiet = TRUE;
  g_clear_object (&self->choices);
  g_clear_pointer (&self->filling, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_SEVERAL_ROW);
  G_OBJECT_CLASS (nsc_several_row_parent_class)->dispose (object);
}

static void
nsc_several_row_finalize (GObject *object)
{
  NscSeveralRow *self = NSC_SEVERAL_ROW (object);

  g_string_free (self->chosen, TRUE);
  g_string_free (self->labels, TRUE);
  G_OBJECT_CLASS (nsc_several_row_parent_class)->finalize (object);
}

static void
nsc_several_row_class_init (NscSeveralRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_several_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_several_row_finalize;
  signals[CHOSEN] =
      g_signal_new ("chosen", NSC_TYPE_SEVERAL_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (NSC_TYPE_SEVERAL_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-several-row.ui");
  gtk_widget_class_bind_template_child (widget_class, NscSeveralRow, button);
  gtk_widget_class_bind_template_child (widget_class, NscSeveralRow, filter);
  gtk_widget_class_bind_template_child (widget_class, NscSeveralRow, filtered);
  gtk_widget_class_bind_template_child (widget_class, NscSeveralRow, nothing);
  gtk_widget_class_bind_template_child (widget_class, NscSeveralRow, popover);
  gtk_widget_class_bind_template_child (widget_class, NscSeveralRow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, NscSeveralRow, view);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, searched_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
nsc_several_row_init (NscSeveralRow *self)
{
  self->choices = g_list_store_new (NSC_TYPE_SEVERAL_CHOICE);
  self->chosen = g_string_new (NULL);
  self->labels = g_string_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_factory (self);
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->choices));
}

/* ---- public ---- */

GtkWidget *
nsc_several_row_new (const char *title)
{
  NscSeveralRow *self = g_object_new (NSC_TYPE_SEVERAL_ROW, "title", title, NULL);

  nsc_accessible_names_complete_row (ADW_ACTION_ROW (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}

void
nsc_several_row_begin (NscSeveralRow *self)
{
  g_return_if_fail (NSC_IS_SEVERAL_ROW (self));

  g_clear_pointer (&self->filling, g_ptr_array_unref);
  self->filling = g_ptr_array_new_with_free_func (g_object_unref);
}

void
nsc_several_row_add (NscSeveralRow *self, const char *id, const char *label)
{
  NscSeveralChoice *choice;

  g_return_if_fail (NSC_IS_SEVERAL_ROW (self) && self->filling != NULL);

  choice = nsc_several_choice_new (id, label);
  g_signal_connect_object (choice, "notify::chosen", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->filling, choice);
}

void
nsc_several_row_end (NscSeveralRow *self, const char *fallback)
{
  g_autofree char *chosen = NULL;

  g_return_if_fail (NSC_IS_SEVERAL_ROW (self) && self->filling != NULL);

  chosen = g_strdup (self->chosen->str);
  g_list_store_splice (self->choices, 0, count (self), self->filling->pdata, self->filling->len);
  g_clear_pointer (&self->filling, g_ptr_array_unref);
  if (!nsc_several_row_set_chosen (self, chosen) &&
      (fallback == NULL || !nsc_several_row_set_chosen (self, fallback)) && count (self) > 0)
    nsc_several_row_set_chosen (self, nsc_several_choice_get_id (get_choice (self, 0)));
  take_stock (self);
}

const char *
nsc_several_row_get_chosen (NscSeveralRow *self)
{
  g_return_val_if_fail (NSC_IS_SEVERAL_ROW (self), NULL);
  return self->chosen->str;
}

const char *
nsc_several_row_get_chosen_labels (NscSeveralRow *self)
{
  g_return_val_if_fail (NSC_IS_SEVERAL_ROW (self), NULL);
  return self->labels->str;
}

char **
nsc_several_row_dup_ids (NscSeveralRow *self)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  g_return_val_if_fail (NSC_IS_SEVERAL_ROW (self), NULL);
  for (guint i = 0; i < count (self); i++)
    g_strv_builder_add (ids, nsc_several_choice_get_id (get_choice (self, i)));
  return g_strv_builder_end (ids);
}

gboolean
nsc_several_row_set_chosen (NscSeveralRow *self, const char *ids)
{
  g_auto (GStrv) wanted = NULL;
  gboolean was_quiet, found = FALSE;

  g_return_val_if_fail (NSC_IS_SEVERAL_ROW (self), FALSE);

  wanted = g_strsplit (ids, ",", -1);
  for (guint i = 0; i < count (self) && !found; i++)
    found = g_strv_contains ((const char *const *) wanted, nsc_several_choice_get_id (get_choice (self, i)));
  if (!found)
    return FALSE;
  was_quiet = self->quiet;
  self->quiet = TRUE;
  for (guint i = 0; i < count (self); i++)
    {
      NscSeveralChoice *choice = get_choice (self, i);

      nsc_several_choice_set_chosen (
          choice, g_strv_contains ((const char *const *) wanted, nsc_several_choice_get_id (choice)));
    }
  take_stock (self);
  self->quiet = was_quiet;
  return TRUE;
}
