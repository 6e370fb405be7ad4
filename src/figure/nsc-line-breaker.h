/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where the lines of a text part in a room: as full as they get without a lost last word, or balanced and at the end of
 * a clause. Works with a shaper that belongs to somebody else and outlives it; that one's thread. */

#include "nsc-shaper.h"

G_BEGIN_DECLS

typedef struct _NscLineBreaker NscLineBreaker;

NscLineBreaker *nsc_line_breaker_new (NscShaper *shaper);
void nsc_line_breaker_free (NscLineBreaker *self);

/* Tells that the shaper keeps more phrases together than before. */
void nsc_line_breaker_forget (NscLineBreaker *self);

/* The bytes (guint) at which the lines of TEXT start, LEAD bytes of it in bold, also of those beyond MAX_LINES. A
 * layout tries the same room for the same words several times, so that they are remembered. To be unreferenced. */
GArray *nsc_line_breaker_find (NscLineBreaker *self,
                               const char *text,
                               guint lead,
                               NscTypeStyle style,
                               double width,
                               guint max_lines,
                               NscWrap wrap);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscLineBreaker, nsc_line_breaker_free)

G_END_DECLS
