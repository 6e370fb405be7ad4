/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-step-words.h"

#include "nsc-table.h"

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

/* What the table holds, in the middle of a sentence. */
static char *
dup_plural (const NscStep *step)
{
  const NscTable *table = nsc_table_find (step->table);

  return g_utf8_strdown (table != NULL ? _ (table->title) : step->table, -1);
}

static char *
delete_words (const NscStep *step)
{
  g_autofree char *plural = NULL;

  if (step->n_deleted <= 1)
    return g_strdup_printf (_ ("Deleted %s"), step->subject);
  plural = dup_plural (step);
  /* Translators: a number from 2 and what it counts: "Deleted 12 signatories". */
  return g_strdup_printf (_ ("Deleted %1$llu %2$s"), (unsigned long long) step->n_deleted, plural);
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
      return delete_words (step);
    case NSC_STEP_IMPORT:
      return import_words (step);
    default:
      return g_strdup ("");
    }
}
