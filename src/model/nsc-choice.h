/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* One thing that can be chosen for a column: what is stored and what people read. Immutable; made on any thread. */

#include <glib-object.h>

G_BEGIN_DECLS

#define NSC_TYPE_CHOICE (nsc_choice_get_type ())
G_DECLARE_FINAL_TYPE (NscChoice, nsc_choice, NSC, CHOICE, GObject)

/* Properties, for expressions: "label", "hint", "search" (all that a person may look for). All strings are copied. */
NscChoice *nsc_choice_new (const char *value, const char *label, const char *hint, const char *search);

const char *nsc_choice_get_value (NscChoice *self);
const char *nsc_choice_get_label (NscChoice *self);

/* A quieter word that tells it from others of the same label, or "". */
const char *nsc_choice_get_hint (NscChoice *self);

G_END_DECLS
