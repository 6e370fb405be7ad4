/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One of several things that can be chosen together: its id, its label, and whether it is chosen. Main thread only. */

#include <glib-object.h>

G_BEGIN_DECLS

#define NSC_TYPE_SEVERAL_CHOICE (nsc_several_choice_get_type ())
G_DECLARE_FINAL_TYPE (NscSeveralChoice, nsc_several_choice, NSC, SEVERAL_CHOICE, GObject)

/* Properties: "label" (string, readable), "chosen" (boolean). */

NscSeveralChoice *nsc_several_choice_new (const char *id, const char *label);

const char *nsc_several_choice_get_id (NscSeveralChoice *self);
const char *nsc_several_choice_get_label (NscSeveralChoice *self);
gboolean nsc_several_choice_get_chosen (NscSeveralChoice *self);
void nsc_several_choice_set_chosen (NscSeveralChoice *self, gboolean chosen);

G_END_DECLS
