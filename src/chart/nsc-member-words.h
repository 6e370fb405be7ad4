/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the figures about members of initiatives say alike, as whole sentences in LANGUAGE. Results are to be freed. Any
 * thread. */

#include <glib.h>

G_BEGIN_DECLS

/* So many signatories that are known only from unverified records; NULL where there are none. */
char *nsc_member_words_unverified (const char *language, guint64 n);

/* Why a figure shows nobody: so many were left out as UNVERIFIED, or none is a member at AS_OF, an ISO date or NULL. */
char *nsc_member_words_nobody (const char *language, guint64 unverified, const char *as_of);

G_END_DECLS
