/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-clipping.h"

#include "nsc-distribution-report.h"
#include "nsc-render.h"

#include "ui-fixture.h"

#include <string.h>

typedef struct
{
  NscProject *project;
  NscResult *result;
  GtkWidget *window;
  GBytes *bytes; /* pasted */
  char *text;    /* likewise */
  gboolean done;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GHashTable) options = nsc_options_new ();
  g_autoptr (GError) error = NULL;
  NscReader *reader;

  self->project = ui_fixture_open_project (TRUE);
  nsc_options_set (options, "initiative", "tech_accord");
  nsc_options_set (options, "by", "country");
  reader = nsc_store_take_reader (nsc_project_get_store (self->project), &error);
  g_assert_no_error (error);
  self->result = nsc_report_run (&nsc_distribution_report, reader, options, NULL, &error);
  g_assert_no_error (error);
  nsc_reader_free (reader);
  self->window = ui_fixture_show (gtk_label_new (NULL), 640, 480);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  gdk_clipboard_set_content (gtk_widget_get_clipboard (self->window), NULL);
  ui_fixture_close (self->window);
  g_object_unref (self->result);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->text);
  ui_fixture_close_project (self->project);
}

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->done;
}

static void
spliced_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *self = user_data;
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error);
  g_assert_no_error (error);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  self->bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
  self->done = TRUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, spliced_cb, user_data);
}

/* What another program would get. */
static GBytes *
paste (Fixture *self, const char *type)
{
  const char *types[] = { type, NULL };

  self->done = FALSE;
  gdk_clipboard_read_async (gtk_widget_get_clipboard (self->window), types, G_PRIORITY_DEFAULT, NULL, read_cb, self);
  ui_fixture_wait (is_done, self);
  return self->bytes;
}

static const char *
paste_text (Fixture *self, const char *type)
{
  GBytes *bytes = paste (self, type);

  g_free (self->text);
  self->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  return self->text;
}

static GBytes *
draw (Fixture *self, NscFormat format)
{
  const NscRenderOptions options = { 192, nsc_result_get_latest_date (self->result) };
  g_autoptr (NscScene) scene =
      nsc_scene_new (nsc_result_get_figure (self->result), nsc_theme_get (NSC_THEME_PRINT), 174 * 72 / 25.4, 0);

  return nsc_render_to_bytes (scene, format, &options, NULL, NULL);
}

static void
check_types (Fixture *self, const char *const *expected)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (self->window));

  for (guint i = 0; expected[i] != NULL; i++)
    g_assert_true (gdk_content_formats_contain_mime_type (formats, expected[i]));
}

static void
test_figure (Fixture *self, gconstpointer unused)
{
  static const char *const types[] = { "image/png", NULL };
  g_autoptr (GBytes) expected = draw (self, NSC_FORMAT_PNG);

  nsc_clipping_copy (self->window, self->result, nsc_result_get_sheet (self->result), NSC_CLIPPING_FIGURE);
  check_types (self, types);
  g_assert_true (g_bytes_equal (paste (self, "image/png"), expected));
}

static void
test_svg (Fixture *self, gconstpointer unused)
{
  static const char *const types[] = { "image/svg+xml", "text/plain;charset=utf-8", NULL };
  g_autoptr (GBytes) expected = draw (self, NSC_FORMAT_SVG);

  nsc_clipping_copy (self->window, self->result, nsc_result_get_sheet (self->result), NSC_CLIPPING_SVG);
  check_types (self, types);
  g_assert_true (g_bytes_equal (paste (self, "image/svg+xml"), expected));
  g_assert_true (g_bytes_equal (paste (self, "text/plain;charset=utf-8"), expected));
}

static void
test_table (Fixture *self, gconstpointer unused)
{
  static const char *const types[] = { "text/plain;charset=utf-8", "text/html", "text/csv", NULL };
  g_autofree char *csv = nsc_sheet_to_string (nsc_result_get_sheet (self->result), NSC_SHEET_CSV);

  nsc_clipping_copy (self->window, self->result, nsc_result_get_sheet (self->result), NSC_CLIPPING_TABLE);
  check_types (self, types);
  g_assert_cmpstr (paste_text (self, "text/csv"), ==, csv);
  g_assert_nonnull (strstr (paste_text (self, "text/plain;charset=utf-8"), "United States\t41\t0.4"));
  g_assert_nonnull (strstr (paste_text (self, "text/html"), "<td>United States</td>"));
}

/* The table has the order in which the person looks at it. */
static void
test_ordered (Fixture *self, gconstpointer unused)
{
  static const guint rows[] = { 2, 0 };
  g_autoptr (NscSheet) sheet = nsc_sheet_dup_rows (nsc_result_get_sheet (self->result), rows, G_N_ELEMENTS (rows));
  g_autofree char *csv = nsc_sheet_to_string (sheet, NSC_SHEET_CSV);

  nsc_clipping_copy (self->window, self->result, sheet, NSC_CLIPPING_TABLE);
  g_assert_cmpstr (paste_text (self, "text/csv"), ==, csv);
  g_assert_nonnull (strstr (paste_text (self, "text/plain;charset=utf-8"), "\nUnited States\t41\t0.4"));
  g_assert_nonnull (strstr (paste_text (self, "text/html"), "<td>United States</td>"));
}

/* What is pasted is what was copied, whoever let go of it meanwhile. */
static void
test_outlives (Fixture *self, gconstpointer unused)
{
  g_autoptr (GBytes) expected = draw (self, NSC_FORMAT_PNG);
  gpointer weak = self->result;

  nsc_clipping_copy (self->window, self->result, nsc_result_get_sheet (self->result), NSC_CLIPPING_FIGURE);
  g_object_add_weak_pointer (G_OBJECT (self->result), &weak);
  g_object_unref (self->result);
  g_assert_true (g_bytes_equal (paste (self, "image/png"), expected));
  self->result = g_object_ref (weak);
  g_object_remove_weak_pointer (weak, &weak);
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);

#define TEST(name_) g_test_add ("/clipping/" #name_, Fixture, NULL, set_up, test_##name_, tear_down)
  TEST (figure);
  TEST (svg);
  TEST (table);
  TEST (ordered);
  TEST (outlives);
#undef TEST

  return g_test_run ();
}
