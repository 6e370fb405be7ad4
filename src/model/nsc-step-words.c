/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-step-words.h"

#include <glib/gi18n-lib.h>

static char *
import_words (const NscStep *step)
{
  g_autofree char *added =
      g_strdup_printf (ngettext ("%llu added", "%llu added", step->n_added), (unsigned long long) step->n_added);
  g_autofree char *changed = g_strdup_printf (ngettext ("%llu changed", "%llu changed", step->n_changed),
                                              (unsigned long long) step->n_changed);

  /* Translators: file name, how many rows it added, how many it changed. */
  return g_strdup_printf (_ ("Imported %1$s: %2$s, %3$s"), step->subject, added, changed);
}

char *
nsc_step_words (const NscStep *step)
{
  g_return_val_if_fail (step != NULL, NULL);

  switch (step->kind)
    {
    case NSC_STEP_CREATE:
      return g_strdup (_ ("Created the project"));
    case NSC_STEP_ADD:
      return g_strdup_printf (_ ("Added %s"), step->subject);
    case NSC_STEP_EDIT:
      return g_strdup_printf (_ ("Edited %s"), step->subject);
    case NSC_STEP_DELETE:
      return g_strdup_printf (_ ("Deleted %s"), step->subject);
    case NSC_STEP_IMPORT:
      return import_words (step);
    default:
      return g_strdup ("");
    }
}
