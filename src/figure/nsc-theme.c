/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-theme.h"

#include <math.h>

typedef enum
{
  MEDIUM_PAGE,
  MEDIUM_SCREEN,
  MEDIUM_SLIDE,
} Medium;

struct _NscTheme
{
  const char *name; /* NULL: not for the command line */
  Medium medium;
  NscFace face; /* set in a copy */
  double line_scale;
  guint32 colors[NSC_N_COLORS];
};

/* How much of a colour its tint has. */
#define TINT 0.2

/* The widths up to which a page is a single column of a journal, and from which it is a double one. */
#define SINGLE_COLUMN 238.0
#define DOUBLE_COLUMN 493.0

/* The page that the sizes of the slide theme are given for. */
#define SLIDE_WIDTH 960.0
#define SLIDE_HEIGHT 540.0

/* On a slide that is less wide, the least share of its size that a title has. */
#define NARROWEST_TITLE 0.6

/* Of the height of a slide, the part that a title may take. */
#define TITLE_SHARE 6

/* Of the words below a figure on a slide, and on one that is higher than wide. */
#define FOOT_LINES 4
#define UPRIGHT_FOOT_LINES 8

/* The narrowest paper that keeps the type of the screen. */
#define SCREEN_WIDTH 340.0

#define PALETTE_ON_WHITE                                                                                               \
  [NSC_COLOR_BLUE] = 0x2f62b6, [NSC_COLOR_ORANGE] = 0xc36b40, [NSC_COLOR_TEAL] = 0x00613d,                             \
  [NSC_COLOR_PLUM] = 0x6b2d53, [NSC_COLOR_ROSE] = 0xcf3c66, [NSC_COLOR_OCHRE] = 0xb59000,                              \
  [NSC_COLOR_VIOLET] = 0x300599

#define NEUTRALS_ON_WHITE                                                                                              \
  [NSC_COLOR_PAPER] = 0xffffff, [NSC_COLOR_SURROUND] = 0xf0f0f2, [NSC_COLOR_TEXT] = 0x1c1c1f,                          \
  [NSC_COLOR_TEXT_SECOND] = 0x56565c, [NSC_COLOR_TEXT_THIRD] = 0x6f6f76, [NSC_COLOR_GRID] = 0xe4e4e7,                  \
  [NSC_COLOR_HAIRLINE] = 0xd8d8dc, [NSC_COLOR_RULE] = 0xc9c9ce, [NSC_COLOR_CONTEXT] = 0x8e8e95

/* Three steps of lightness, which is all that a copier keeps apart; more kinds than that differ by their fill. */
#define GREYS_ON_WHITE                                                                                                 \
  [NSC_COLOR_PAPER] = 0xffffff, [NSC_COLOR_SURROUND] = 0xf0f0f0, [NSC_COLOR_TEXT] = 0x1b1b1b,                          \
  [NSC_COLOR_TEXT_SECOND] = 0x565656, [NSC_COLOR_TEXT_THIRD] = 0x6f6f6f, [NSC_COLOR_GRID] = 0xe4e4e4,                  \
  [NSC_COLOR_HAIRLINE] = 0xd8d8d8, [NSC_COLOR_RULE] = 0xc9c9c9, [NSC_COLOR_CONTEXT] = 0x929292,                        \
  [NSC_COLOR_BLUE] = 0x303030, [NSC_COLOR_ORANGE] = 0x6a6a6a, [NSC_COLOR_TEAL] = 0x303030,                             \
  [NSC_COLOR_PLUM] = 0x6a6a6a, [NSC_COLOR_ROSE] = 0x929292, [NSC_COLOR_OCHRE] = 0x929292,                              \
  [NSC_COLOR_VIOLET] = 0x303030

