/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-code-words.h"
#include "nsc-table.h"

static void
check (const char *language, const char *code, const char *expected)
{
  g_autofree char *words = nsc_code_words (language, code);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  check ("en", "public_body", "Public body");
  check ("en", "Western Europe", "Western Europe");
  check ("en", "strategic_partner", "strategic partner");
  check ("zh_CN", "我们的", "我们的");
  check ("en", "", "");
}

/* No choice that a table offers is shown to people as its code. */
static void
test_choices (void)
{
  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    for (guint c = 0; c < (*table)->n_columns; c++)
      for (const char *const *choice = (*table)->columns[c].choices; choice != NULL && *choice != NULL; choice++)
        {
          g_autofree char *words = nsc_code_words ("en", *choice);

          g_assert_cmpstr (words, !=, *choice);
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/code-words/words", test_words);
  g_test_add_func ("/model/code-words/choices", test_choices);
  return g_test_run ();
}
