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

/* A report is told what it is asked for, after the same checks. */
static NscResult *
run (NscReader *reader, NscOptions *options, gboolean only_sheet, GCancellable *cancellable, GError **error)
{
  g_set_error_literal (error, NSC_ERROR, NSC_ERROR_CONFLICT, only_sheet ? "only the sheet" : "all");
  return NULL;
}

static const NscOptionSpec no_options[] = { { NULL } };
static const NscReport silent = { "silent", "", no_options, run };

static void
check_asked (const char *option, int code, const char *of_all, const char *of_sheet)
{
  g_autoptr (GHashTable) options = nsc_options_new ();
  g_autoptr (GError) error = NULL, sheet_error = NULL;
  NscReader *never_asked = GINT_TO_POINTER (1);

  nsc_options_set (options, option, "yes");
  g_assert_null (nsc_report_run (&silent, never_asked, options, NULL, &error));
  g_assert_error (error, NSC_ERROR, code);
  g_assert_nonnull (strstr (error->message, of_all));
  g_assert_null (nsc_report_run_for_sheet (&silent, never_asked, options, NULL, &sheet_error));
  g_assert_error (sheet_error, NSC_ERROR, code);
  g_assert_nonnull (strstr (sheet_error->message, of_sheet));
}

static void
test_asked (void)
{
  check_asked ("include-unverified", NSC_ERROR_CONFLICT, "all", "only the sheet");
  check_asked ("shoes", NSC_ERROR_USAGE, "shoes", "shoes");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/report/options", test_options);
  g_test_add_func ("/report/report/list", test_list);
  g_test_add_func ("/report/report/asked", test_asked);
  return g_test_run ();
}
