/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The options of a report as boxed lists: those that its page describes, then what every report takes: a date, with
 * unverified records or not, in which language. The page fills the lists with what the project has. The language is a
 * setting of the program and the same in all forms. Main thread only. */

#include "nsc-report.h"

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  NSC_OPTION_FIELD_CHOICE,  /* one of several things */
  NSC_OPTION_FIELD_SEVERAL, /* one or several of them, joined by commas */
  NSC_OPTION_FIELD_SWITCH,
} NscOptionFieldKind;

typedef struct
{
  const char *option; /* of the report */
  NscOptionFieldKind kind;
  const char *title;       /* msgid */
  gboolean has_long_names; /* what is chosen stands below the title */
} NscOptionField;

#define NSC_TYPE_OPTION_FORM (nsc_option_form_get_type ())
G_DECLARE_FINAL_TYPE (NscOptionForm, nsc_option_form, NSC, OPTION_FORM, AdwBin)

/* Signal: "changed" (the option), when the person chose something else or wrote another date, and by
 * nsc_option_form_choose. */

/* FIELDS end with a NULL option and live as long as the program. */
NscOptionForm *nsc_option_form_new (const NscOptionField *fields);

/* Whether there is such an option. */
gboolean nsc_option_form_has (NscOptionForm *self, const char *option);

/* Fills the list of an option: begin, add each, end. What was chosen stays chosen where it is still there, else
 * FALLBACK is, else the first. No signal. */
void nsc_option_form_begin (NscOptionForm *self, const char *option);
void nsc_option_form_add (NscOptionForm *self, const char *option, const char *id, const char *label);
void nsc_option_form_end (NscOptionForm *self, const char *option, const char *fallback);

/* Whether the option makes sense beside the others; it is hidden and not asked for where it does not. */
void nsc_option_form_set_offered (NscOptionForm *self, const char *option, gboolean offered);

/* How many records the switch for unverified ones is about. */
void nsc_option_form_set_n_unverified (NscOptionForm *self, guint n);

/* The value as the report takes it, "" where there is none, and what people read for it. Owned by the form, until the
 * next change. */
const char *nsc_option_form_get (NscOptionForm *self, const char *option);
const char *nsc_option_form_get_label (NscOptionForm *self, const char *option);

/* Chooses by the value of an option. FALSE, and nothing changes, where it cannot be had. */
gboolean nsc_option_form_choose (NscOptionForm *self, const char *option, const char *value);

/* The same without the signal, and at once also for a date. */
gboolean nsc_option_form_set (NscOptionForm *self, const char *option, const char *value);

/* All that is chosen, for nsc_report_run: a new table. */
NscOptions *nsc_option_form_dup_options (NscOptionForm *self);

/* The ids that an option offers, in order; NULL where it offers none. To be freed with g_strfreev. */
char **nsc_option_form_dup_choices (NscOptionForm *self, const char *option);

G_END_DECLS
