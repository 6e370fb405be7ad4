/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-letter-scale.h"

#include <math.h>

/* Widths are meant for letters of this size. */
#define USUAL_POINTS 11.0

double
nsc_letter_scale_get (void)
{
  g_autofree char *name = NULL;
  PangoFontDescription *font;
  double points;

  g_object_get (gtk_settings_get_default (), "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "");
  points = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  if (pango_font_description_get_size_is_absolute (font))
    points *= 72.0 / 96.0;
  pango_font_description_free (font);
  return MAX (1.0, points / USUAL_POINTS);
}

typedef struct
{
  double most;
  double height; /* 0: any */
} Limit;

static void
set_condition (AdwBreakpoint *breakpoint)
{
  const Limit *limit = g_object_get_data (G_OBJECT (breakpoint), "nsc-limit");
  AdwBreakpointCondition *condition = adw_breakpoint_condition_new_length (
      ADW_BREAKPOINT_CONDITION_MAX_WIDTH, round (limit->most * nsc_letter_scale_get ()), ADW_LENGTH_UNIT_SP);

  if (limit->height > 0)
    condition = adw_breakpoint_condition_new_and (
        condition,
        adw_breakpoint_condition_new_length (ADW_BREAKPOINT_CONDITION_MAX_HEIGHT, limit->height, ADW_LENGTH_UNIT_PX));
  adw_breakpoint_set_condition (breakpoint, condition);
  adw_breakpoint_condition_free (condition);
}

void
nsc_letter_scale_limit (AdwBreakpoint *breakpoint, double most)
{
  nsc_letter_scale_limit_low (breakpoint, most, 0);
}

void
nsc_letter_scale_limit_low (AdwBreakpoint *breakpoint, double most, double height)
{
  Limit limit = { most, height };

  g_return_if_fail (ADW_IS_BREAKPOINT (breakpoint));

  g_object_set_data_full (G_OBJECT (breakpoint), "nsc-limit", g_memdup2 (&limit, sizeof limit), g_free);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-font-name", G_CALLBACK (set_condition), breakpoint,
                           G_CONNECT_SWAPPED);
  set_condition (breakpoint);
}
