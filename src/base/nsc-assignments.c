/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-assignments.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* ASCII alone, so that no locale and no kind of Unicode blank has a say. */
#define BLANKS " \t\n\r\f\v"

static void
assignment_free (gpointer data)
{
  NscAssignment *self = data;

  g_free (self->name);
  g_free (self->value);
  g_free (self);
}

static gsize
measure_name (const char *text)
{
  gsize length = 0;

  if (!g_ascii_isalpha (*text))
    return 0;
  while (g_ascii_isalnum (text[length]) || text[length] == '-' || text[length] == '_')
    length++;
  return length;
}

/* The word at PLACE, for a message. */
static char *
dup_word (const char *place)
{
  return g_strndup (place, strcspn (place, BLANKS));
}

/* Reads a value in quotes, of which PLACE is the first, and moves PLACE behind the last. NULL where it never ends or
 * something stands right behind it. */
static char *
take_quoted (const char **place)
{
  g_autoptr (GString) value = g_string_new (NULL);
  const char *p;

  for (p = *place + 1; *p != '\0' && *p != '"'; p++)
    {
      if (*p == '\\' && (p[1] == '"' || p[1] == '\\'))
        p++;
      g_string_append_c (value, *p);
    }
  if (*p == '\0' || (p[1] != '\0' && strchr (BLANKS, p[1]) == NULL))
    return NULL;
  *place = p + 1;
  return g_string_free_and_steal (g_steal_pointer (&value));
}

static char *
take_value (const char **place)
{
  gsize length;
  char *value;

  if (**place == '"')
    return take_quoted (place);
  length = strcspn (*place, BLANKS);
  if (memchr (*place, '"', length) != NULL)
    return NULL;
  value = g_strndup (*place, length);
  *place += length;
  return value;
}

static gboolean
is_named (gconstpointer assignment, gconstpointer name)
{
  return g_str_equal (((const NscAssignment *) assignment)->name, name);
}

static gboolean
take (GPtrArray *assignments, const char **place, GError **error)
{
  g_autofree char *word = dup_word (*place);
  gsize length = measure_name (*place);
  g_autofree char *name = g_strndup (*place, length);
  NscAssignment *assignment;
  char *value;

  if (length == 0 || (*place)[length] != '=')
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT,
                   _ ("“%s” is not an option with a value; write NAME=VALUE, with blanks between several"), word);
      return FALSE;
    }
  *place += length + 1;
  value = take_value (place);
  if (value == NULL)
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT,
                   _ ("The quotes of “%s” are not closed; put the whole value in quotes, such as NAME=\"TWO WORDS\""),
                   name);
      return FALSE;
    }
  if (g_ptr_array_find_with_equal_func (assignments, name, is_named, NULL))
    {
      g_free (value);
      g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("“%s” is given twice; leave one out"), name);
      return FALSE;
    }
  assignment = g_new (NscAssignment, 1);
  *assignment = (NscAssignment) { .name = g_steal_pointer (&name), .value = value };
  g_ptr_array_add (assignments, assignment);
  return TRUE;
}

GPtrArray *
nsc_assignments_parse (const char *text, GError **error)
{
  g_autoptr (GPtrArray) assignments = g_ptr_array_new_with_free_func (assignment_free);
  const char *place = text;

  g_return_val_if_fail (text != NULL, NULL);

  for (place += strspn (place, BLANKS); *place != '\0'; place += strspn (place, BLANKS))
    if (!take (assignments, &place, error))
      return NULL;
  return g_steal_pointer (&assignments);
}

void
nsc_assignments_append (GString *text, const char *name, const char *value)
{
  g_return_if_fail (text != NULL && name != NULL && value != NULL);

  g_string_append_printf (text, "%s%s=", text->len > 0 ? " " : "", name);
  if (strpbrk (value, BLANKS "\"") == NULL)
    {
      g_string_append (text, value);
      return;
    }
  g_string_append_c (text, '"');
  for (; *value != '\0'; value++)
    {
      if (*value == '"' || *value == '\\')
        g_string_append_c (text, '\\');
      g_string_append_c (text, *value);
    }
  g_string_append_c (text, '"');
}
