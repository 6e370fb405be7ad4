/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cli.h"

#include "nsc-cli-help.h"

#include "nsc-error.h"

#include <gio/gio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Cairo's PDF and image surfaces reach 32,767 units; a page of 5 m is no figure any more, and below 1 mm nothing is
 * left of one. */
#define LONGEST_POINTS 14400.0
#define SHORTEST_POINTS (72.0 / 25.4)

static gboolean
check_utf8 (char **words, GError **error)
{
  for (; *words != NULL; words++)
    if (!g_utf8_validate (*words, -1, NULL))
      {
        g_set_error_literal (error, NSC_ERROR, NSC_ERROR_USAGE, "an argument is not UTF-8");
        return FALSE;
      }
  return TRUE;
}

static const GOptionEntry *
find_entry (const NscOptionGroup *groups, const char *name)
{
  for (; groups->title != NULL; groups++)
    for (const GOptionEntry *entry = groups->entries; entry->long_name != NULL; entry++)
      if (g_str_equal (entry->long_name, name))
        return entry;
  return NULL;
}

/* GLib would take the last value and be silent about the others. */
static gboolean
check_given_once (const NscOptionGroup *groups, char **words, GError **error)
{
  g_autoptr (GHashTable) given = g_hash_table_new (g_str_hash, g_str_equal);

  for (; *words != NULL && !g_str_equal (*words, "--"); words++)
    {
      const char *value = strchr (*words, '=');
      g_autofree char *name = g_strndup (*words, value != NULL ? (gsize) (value - *words) : strlen (*words));
      const GOptionEntry *entry = g_str_has_prefix (name, "--") ? find_entry (groups, name + 2) : NULL;

      if (entry == NULL || entry->arg == G_OPTION_ARG_NONE)
        continue;
      if (entry->arg != G_OPTION_ARG_FILENAME_ARRAY && !g_hash_table_add (given, (gpointer) entry->long_name))
        {
          g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, "--%s is given twice; give it once", entry->long_name);
          return FALSE;
        }
      if (value == NULL && words[1] != NULL)
        words++;
    }
  return TRUE;
}

/* GLib keeps the “--” where a word behind it could be taken for an option; such a word is a file's name here. */
static void
remove_terminator (char **words)
{
  while (*words != NULL && !g_str_equal (*words, "--"))
    words++;
  if (*words == NULL)
    return;
  g_free (*words);
  memmove (words, words + 1, (g_strv_length (words + 1) + 1) * sizeof (char *));
}

static gboolean
parse (const NscOptionGroup *groups, char ***words, gboolean *help, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  const GOptionEntry help_entry[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, help, NULL, NULL },
    { NULL },
  };

  /* GLib would print its own help in the locale's encoding and exit. */
  g_option_context_set_help_enabled (context, FALSE);
  for (; groups->title != NULL; groups++)
    g_option_context_add_main_entries (context, groups->entries, NULL);
  g_option_context_add_main_entries (context, help_entry, NULL);
  return g_option_context_parse_strv (context, words, error);
}

char **
nsc_cli_read (const NscVerb *verb,
              char **arguments,
              const NscOptionGroup *groups,
              const char *list,
              guint least,
              guint most,
              int *status)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strdupv (arguments);
  gboolean help = FALSE;
  guint n;

  *status = NSC_EXIT_USAGE;
  if (!check_utf8 (words, &error) || !check_given_once (groups, words, &error) ||
      !parse (groups, &words, &help, &error))
    {
      nsc_cli_misuse (verb, error->message);
      return NULL;
    }
  if (help)
    {
      g_autofree char *text = nsc_cli_help (verb, groups, list);

      fputs (text, stdout);
      *status = NSC_EXIT_DONE;
      return NULL;
    }
  remove_terminator (words);
  n = g_strv_length (words);
  if (n < least + 1 || n > most + 1)
    {
      nsc_cli_misuse (verb, n < least + 1 ? "too few words" : "too many words");
      return NULL;
    }
  g_free (words[0]);
  memmove (words, words + 1, n * sizeof (char *));
  *status = NSC_EXIT_DONE;
  return g_steal_pointer (&words);
}

int
nsc_cli_misuse (const NscVerb *verb, const char *message)
{
  fprintf (stderr, "normscape-cli %s: %s\nUsage: normscape-cli %s %s\n“normscape-cli %s --help” tells more.\n",
           verb->name, message, verb->name, verb->words, verb->name);
  return NSC_EXIT_USAGE;
}

