/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The title of a page in its header, and below it what is shown. Where that does not fit whole it goes, rather than
 * stand there cut: a figure says it too. Its words are in the tooltip at any width. Main thread only. */

#include <adwaita.h>

G_BEGIN_DECLS

#define NSC_TYPE_PAGE_TITLE (nsc_page_title_get_type ())
G_DECLARE_FINAL_TYPE (NscPageTitle, nsc_page_title, NSC, PAGE_TITLE, GtkWidget)

void nsc_page_title_set_title (NscPageTitle *self, const char *title);
void nsc_page_title_set_subtitle (NscPageTitle *self, const char *subtitle);
const char *nsc_page_title_get_subtitle (NscPageTitle *self);

G_END_DECLS
