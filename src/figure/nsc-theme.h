/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Colours, type sizes and line widths by role. Constant; any thread. Sizes are points at the final size. */

#include "nsc-color.h"
#include "nsc-face.h"

G_BEGIN_DECLS

typedef struct _NscTheme NscTheme;

typedef enum
{
  NSC_THEME_PRINT,
  NSC_THEME_SCREEN_LIGHT,
  NSC_THEME_SCREEN_DARK,
  NSC_THEME_HIGH_CONTRAST,
  NSC_THEME_GREY,
  NSC_THEME_SLIDE,
  NSC_THEME_SCREEN_GREY, /* only for the screen, without a word of its own */
} NscThemeName;

const NscTheme *nsc_theme_get (NscThemeName name);

/* By the words of the command line: print, grey, slide, dark, contrast, light. NULL where there is none. */
const NscTheme *nsc_theme_find (const char *name);

/* The same theme with its words in FACE; those above are in sans. */
const NscTheme *nsc_theme_get_in_face (const NscTheme *self, NscFace face);

NscFace nsc_theme_get_face (const NscTheme *self);

/* What a colour is for. The seven of the palette stand for things, the same on every page; context is for what only
 * surrounds them. */
typedef enum
{
  NSC_COLOR_PAPER,
  NSC_COLOR_SURROUND, /* around the paper, on a screen */
  NSC_COLOR_TEXT,
  NSC_COLOR_TEXT_SECOND,
  NSC_COLOR_TEXT_THIRD,
  NSC_COLOR_GRID,
  NSC_COLOR_HAIRLINE,
  NSC_COLOR_RULE,
  NSC_COLOR_CONTEXT,
  NSC_COLOR_BLUE,
  NSC_COLOR_ORANGE,
  NSC_COLOR_TEAL,
  NSC_COLOR_PLUM,
  NSC_COLOR_ROSE,
  NSC_COLOR_OCHRE,
  NSC_COLOR_VIOLET,
} NscColorRole;

#define NSC_N_COLORS (NSC_COLOR_VIOLET + 1)

/* A colour mixed into the paper, light enough for words on it. */
#define NSC_COLOR_TINT_OF(role) ((NscColorRole) ((role) + NSC_N_COLORS))

NscColor nsc_theme_get_color (const NscTheme *self, NscColorRole role);

/* Type sizes, lines and distances of a page, in points. */
typedef struct
{
  double title, subtitle, label, note;  /* type sizes */
  double title_most;                    /* the height of a title of several lines, 0: no limit */
  double label_most;                    /* of labels on a page with room to spare */
  double least;                         /* no type below this while there is another way */
  guint foot_lines;                     /* on a page of a given height, 0: no limit */
  gboolean may_become_bold;             /* labels of rows have the room to */
  double margin;                        /* at the left and right */
  double margin_top;                    /* at the top and bottom */
  double row;                           /* from one row of bars to the next */
  double grid, hairline, rule, outline; /* line widths */
  double curve;                         /* likewise, of a line that is read */
} NscMeasures;

/* The measures of a page of WIDTH; HEIGHT is 0 where it follows from the figure. */
NscMeasures nsc_theme_get_measures (const NscTheme *self, double width, double height);

G_END_DECLS
