/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-source-tally.h"

static void
test_most (void)
{
  g_autoptr (NscSourceTally) tally = nsc_source_tally_new ();
  g_auto (GStrv) two = NULL;
  g_auto (GStrv) all = NULL;

  nsc_source_tally_add (tally, "press");
  nsc_source_tally_add (tally, "list");
  nsc_source_tally_add (tally, "list");
  nsc_source_tally_add (tally, "book");
  nsc_source_tally_add (tally, "");
  nsc_source_tally_add (tally, NULL);

  g_assert_cmpuint (nsc_source_tally_get_n_sources (tally), ==, 3);
  two = nsc_source_tally_dup_most (tally, 2);
  g_assert_cmpstrv (two, ((const char *[]) { "list", "book", NULL }));
  all = nsc_source_tally_dup_most (tally, 9);
  g_assert_cmpstrv (all, ((const char *[]) { "list", "book", "press", NULL }));
}

static void
test_none (void)
{
  g_autoptr (NscSourceTally) tally = nsc_source_tally_new ();
  g_auto (GStrv) most = nsc_source_tally_dup_most (tally, 3);

  g_assert_cmpuint (g_strv_length (most), ==, 0);
}

/* Of many sources that are named once the one that is named often stays known, in bounded memory. */
static void
test_many (void)
{
  g_autoptr (NscSourceTally) tally = nsc_source_tally_new ();
  g_auto (GStrv) most = NULL;

  for (guint i = 0; i < 200000; i++)
    {
      g_autofree char *once = g_strdup_printf ("page %u of a long list of sources", i);

      nsc_source_tally_add (tally, once);
      if (i % 100 == 0)
        nsc_source_tally_add (tally, "the study");
      if (i % 150 == 0)
        nsc_source_tally_add (tally, "a list");
    }
  most = nsc_source_tally_dup_most (tally, 2);
  g_assert_cmpstr (most[0], ==, "the study");
  g_assert_cmpstr (most[1], ==, "a list");
  g_assert_cmpuint (nsc_source_tally_get_n_sources (tally), >=, 10000);
  g_assert_cmpuint (nsc_source_tally_get_n_sources (tally), <, 200002);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/source-tally/most", test_most);
  g_test_add_func ("/report/source-tally/none", test_none);
  g_test_add_func ("/report/source-tally/many", test_many);
  return g_test_run ();
}
