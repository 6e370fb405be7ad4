/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-fold.h"

#include <string.h>

static gboolean
begins_with (const char *text, const char *folded)
{
  for (; *folded != '\0'; text++, folded++)
    if (g_ascii_tolower (*text) != *folded)
      return FALSE;
  return TRUE;
}

/* Most values are plain, and folding those that are not costs much more. */
static gboolean
ascii_contains (const char *text, const char *folded)
{
  for (; *text != '\0'; text++)
    if (begins_with (text, folded))
      return TRUE;
  return *folded == '\0';
}

char *
nsc_fold_text (const char *text)
{
  g_autofree char *parts = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autoptr (GString) bare = NULL;

  if (parts == NULL)
    return g_strdup ("");
  bare = g_string_sized_new (strlen (parts));
  for (const char *p = parts; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (bare, g_utf8_get_char (p));
  return g_utf8_casefold (bare->str, (gssize) bare->len);
}

gboolean
nsc_fold_contains (const char *text, const char *folded)
{
  g_autofree char *whole = NULL;

  if (g_str_is_ascii (text))
    return ascii_contains (text, folded);
  whole = nsc_fold_text (text);
  return strstr (whole, folded) != NULL;
}
