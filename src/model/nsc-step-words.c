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

char *
nsc_step_words_when (const NscStep *step, GDateTime *now)
{
  g_autoptr (GDateTime) made = NULL;
  g_autoptr (GDateTime) day_before = NULL;
  int year, month, day;

  g_return_val_if_fail (step != NULL && now != NULL, NULL);

  made = g_date_time_new_from_unix_local (step->made);
  if (made == NULL)
    return g_strdup ("");
  day_before = g_date_time_add_days (now, -1);
  g_date_time_get_ymd (made, &year, &month, &day);
  if (g_date_time_get_year (now) == year && g_date_time_get_month (now) == month &&
      g_date_time_get_day_of_month (now) == day)
    /* Translators: a time of today, as strftime writes it. */
    return g_date_time_format (made, _ ("Today, %H:%M"));
  if (g_date_time_get_year (day_before) == year && g_date_time_get_month (day_before) == month &&
      g_date_time_get_day_of_month (day_before) == day)
    /* Translators: a time of yesterday, as strftime writes it. */
    return g_date_time_format (made, _ ("Yesterday, %H:%M"));
  return g_date_time_format (made, "%Y-%m-%d, %H:%M");
}
