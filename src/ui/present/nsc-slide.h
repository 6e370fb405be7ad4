/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One figure of a presentation: the report that it answers, how it comes to be seen, and what the speaker wants to
 * remember. A list of them (GListModel) is what an NscPresenter shows. Immutable. Main thread only. */

#include "nsc-report.h"
#include "nsc-reveal.h"

G_BEGIN_DECLS

#define NSC_TYPE_SLIDE (nsc_slide_get_type ())
G_DECLARE_FINAL_TYPE (NscSlide, nsc_slide, NSC, SLIDE, GObject)

/* REPORT is a name that need not be known: the slide then says so. OPTIONS, language included, must not be changed
 * afterwards. TITLE is what a list of slides calls it, NULL: the title of its figure. NOTE is in the language of the
 * presentation and may be NULL. All else is copied. */
NscSlide *
nsc_slide_new (const char *report, NscOptions *options, NscRevealKind reveal, const char *title, const char *note);

/* One that cannot be shown: TROUBLE says why and what to do. */
NscSlide *nsc_slide_new_troubled (const char *trouble, const char *title, const char *note);

const char *nsc_slide_get_trouble (NscSlide *self); /* or NULL */
const char *nsc_slide_get_report (NscSlide *self);
NscOptions *nsc_slide_get_options (NscSlide *self);
NscRevealKind nsc_slide_get_reveal (NscSlide *self);
const char *nsc_slide_get_title (NscSlide *self); /* or NULL */
const char *nsc_slide_get_note (NscSlide *self);  /* or NULL */

G_END_DECLS
