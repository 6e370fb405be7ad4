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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/step-words/words", test_words);
  g_test_add_func ("/model/step-words/many", test_many);
  return g_test_run ();
}
