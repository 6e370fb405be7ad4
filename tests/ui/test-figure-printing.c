/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-printing.h"

#include "nsc-distribution-report.h"
#include "test-folder.h"
#include "ui-fixture.h"

#include <math.h>
#include <poppler.h>

/* poppler has none of its own. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

typedef struct
{
  NscProject *project;
  NscResult *result;
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer initiative)
{
  g_autoptr (GHashTable) options = nsc_options_new ();
  g_autoptr (GError) error = NULL;
  NscReader *reader;

  self->project = ui_fixture_open_project (TRUE);
  self->folder = test_folder_new ();
  nsc_options_set (options, "initiative", initiative);
  nsc_options_set (options, "by", "country");
  reader = nsc_store_take_reader (nsc_project_get_store (self->project), &error);
  g_assert_no_error (error);
  self->result = nsc_report_run (&nsc_distribution_report, reader, options, NULL, &error);
  g_assert_no_error (error);
  nsc_reader_free (reader);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_object_unref (self->result);
  test_folder_remove (self->folder);
  g_free (self->folder);
  ui_fixture_close_project (self->project);
}

/* Prints to a file on PAPER and opens its page. */
static PopplerPage *
print (Fixture *self, const char *paper)
{
  g_autoptr (GtkPrintOperation) operation = nsc_figure_printing_new (self->result, "figure");
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper);
  g_autofree char *path = g_build_filename (self->folder, "figure.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (PopplerDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  PopplerPage *page;

  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
                   GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  document = poppler_document_new_from_file (uri, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, 1);
  page = poppler_document_get_page (document, 0);
  g_assert_nonnull (page);
  return page;
}

static void
check_page (PopplerPage *page, double width, double height)
{
  g_autofree char *text = poppler_page_get_text (page);
  GList *images = poppler_page_get_image_mapping (page);
  PopplerRectangle *letters;
  double left = INFINITY, right = 0, top = INFINITY, bottom = 0, page_width, page_height;
  guint n;

  poppler_page_get_size (page, &page_width, &page_height);
  g_assert_cmpfloat_with_epsilon (page_width, width, 1);
  g_assert_cmpfloat_with_epsilon (page_height, height, 1);
  /* Words and lines, no picture. */
  g_assert_null (images);
  g_assert_nonnull (strstr (text, "United States"));
  g_assert_true (poppler_page_get_text_layout (page, &letters, &n));
  for (guint i = 0; i < n; i++)
    {
      left = fmin (left, letters[i].x1);
      right = fmax (right, letters[i].x2);
      top = fmin (top, letters[i].y1);
      bottom = fmax (bottom, letters[i].y2);
    }
  g_free (letters);
  /* All of it within the margins, which is as wide as there is room. */
  g_assert_cmpfloat (left, >, 10);
  g_assert_cmpfloat (right, <, width - 10);
  g_assert_cmpfloat (right - left, >, width * 0.75);
  g_assert_cmpfloat (top, >, 10);
  g_assert_cmpfloat (bottom, <, height - 10);
}

static void
test_papers (Fixture *self, gconstpointer unused)
{
  g_autoptr (PopplerPage) a4 = print (self, GTK_PAPER_NAME_A4);
  g_autoptr (PopplerPage) letter = NULL;

  check_page (a4, 210 / 25.4 * 72, 297 / 25.4 * 72);
  letter = print (self, GTK_PAPER_NAME_LETTER);
  check_page (letter, 612, 792);
}

/* More rows than a page holds are on the page all the same, the last ones as one. */
static void
test_long (Fixture *self, gconstpointer unused)
{
  g_autoptr (PopplerPage) page = print (self, GTK_PAPER_NAME_A5);
  g_autofree char *text = poppler_page_get_text (page);

  g_assert_cmpuint (nsc_sheet_get_n_rows (nsc_result_get_sheet (self->result)), >, 70);
  check_page (page, 148 / 25.4 * 72, 210 / 25.4 * 72);
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);

  g_test_add ("/figure-printing/papers", Fixture, "tech_accord", set_up, test_papers, tear_down);
  g_test_add ("/figure-printing/long", Fixture, "paris_call", set_up, test_long, tear_down);

  return g_test_run ();
}
