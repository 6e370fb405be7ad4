/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-step-words.h"

static void
check (NscStepKind kind, const char *expected)
{
  g_autoptr (NscStep) step = nsc_step_new (kind, "actors", "Hitachi");
  g_autofree char *words = NULL;

  step->n_added = 2;
  step->n_changed = 1;
  words = nsc_step_words (step);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  check (NSC_STEP_CREATE, "Created the project");
  check (NSC_STEP_ADD, "Added Hitachi");
  check (NSC_STEP_EDIT, "Edited Hitachi");
  check (NSC_STEP_DELETE, "Deleted Hitachi");
  check (NSC_STEP_IMPORT, "Imported Hitachi: 2 added, 1 changed");
}

static void
test_many (void)
{
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_DELETE, "signatories", "Hitachi");
  g_autofree char *words = NULL;

  step->n_deleted = 12;
  words = nsc_step_words (step);
  g_assert_cmpstr (words, ==, "Deleted 12 signatories");
}

static void
check_when (GDateTime *now, int days, int hours, const char *expected)
{
  g_autoptr (NscStep) step = nsc_step_new (NSC_STEP_EDIT, "actors", "Hitachi");
  g_autoptr (GDateTime) day = g_date_time_add_days (now, days);
  g_autoptr (GDateTime) made = g_date_time_add_hours (day, hours);
  g_autofree char *words = NULL;

  step->made = g_date_time_to_unix (made);
  words = nsc_step_words_when (step, now);
  g_assert_cmpstr (words, ==, expected);
}

static void
test_when (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 3, 1, 9, 5, 0);

  check_when (now, 0, -9, "Today, 00:05");
  check_when (now, 0, -10, "Yesterday, 23:05");
  check_when (now, -1, -9, "Yesterday, 00:05");
  check_when (now, -1, -10, "2026-02-27, 23:05");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/step-words/words", test_words);
  g_test_add_func ("/model/step-words/many", test_many);
  g_test_add_func ("/model/step-words/when", test_when);
  return g_test_run ();
}
