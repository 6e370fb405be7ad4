/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-window-room.h"

#include "nsc-page.h"

#include <math.h>

/* Widths are meant for letters of this size. */
#define USUAL_POINTS 11.0

#define LEAST_SIDEBAR 200.0
#define MOST_SIDEBAR 236.0

/* From which width on, in scaled pixels, the window has which room. Of those that match the last one holds. */
static const struct
{
  NscWidthClass width_class;
  double most;
} rooms[] = {
  { NSC_WIDTH_SNUG, 970 },
  { NSC_WIDTH_MEDIUM, 860 },
  { NSC_WIDTH_SMALL, 780 },
  { NSC_WIDTH_NARROW, 500 },
};

typedef struct
{
  AdwNavigationSplitView *split_view;
  AdwBreakpoint *breakpoints[G_N_ELEMENTS (rooms)];
} Room;

/* How much larger the letters of the font are than usual: scaled pixels know of the scale of text alone. */
static double
get_scale (GtkSettings *settings)
{
  g_autofree char *name = NULL;
  PangoFontDescription *font;
  double points;

  g_object_get (settings, "gtk-font-name", &name, NULL);
  font = pango_font_description_from_string (name != NULL ? name : "");
  points = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  if (pango_font_description_get_size_is_absolute (font))
    points *= 72.0 / 96.0;
  pango_font_description_free (font);
  return MAX (1.0, points / USUAL_POINTS);
}

static AdwBreakpointCondition *
make_condition (guint room, double scale)
{
  return adw_breakpoint_condition_new_length (ADW_BREAKPOINT_CONDITION_MAX_WIDTH, round (rooms[room].most * scale),
                                              ADW_LENGTH_UNIT_SP);
}

static void
set_sidebar (AdwNavigationSplitView *split_view, double scale)
{
  adw_navigation_split_view_set_max_sidebar_width (split_view, MOST_SIDEBAR * scale);
  adw_navigation_split_view_set_min_sidebar_width (split_view, LEAST_SIDEBAR * scale);
}

static void
font_set_cb (GtkSettings *settings, GParamSpec *pspec, NscWindow *window)
{
  Room *room = g_object_get_data (G_OBJECT (window), "nsc-room");
  double scale = get_scale (settings);

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      AdwBreakpointCondition *condition = make_condition (i, scale);

      adw_breakpoint_set_condition (room->breakpoints[i], condition);
      adw_breakpoint_condition_free (condition);
    }
  set_sidebar (room->split_view, scale);
}

void
nsc_window_room_set_up (NscWindow *window, AdwNavigationSplitView *split_view)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (window));
  double scale = get_scale (settings);
  Room *room = g_new0 (Room, 1);

  room->split_view = split_view;
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      AdwBreakpoint *breakpoint = adw_breakpoint_new (make_condition (i, scale));

      adw_breakpoint_add_setters (breakpoint, G_OBJECT (window), "width-class", rooms[i].width_class, NULL);
      if (rooms[i].width_class == NSC_WIDTH_NARROW)
        adw_breakpoint_add_setters (breakpoint, G_OBJECT (split_view), "collapsed", TRUE, NULL);
      room->breakpoints[i] = breakpoint;
      adw_application_window_add_breakpoint (ADW_APPLICATION_WINDOW (window), breakpoint);
    }
  set_sidebar (split_view, scale);
  g_object_set_data_full (G_OBJECT (window), "nsc-room", room, g_free);
  g_signal_connect_object (settings, "notify::gtk-font-name", G_CALLBACK (font_set_cb), window, G_CONNECT_DEFAULT);
}
