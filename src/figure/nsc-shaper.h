/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Words as Pango shapes them: a layout with the named families, the text's language and no hinting of metrics, and the
 * measures of a line. Beneath the typesetter and its line breaks, which share one. Belongs to the thread that made it;
 * the lines and the layout that it gives stay its own. */

#include "nsc-typesetter.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* Wider than any page. */
#define NSC_SHAPER_MOST_WIDTH 1e5

typedef struct _NscShaper NscShaper;

NscShaper *nsc_shaper_new (const char *language, NscFace face);
void nsc_shaper_free (NscShaper *self);

/* From now on layouts do not part within PHRASE where it has the room; as nsc_typesetter_keep_together. */
void nsc_shaper_keep_together (NscShaper *self, const char *phrase);
gboolean nsc_shaper_has_phrases (const NscShaper *self);

/* The layout, filled with TEXT, of which LEAD bytes are bold; WIDTH below 0: on one line. PARTS_NAMES: long phrases may
 * part where they are joined of several. The layout is filled anew by the next call, also of nsc_shaper_measure. */
PangoLayout *nsc_shaper_fill (NscShaper *self,
                              const char *text,
                              guint lead,
                              NscTypeStyle style,
                              double width,
                              PangoWrapMode wrap,
                              gboolean parts_names);

/* TEXT on one line as it will be drawn. A layout of a figure asks for the same words again and again, and shaping them
 * is most of its time, so that they are remembered. */
const NscTypeLine *nsc_shaper_measure (NscShaper *self, const char *text, guint lead, NscTypeStyle style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscShaper, nsc_shaper_free)

G_END_DECLS
