/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What can be done while presenting: the keys, told once, for the presenter to obey and for the help over its stage.
 * Constant. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  NSC_PRESENT_NOTHING,
  NSC_PRESENT_NEXT,
  NSC_PRESENT_BACK,
  NSC_PRESENT_FIRST,
  NSC_PRESENT_LAST,
  NSC_PRESENT_LIST,
  NSC_PRESENT_REVEAL,
  NSC_PRESENT_SPOTLIGHT,
  NSC_PRESENT_LARGER,
  NSC_PRESENT_SMALLER,
  NSC_PRESENT_BLACK,
  NSC_PRESENT_WHITE,
  NSC_PRESENT_NOTE,
  NSC_PRESENT_MONITOR,
  NSC_PRESENT_FULL_SCREEN,
  NSC_PRESENT_HELP,
  NSC_PRESENT_LEAVE,
} NscPresentAction;

/* What a key without modifiers but Shift does. */
NscPresentAction nsc_present_help_find (guint key);

/* A table of keys and what they do. */
GtkWidget *nsc_present_help_new (void);

G_END_DECLS
