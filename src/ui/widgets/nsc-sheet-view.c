/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sheet-view.h"

#include "nsc-sheet-model.h"
#include "nsc-sort-menu.h"
#include "nsc-tongue.h"

#include <glib/gi18n-lib.h>

struct _NscSheetView
{
  AdwBin parent_instance;

  NscSheetModel *rows;
  GtkMultiSelection *chosen; /* the rows */
  NscMarkSelection *selection;
  gboolean told;   /* one of the two is being set by the other */
  char *sorted_by; /* the first column of the order, NULL: that of the report */
  gboolean descends;

  GtkColumnView *view;
  GtkLabel *notes;
};

G_DEFINE_FINAL_TYPE (NscSheetView, nsc_sheet_view, ADW_TYPE_BIN)

enum
{
  MARK_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* A column is as wide as its words, up to so many letters, where a Chinese one counts for two; rather than to shorten
 * them beyond that, the table scrolls. */
#define MOST_LETTERS 32
#define ROWS_MEASURED 200

static int
measure_words (NscSheet *sheet, guint column)
{
  guint n = MIN (nsc_sheet_get_n_rows (sheet), ROWS_MEASURED);
  int most = 0;

  for (guint row = 0; row < n && most < MOST_LETTERS; row++)
    {
      g_autofree char *words = nsc_sheet_dup_shown (sheet, row, column, nsc_tongue_get ());
      int letters = 0;

      for (const char *c = words; *c != '\0'; c = g_utf8_next_char (c))
        letters += g_unichar_iswide (g_utf8_get_char (c)) ? 2 : 1;
      most = MAX (most, letters);
    }
  return MIN (most, MOST_LETTERS);
}

/* What does not fit is told where the pointer rests. Words set beforehand would be compared with where the pointer is,
 * a question to the display for each cell. */
static gboolean
query_tooltip_cb (GtkLabel *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (label));
  return TRUE;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean numeric = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "nsc-numeric"));
  int letters = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "nsc-letters"));

  gtk_label_set_xalign (GTK_LABEL (label), numeric ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), numeric ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  if (numeric)
    gtk_widget_add_css_class (label, "numeric");
  else
    gtk_label_set_width_chars (GTK_LABEL (label), letters);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_autofree char *value = nsc_sheet_row_dup_shown (gtk_list_item_get_item (item), GPOINTER_TO_UINT (user_data));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), value);
}

static void
add_column (NscSheetView *self, NscSheet *sheet, guint index)
{
  const NscSheetColumn *described = nsc_sheet_get_column (sheet, index);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

  g_object_set_data (G_OBJECT (factory), "nsc-numeric", GINT_TO_POINTER (nsc_sheet_column_is_numeric (described)));
  if (!nsc_sheet_column_is_numeric (described))
    g_object_set_data (G_OBJECT (factory), "nsc-letters", GINT_TO_POINTER (measure_words (sheet, index)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (index));
  column = gtk_column_view_column_new (described->title, factory);
  gtk_column_view_column_set_id (column, described->name);
  /* The model sorts; this only makes the header answer. */
  gtk_column_view_column_set_sorter (column, sorter);
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

/* The header of a column of numbers stands over them, and the arrow of its order before it. A column has no word for
 * that: the titles are the children of the header, which is the first child of the view. */
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
          GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (label));

          gtk_box_reorder_child_after (GTK_BOX (box), GTK_WIDGET (label), gtk_widget_get_last_child (box));
          gtk_widget_set_halign (box, GTK_ALIGN_END);
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

/* ---- selection ---- */

/* The mark that leads after rows from POSITION on have changed: one that was chosen just now. */
static gint64
find_lead (NscSheetView *self, const GArray *keys, guint position, guint n_items)
{
  gint64 lead = nsc_mark_selection_get_lead (self->selection);
  gboolean stays = FALSE;

  for (guint row = position; row < position + n_items; row++)
    {
      gint64 key = nsc_sheet_model_get_key (self->rows, row);

      if (key != 0 && gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->chosen), row) &&
          !nsc_mark_selection_contains (self->selection, key))
        return key;
    }
  for (guint i = 0; i < keys->len; i++)
    stays = stays || g_array_index (keys, gint64, i) == lead;
  return stays || keys->len == 0 ? lead : g_array_index (keys, gint64, keys->len - 1);
}

