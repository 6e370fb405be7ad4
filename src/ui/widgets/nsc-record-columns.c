/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-columns.h"

#include "nsc-code-words.h"
#include "nsc-record-cell.h"
#include "nsc-record-item.h"
#include "nsc-tongue.h"

#include "nsc-text.h"

#include <glib/gi18n-lib.h>

/* Letters of the usual size: these digits are that wide. */
#define DIGITS "0123456789"
#define USUAL_DIGITS 94.0
#define CELL_PADDING 24

/* A column of a table, as callbacks need it. */
typedef struct
{
  const NscTable *table; /* as old as the program */
  guint index;
} Place;

/* ---- cells ---- */

static int
measure_width (GtkWidget *widget, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* What does not fit is told where the pointer rests. */
static gboolean
query_tooltip_cb (GtkWidget *words, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const char *text = gtk_inscription_get_text (GTK_INSCRIPTION (words));

  if (text == NULL || measure_width (words, text) <= gtk_widget_get_width (words))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* Whoever moves from cell to cell hears the column too. */
static void
parent_cb (GtkWidget *child, GParamSpec *pspec, const Place *place)
{
  GtkWidget *parent = gtk_widget_get_parent (child);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _ (place->table->columns[place->index].label), -1);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, const Place *place)
{
  NscColumnKind kind = place->table->columns[place->index].kind;
  GtkWidget *child = nsc_record_cell_new ();
  GtkWidget *words = GTK_WIDGET (nsc_record_cell_get_words (NSC_RECORD_CELL (child)));

  gtk_inscription_set_xalign (GTK_INSCRIPTION (words), kind == NSC_COLUMN_INTEGER ? 1 : 0);
  if (kind == NSC_COLUMN_INTEGER || kind == NSC_COLUMN_DATE)
    gtk_widget_add_css_class (words, "numeric");
  if (kind == NSC_COLUMN_ID)
    gtk_widget_add_css_class (words, "dim-label");
  gtk_widget_set_has_tooltip (words, TRUE);
  g_signal_connect (words, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  /* What is in a cell knows it, which GTK does not tell. */
  g_object_set_data (G_OBJECT (child), "nsc-cell", cell);
  gtk_column_view_cell_set_focusable (cell, TRUE);
  g_signal_connect (child, "notify::parent", G_CALLBACK (parent_cb), (gpointer) place);
  gtk_column_view_cell_set_child (cell, child);
}

static void
show_colour (GtkInscription *words, const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value, -1);
  g_autofree char *markup = g_strdup_printf ("<span foreground=\"%s\">■</span> %s", escaped, escaped);

  gtk_inscription_set_markup (words, markup);
}

static void
show (GtkColumnViewCell *cell, NscRecordItem *item, const Place *place)
{
  GtkInscription *words = nsc_record_cell_get_words (NSC_RECORD_CELL (gtk_column_view_cell_get_child (cell)));
  const char *text = nsc_record_item_get_text (item, place->index);
  GdkRGBA colour;

  if (place->table->columns[place->index].kind == NSC_COLUMN_COLOUR && gdk_rgba_parse (&colour, text))
    show_colour (words, text);
  else
    gtk_inscription_set_text (words, text);
}

/* The row has been read, or has other values now. */
static void
item_changed_cb (NscRecordItem *item, GtkColumnViewCell *cell)
{
  show (cell, item, g_object_get_data (G_OBJECT (cell), "nsc-place"));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, const Place *place)
{
  NscRecordItem *item = gtk_column_view_cell_get_item (cell);

  g_object_set_data (G_OBJECT (cell), "nsc-place", (gpointer) place);
  g_signal_connect (item, "changed", G_CALLBACK (item_changed_cb), cell);
  show (cell, item, place);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *cell, const Place *place)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_cell_get_item (cell), item_changed_cb, cell);
}

/* ---- columns ---- */

/* A word of a list that is cut could be another one. */
static int
measure_choices (GtkWidget *view, const NscColumn *column)
{
  int width = measure_width (view, _ (column->label));

  for (guint i = 0; column->choices[i] != NULL; i++)
    {
      g_autofree char *words = nsc_code_words (nsc_tongue_get (), column->choices[i]);

      width = MAX (width, measure_width (view, words));
    }
  return width + CELL_PADDING;
}

/* In pixels with letters of the usual size; 0: as wide as its choices. */
static int
choose_width (const NscTable *table, guint index)
{
  const NscColumn *column = &table->columns[index];

  switch (column->kind)
    {
    case NSC_COLUMN_DATE:
    case NSC_COLUMN_COLOUR:
      return 120;
    case NSC_COLUMN_INTEGER:
      return 96;
    case NSC_COLUMN_CHOICE:
      return 0;
    case NSC_COLUMN_ID:
      return (column->flags & NSC_COLUMN_REQUIRED) != 0 ? 80 : 170;
    case NSC_COLUMN_REFERENCE:
      return 190;
    case NSC_COLUMN_TEXT:
    default:
      if (g_str_equal (column->name, "source"))
        return 300;
      /* Titles and labels are sentences, names are not. */
      if (g_str_has_prefix (column->name, "title_") || g_str_has_prefix (column->name, "label_"))
        return g_str_has_suffix (column->name, "_zh") ? 240 : 320;
      return index == nsc_table_name_column (table) ? 230 : 160;
    }
}

