/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-key.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_QUOTED 40

/* As much of TEXT as a message can bear. */
static char *
quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (valid, -1) <= MOST_QUOTED)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, MOST_QUOTED);
  return g_strconcat (start, "…", NULL);
}

gboolean
nsc_key_check (const char *text, GError **error)
{
  g_autofree char *quoted = NULL;
  gsize length;
  const char *reason = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  length = strlen (text);
  if (length == 0)
    reason = _ ("it is empty");
  else if (length > NSC_KEY_MAX_BYTES)
    reason = _ ("it is longer than 255 bytes");
  else if (!g_utf8_validate (text, (gssize) length, NULL))
    reason = _ ("it is not UTF-8");
  else if (strpbrk (text, ",;") != NULL)
    reason = _ ("it has a comma or semicolon");
  else if (g_unichar_isspace (g_utf8_get_char (text)) ||
           g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (text + length))))
    reason = _ ("it begins or ends with a blank");
  else
    for (const char *p = text; *p != '\0' && reason == NULL; p = g_utf8_next_char (p))
      if (g_unichar_iscntrl (g_utf8_get_char (p)))
        reason = _ ("it has a control character");

  if (reason == NULL)
    return TRUE;
  quoted = quote (text);
  g_set_error (error, NSC_ERROR, NSC_ERROR_INPUT, _ ("“%s” cannot be an id: %s; choose another"), quoted, reason);
  return FALSE;
}

char *
nsc_key_for_row (const char *table, gint64 row)
{
  return g_strdup_printf ("%s-%" G_GINT64_FORMAT, table, row);
}
