/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-plural.h"

#include <string.h>

/* The grammar is gettext's: numbers, n, parentheses, ! * / % + - < <= > >= == != && || ?:. The expression is evaluated
 * while it is read; the rule of a catalogue has a dozen tokens, and a tree would be more code than the reading. */

struct _NscPlural
{
  guint count;
  char *expression;
};

typedef struct
{
  const char *at;
  guint64 n;
  guint depth;
  gboolean failed;
} Reader;

static guint64 read_choice (Reader *reader);

static gboolean
take (Reader *reader, const char *token)
{
  gsize length = strlen (token);

  while (g_ascii_isspace (*reader->at))
    reader->at++;
  if (strncmp (reader->at, token, length) != 0)
    return FALSE;
  reader->at += length;
  return TRUE;
}

static guint64
read_atom (Reader *reader)
{
  guint64 value = 0;

  if (take (reader, "!"))
    return !read_atom (reader);
  if (take (reader, "("))
    {
      if (++reader->depth > 64)
        {
          reader->failed = TRUE;
          return 0;
        }
      value = read_choice (reader);
      reader->depth--;
      if (!take (reader, ")"))
        reader->failed = TRUE;
      return value;
    }
  if (take (reader, "n"))
    return reader->n;
  if (!g_ascii_isdigit (*reader->at))
    {
      reader->failed = TRUE;
      return 0;
    }
  while (g_ascii_isdigit (*reader->at))
    value = value * 10 + (guint64) (*reader->at++ - '0');
  return value;
}

static guint64
read_product (Reader *reader)
{
  guint64 value = read_atom (reader);

  while (!reader->failed)
    {
      gboolean modulo = FALSE;
      guint64 right;

      if (take (reader, "*"))
        {
          value *= read_atom (reader);
          continue;
        }
      if (take (reader, "%"))
        modulo = TRUE;
      else if (!take (reader, "/"))
        break;
      right = read_atom (reader);
      if (right == 0)
        reader->failed = TRUE;
      else
        value = modulo ? value % right : value / right;
    }
  return value;
}

static guint64
read_sum (Reader *reader)
{
  guint64 value = read_product (reader);

  while (!reader->failed)
    {
      if (take (reader, "+"))
        value += read_product (reader);
      else if (take (reader, "-"))
        value -= read_product (reader);
      else
        break;
    }
  return value;
}

static guint64
read_comparison (Reader *reader)
{
  guint64 value = read_sum (reader);

  while (!reader->failed)
    {
      if (take (reader, "<="))
        value = value <= read_sum (reader);
      else if (take (reader, ">="))
        value = value >= read_sum (reader);
      else if (take (reader, "<"))
        value = value < read_sum (reader);
      else if (take (reader, ">"))
        value = value > read_sum (reader);
      else
        break;
    }
  return value;
}

static guint64
read_equality (Reader *reader)
{
  guint64 value = read_comparison (reader);

  while (!reader->failed)
    {
      if (take (reader, "=="))
        value = value == read_comparison (reader);
      else if (take (reader, "!="))
        value = value != read_comparison (reader);
      else
        break;
    }
  return value;
}

static guint64
read_and (Reader *reader)
{
  guint64 value = read_equality (reader);

  while (!reader->failed && take (reader, "&&"))
    {
      guint64 right = read_equality (reader);

      value = value && right;
    }
  return value;
}

static guint64
read_or (Reader *reader)
{
  guint64 value = read_and (reader);

  while (!reader->failed && take (reader, "||"))
    {
      guint64 right = read_and (reader);

      value = value || right;
    }
  return value;
}

static guint64
read_choice (Reader *reader)
{
  guint64 value = read_or (reader);
  guint64 yes, no;

  if (reader->failed || !take (reader, "?"))
    return value;
  yes = read_choice (reader);
  if (!take (reader, ":"))
    reader->failed = TRUE;
  no = read_choice (reader);
  return value ? yes : no;
}

static gboolean
evaluate (const char *expression, guint64 n, guint64 *value)
{
  Reader reader = { expression, n, 0, FALSE };

  *value = read_choice (&reader);
  take (&reader, ";");
  take (&reader, "");
  return !reader.failed && *reader.at == '\0';
}

NscPlural *
nsc_plural_new (const char *plural_forms)
{
  const char *count_at = strstr (plural_forms, "nplurals=");
  const char *plural_at = strstr (plural_forms, "plural=");
  g_autoptr (NscPlural) self = NULL;
  guint64 value;

  /* "nplurals=" ends in the text that is looked for next. */
  if (count_at != NULL && plural_at == count_at + 1)
    plural_at = strstr (plural_at + 1, "plural=");
  if (count_at == NULL || plural_at == NULL)
    return NULL;

  self = g_new0 (NscPlural, 1);
  self->count = (guint) g_ascii_strtoull (count_at + strlen ("nplurals="), NULL, 10);
  self->expression = g_strdup (plural_at + strlen ("plural="));
  if (self->count == 0 || !evaluate (self->expression, 1, &value))
    return NULL;
  return g_steal_pointer (&self);
}

void
nsc_plural_free (NscPlural *self)
{
  if (self == NULL)
    return;
  g_free (self->expression);
  g_free (self);
}

guint
nsc_plural_get_count (const NscPlural *self)
{
  return self->count;
}

guint
nsc_plural_index (const NscPlural *self, guint64 n)
{
  guint64 value = 0;

  if (!evaluate (self->expression, n, &value) || value >= self->count)
    return 0;
  return (guint) value;
}
