/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The form in which texts are searched: letters without case, marks and width, so that who types "telefonica" finds
 * Telefónica. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* To be freed; "" of what is no text. */
char *nsc_fold_text (const char *text);

/* Whether the folded form of TEXT has FOLDED, itself a folded text, in it; an empty one always is. */
gboolean nsc_fold_contains (const char *text, const char *folded);

G_END_DECLS