static void
rows_chosen_cb (NscSheetView *self, guint position, guint n_items)
{
  g_autoptr (GtkBitset) rows = NULL;
  g_autoptr (GArray) keys = NULL;
  GtkBitsetIter iter;
  guint row;

  if (self->told || self->rows == NULL)
    return;
  rows = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->chosen));
  keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, rows, &row); valid;
       valid = gtk_bitset_iter_next (&iter, &row))
    {
      gint64 key = nsc_sheet_model_get_key (self->rows, row);

      if (key != 0)
        g_array_append_val (keys, key);
    }
  self->told = TRUE;
  nsc_mark_selection_set (self->selection, (const gint64 *) (void *) keys->data, keys->len,
                          find_lead (self, keys, position, n_items));
  self->told = FALSE;
}

/* The row of the mark that leads, or GTK_INVALID_LIST_POSITION. */
static guint
find_leading_row (NscSheetView *self)
{
  gint64 lead = nsc_mark_selection_get_lead (self->selection);
  guint n = self->rows != NULL && lead != 0 ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;

  for (guint row = 0; row < n; row++)
    if (nsc_sheet_model_get_key (self->rows, row) == lead)
      return row;
  return GTK_INVALID_LIST_POSITION;
}

static void
show_selection (NscSheetView *self)
{
  guint n = self->rows != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->rows)) : 0;
  g_autoptr (GtkBitset) rows = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) all = gtk_bitset_new_range (0, n);
  guint lead = find_leading_row (self);

  if (self->told || gtk_multi_selection_get_model (self->chosen) == NULL)
    return;
  for (guint row = 0; row < n; row++)
    if (nsc_mark_selection_contains (self->selection, nsc_sheet_model_get_key (self->rows, row)))
      gtk_bitset_add (rows, row);
  self->told = TRUE;
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->chosen), rows, all);
  if (lead != GTK_INVALID_LIST_POSITION && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    gtk_column_view_scroll_to (self->view, lead, NULL, GTK_LIST_SCROLL_NONE, NULL);
  self->told = FALSE;
}

/* ---- order ---- */

static guint
find_sheet_column (NscSheet *sheet, const char *name)
{
  guint n = nsc_sheet_get_n_columns (sheet), column = 0;

  while (column < n && g_strcmp0 (nsc_sheet_get_column (sheet, column)->name, name) != 0)
    column++;
  return column;
}

static void
sort (NscSheetView *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  guint n = gtk_column_view_sorter_get_n_sort_columns (sorter);
  g_autofree NscSheetSort *sorts = g_new (NscSheetSort, n + 1);

  for (guint i = 0; i < n; i++)
    {
      GtkSortType type;
      GtkColumnViewColumn *column = gtk_column_view_sorter_get_nth_sort_column (sorter, i, &type);

      sorts[i].column =
          find_sheet_column (nsc_sheet_model_get_sheet (self->rows), gtk_column_view_column_get_id (column));
      sorts[i].descending = type == GTK_SORT_DESCENDING;
    }
  self->told = TRUE;
  nsc_sheet_model_sort (self->rows, sorts, n);
  self->told = FALSE;
}

static gboolean
has_focus_within (NscSheetView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self));
}

/* Positions are others now, marks are not. A row that had the focus is gone, and keys are to go on in the table. */
static void
sorted_cb (NscSheetView *self)
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (self->view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  GtkListScrollFlags flags = has_focus_within (self) ? GTK_LIST_SCROLL_FOCUS : GTK_LIST_SCROLL_NONE;
  guint lead;

  if (self->told || self->rows == NULL)
    return;
  g_set_str (&self->sorted_by, column != NULL ? gtk_column_view_column_get_id (column) : NULL);
  self->descends = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  sort (self);
  show_selection (self);
  lead = find_leading_row (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)) && g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0)
    gtk_column_view_scroll_to (self->view, lead != GTK_INVALID_LIST_POSITION ? lead : 0, NULL, flags, NULL);
}

