/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-csv-reader.h"
#include "nsc-csv-writer.h"
#include "nsc-error.h"

#include <glib/gstdio.h>
#include <string.h>

static void
check_row (const char *const *fields, const char *expected)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (NscCsvWriter) writer = nsc_csv_writer_new (stream);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (nsc_csv_writer_write_row (writer, fields, g_strv_length ((char **) fields), NULL, &error));
  g_assert_true (nsc_csv_writer_finish (writer, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static void
test_rows (void)
{
  check_row ((const char *const[]) { "a", "b", NULL }, "a,b\n");
  check_row ((const char *const[]) { "", "", NULL }, ",\n");
  check_row ((const char *const[]) { "", NULL }, "\"\"\n");
  check_row ((const char *const[]) { "a,b", "say \"no\"", "x;y\tz", NULL }, "\"a,b\",\"say \"\"no\"\"\",x;y\tz\n");
  check_row ((const char *const[]) { "two\nlines", "a\r", "签署方，年", NULL }, "\"two\nlines\",\"a\r\",签署方，年\n");
  check_row ((const char *const[]) { "=1", "-1", "\r", NULL }, "'=1,-1,\"'\r\"\n");
}

static void
test_path (void)
{
  static const char *const row[] = { "a", "b" };
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("normscape-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "out.csv", NULL);
  g_autofree char *text = NULL;
  NscCsvWriter *writer;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, "before", -1, NULL));

  writer = nsc_csv_writer_new_for_path (path, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 50000; i++)
    g_assert_true (nsc_csv_writer_write_row (writer, row, 2, NULL, NULL));
  nsc_csv_writer_free (writer);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "before");
  g_clear_pointer (&text, g_free);

  writer = nsc_csv_writer_new_for_path (path, &error);
  g_assert_true (nsc_csv_writer_write_row (writer, row, 2, NULL, NULL));
  g_assert_true (nsc_csv_writer_finish (writer, NULL, &error));
  g_assert_no_error (error);
  nsc_csv_writer_free (writer);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "a,b\n");

  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_full (void)
{
  static const char *const row[] = { "a", "b" };
  g_autoptr (GError) error = NULL;
  g_autoptr (NscCsvWriter) writer = nsc_csv_writer_new_for_path ("/dev/full", &error);

  g_assert_no_error (error);
  g_assert_true (nsc_csv_writer_write_row (writer, row, 2, NULL, &error));
  g_assert_false (nsc_csv_writer_finish (writer, NULL, &error));
  g_assert_error (error, NSC_ERROR, NSC_ERROR_FULL);
  g_assert_true (g_str_has_prefix (error->message, "/dev/full: "));
}

static char *
random_field (void)
{
  static const char *const parts[] = { "a",    "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "国",
                                       "规范", "é",  "=", "-", "+",  "@",  "'",  "'",    "1" };
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, 6); i > 0; i--)
    g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  return g_string_free (text, FALSE);
}

/* What is written is read back, whatever it is. */
static void
test_round_trip (void)
{
  for (guint round = 0; round < 1000; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 6), n_rows = (guint) g_test_rand_int_range (0, 8);
      g_autoptr (GOutputStream) output = g_memory_output_stream_new_resizable ();
      g_autoptr (NscCsvWriter) writer = nsc_csv_writer_new (output);
      g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GInputStream) input = NULL;
      g_autoptr (NscCsvReader) reader = NULL;

      for (guint i = 0; i < n; i++)
        g_ptr_array_add (fields, g_strdup_printf ("column%u", i));
      for (guint i = 0; i < n * n_rows; i++)
        g_ptr_array_add (fields, random_field ());
      for (guint row = 0; row <= n_rows; row++)
        g_assert_true (nsc_csv_writer_write_row (writer, (const char *const *) fields->pdata + row * n, n, NULL, NULL));
      g_assert_true (nsc_csv_writer_finish (writer, NULL, NULL));
      g_assert_true (g_output_stream_close (output, NULL, NULL));
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (output));

      input = g_memory_input_stream_new_from_bytes (bytes);
      reader = nsc_csv_reader_new (input);
      g_assert_true (nsc_csv_reader_read_header (reader, NULL, NULL));
      g_assert_cmpuint (nsc_csv_reader_get_n_columns (reader), ==, n);
      for (guint row = 1; row <= n_rows; row++)
        {
          g_assert_cmpint (nsc_csv_reader_next (reader, NULL, NULL), ==, NSC_CSV_ROW);
          g_assert_cmpuint (nsc_csv_reader_get_row (reader), ==, row + 1);
          for (guint i = 0; i < n; i++)
            g_assert_cmpstr (nsc_csv_reader_get_field (reader, i), ==, g_ptr_array_index (fields, row * n + i));
        }
      g_assert_cmpint (nsc_csv_reader_next (reader, NULL, NULL), ==, NSC_CSV_END);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-writer/rows", test_rows);
  g_test_add_func ("/exchange/csv-writer/path", test_path);
  g_test_add_func ("/exchange/csv-writer/full", test_full);
  g_test_add_func ("/exchange/csv-writer/round-trip", test_round_trip);
  return g_test_run ();
}
