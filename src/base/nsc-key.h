/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The user's keys: the ids by which records name each other, in files and on the command line. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

#define NSC_KEY_MAX_BYTES 255

/* Whether TEXT can be an id: 1 to NSC_KEY_MAX_BYTES bytes of UTF-8 without control characters, blanks at its ends, or
 * the comma and semicolon that part ids in options. Sets NSC_ERROR_INPUT with the reason. */
gboolean nsc_key_check (const char *text, GError **error);

/* The id of a row that came without one: TABLE-ROW. */
char *nsc_key_for_row (const char *table, gint64 row);

G_END_DECLS
