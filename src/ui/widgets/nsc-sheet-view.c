/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sheet-view.h"

#include "nsc-sheet-model.h"

#include <glib/gi18n-lib.h>

struct _NscSheetView
{
  AdwBin parent_instance;

  NscSheetModel *rows;
  GtkSingleSelection *selection;
  gint64 selected_key;
  gboolean told; /* the selection is being set by the program */

  GtkColumnView *view;
  GtkLabel *notes;
};

G_DEFINE_FINAL_TYPE (NscSheetView, nsc_sheet_view, ADW_TYPE_BIN)

enum
{
  PROP_SELECTED_KEY = 1,
  N_PROPERTIES,
};

enum
{
  MARK_SELECTED,
  MARK_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean numeric = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "nsc-numeric"));

  gtk_label_set_xalign (GTK_LABEL (label), numeric ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), numeric ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  if (numeric)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_autofree char *value = nsc_sheet_row_dup_shown (gtk_list_item_get_item (item), GPOINTER_TO_UINT (user_data));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), value);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), value);
}

static void
add_column (NscSheetView *self, NscSheet *sheet, guint index)
{
  const NscSheetColumn *described = nsc_sheet_get_column (sheet, index);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "nsc-numeric", GINT_TO_POINTER (nsc_sheet_column_is_numeric (described)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (index));
  column = gtk_column_view_column_new (described->title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, !nsc_sheet_column_is_numeric (described));
  gtk_column_view_append_column (self->view, column);
}

static GtkLabel *
find_label (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return GTK_LABEL (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *label = find_label (child);

      if (label != NULL)
        return label;
    }
  return NULL;
}

/* The header of a column of numbers stands over them. A column has no word for that: the titles are the children of the
 * header, which is the first child of the view. */
static void
align_headers (NscSheetView *self, NscSheet *sheet)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = gtk_widget_get_first_child (header);

  for (guint i = 0; i < nsc_sheet_get_n_columns (sheet) && title != NULL; i++)
    {
      const NscSheetColumn *described = nsc_sheet_get_column (sheet, i);
      GtkLabel *label = find_label (title);

      if (described->kind == NSC_SHEET_CODE)
        continue;
      if (label != NULL && nsc_sheet_column_is_numeric (described))
        {
          gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
          gtk_label_set_xalign (label, 1);
        }
      title = gtk_widget_get_next_sibling (title);
    }
}

static void
show_notes (NscSheetView *self, NscSheet *sheet)
{
  guint n = sheet != NULL ? nsc_sheet_get_n_notes (sheet) : 0;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) notes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (builder, nsc_sheet_get_note (sheet, i));
  notes = g_strv_builder_end (builder);
  text = g_strjoinv ("\n", notes);
  gtk_label_set_label (self->notes, text);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), n > 0);
}

static void
selected_cb (NscSheetView *self)
{
  NscSheetRow *row = gtk_single_selection_get_selected_item (self->selection);
  gint64 key = row != NULL ? nsc_sheet_row_get_key (row) : 0;

  if (self->told || key == self->selected_key)
    return;
  self->selected_key = key;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_KEY]);
  g_signal_emit (self, signals[MARK_SELECTED], 0, key);
}

static void
activated_cb (NscSheetView *self, guint position)
{
  g_autoptr (NscSheetRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row != NULL && nsc_sheet_row_get_key (row) != 0)
    g_signal_emit (self, signals[MARK_ACTIVATED], 0, nsc_sheet_row_get_key (row));
}

static void
show_selection (NscSheetView *self)
{
  int row = self->rows != NULL ? nsc_sheet_model_find (self->rows, self->selected_key) : -1;

  self->told = TRUE;
  gtk_single_selection_set_selected (self->selection, row >= 0 ? (guint) row : GTK_INVALID_LIST_POSITION);
  if (row >= 0 && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_column_view_scroll_to (self->view, (guint) row, NULL, GTK_LIST_SCROLL_NONE, NULL);
  self->told = FALSE;
}

/* Keys go on from what was chosen in the figure. */
static void
mapped_cb (NscSheetView *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_column_view_scroll_to (self->view, position, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
}

static void
nsc_sheet_view_dispose (GObject *object)
{
  NscSheetView *self = NSC_SHEET_VIEW (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (nsc_sheet_view_parent_class)->dispose (object);
}

static void
nsc_sheet_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED_KEY)
    g_value_set_int64 (value, NSC_SHEET_VIEW (object)->selected_key);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsc_sheet_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_SELECTED_KEY)
    nsc_sheet_view_set_selected_key (NSC_SHEET_VIEW (object), g_value_get_int64 (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
nsc_sheet_view_class_init (NscSheetViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = nsc_sheet_view_dispose;
  object_class->get_property = nsc_sheet_view_get_property;
  object_class->set_property = nsc_sheet_view_set_property;

  properties[PROP_SELECTED_KEY] =
      g_param_spec_int64 ("selected-key", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[MARK_SELECTED] = g_signal_new ("mark-selected", NSC_TYPE_SHEET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[MARK_ACTIVATED] = g_signal_new ("mark-activated", NSC_TYPE_SHEET_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT64);
}

/* Below the table, where people look for what a number of it means. */
static GtkLabel *
make_notes (void)
{
  GtkWidget *notes = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (notes), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (notes), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (notes), TRUE);
  gtk_label_set_xalign (GTK_LABEL (notes), 0);
  gtk_widget_set_margin_start (notes, 12);
  gtk_widget_set_margin_end (notes, 12);
  gtk_widget_set_margin_top (notes, 6);
  gtk_widget_set_margin_bottom (notes, 6);
  gtk_widget_set_visible (notes, FALSE);
  gtk_widget_add_css_class (notes, "caption");
  return GTK_LABEL (notes);
}

static void
nsc_sheet_view_init (NscSheetView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection))));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Table"), -1);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->notes = make_notes ();
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notes));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
nsc_sheet_view_set_sheet (NscSheetView *self, NscSheet *sheet)
{
  GListModel *columns;

  g_return_if_fail (NSC_IS_SHEET_VIEW (self));

  columns = gtk_column_view_get_columns (self->view);
  self->told = TRUE;
  gtk_single_selection_set_model (self->selection, NULL);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  g_clear_object (&self->rows);
  if (sheet != NULL)
    {
      for (guint i = 0; i < nsc_sheet_get_n_columns (sheet); i++)
        if (nsc_sheet_get_column (sheet, i)->kind != NSC_SHEET_CODE)
          add_column (self, sheet, i);
      align_headers (self, sheet);
      self->rows = nsc_sheet_model_new (sheet);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
    }
  self->told = FALSE;
  show_notes (self, sheet);
  show_selection (self);
}

void
nsc_sheet_view_set_selected_key (NscSheetView *self, gint64 key)
{
  g_return_if_fail (NSC_IS_SHEET_VIEW (self));

  if (self->selected_key == key)
    return;
  self->selected_key = key;
  show_selection (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_KEY]);
}
