/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Lines of one style that stand one below the other, such as a title or a label. A plain object of one layout, on its
 * thread. */

#include "nsc-scene-private.h"

G_BEGIN_DECLS

typedef struct _NscTextBlock NscTextBlock;

/* Sets TEXT as nsc_typesetter_set () does. LEADING points from one line to the next are not enough for scripts with
 * tall signs, which set their lines apart. */
NscTextBlock *nsc_text_block_new (NscTypesetter *type,
                                  const char *lead,
                                  const char *text,
                                  NscTypeStyle style,
                                  double leading,
                                  double width,
                                  guint max_lines,
                                  NscWrap wrap);

/* Sets the lines in another weight. They stay broken as they are, and as wide. */
void nsc_text_block_set_weight (NscTextBlock *self, NscTypesetter *type, NscWeight weight);

void nsc_text_block_free (NscTextBlock *self);

guint nsc_text_block_get_n_lines (const NscTextBlock *self);
const NscTypeLine *nsc_text_block_get_line (const NscTextBlock *self, guint index);
double nsc_text_block_get_leading (const NscTextBlock *self);

/* Of all lines, and of the longest. */
double nsc_text_block_get_height (const NscTextBlock *self);
double nsc_text_block_get_width (const NscTextBlock *self);

/* Draws the lines from the top Y on. At the start they are flush with X by their ink. */
void nsc_text_block_build (
    const NscTextBlock *self, NscColorRole color, NscAnchor anchor, double x, double y, NscScene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscTextBlock, nsc_text_block_free)

G_END_DECLS
