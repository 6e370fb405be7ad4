/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How large letters are. Scaled pixels know of the scale of text, but not of the size of the font, which makes letters
 * large just as well; what is laid out by the room that words have needs both. Main thread only. */

#include <adwaita.h>

G_BEGIN_DECLS

/* How much larger the letters of the font are than usual. */
double nsc_letter_scale_get (void);

/* BREAKPOINT holds up to MOST scaled pixels of width with usual letters, and as much further as those of the font are
 * larger, now and when another one is set. */
void nsc_letter_scale_limit (AdwBreakpoint *breakpoint, double most);

/* The same where there are also at most HEIGHT pixels of height. */
void nsc_letter_scale_limit_low (AdwBreakpoint *breakpoint, double most, double height);

/* That of a dialog whose buttons at the top leave room for its title; below, they have it. */
#define NSC_LETTER_SCALE_TITLE 280.0

G_END_DECLS
