/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-field-fault.h"

#include "nsc-announcement.h"

/* The line of words rides on its row. */
#define LINE_KEY "nsc-field-fault-line"

static GtkWidget *
line_of (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), LINE_KEY);
}

static GtkWidget *
make_line (GtkWidget *row)
{
  GtkWidget *list = gtk_widget_get_parent (row);
  GtkWidget *line = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "error");
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 6);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (line), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (line), FALSE);
  gtk_widget_set_focusable (line, FALSE);
  gtk_list_box_insert (GTK_LIST_BOX (list), line, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
  g_object_set_data (G_OBJECT (row), LINE_KEY, line);
  return line;
}

static void
tell_fault (GtkWidget *widget, GtkWidget *words)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, words, NULL, -1);
}

static void
untell_fault (GtkWidget *widget)
{
  gtk_accessible_reset_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
}

/* Where the keyboard is while the field is filled in: what is told of the row alone is not heard there. NULL: the row.
 */
static GtkWidget *
writing_place (GtkWidget *row)
{
  return GTK_IS_EDITABLE (row) ? GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row))) : NULL;
}

void
nsc_field_fault_set (GtkWidget *row, const char *message)
{
  GtkWidget *line = line_of (row);
  GtkWidget *place, *words;

  g_return_if_fail (GTK_IS_LIST_BOX_ROW (row));

  place = writing_place (row);

  if (message == NULL)
    {
      if (line == NULL)
        return;
      gtk_widget_set_visible (line, FALSE);
      gtk_widget_remove_css_class (row, "error");
      untell_fault (row);
      if (place != NULL)
        untell_fault (place);
      return;
    }
  /* What has been said need not be said again. */
  if (g_strcmp0 (nsc_field_fault_get (row), message) == 0)
    return;
  if (line == NULL)
    line = make_line (row);
  words = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (line));
  gtk_label_set_label (GTK_LABEL (words), message);
  gtk_widget_set_visible (line, TRUE);
  gtk_widget_add_css_class (row, "error");
  tell_fault (row, words);
  if (place != NULL)
    tell_fault (place, words);
  nsc_announcement_make (row, message);
}

const char *
nsc_field_fault_get (GtkWidget *row)
{
  GtkWidget *line = line_of (row);

  if (line == NULL || !gtk_widget_get_visible (line))
    return NULL;
  return gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (line))));
}
