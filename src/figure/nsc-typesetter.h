/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Words as lines of type, through Pango with named families, the text's language, tabular digits and no hinting of
 * metrics, so that a line is as long in every output. Measuring and drawing use the same code. A typesetter belongs to
 * the thread that made it; its lines are plain data. */

#include "nsc-face.h"

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct _NscTypesetter NscTypesetter;

typedef enum
{
  NSC_WEIGHT_NORMAL = 400,
  NSC_WEIGHT_SEMIBOLD = 600,
  NSC_WEIGHT_BOLD = 700,
} NscWeight;

typedef struct
{
  double size; /* points */
  NscWeight weight;
} NscTypeStyle;

/* A line as it is drawn: from a pen position on the baseline, LEAD bytes of it in bold. */
typedef struct
{
  char *text;
  guint lead;
  double advance;                 /* to the pen position after it */
  double ink_left, ink_right;     /* from the pen position, rightwards */
  double ink_ascent, ink_descent; /* from the baseline, up and down */
} NscTypeLine;

typedef enum
{
  NSC_WRAP_FILLED,   /* lines as full as they get */
  NSC_WRAP_BALANCED, /* lines of about equal length, no more of them; two part between clauses where they can */
} NscWrap;

/* Whether C after BEFORE (0: at the start) is a mark that both faces have and that Chinese text sets in the Chinese
 * one, where it is as wide as a character. An apostrophe within a foreign name is not meant. */
gboolean nsc_typesetter_is_chinese_mark (gunichar before, gunichar c);

/* The middle of capitals, digits and Chinese characters above the baseline, as a share of the type size. */
#define NSC_TYPE_MIDDLE 0.365

NscTypesetter *nsc_typesetter_new (const char *language, NscFace face);
void nsc_typesetter_free (NscTypesetter *self);

/* Lines do not part within PHRASE, such as a name, as long as one of them can hold it; a longer one, and a long one
 * beside which another line would be too short, parts where it is joined of several. Chinese needs to be told, since it
 * writes no blanks; the field's own words need not be added. */
void nsc_typesetter_keep_together (NscTypesetter *self, const char *phrase);

/* LEAD, which may be NULL, in bold and then TEXT, broken into lines of at most WIDTH; what goes beyond MAX_LINES (0: no
 * limit) is cut with an ellipsis. The lines are NscTypeLine, freed with the array. */
GArray *nsc_typesetter_set (NscTypesetter *self,
                            const char *lead,
                            const char *text,
                            NscTypeStyle style,
                            double width,
                            guint max_lines,
                            NscWrap wrap);

/* Gives LINES, which are of nsc_typesetter_set, another style and the measures of that; they stay broken as they are.
 */
void nsc_typesetter_restyle (NscTypesetter *self, GArray *lines, NscTypeStyle style);

/* How far left of an edge the pen starts so that the ink begins there: a Chinese line that opens with a quote or a
 * bracket has half a blank before it, and some letters lean out of their box. */
double nsc_type_line_get_hang (const NscTypeLine *line, NscTypeStyle style);

/* How long TEXT is on one line. */
double nsc_typesetter_measure (NscTypesetter *self, const char *text, NscTypeStyle style);

/* Draws one line from the pen position X on BASELINE in the source of CR. A typesetter that draws is not to measure. */
void nsc_typesetter_draw (
    NscTypesetter *self, cairo_t *cr, const char *text, guint lead, NscTypeStyle style, double x, double baseline);

/* TEXT as it can be set: valid, on one line, without control characters and blanks at its ends, and not longer than any
 * page could hold. To be freed. */
char *nsc_typesetter_clean (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscTypesetter, nsc_typesetter_free)

G_END_DECLS
