/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-source-row.h"

#include "nsc-code-words.h"
#include "nsc-tongue.h"

#include "nsc-text.h"

#include <glib/gi18n-lib.h>

char *
nsc_source_row_word_source (NscSourceItem *item)
{
  const char *source = nsc_source_item_get_source (item);

  return g_strdup (*source != '\0' ? source : _ ("No source stated"));
}

/* "Signatories: 34 · Mentions: 2". */
static char *
word_tables (NscSourceItem *item)
{
  GString *words = g_string_new (NULL);

  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    {
      guint64 n = nsc_source_item_count (item, *table);
      g_autofree char *number = nsc_text_count (nsc_tongue_get (), n);

      if (n == 0)
        continue;
      if (words->len > 0)
        g_string_append (words, " · ");
      g_string_append_printf (words, _ ("%1$s: %2$s"), _ ((*table)->title), number);
    }
  return g_string_free (words, FALSE);
}

/* "Confidence: Official". */
char *
nsc_source_row_word_confidence (NscSourceItem *item)
{
  g_autofree char *words = nsc_code_words (nsc_tongue_get (), nsc_source_item_get_confidence (item));

  return g_strdup_printf (_ ("%1$s: %2$s"), _ ("Confidence"), words);
}

static GtkWidget *
make_label (gboolean is_main)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (!is_main)
    {
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_add_css_class (label, "caption");
    }
  return label;
}

static GtkWidget *
make_row (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (words), make_label (TRUE));
  gtk_box_append (GTK_BOX (words), make_label (FALSE));
  gtk_box_append (GTK_BOX (words), make_label (FALSE));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), count);
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

gboolean
nsc_source_row_fill (GtkListItem *item, gpointer data)
{
  NscSourceItem *source = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item), *words, *label, *count;
  g_auto (GStrv) texts = g_new0 (char *, 4);
  g_autofree char *number = nsc_text_count (nsc_tongue_get (), nsc_source_item_count (source, NULL));
  guint n = (guint) nsc_source_item_count (source, NULL);
  g_autofree char *records = g_strdup_printf (ngettext ("%u record", "%u records", n), n);
  g_autofree char *description = NULL;

  if (!GTK_IS_BOX (row))
    {
      row = make_row ();
      gtk_list_item_set_child (item, row);
    }
  words = gtk_widget_get_first_child (row);
  count = gtk_widget_get_next_sibling (words);
  label = gtk_widget_get_first_child (words);
  texts[0] = nsc_source_row_word_source (source);
  texts[1] = nsc_source_row_word_confidence (source);
  texts[2] = word_tables (source);
  description = g_strdup_printf ("%s · %s · %s", records, texts[1], texts[2]);
  for (guint i = 0; texts[i] != NULL; i++, label = gtk_widget_get_next_sibling (label))
    gtk_label_set_label (GTK_LABEL (label), texts[i]);
  gtk_label_set_label (GTK_LABEL (count), number);
  gtk_list_item_set_accessible_label (item, texts[0]);
  gtk_list_item_set_accessible_description (item, description);
  return TRUE;
}
