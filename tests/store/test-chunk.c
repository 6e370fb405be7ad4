/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-chunk-private.h"

#include "nsc-error.h"

static const gint64 integers[] = { 0, 1, -1, 63, 64, -64, -65, G_MAXINT64, G_MININT64 };

static void
test_round_trip (void)
{
  g_autoptr (NscChunkWriter) writer = nsc_chunk_writer_new ("actors", 4);
  g_autoptr (NscChunkReader) reader = NULL;
  g_autoptr (GBytes) chunk = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      NscCell cells[] = { nsc_cell_integer (integers[i]), nsc_cell_text ("规范"), NSC_CELL_NULL, nsc_cell_text ("") };

      nsc_chunk_writer_add (writer, cells);
    }
  g_assert_false (nsc_chunk_writer_is_full (writer));
  chunk = nsc_chunk_writer_end (writer, &error);
  g_assert_no_error (error);
  reader = nsc_chunk_reader_new (chunk, "x", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (nsc_chunk_reader_get_table (reader), ==, "actors");
  g_assert_cmpuint (nsc_chunk_reader_get_n_columns (reader), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      NscCell cells[4];

      g_assert_false (nsc_chunk_reader_is_at_end (reader));
      g_assert_true (nsc_chunk_reader_next (reader, cells, &error));
      g_assert_cmpint (cells[0].integer, ==, integers[i]);
      g_assert_cmpmem (cells[1].bytes, cells[1].length, "规范", strlen ("规范"));
      g_assert_cmpint (cells[2].type, ==, SQLITE_NULL);
      g_assert_cmpint (cells[3].type, ==, SQLITE_TEXT);
      g_assert_cmpuint (cells[3].length, ==, 0);
    }
  g_assert_true (nsc_chunk_reader_is_at_end (reader));
}

static GBytes *
compress (const void *data, gsize length)
{
  g_autoptr (GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr (GBytes) plain = g_bytes_new (data, length);
  GBytes *chunk = g_converter_convert_bytes (compressor, plain, NULL);

  g_assert_nonnull (chunk);
  return chunk;
}

/* Reads all of it; the bytes may say anything but must not hurt. */
static void
assert_damaged (GBytes *chunk)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscChunkReader) reader = nsc_chunk_reader_new (chunk, "x", &error);
  NscCell cells[G_MAXUINT8];

  while (reader != NULL && error == NULL && !nsc_chunk_reader_is_at_end (reader))
    nsc_chunk_reader_next (reader, cells, &error);
  g_assert_error (error, NSC_ERROR, NSC_ERROR_DAMAGED);
}

static void
test_hostile (void)
{
  static const char *const texts[] = {
    "", /* no table */
    "\x05"
    "act", /* a table longer than all there is */
    "\x01"
    "a", /* no columns */
    "\x01"
    "a\x01\x09", /* a type that is none */
    "\x01"
    "a\x01\x03\xff\xff\xff\xff", /* a text longer than all there is */
    "\x01"
    "a\x01\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", /* a number that does not end */
    "\x01"
    "a\x02\x05", /* half a row */
  };
  g_autofree char *zeros = g_malloc0 (NSC_CHUNK_MAX_BYTES + 1);
  g_autoptr (GBytes) noise = g_bytes_new_static ("not compressed", 14);
  g_autoptr (GBytes) bomb = compress (zeros, NSC_CHUNK_MAX_BYTES + 1);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) chunk = compress (texts[i], strlen (texts[i]));

      assert_damaged (chunk);
    }
  assert_damaged (noise);
  assert_damaged (bomb);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/chunk/round-trip", test_round_trip);
  g_test_add_func ("/store/chunk/hostile", test_hostile);
  return g_test_run ();
}
