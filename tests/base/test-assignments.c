/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-assignments.h"

#include "nsc-error.h"

#include <string.h>

static void
assert_read (const char *text, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) read = nsc_assignments_parse (text, &error);
  const char *name;
  va_list pairs;
  guint n = 0;

  g_assert_no_error (error);
  va_start (pairs, text);
  while ((name = va_arg (pairs, const char *)) != NULL)
    {
      const NscAssignment *assignment;

      g_assert_cmpuint (n, <, read->len);
      assignment = g_ptr_array_index (read, n++);
      g_assert_cmpstr (assignment->name, ==, name);
      g_assert_cmpstr (assignment->value, ==, va_arg (pairs, const char *));
    }
  va_end (pairs);
  g_assert_cmpuint (n, ==, read->len);
}

static void
test_reads (void)
{
  assert_read ("", NULL);
  assert_read (" \t\n", NULL);
  assert_read ("by=country", "by", "country", NULL);
  assert_read (" initiative=a,b  include-unverified=yes ", "initiative", "a,b", "include-unverified", "yes", NULL);
  assert_read ("a=\"two words\" b=\"\" c=", "a", "two words", "b", "", "c", "", NULL);
  assert_read ("a=\"a \\\"quote\\\" and \\\\ and \\n\"", "a", "a \"quote\" and \\ and \\n", NULL);
  assert_read ("a=x=y b=\\ c=规范", "a", "x=y", "b", "\\", "c", "规范", NULL);
}

static void
test_refuses (void)
{
  const char *const refused[] = { "by",       "--by=country", "=x",       "1=x",   "a=1 a=2", "a=\"open",
                                  "a=\"x\"y", "a=\"x\\\"",    "a=x\"y\"", "a = b", "规=x",    "a=1 \"b\"=2" };

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (nsc_assignments_parse (refused[i], &error));
      g_assert_error (error, NSC_ERROR, NSC_ERROR_INPUT);
    }
}

/* Any value comes back, whatever is in it. */
static void
test_round_trip (void)
{
  static const char characters[] = "ab=\\\"' \t\n,;-规";

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) read = NULL;
      g_autoptr (GError) error = NULL;
      guint n = (guint) g_test_rand_int_range (0, 4);

      for (guint v = 0; v < n; v++)
        {
          g_autofree char *name = g_strdup_printf ("n%u", v);
          GString *value = g_string_new (NULL);
          guint length = (guint) g_test_rand_int_range (0, 6);

          for (guint c = 0; c < length; c++)
            g_string_append_c (value, characters[g_test_rand_int_range (0, (int) strlen (characters))]);
          g_ptr_array_add (values, g_string_free (value, FALSE));
          nsc_assignments_append (text, name, g_ptr_array_index (values, v));
        }
      read = nsc_assignments_parse (text->str, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (read->len, ==, n);
      for (guint v = 0; v < n; v++)
        g_assert_cmpstr (((NscAssignment *) g_ptr_array_index (read, v))->value, ==, g_ptr_array_index (values, v));
    }
}

/* Nothing that a file may hold does harm: it is read, or refused with a sentence. */
static void
test_hostile (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      char text[32];
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) read = NULL;
      guint length = (guint) g_test_rand_int_range (0, sizeof text - 1);

      for (guint c = 0; c < length; c++)
        text[c] = "ab=\"\\ \t\x01\x80\xff-_1"[g_test_rand_int_range (0, 13)];
      text[length] = '\0';
      read = nsc_assignments_parse (text, &error);
      g_assert_true ((read == NULL) == (error != NULL));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/assignments/reads", test_reads);
  g_test_add_func ("/base/assignments/refuses", test_refuses);
  g_test_add_func ("/base/assignments/round-trip", test_round_trip);
  g_test_add_func ("/base/assignments/hostile", test_hostile);
  return g_test_run ();
}
