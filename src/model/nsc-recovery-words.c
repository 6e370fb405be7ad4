/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-recovery-words.h"

#include "nsc-text.h"

#include <glib/gi18n-lib.h>

static void
add_line (GString *text, const char *line)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static void
add_number (GString *text, const char *sentence, guint64 n, const char *language)
{
  g_autofree char *digits = nsc_text_count (language, n);
  g_autofree char *line = g_strdup_printf (sentence, digits);

  add_line (text, line);
}

static char *
dup_range (const NscRowRange *range, const char *language)
{
  g_autofree char *first = nsc_text_integer (language, range->first);
  g_autofree char *last = nsc_text_integer (language, range->last);

  /* Translators: the first and the last of several rows. */
  return range->first == range->last ? g_steal_pointer (&first) : g_strdup_printf (_ ("%1$s–%2$s"), first, last);
}

static void
add_ranges (GString *text, const char *sentence, const GArray *ranges, guint max, const char *language)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *line = NULL;

  if (ranges->len == 0)
    return;
  for (guint i = 0; i < MIN (ranges->len, max); i++)
    g_ptr_array_add (items, dup_range (&g_array_index (ranges, NscRowRange, i), language));
  if (ranges->len > max)
    {
      const guint n = ranges->len - max;
      g_autofree char *digits = nsc_text_integer (language, n);

      g_ptr_array_add (items, g_strdup_printf (ngettext ("and %s more", "and %s more", n), digits));
    }
  g_ptr_array_add (items, NULL);
  list = nsc_text_join (language, (const char *const *) items->pdata);
  line = g_strdup_printf (sentence, list);
  add_line (text, line);
}

char *
nsc_recovery_words_of_table (const NscRecoveredTable *table, guint max, const char *language)
{
  GString *text = g_string_new (NULL);

  add_number (text, ngettext ("%1$s record kept", "%1$s records kept", (gulong) table->n_kept), table->n_kept,
              language);
  if (table->n_left_out > 0)
    add_number (text,
                ngettext ("%1$s left out, since it breaks a rule or names a record that is lost",
                          "%1$s left out, since they break a rule or name records that are lost",
                          (gulong) table->n_left_out),
                table->n_left_out, language);
  /* Translators: numbers of rows, "51–75, 1,020". */
  add_ranges (text, _ ("Could not be read: rows %1$s"), table->unreadable, max, language);
  add_ranges (text, _ ("May not be what was written: some of the rows %1$s"), table->altered, max, language);
  return g_string_free (text, FALSE);
}

char *
nsc_recovery_words (const NscRecovery *recovery, const char *language)
{
  GString *text = g_string_new (recovery->title);

  for (guint i = 0; i < recovery->tables->len; i++)
    {
      const NscRecoveredTable *table = g_ptr_array_index (recovery->tables, i);
      g_autofree char *words = nsc_recovery_words_of_table (table, G_MAXUINT, language);

      g_string_append_printf (text, "\n\n%s\n%s", _ (table->table->title), words);
    }
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}
