/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The slides of a presentation by number and name, to jump to one of them. Main thread only. */

#include "nsc-deck.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_SLIDE_LIST (nsc_slide_list_get_type ())
G_DECLARE_FINAL_TYPE (NscSlideList, nsc_slide_list, NSC, SLIDE_LIST, AdwBin)

/* Signal: "chosen" (guint), the slide. */

NscSlideList *nsc_slide_list_new (void);

/* Lists what is in DECK now, and gives slide INDEX the focus. */
void nsc_slide_list_show (NscSlideList *self, NscDeck *deck, guint index);

G_END_DECLS
