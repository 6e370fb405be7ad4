/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-hash-private.h"

#include <string.h>

/* Files carry these numbers: they may never change. */
static void
test_same_for_ever (void)
{
  g_assert_cmphex (nsc_hash_integer (NSC_HASH_START, 0), ==, G_GUINT64_CONSTANT (0xd518435f603604f3));
  g_assert_cmphex (nsc_hash_bytes (NSC_HASH_START, "", 0), ==, G_GUINT64_CONSTANT (0xd518435f603604f3));
  g_assert_cmphex (nsc_hash_bytes (NSC_HASH_START, "Hitachi 日立", 14), ==, G_GUINT64_CONSTANT (0xe7a184599db53c33));
}

static void
test_every_bit_counts (void)
{
  char text[24] = "signatories of the accor";
  guint64 whole = nsc_hash_bytes (NSC_HASH_START, text, sizeof text);

  for (guint bit = 0; bit < 8 * sizeof text; bit++)
    {
      guint64 other;
      guint n = 0;

      text[bit / 8] ^= (char) (1 << bit % 8);
      other = nsc_hash_bytes (NSC_HASH_START, text, sizeof text);
      text[bit / 8] ^= (char) (1 << bit % 8);
      for (guint64 different = whole ^ other; different != 0; different &= different - 1)
        n++;
      g_assert_cmpuint (n, >, 8);
    }
}

static void
test_length_counts (void)
{
  g_assert_cmphex (nsc_hash_bytes (NSC_HASH_START, "a\0", 1), !=, nsc_hash_bytes (NSC_HASH_START, "a\0", 2));
  g_assert_cmphex (nsc_hash_bytes (nsc_hash_bytes (NSC_HASH_START, "a", 1), "bc", 2), !=,
                   nsc_hash_bytes (nsc_hash_bytes (NSC_HASH_START, "ab", 2), "c", 1));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/hash/same-for-ever", test_same_for_ever);
  g_test_add_func ("/store/hash/every-bit-counts", test_every_bit_counts);
  g_test_add_func ("/store/hash/length-counts", test_length_counts);
  return g_test_run ();
}
