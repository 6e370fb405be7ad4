/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Colours, type sizes and line widths by role. Constant; any thread. Sizes are points at the final size. */

#include <glib.h>

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
} NscThemeName;

const NscTheme *nsc_theme_get (NscThemeName name);

/* By the words of the command line: print, grey, slide, dark, contrast, light. NULL where there is none. */
const NscTheme *nsc_theme_find (const char *name);

G_END_DECLS
