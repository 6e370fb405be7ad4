/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The options of a page: their form, what the project offers them, and what was chosen when the page last showed this
 * project, which is remembered in the user's state folder. Which options there are is told by the page's kind of them.
 * Main thread only. */

#include "nsc-holdings.h"
#include "nsc-option-form.h"
#include "nsc-project.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* of the page, under which its options are remembered */
  const NscOptionField *fields;
  NscHoldingsParts parts;

  /* Whether there is something to report on. */
  gboolean (*has_matter) (const NscHoldings *holdings);

  /* Fills the lists of the form. */
  void (*offer) (NscOptionForm *form, const NscHoldings *holdings);

  /* Makes the others fit what was chosen for OPTION; NULL: for any. */
  void (*adapt) (NscOptionForm *form, const NscHoldings *holdings, const char *option);

  /* What is shown, such as "Tech Accord · Home country". */
  char *(*dup_subtitle) (NscOptionForm *form);
} NscPageOptionsKind;

/* What the project holds, as far as the page goes. */
typedef enum
{
  NSC_PAGE_MATTER_UNKNOWN, /* being looked up */
  NSC_PAGE_MATTER_NOTHING, /* no records but those that a new project has */
  NSC_PAGE_MATTER_OTHER,   /* records, but none for this page */
  NSC_PAGE_MATTER_SOME,
} NscPageMatter;

#define NSC_TYPE_PAGE_OPTIONS (nsc_page_options_get_type ())
G_DECLARE_FINAL_TYPE (NscPageOptions, nsc_page_options, NSC, PAGE_OPTIONS, GObject)

/* Signals: "changed", when other options apply, or the project was looked through again; "failed" (GError), when it
 * could not be. */

/* KIND lives as long as the program. */
NscPageOptions *nsc_page_options_new (const NscPageOptionsKind *kind);

NscOptionForm *nsc_page_options_get_form (NscPageOptions *self);

/* Looks what the project offers; what is chosen stays chosen where it is still there. NULL: no project. */
void nsc_page_options_look_up (NscPageOptions *self, NscProject *project);

NscPageMatter nsc_page_options_get_matter (NscPageOptions *self);

/* What else of the page is remembered with its options, such as which view is shown; NULL where nothing is. */
void nsc_page_options_remember (NscPageOptions *self, const char *name, const char *value);
const char *nsc_page_options_recall (NscPageOptions *self, const char *name);

/* NULL where there is nothing to report on. */
NscOptions *nsc_page_options_dup (NscPageOptions *self);
char *nsc_page_options_dup_subtitle (NscPageOptions *self);

G_END_DECLS
