/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a window shows that has no project: the offer to open one, with those opened lately; that one is being opened;
 * or why it could not be. Main thread only. */

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_START_PAGE (nsc_start_page_get_type ())
G_DECLARE_FINAL_TYPE (NscStartPage, nsc_start_page, NSC, START_PAGE, AdwBin)

void nsc_start_page_show_offer (NscStartPage *self);

/* Takes a moment to say so, since most projects are open before it could be read. */
void nsc_start_page_show_opening (NscStartPage *self, const char *name);

void nsc_start_page_show_error (NscStartPage *self, const GError *error);

G_END_DECLS
