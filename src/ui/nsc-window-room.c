/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-window-room.h"

#include "nsc-letter-scale.h"
#include "nsc-page.h"

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

static void
set_sidebar (AdwNavigationSplitView *split_view)
{
  double scale = nsc_letter_scale_get ();

  adw_navigation_split_view_set_max_sidebar_width (split_view, MOST_SIDEBAR * scale);
  adw_navigation_split_view_set_min_sidebar_width (split_view, LEAST_SIDEBAR * scale);
}

void
nsc_window_room_set_up (NscWindow *window, AdwNavigationSplitView *split_view)
{
  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      AdwBreakpoint *breakpoint = adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 0px"));

      nsc_letter_scale_limit (breakpoint, rooms[i].most);
      adw_breakpoint_add_setters (breakpoint, G_OBJECT (window), "width-class", rooms[i].width_class, NULL);
      if (rooms[i].width_class == NSC_WIDTH_NARROW)
        adw_breakpoint_add_setters (breakpoint, G_OBJECT (split_view), "collapsed", TRUE, NULL);
      adw_application_window_add_breakpoint (ADW_APPLICATION_WINDOW (window), breakpoint);
    }
  set_sidebar (split_view);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-font-name", G_CALLBACK (set_sidebar), split_view,
                           G_CONNECT_SWAPPED);
}