/* A new answer to the same question comes in the order that the last one was looked at. */
static void
sort_as_before (NscSheetView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_strcmp0 (gtk_column_view_column_get_id (column), self->sorted_by) != 0)
        continue;
      gtk_column_view_sort_by_column (self->view, column, self->descends ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
      sort (self);
    }
}

/* Rows take longer than all else to be made; a table that nobody looks at has none. */
static void
show_rows (NscSheetView *self)
{
  self->told = TRUE;
  gtk_multi_selection_set_model (self->chosen, G_LIST_MODEL (self->rows));
  self->told = FALSE;
  show_selection (self);
}

/* Keys go on from what was chosen in the figure. */
static void
mapped_cb (NscSheetView *self)
{
  guint lead = find_leading_row (self);

  if (gtk_multi_selection_get_model (self->chosen) == NULL && self->rows != NULL)
    show_rows (self);
  if (lead != GTK_INVALID_LIST_POSITION)
    gtk_column_view_scroll_to (self->view, lead, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
}

static void
activated_cb (NscSheetView *self, guint position)
{
  g_autoptr (NscSheetRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  if (row != NULL && nsc_sheet_row_get_key (row) != 0)
    g_signal_emit (self, signals[MARK_ACTIVATED], 0, nsc_sheet_row_get_key (row));
}

static void
nsc_sheet_view_dispose (GObject *object)
{
  NscSheetView *self = NSC_SHEET_VIEW (object);

  g_clear_object (&self->rows);
  g_clear_object (&self->chosen);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (nsc_sheet_view_parent_class)->dispose (object);
}

static void
nsc_sheet_view_finalize (GObject *object)
{
  g_free (NSC_SHEET_VIEW (object)->sorted_by);
  G_OBJECT_CLASS (nsc_sheet_view_parent_class)->finalize (object);
}

static void
nsc_sheet_view_class_init (NscSheetViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_sheet_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = nsc_sheet_view_finalize;
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

/* As high as the notes are, where there is room: the table needs some too. */
static GtkWidget *
make_scrolled_notes (GtkLabel *notes)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (notes));
  g_object_bind_property (notes, "visible", scrolled, "visible", G_BINDING_SYNC_CREATE);
  return scrolled;
}

static void
nsc_sheet_view_init (NscSheetView *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->chosen = gtk_multi_selection_new (NULL);
  g_signal_connect_object (self->chosen, "selection-changed", G_CALLBACK (rows_chosen_cb), self, G_CONNECT_SWAPPED);
  self->selection = nsc_mark_selection_new ();
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (GTK_SELECTION_MODEL (g_object_ref (self->chosen))));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "map", G_CALLBACK (mapped_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorted_cb), self,
                           G_CONNECT_SWAPPED);
  nsc_sort_menu_add (GTK_WIDGET (self), self->view, _ ("Order of the Report"));
  gtk_column_view_set_tab_behavior (self->view, GTK_LIST_TAB_ITEM);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "nsc-sheet");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Table"), -1);
  gtk_widget_set_focusable (scrolled, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->notes = make_notes ();
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), make_scrolled_notes (self->notes));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
nsc_sheet_view_set_sheet (NscSheetView *self, NscSheet *sheet)
{
  GListModel *columns;

  g_return_if_fail (NSC_IS_SHEET_VIEW (self));

  columns = gtk_column_view_get_columns (self->view);
  self->told = TRUE;
  gtk_multi_selection_set_model (self->chosen, NULL);
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
      sort_as_before (self);
    }
  self->told = FALSE;
  show_notes (self, sheet);
  if (self->rows != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    show_rows (self);
}

NscSheet *
nsc_sheet_view_dup_ordered (NscSheetView *self)
{
  g_return_val_if_fail (NSC_IS_SHEET_VIEW (self), NULL);

  return self->rows != NULL ? nsc_sheet_model_dup_ordered (self->rows) : NULL;
}

void
nsc_sheet_view_set_selection (NscSheetView *self, NscMarkSelection *selection)
{
  g_return_if_fail (NSC_IS_SHEET_VIEW (self) && NSC_IS_MARK_SELECTION (selection));

  g_signal_handlers_disconnect_by_func (self->selection, show_selection, self);
  g_set_object (&self->selection, selection);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (show_selection), self, G_CONNECT_SWAPPED);
  show_selection (self);
}