static const NscTheme themes[] = {
  [NSC_THEME_PRINT] = { "print", MEDIUM_PAGE, NSC_FACE_SANS, 1, { NEUTRALS_ON_WHITE, PALETTE_ON_WHITE } },
  [NSC_THEME_SCREEN_LIGHT] = { "light", MEDIUM_SCREEN, NSC_FACE_SANS, 1, { NEUTRALS_ON_WHITE, PALETTE_ON_WHITE } },
  [NSC_THEME_SCREEN_DARK] = { "dark",
                              MEDIUM_SCREEN,
                              NSC_FACE_SANS,
                              1,
                              {
                                  [NSC_COLOR_PAPER] = 0x1d1d20,
                                  [NSC_COLOR_SURROUND] = 0x26262a,
                                  [NSC_COLOR_TEXT] = 0xf4f4f6,
                                  [NSC_COLOR_TEXT_SECOND] = 0xb4b4bb,
                                  [NSC_COLOR_TEXT_THIRD] = 0x9a9aa2,
                                  [NSC_COLOR_GRID] = 0x313136,
                                  [NSC_COLOR_HAIRLINE] = 0x38383e,
                                  [NSC_COLOR_RULE] = 0x4a4a51,
                                  [NSC_COLOR_CONTEXT] = 0x7e7e87,
                                  [NSC_COLOR_BLUE] = 0x3b9cfd,
                                  [NSC_COLOR_ORANGE] = 0xfc9549,
                                  [NSC_COLOR_TEAL] = 0x37927c,
                                  [NSC_COLOR_PLUM] = 0xf8b9dc,
                                  [NSC_COLOR_ROSE] = 0xc25159,
                                  [NSC_COLOR_OCHRE] = 0xfee6a7,
                                  [NSC_COLOR_VIOLET] = 0xb7b8fe,
                              } },
  [NSC_THEME_HIGH_CONTRAST] = { "contrast",
                                MEDIUM_SCREEN,
                                NSC_FACE_SANS,
                                1.6,
                                {
                                    [NSC_COLOR_PAPER] = 0xffffff,
                                    [NSC_COLOR_SURROUND] = 0xffffff,
                                    [NSC_COLOR_TEXT] = 0x000000,
                                    [NSC_COLOR_TEXT_SECOND] = 0x1c1c1f,
                                    [NSC_COLOR_TEXT_THIRD] = 0x38383c,
                                    [NSC_COLOR_GRID] = 0x8e8e95,
                                    [NSC_COLOR_HAIRLINE] = 0x6f6f76,
                                    [NSC_COLOR_RULE] = 0x38383c,
                                    [NSC_COLOR_CONTEXT] = 0x74747b,
                                    [NSC_COLOR_BLUE] = 0x2b59ab,
                                    [NSC_COLOR_ORANGE] = 0x9d551c,
                                    [NSC_COLOR_TEAL] = 0x002f19,
                                    [NSC_COLOR_PLUM] = 0x4e2545,
                                    [NSC_COLOR_ROSE] = 0xa1013a,
                                    [NSC_COLOR_OCHRE] = 0x534100,
                                    [NSC_COLOR_VIOLET] = 0x010073,
                                } },
  [NSC_THEME_GREY] = { "grey", MEDIUM_PAGE, NSC_FACE_SANS, 1, { GREYS_ON_WHITE } },
  [NSC_THEME_SCREEN_GREY] = { NULL, MEDIUM_SCREEN, NSC_FACE_SANS, 1, { GREYS_ON_WHITE } },
  [NSC_THEME_SLIDE] = { "slide",
                        MEDIUM_SLIDE,
                        NSC_FACE_SANS,
                        1,
                        {
                            PALETTE_ON_WHITE,
                            [NSC_COLOR_PAPER] = 0xffffff,
                            [NSC_COLOR_SURROUND] = 0xffffff,
                            [NSC_COLOR_TEXT] = 0x111114,
                            [NSC_COLOR_TEXT_SECOND] = 0x45454b,
                            [NSC_COLOR_TEXT_THIRD] = 0x5b5b61,
                            [NSC_COLOR_GRID] = 0xe4e4e7,
                            [NSC_COLOR_HAIRLINE] = 0xd8d8dc,
                            [NSC_COLOR_RULE] = 0xc9c9ce,
                            [NSC_COLOR_CONTEXT] = 0x85858c,
                        } },
};

static NscMeasures
measures_of_page (double width)
{
  double wide = CLAMP ((width - SINGLE_COLUMN) / (DOUBLE_COLUMN - SINGLE_COLUMN), 0, 1);

  return (NscMeasures) {
    .title = 9.5 + wide,
    .subtitle = 7.5 + wide * 0.5,
    .label = 7.5,
    .label_most = 7.5,
    .note = 6.5,
    .least = 6,
    /* Enough for the ink that leans out of its box; the column of the journal has its own margin. */
    .margin = 2,
    .margin_top = 2,
    .row = 7.5 * 1.8,
    .grid = 0.5,
    .hairline = 0.45,
    .rule = 0.6,
    .outline = 1.05,
    .curve = 1.4,
  };
}

