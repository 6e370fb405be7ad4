/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-mark-key.h"

#include <stdarg.h>
#include <string.h>

/* FNV-1a, 64 bits. The text's end is hashed too, so that texts cannot run into each other. */
static guint64
add_text (guint64 hash, const char *text)
{
  for (gsize i = 0, n = strlen (text) + 1; i < n; i++)
    hash = (hash ^ (guchar) text[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

gint64
nsc_mark_key_new (const char *kind, ...)
{
  guint64 hash = add_text (G_GUINT64_CONSTANT (0xcbf29ce484222325), kind);
  va_list texts;

  va_start (texts, kind);
  for (const char *text = va_arg (texts, const char *); text != NULL; text = va_arg (texts, const char *))
    hash = add_text (hash, text);
  va_end (texts);
  return (gint64) (hash >> 1) | 1;
}