/* Records with names are looked for by name; where the table has an order of its own, that one holds. */
static gboolean
leads_order (const NscTable *table, guint index)
{
  return index != NSC_TABLE_ID_COLUMN && index == nsc_table_name_column (table) &&
         nsc_table_find_column (table, "position") < 0;
}

static void
append_column (GtkColumnView *view, const NscTable *table, guint index)
{
  const NscColumn *column = &table->columns[index];
  double scale = MAX (1.0, measure_width (GTK_WIDGET (view), DIGITS) / USUAL_DIGITS);
  int width = choose_width (table, index);
  Place *place = g_new (Place, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) shown = NULL;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (NULL, NULL, NULL));

  *place = (Place){ table, index };
  g_object_set_data_full (G_OBJECT (factory), "nsc-place", place, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), place);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), place);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), place);

  shown = gtk_column_view_column_new (_ (column->label), factory);
  gtk_column_view_column_set_id (shown, column->name);
  /* The list sorts; this only makes the header answer. */
  gtk_column_view_column_set_sorter (shown, sorter);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_column_set_fixed_width (shown, width > 0 ? (int) (width * scale)
                                                           : measure_choices (GTK_WIDGET (view), column));
  gtk_column_view_column_set_expand (shown, g_str_equal (column->name, "source"));
  gtk_column_view_append_column (view, shown);
  if (leads_order (table, index))
    gtk_column_view_sort_by_column (view, shown, GTK_SORT_ASCENDING);
}

void
nsc_record_columns_set (GtkColumnView *view, const NscTable *table)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  /* A code that everyone knows, such as that of a country, leads; an id of the project is for files. */
  gboolean id_leads = (table->columns[NSC_TABLE_ID_COLUMN].flags & NSC_COLUMN_REQUIRED) != 0;

  gtk_column_view_sort_by_column (view, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (view, column);
    }
  for (guint i = 0; i < table->n_columns; i++)
    if (i != NSC_TABLE_ID_COLUMN || id_leads)
      append_column (view, table, i);
  if (!id_leads)
    append_column (view, table, NSC_TABLE_ID_COLUMN);
}

guint
nsc_record_columns_get_sorts (GtkColumnView *view, const NscTable *table, NscRecordSort sorts[NSC_RECORD_MAX_SORTS])
{
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (view));
  guint n = MIN (gtk_column_view_sorter_get_n_sort_columns (sorter), NSC_RECORD_MAX_SORTS);

  for (guint i = 0; i < n; i++)
    {
      GtkSortType type;
      GtkColumnViewColumn *column = gtk_column_view_sorter_get_nth_sort_column (sorter, i, &type);

      sorts[i].column = (guint) nsc_table_find_column (table, gtk_column_view_column_get_id (column));
      sorts[i].descending = type == GTK_SORT_DESCENDING;
    }
  return n;
}

guint
nsc_record_columns_get_index (GtkColumnViewCell *cell)
{
  return ((const Place *) g_object_get_data (G_OBJECT (cell), "nsc-place"))->index;
}

GtkColumnViewCell *
nsc_record_columns_find_cell (GtkWidget *widget)
{
  for (; widget != NULL && !GTK_IS_COLUMN_VIEW (widget); widget = gtk_widget_get_parent (widget))
    {
      GtkWidget *child = gtk_widget_get_first_child (widget);
      gpointer cell = g_object_get_data (G_OBJECT (widget), "nsc-cell");

      if (cell == NULL && child != NULL)
        cell = g_object_get_data (G_OBJECT (child), "nsc-cell");
      if (cell != NULL)
        return cell;
    }
  return NULL;
}

/* ---- rows ---- */

/* What has no name of its own is known by what it cannot be without: a membership by initiative and actor. */
static char *
dup_name (NscRecordItem *item)
{
  const NscRecord *record = nsc_record_item_get_record (item);
  g_autoptr (GStrvBuilder) parts = NULL;
  g_auto (GStrv) texts = NULL;
  const NscTable *table;

  if (record == NULL)
    return g_strdup ("");
  table = nsc_record_get_table (record);
  if (nsc_table_name_column (table) != NSC_TABLE_ID_COLUMN)
    return g_strdup (nsc_record_get_name (record, nsc_tongue_get ()));
  parts = g_strv_builder_new ();
  for (guint i = 0; i < table->n_columns; i++)
    if ((table->columns[i].flags & NSC_COLUMN_REQUIRED) != 0)
      g_strv_builder_add (parts, nsc_record_item_get_text (item, i));
  texts = g_strv_builder_end (parts);
  return nsc_text_join (nsc_tongue_get (), (const char *const *) texts);
}

static void
name_row (NscRecordItem *item, GtkColumnViewRow *row)
{
  g_autofree char *name = dup_name (item);

  gtk_column_view_row_set_accessible_label (row, name);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkColumnViewRow *row, gpointer data)
{
  NscRecordItem *item = gtk_column_view_row_get_item (row);

  g_signal_connect (item, "changed", G_CALLBACK (name_row), row);
  name_row (item, row);
}

static void
unbind_row_cb (GtkSignalListItemFactory *factory, GtkColumnViewRow *row, gpointer data)
{
  g_signal_handlers_disconnect_by_func (gtk_column_view_row_get_item (row), name_row, row);
}

GtkListItemFactory *
nsc_record_columns_new_row_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), NULL);
  return factory;
}
