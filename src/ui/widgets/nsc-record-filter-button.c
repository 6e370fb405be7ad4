/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-filter-button.h"

#include "nsc-column-values.h"
#include "nsc-fold.h"
#include "nsc-tongue.h"

#include <glib/gi18n-lib.h>

/* From here on values are searched rather than read. */
#define MANY 10

struct _NscRecordFilterButton
{
  AdwBin parent_instance;

  NscRecordList *list;
  NscColumnValues *shown; /* those of the chosen column; NULL until the popover is open */
  GtkFilterListModel *found;
  GtkCustomFilter *filter;
  GArray *shared;   /* guint, the columns that can be chosen */
  GPtrArray *bound; /* of GtkListItem, the rows that are there */
  char *words;      /* folded */

  GtkMenuButton *button;
  GtkDropDown *columns;
  GtkPopover *popover;
  GtkEditable *search_entry;
  GtkStack *stack;
  GtkListView *values;
};

G_DEFINE_FINAL_TYPE (NscRecordFilterButton, nsc_record_filter_button, ADW_TYPE_BIN)

/* ---- the column ---- */

static gboolean
get_column (NscRecordFilterButton *self, guint *column)
{
  guint position = gtk_drop_down_get_selected (self->columns);

  if (self->list == NULL || position >= self->shared->len)
    return FALSE;
  *column = g_array_index (self->shared, guint, position);
  return TRUE;
}

static void
list_columns (NscRecordFilterButton *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const NscTable *table = nsc_record_list_get_table (self->list);

  g_array_set_size (self->shared, 0);
  for (guint i = 0; i < table->n_columns; i++)
    if (nsc_column_values_are_shared (table, i))
      {
        g_array_append_val (self->shared, i);
        gtk_string_list_append (labels, _ (table->columns[i].label));
      }
  gtk_drop_down_set_model (self->columns, G_LIST_MODEL (labels));
}

/* ---- the values ---- */

static gboolean
is_found (gpointer choice, gpointer data)
{
  NscRecordFilterButton *self = data;
  g_autofree char *search = NULL;

  g_object_get (choice, "search", &search, NULL);
  return nsc_fold_contains (search, self->words);
}

static void
update (NscRecordFilterButton *self)
{
  gboolean loaded = self->shown != NULL && nsc_answer_list_is_loaded (NSC_ANSWER_LIST (self->shown));
  guint n_all = loaded ? g_list_model_get_n_items (G_LIST_MODEL (self->shown)) : 0;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->found));

  gtk_widget_set_visible (GTK_WIDGET (self->search_entry), n_all > MANY);
  gtk_stack_set_visible_child_name (self->stack, !loaded ? "reading" : n == 0 ? "nothing" : "values");
}

static void
let_go_of_values (NscRecordFilterButton *self)
{
  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  gtk_filter_list_model_set_model (self->found, NULL);
  g_clear_object (&self->shown);
}

static void
read_values (NscRecordFilterButton *self)
{
  guint column;

  let_go_of_values (self);
  if (!get_column (self, &column))
    return;
  gtk_editable_set_text (self->search_entry, "");
  self->shown = nsc_column_values_new (nsc_record_list_get_project (self->list), nsc_record_list_get_table (self->list),
                                       column, nsc_tongue_get ());
  gtk_filter_list_model_set_model (self->found, G_LIST_MODEL (self->shown));
  g_signal_connect_swapped (self->shown, "notify::loaded", G_CALLBACK (update), self);
  update (self);
}

static void
toggle (NscRecordFilterButton *self, NscChoice *choice)
{
  const char *value = nsc_choice_get_value (choice);
  guint column;

  if (!get_column (self, &column))
    return;
  if (nsc_record_question_has_filter (nsc_record_list_get_question (self->list), column, value))
    nsc_record_list_remove_filter (self->list, column, value);
  else
    nsc_record_list_add_filter (self->list, column, value);
}

/* ---- rows ---- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, NscRecordFilterButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
}

static void
show_chosen (NscRecordFilterButton *self, GtkListItem *item)
{
  NscChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *check = gtk_widget_get_last_child (gtk_list_item_get_child (item));
  guint column;
  gboolean chosen =
      get_column (self, &column) &&
      nsc_record_question_has_filter (nsc_record_list_get_question (self->list), column, nsc_choice_get_value (choice));
  /* Translators: what a screen reader says of a value that records can be filtered by: the value, how many records have
   * it. */
  g_autofree char *words = g_strdup_printf (chosen ? _ ("%1$s, %2$s, chosen") : _ ("%1$s, %2$s"),
                                            nsc_choice_get_label (choice), nsc_choice_get_hint (choice));

  gtk_widget_set_opacity (check, chosen ? 1 : 0);
  gtk_list_item_set_accessible_label (item, words);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, NscRecordFilterButton *self)
{
  NscChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_label (GTK_LABEL (label), nsc_choice_get_label (choice));
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_next_sibling (label)), nsc_choice_get_hint (choice));
  g_ptr_array_add (self->bound, item);
  show_chosen (self, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, NscRecordFilterButton *self)
{
  g_ptr_array_remove_fast (self->bound, item);
}

