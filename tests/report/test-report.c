/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-error.h"
#include "nsc-report.h"
#include "nsc-words.h"

static void
test_options (void)
{
  g_autoptr (GHashTable) options = nsc_options_new ();

  g_assert_null (nsc_options_get (options, "by"));
  nsc_options_set (options, "by", "sector");
  nsc_options_set (options, "by", "role");
  g_assert_cmpstr (nsc_options_get (options, "by"), ==, "role");
  g_assert_false (nsc_options_is_on (options, "include-unverified"));
  nsc_options_set (options, "include-unverified", "yes");
  g_assert_true (nsc_options_is_on (options, "include-unverified"));
  nsc_options_set (options, "by", NULL);
  g_assert_null (nsc_options_get (options, "by"));
}

/* Every report has a name of its own and words for each option. */
static void
test_list (void)
{
  for (const NscReport *const *report = nsc_report_list (); *report != NULL; report++)
    {
      g_assert_true (nsc_report_find ((*report)->name) == *report);
      for (const NscOptionSpec *option = (*report)->options; option->name != NULL; option++)
        g_assert_nonnull (option->help);
    }
  g_assert_null (nsc_report_find ("shoes"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/report/options", test_options);
  g_test_add_func ("/report/report/list", test_list);
  return g_test_run ();
}
