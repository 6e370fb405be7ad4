/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-source-tally.h"

static void
test_most (void)
{
  g_autoptr (NscSourceTally) tally = nsc_source_tally_new ();
  g_auto (GStrv) named = NULL;
  g_auto (GStrv) three = NULL;
  NscSourceLine line;

  nsc_source_tally_add (tally, "press");
  nsc_source_tally_add (tally, "list");
  nsc_source_tally_add (tally, "list");
  nsc_source_tally_add (tally, "book");
  nsc_source_tally_add (tally, "");
  nsc_source_tally_add (tally, NULL);

  three = nsc_source_tally_dup_named (tally);
  g_assert_cmpstrv (three, ((const char *[]) { "list", "book", "press", NULL }));
  line = nsc_source_tally_get_line (tally, three);
  g_assert_cmpuint (line.n_more, ==, 0);

  nsc_source_tally_add (tally, "a shelf");
  nsc_source_tally_add (tally, "zines");
  named = nsc_source_tally_dup_named (tally);
  g_assert_cmpstrv (named, ((const char *[]) { "list", "a shelf", "book", NULL }));
  line = nsc_source_tally_get_line (tally, named);
  g_assert_true (line.sources == (const char *const *) named);
  g_assert_cmpuint (line.n_more, ==, 2);
  g_assert_false (line.uncounted);
}

static void
test_none (void)
{
  g_autoptr (NscSourceTally) tally = nsc_source_tally_new ();
  g_auto (GStrv) named = nsc_source_tally_dup_named (tally);

  g_assert_cmpuint (g_strv_length (named), ==, 0);
  g_assert_cmpuint (nsc_source_tally_get_line (tally, named).n_more, ==, 0);
}

/* Of many sources that are named once the one that is named often stays known, in bounded memory, and no number is
 * given for the others. */
static void
test_many (void)
{
  g_autoptr (NscSourceTally) tally = nsc_source_tally_new ();
  g_auto (GStrv) named = NULL;

  for (guint i = 0; i < 200000; i++)
    {
      g_autofree char *once = g_strdup_printf ("page %u of a long list of sources", i);

      nsc_source_tally_add (tally, once);
      if (i % 100 == 0)
        nsc_source_tally_add (tally, "the study");
      if (i % 150 == 0)
        nsc_source_tally_add (tally, "a list");
    }
  named = nsc_source_tally_dup_named (tally);
  g_assert_cmpstr (named[0], ==, "the study");
  g_assert_cmpstr (named[1], ==, "a list");
  g_assert_true (nsc_source_tally_get_line (tally, named).uncounted);
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