static NscMeasures
measures_of_screen (double width)
{
  double scale = CLAMP (width / SCREEN_WIDTH, 0.66, 1);

  return (NscMeasures) {
    .title = 17 * scale,
    .subtitle = 13 * scale,
    .label = 13 * scale,
    .label_most = 13 * scale,
    .note = 11.5 * scale,
    .least = 11 * scale,
    .margin = width >= 560 ? 28 : 18 * scale,
    .margin_top = width >= 560 ? 22 : 16 * scale,
    .row = 13 * 1.68 * scale,
    .grid = 1 * scale,
    .hairline = 1 * scale,
    .rule = 1 * scale,
    .outline = 1.2 * scale,
    .curve = 2 * scale,
  };
}

/* By its height, as a room reads it; one that is turned upright keeps the type that it has lying. What type takes the
 * width of is less on a slide that is not as wide as others. */
static double
scale_of_slide (double width, double height)
{
  return height > 0 ? MIN (width, height) / SLIDE_HEIGHT : width / SLIDE_WIDTH;
}

static NscMeasures
measures_of_slide (double width, double height)
{
  double scale = scale_of_slide (width, height);
  double narrow = MIN (1, width / (scale * SLIDE_WIDTH));

  return (NscMeasures) {
    .title = 29 * scale * MAX (NARROWEST_TITLE, sqrt (narrow)),
    .title_most = height / TITLE_SHARE,
    .subtitle = MAX (13.5, 15 * sqrt (narrow)) * scale,
    .label = 14.25 * scale,
    .label_most = 20 * scale,
    .note = 13.5 * scale,
    .least = 13.5 * scale,
    .foot_lines = width < height ? UPRIGHT_FOOT_LINES : FOOT_LINES,
    .may_become_bold = TRUE,
    .margin = 48 * scale * narrow,
    .margin_top = 24 * scale,
    .row = 14.25 * 1.7 * scale,
    .grid = 1 * scale,
    .hairline = 0.9 * scale,
    .rule = 1.2 * scale,
    .outline = 1.6 * scale,
    .curve = 2.8 * scale,
  };
}

const NscTheme *
nsc_theme_get (NscThemeName name)
{
  g_return_val_if_fail ((guint) name < G_N_ELEMENTS (themes), &themes[NSC_THEME_PRINT]);

  return &themes[name];
}

const NscTheme *
nsc_theme_find (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    if (themes[i].name != NULL && g_strcmp0 (themes[i].name, name) == 0)
      return &themes[i];
  return NULL;
}

static gpointer
copy_in_serif (gpointer data)
{
  NscTheme *copies = g_memdup2 (themes, sizeof themes);

  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    copies[i].face = NSC_FACE_SERIF;
  return copies;
}

const NscTheme *
nsc_theme_get_in_face (const NscTheme *self, NscFace face)
{
  static GOnce once = G_ONCE_INIT;
  const NscTheme *copies = g_once (&once, copy_in_serif, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++)
    if (self == &themes[i] || self == &copies[i])
      return face == NSC_FACE_SERIF ? &copies[i] : &themes[i];
  g_return_val_if_reached (self);
}

NscFace
nsc_theme_get_face (const NscTheme *self)
{
  return self->face;
}

NscColor
nsc_theme_get_color (const NscTheme *self, NscColorRole role)
{
  g_return_val_if_fail ((guint) role < 2 * NSC_N_COLORS, nsc_color_from_rgb (0));

  if (role >= NSC_N_COLORS)
    return nsc_color_mix (nsc_color_from_rgb (self->colors[role - NSC_N_COLORS]),
                          nsc_color_from_rgb (self->colors[NSC_COLOR_PAPER]), TINT);
  return nsc_color_from_rgb (self->colors[role]);
}

NscMeasures
nsc_theme_get_measures (const NscTheme *self, double width, double height)
{
  NscMeasures measures;

  switch (self->medium)
    {
    case MEDIUM_SCREEN:
      measures = measures_of_screen (width);
      break;
    case MEDIUM_SLIDE:
      measures = measures_of_slide (width, height);
      break;
    case MEDIUM_PAGE:
    default:
      measures = measures_of_page (width);
      break;
    }
  measures.grid *= self->line_scale;
  measures.hairline *= self->line_scale;
  measures.rule *= self->line_scale;
  measures.outline *= self->line_scale;
  measures.curve *= self->line_scale;
  return measures;
}