int
nsc_cli_fail (GError *error)
{
  int status = NSC_EXIT_REFUSED;

  if (error->domain == NSC_ERROR)
    switch ((NscError) error->code)
      {
      case NSC_ERROR_USAGE:
        status = NSC_EXIT_USAGE;
        break;
      case NSC_ERROR_NOT_A_PROJECT:
      case NSC_ERROR_DAMAGED:
      case NSC_ERROR_NEWER:
      case NSC_ERROR_RECOVERY:
      case NSC_ERROR_READ_ONLY:
      case NSC_ERROR_BUSY:
      case NSC_ERROR_STORAGE:
        status = NSC_EXIT_PROJECT;
        break;
      case NSC_ERROR_INPUT:
      case NSC_ERROR_NOT_FOUND:
      case NSC_ERROR_CONFLICT:
      case NSC_ERROR_OUTPUT:
      case NSC_ERROR_NOTHING_TO_UNDO:
      case NSC_ERROR_FULL:
      default:
        break;
      }
  fprintf (stderr, "%s\n", error->message);
  g_error_free (error);
  return status;
}

NscStore *
nsc_cli_open (const char *path, NscStoreMode mode, int *status)
{
  GError *error = NULL;
  NscStore *store = nsc_store_open (path, mode, NULL, &error);
  const char *reason;

  /* A large file is opened before it has been looked through; nothing is said of it before it has. */
  if (store == NULL || (nsc_store_is_unchecked (store) && !nsc_store_look_through (store, NULL, &error)))
    {
      nsc_cli_fail (error);
      g_clear_object (&store);
      *status = NSC_EXIT_PROJECT;
      return NULL;
    }
  reason = nsc_store_get_read_only_reason (store);
  if (mode == NSC_STORE_WRITE && reason != NULL)
    {
      fprintf (stderr, "%s\n", reason);
      g_object_unref (store);
      *status = NSC_EXIT_PROJECT;
      return NULL;
    }
  return store;
}

int
nsc_cli_close (NscStore *store)
{
  GError *error = NULL;

  if (nsc_store_close (store, &error))
    return NSC_EXIT_DONE;
  if (!g_error_matches (error, NSC_ERROR, NSC_ERROR_RECOVERY))
    return nsc_cli_fail (error);
  fprintf (stderr, "%s\n", error->message);
  g_error_free (error);
  return NSC_EXIT_DONE;
}

NscReader *
nsc_cli_take_reader (const char *path, NscStore **store, int *status)
{
  GError *error = NULL;
  NscReader *reader;

  *store = nsc_cli_open (path, NSC_STORE_READ, status);
  if (*store == NULL)
    return NULL;
  reader = nsc_store_take_reader (*store, &error);
  if (reader == NULL)
    *status = nsc_cli_fail (error);
  return reader;
}

const NscTable *
nsc_cli_find_table (const char *name, GError **error)
{
  const NscTable *table = nsc_table_find (name);
  g_autoptr (GString) names = NULL;

  if (table != NULL)
    return table;
  names = g_string_new (NULL);
  for (const NscTable *const *known = nsc_table_list (); *known != NULL; known++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", (*known)->name);
  g_set_error (error, NSC_ERROR, NSC_ERROR_NOT_FOUND, "%s: there is no such table; use one of %s", name, names->str);
  return NULL;
}

char *
nsc_cli_tell_tables (void)
{
  GString *text = g_string_new ("Tables:\n");

  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    {
      g_autoptr (GString) columns = g_string_new (NULL);

      for (guint i = 0; i < (*table)->n_columns; i++)
        g_string_append_printf (columns, "%s%s", i > 0 ? ", " : "", (*table)->columns[i].name);
      nsc_cli_help_add_item (text, (*table)->name, columns->str);
    }
  return g_string_free (text, FALSE);
}

gboolean
nsc_cli_read_number (const char *text, double *number, const char **end)
{
  gsize length = strspn (text, "0123456789.");
  g_autofree char *digits = g_strndup (text, length);
  char *read;

  /* Else a hexadecimal number, a blank or "inf" would do as well. */
  *number = g_ascii_strtod (digits, &read);
  *end = text + length;
  return length > 0 && *read == '\0';
}

gboolean
nsc_cli_read_length (const char *option, const char *text, double *points, GError **error)
{
  static const struct
  {
    const char *unit;
    double to_inch;
  } units[] = { { "mm", 25.4 }, { "cm", 2.54 }, { "in", 1.0 }, { "pt", 72.0 } };
  const char *unit;
  double number;

  if (nsc_cli_read_number (text, &number, &unit))
    for (guint i = 0; i < G_N_ELEMENTS (units); i++)
      if (g_str_equal (unit, units[i].unit))
        {
          /* In this order the longest page is exactly that in every unit. */
          *points = number * 72.0 / units[i].to_inch;
          if (isfinite (*points) && *points >= SHORTEST_POINTS && *points <= LONGEST_POINTS)
            return TRUE;
        }
  g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE,
               "--%s=%s: give a length with its unit, such as 84mm, 8.4cm, 3.3in or 238pt, from 1mm to 5080mm", option,
               text);
  return FALSE;
}
