/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cli-help.h"

#define WIDTH 80
#define INDENT 2
#define SECOND_COLUMN 26

const char nsc_cli_help_exit_statuses[] = "Exit status:\n"
                                          "  0  done\n"
                                          "  1  refused: the input, an unknown id, or a file that cannot be written\n"
                                          "  2  the command is not used as it should be\n"
                                          "  3  the project cannot be opened, or it is damaged\n";

static void
add_blanks (GString *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, ' ');
}

/* Adds WORDS from COLUMN on, where the line stands already, in lines that begin at INDENT. */
static void
add_wrapped (GString *text, const char *words, guint column, guint indent)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  gboolean first = TRUE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint length = (guint) g_utf8_strlen (parts[i], -1);

      if (!first && column + 1 + length > WIDTH)
        {
          g_string_append_c (text, '\n');
          add_blanks (text, indent);
          column = indent;
          first = TRUE;
        }
      if (!first)
        {
          g_string_append_c (text, ' ');
          column++;
        }
      g_string_append (text, parts[i]);
      column += length;
      first = FALSE;
    }
  g_string_append_c (text, '\n');
}

static void
add_option (GString *text, const GOptionEntry *entry)
{
  g_autofree char *item =
      g_strconcat ("--", entry->long_name, entry->arg_description != NULL ? "=" : NULL, entry->arg_description, NULL);

  nsc_cli_help_add_item (text, item, entry->description);
}

void
nsc_cli_help_add_item (GString *text, const char *item, const char *about)
{
  guint column = INDENT + (guint) g_utf8_strlen (item, -1);

  add_blanks (text, INDENT);
  g_string_append (text, item);
  if (column + 2 > SECOND_COLUMN)
    {
      g_string_append_c (text, '\n');
      column = 0;
    }
  add_blanks (text, SECOND_COLUMN - column);
  add_wrapped (text, about, SECOND_COLUMN, SECOND_COLUMN);
}

char *
nsc_cli_help (const NscVerb *verb, const NscOptionGroup *groups, const char *list)
{
  GString *text = g_string_new (NULL);
  g_auto (GStrv) paragraphs = g_strsplit (verb->about, "\n", -1);

  g_string_append_printf (text, "Usage: normscape-cli %s %s\n\n", verb->name, verb->words);
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      add_wrapped (text, paragraphs[i], 0, 0);
      g_string_append_c (text, '\n');
    }
  if (list != NULL)
    g_string_append_printf (text, "%s\n", list);
  for (; groups->title != NULL; groups++)
    {
      g_string_append_printf (text, "%s:\n", groups->title);
      for (const GOptionEntry *entry = groups->entries; entry->long_name != NULL; entry++)
        add_option (text, entry);
      g_string_append_c (text, '\n');
    }
  g_string_append (text, "Help:\n");
  nsc_cli_help_add_item (text, "-h, --help", "Show this and end");
  g_string_append_printf (text, "\n%s", nsc_cli_help_exit_statuses);
  return g_string_free (text, FALSE);
}
