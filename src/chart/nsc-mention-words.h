/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the figures about mentions of issues say alike, as whole sentences in LANGUAGE. Results are to be freed. Any
 * thread. */

#include <glib.h>

G_BEGIN_DECLS

/* MEASURE, which it takes over and which may be NULL, and after it the group of issues and the ISO date that were asked
 * for, each NULL where none was. NULL where there is nothing to say. */
char *nsc_mention_words_scope (const char *language, char *measure, const char *parent, const char *as_of);

/* So many mentions that are unverified, or have no date; NULL where there are none. */
char *nsc_mention_words_unverified (const char *language, guint64 n);
char *nsc_mention_words_undated (const char *language, guint64 n);

/* Why a figure shows none of the mentions that are recorded, of which so many were left out; NULL where none were. */
char *nsc_mention_words_hidden (const char *language, guint64 unverified, guint64 undated);

G_END_DECLS