/* ---- callbacks ---- */

static void
asked_cb (NscRecordFilterButton *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    show_chosen (self, g_ptr_array_index (self->bound, i));
}

/* What there is may have changed since it was open last. */
static void
opened_cb (NscRecordFilterButton *self)
{
  read_values (self);
}

static void
column_chosen_cb (NscRecordFilterButton *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->popover)))
    read_values (self);
}

static void
search_changed_cb (NscRecordFilterButton *self)
{
  g_free (self->words);
  self->words = nsc_fold_text (gtk_editable_get_text (self->search_entry));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update (self);
}

/* Enter takes the first that is found. */
static void
search_done_cb (NscRecordFilterButton *self)
{
  g_autoptr (NscChoice) first = NULL;

  search_changed_cb (self);
  first = g_list_model_get_item (G_LIST_MODEL (self->found), 0);
  if (first != NULL)
    toggle (self, first);
}

static void
search_stopped_cb (NscRecordFilterButton *self)
{
  gtk_popover_popdown (self->popover);
}

static void
value_activated_cb (NscRecordFilterButton *self, guint position)
{
  g_autoptr (NscChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->found), position);

  toggle (self, choice);
}

/* ---- object ---- */

static gboolean
nsc_record_filter_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (NSC_RECORD_FILTER_BUTTON (widget)->button));
}

static void
nsc_record_filter_button_dispose (GObject *object)
{
  NscRecordFilterButton *self = NSC_RECORD_FILTER_BUTTON (object);

  if (self->found != NULL)
    {
      let_go_of_values (self);
      gtk_list_view_set_model (self->values, NULL);
    }
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_clear_object (&self->list);
  /* The bin lets go of its child itself, which the template would do as well. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_RECORD_FILTER_BUTTON);
  G_OBJECT_CLASS (nsc_record_filter_button_parent_class)->dispose (object);
}

static void
nsc_record_filter_button_finalize (GObject *object)
{
  NscRecordFilterButton *self = NSC_RECORD_FILTER_BUTTON (object);

  g_array_unref (self->shared);
  g_ptr_array_unref (self->bound);
  g_free (self->words);
  G_OBJECT_CLASS (nsc_record_filter_button_parent_class)->finalize (object);
}

static void
nsc_record_filter_button_class_init (NscRecordFilterButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_record_filter_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_record_filter_button_finalize;
  widget_class->grab_focus = nsc_record_filter_button_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/normscape/Normscape/ui/nsc-record-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, NscRecordFilterButton, button);
  gtk_widget_class_bind_template_child (widget_class, NscRecordFilterButton, columns);
  gtk_widget_class_bind_template_child (widget_class, NscRecordFilterButton, popover);
  gtk_widget_class_bind_template_child (widget_class, NscRecordFilterButton, search_entry);
  gtk_widget_class_bind_template_child (widget_class, NscRecordFilterButton, stack);
  gtk_widget_class_bind_template_child (widget_class, NscRecordFilterButton, values);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_activated_cb);
}

static void
nsc_record_filter_button_init (NscRecordFilterButton *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) unselected = NULL;

  self->shared = g_array_new (FALSE, FALSE, sizeof (guint));
  self->bound = g_ptr_array_new ();
  self->words = g_strdup ("");
  self->filter = gtk_custom_filter_new (is_found, self, NULL);
  self->found = gtk_filter_list_model_new (NULL, g_object_ref (GTK_FILTER (self->filter)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  unselected = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->found))));
  gtk_list_view_set_factory (self->values, factory);
  gtk_list_view_set_model (self->values, unselected);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
}

void
nsc_record_filter_button_set_list (NscRecordFilterButton *self, NscRecordList *list)
{
  g_return_if_fail (NSC_IS_RECORD_FILTER_BUTTON (self));

  if (self->list == list)
    return;
  gtk_popover_popdown (self->popover);
  let_go_of_values (self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  g_set_object (&self->list, list);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), list != NULL);
  if (list == NULL)
    return;
  g_signal_connect_swapped (list, "asked", G_CALLBACK (asked_cb), self);
  list_columns (self);
}
