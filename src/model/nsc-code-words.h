/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The words for the codes that records use: kinds of actors and initiatives, roles, types of lead, confidences, UN
 * groups and regions. Vocabulary of the field, not of a project. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* What people read for CODE in LANGUAGE; a code that is not in the vocabulary is made readable as it is. To be freed.
 */
char *nsc_code_words (const char *language, const char *code);

G_END_DECLS
