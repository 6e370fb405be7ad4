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

/* A report that has a shorter way to its table is asked that way, with the same checks before. */
static NscResult *
run_long (NscReader *reader, NscOptions *options, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, NSC_ERROR, NSC_ERROR_CONFLICT, "long");
  return NULL;
}

static NscResult *
run_short (NscReader *reader, NscOptions *options, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, NSC_ERROR, NSC_ERROR_CONFLICT, "short");
  return NULL;
}

static void
check_for_table (const NscReport *report, const char *option, int code, const char *said)
{
  g_autoptr (GHashTable) options = nsc_options_new ();
  g_autoptr (GError) error = NULL;
  NscReader *never_asked = GINT_TO_POINTER (1);

  nsc_options_set (options, option, "yes");
  g_assert_null (nsc_report_run_for_table (report, never_asked, options, NULL, &error));
  g_assert_error (error, NSC_ERROR, code);
  g_assert_nonnull (strstr (error->message, said));
}

static void
test_for_table (void)
{
  const NscOptionSpec none[] = { { NULL } };
  const NscReport two_ways = { "two", "", none, run_long, run_short };
  const NscReport one_way = { "one", "", none, run_long, NULL };

  check_for_table (&two_ways, "include-unverified", NSC_ERROR_CONFLICT, "short");
  check_for_table (&one_way, "include-unverified", NSC_ERROR_CONFLICT, "long");
  check_for_table (&two_ways, "shoes", NSC_ERROR_USAGE, "shoes");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/report/options", test_options);
  g_test_add_func ("/report/report/list", test_list);
  g_test_add_func ("/report/report/for-table", test_for_table);
  return g_test_run ();
}
