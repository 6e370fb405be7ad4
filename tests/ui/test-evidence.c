/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-evidence-list.h"

#include "nsc-agenda-report.h"
#include "nsc-growth-report.h"
#include "nsc-issue-key.h"

#include "nsc-import.h"
#include "ui-fixture.h"

#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <unistd.h>

typedef struct
{
  NscProject *project;
  NscReader *reader;
} Fixture;

static void
set_up (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  self->project = ui_fixture_open_project (TRUE);
  self->reader = nsc_store_take_reader (nsc_project_get_store (self->project), &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_clear_pointer (&self->reader, nsc_reader_free);
  ui_fixture_close_project (self->project);
}

static NscResult *
run_agenda (Fixture *self)
{
  g_autoptr (GHashTable) options = nsc_options_new ();
  g_autoptr (GError) error = NULL;
  NscResult *result;

  nsc_options_set (options, "first", "microsoft");
  nsc_options_set (options, "second", "un_gge");
  result = nsc_report_run (&nsc_agenda_report, self->reader, options, NULL, &error);
  g_assert_no_error (error);
  return result;
}

static NscEvidenceCollection *
collect (Fixture *self, NscResult *result, const gint64 *keys, guint n_keys)
{
  g_autoptr (GError) error = NULL;
  NscEvidenceCollection *found = nsc_evidence_collection_new (self->reader, result, keys, n_keys, "en", NULL, &error);

  g_assert_no_error (error);
  return found;
}

static const NscEvidenceParts *
get_parts (NscEvidenceCollection *found, guint position)
{
  g_autoptr (NscEvidence) evidence = g_list_model_get_item (G_LIST_MODEL (found), position);

  g_assert_nonnull (evidence);
  return nsc_evidence_get_parts (evidence);
}

/* Behind a dot stand the mention and the documents of that year, each with the way to what it names. */
static void
test_dot (Fixture *self, gconstpointer unused)
{
  g_autoptr (NscResult) result = run_agenda (self);
  gint64 key = nsc_issue_key_of_year ("hidden_functions", "un_gge", 2015);
  g_autoptr (NscEvidenceCollection) found = collect (self, result, &key, 1);
  GPtrArray *facts = nsc_evidence_collection_get_facts (found);
  const NscEvidenceParts *mention = get_parts (found, 0);
  const NscEvidenceParts *document = get_parts (found, 1);
  guint start, end;

  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (found)), ==, 2);
  g_assert_cmpstr (nsc_evidence_collection_get_heading (found, 0), ==, "Mentions");
  g_assert_cmpstr (nsc_evidence_collection_get_heading (found, 1), ==, "Documents of the Same Year");
  g_assert_null (nsc_evidence_collection_get_heading (found, 2));
  gtk_section_model_get_section (GTK_SECTION_MODEL (found), 1, &start, &end);
  g_assert_cmpint (start, ==, 1);
  g_assert_cmpint (end, ==, 2);

  g_assert_true (g_str_has_prefix (mention->title, "Report of the Group of Governmental Experts"));
  g_assert_nonnull (strstr (mention->details, "Symbol: A/70/174"));
  g_assert_nonnull (strstr (mention->source, "Yang and Lang"));
  g_assert_cmpstr (mention->confidence, ==, "Confidence: Study");
  g_assert_cmpint (mention->n_doors, ==, 3);
  g_assert_cmpstr (mention->doors[0].table->name, ==, "issues");
  g_assert_cmpstr (mention->doors[0].id, ==, "hidden_functions");
  g_assert_cmpstr (mention->doors[2].table->name, ==, "documents");
  g_assert_false (mention->doors[0].shared);
  g_assert_cmpstr (nsc_record_get_table (document->record)->name, ==, "documents");

  g_assert_cmpint (facts->len, ==, 3);
  g_assert_cmpstr (((NscFact *) g_ptr_array_index (facts, 0))->label, ==, "Lead of Microsoft");
  g_assert_cmpstr (((NscFact *) g_ptr_array_index (facts, 0))->value, ==, "1 year");
}

/* A record behind several marks is told once, and what all of them name, once over them. */
static void
test_several_marks (Fixture *self, gconstpointer unused)
{
  g_autoptr (NscResult) result = run_agenda (self);
  gint64 keys[] = {
    nsc_issue_key_of_year ("hidden_functions", "microsoft", 2016),
    nsc_issue_key_of_issue ("hidden_functions"),
    nsc_issue_key_of_year ("hidden_functions", "microsoft", 2014),
  };
  g_autoptr (NscEvidenceCollection) all = collect (self, result, &keys[1], 1);
  g_autoptr (NscEvidenceCollection) found = collect (self, result, keys, G_N_ELEMENTS (keys));
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (all));
  const char *before = "";

  g_assert_cmpint (nsc_evidence_collection_get_facts (found)->len, ==, 0);
  g_assert_cmpint (n, >, 3);
  for (guint i = 0; i < n; i++)
    {
      const NscEvidenceParts *parts = get_parts (found, i);

      g_assert_cmpstr (nsc_record_get_table (parts->record)->name, ==, "mentions");
      g_assert_true (g_hash_table_add (rows, GINT_TO_POINTER (nsc_record_get_row (parts->record))));
      g_assert_true (parts->doors[0].shared);
      g_assert_false (parts->doors[1].shared);
      /* In the order of time. */
      g_assert_cmpstr (nsc_record_get_by_name (parts->record, "date"), >=, before);
      before = nsc_record_get_by_name (parts->record, "date");
    }
  g_assert_cmpstr (nsc_evidence_collection_get_heading (found, n), ==, "Documents of the Same Year");
}

static void
test_growth (Fixture *self, gconstpointer unused)
{
  g_autoptr (GHashTable) options = nsc_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (NscResult) result = NULL;
  g_autoptr (NscEvidenceCollection) members = NULL;
  g_autoptr (NscEvidenceCollection) total = NULL;
  g_autofree char *count = NULL;
  NscSheet *sheet;
  gint64 key;
  guint last;

  nsc_options_set (options, "initiative", "tech_accord");
  result = nsc_report_run (&nsc_growth_report, self->reader, options, NULL, &error);
  g_assert_no_error (error);
  key = nsc_sheet_get_key (nsc_result_get_sheet (result), 0);
  members = collect (self, result, &key, 1);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (members)), ==, 34);
  g_assert_cmpstr (nsc_evidence_collection_get_heading (members, 33), ==, "Signatories");
  sheet = nsc_result_get_sheet (result);
  last = nsc_sheet_get_n_rows (sheet) - 1;
  key = nsc_sheet_get_key (sheet, last);
  total = collect (self, result, &key, 1);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (total)), ==, 1);
  g_assert_cmpstr (get_parts (total, 0)->title, ==, "Cybersecurity Tech Accord");
  count = g_strdup_printf ("Count: %s", nsc_sheet_get_value (sheet, last, 2));
  g_assert_nonnull (strstr (get_parts (total, 0)->details, count));
}

static void
test_source (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscEvidenceCollection) found = nsc_evidence_collection_new_of_source (
      self->reader, "definition of this project", "official", "en", NULL, &error);
  g_autoptr (NscEvidenceCollection) none =
      nsc_evidence_collection_new_of_source (self->reader, "definition of this project", "paper", "en", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (found)), >, 3);
  g_assert_cmpstr (nsc_evidence_collection_get_heading (found, 0), ==, "Sectors");
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (none)), ==, 0);
}

static gboolean
shows_mentions (gpointer data)
{
  return ui_fixture_shows (data, "Mentions (1)");
}

static GtkWidget *
find_door (GtkWidget *root, const char *label)
{
  if (GTK_IS_BUTTON (root) && GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (root))) &&
      g_str_has_prefix (gtk_label_get_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (root)))), label))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_door (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_list (Fixture *self, gconstpointer unused)
{
  g_autoptr (NscResult) result = run_agenda (self);
  NscEvidenceList *list = g_object_new (NSC_TYPE_EVIDENCE_LIST, NULL);
  GtkWidget *window = ui_fixture_show (GTK_WIDGET (list), 340, 900);
  gint64 key = nsc_issue_key_of_year ("hidden_functions", "un_gge", 2015);
  GtkWidget *door;

  g_assert_true (ui_fixture_shows (window, "No Mark Chosen"));
  nsc_evidence_list_show (list, self->project, result, &key, 1, "A dot");
  ui_fixture_wait (shows_mentions, window);
  g_assert_true (ui_fixture_shows (window, "A dot"));
  g_assert_true (ui_fixture_shows (window, "First mention, Microsoft"));
  door = find_door (window, "Issue: ");
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (door)), ==, "win.open-record");
  gtk_test_accessible_assert_property (door, GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_widget_get_tooltip_text (door));
  nsc_evidence_list_clear (list);
  g_assert_true (ui_fixture_shows (window, "No Mark Chosen"));
  ui_fixture_close (window);
}

static gboolean
stands_still (gpointer data)
{
  static guint n_frames;

  gtk_test_widget_wait_for_draw (data);
  n_frames = (n_frames + 1) % 10;
  return n_frames == 0;
}

/* What is known of the mark, above the first record, is seen when the records come, and when those of another do. */
static void
test_starts_at_its_top (Fixture *self, gconstpointer unused)
{
  NscEvidenceList *list = g_object_new (NSC_TYPE_EVIDENCE_LIST, NULL);
  GtkWidget *window = ui_fixture_show (GTK_WIDGET (list), 340, 300);
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (ui_fixture_find (window, GTK_TYPE_LIST_VIEW));
  g_autoptr (NscResult) result = run_agenda (self);
  gint64 key = nsc_issue_key_of_year ("hidden_functions", "un_gge", 2015);

  for (guint i = 0; i < 2; i++)
    {
      nsc_evidence_list_show (list, self->project, result, &key, 1, "A dot");
      ui_fixture_wait (shows_mentions, window);
      ui_fixture_wait (stands_still, window);
      g_assert_cmpfloat (gtk_adjustment_get_upper (place), >, gtk_adjustment_get_page_size (place));
      g_assert_cmpfloat (gtk_adjustment_get_value (place), ==, 0);
      gtk_adjustment_set_value (place, 100);
    }
  ui_fixture_close (window);
}

/* Adds N documents of one source, the later ones with the earlier dates. */
static void
import_documents (Fixture *self, guint n, const char *source)
{
  g_autoptr (GString) text = g_string_new ("id,title_en,date,publisher,source\n");
  g_autofree char *path = NULL;
  g_autoptr (NscImportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  int file = g_file_open_tmp ("documents-XXXXXX.csv", &path, &error);

  g_assert_no_error (error);
  close (file);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s-%u,Document %u,%u,microsoft,%s\n", source, i, i, 4000 - i, source);
  g_assert_true (g_file_set_contents (path, text->str, -1, &error));
  nsc_import_run (nsc_project_get_store (self->project), nsc_table_find ("documents"), path, NULL, NULL, NULL, &result,
                  NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
}

static gboolean
shows_documents (gpointer data)
{
  return ui_fixture_shows (data, "Documents (2001)");
}

static gboolean
shows_few_documents (gpointer data)
{
  return ui_fixture_shows (data, "Documents (2000)");
}

static gboolean
shows_earliest (gpointer data)
{
  return ui_fixture_shows (data, "Document 1999");
}

/* More than can be ordered says above them in which order they are. */
static void
test_order (Fixture *self, gconstpointer unused)
{
  NscEvidenceList *list = g_object_new (NSC_TYPE_EVIDENCE_LIST, NULL);
  GtkWidget *window = ui_fixture_show (GTK_WIDGET (list), 340, 900);

  import_documents (self, 2000, "few");
  import_documents (self, 2001, "many");
  nsc_evidence_list_show_source (list, self->project, "many", "unstated", "Many");
  ui_fixture_wait (shows_documents, window);
  g_assert_true (ui_fixture_shows (window, "More than 2,000 records: in the order of their table, not by date"));
  nsc_evidence_list_show_source (list, self->project, "few", "unstated", "Few");
  ui_fixture_wait (shows_few_documents, window);
  g_assert_false (ui_fixture_shows (window, "in the order of their table"));
  ui_fixture_wait (shows_earliest, window);
  nsc_evidence_list_show_source (list, self->project, "many", "unstated", "Many");
  ui_fixture_wait (shows_documents, window);
  nsc_evidence_list_clear (list);
  g_assert_false (ui_fixture_shows (window, "in the order of their table"));
  ui_fixture_close (window);
}

/* Who does not see where the list stands is told whose records it has. */
static void
test_name (Fixture *self, gconstpointer unused)
{
  NscEvidenceList *list = g_object_new (NSC_TYPE_EVIDENCE_LIST, NULL);
  GtkWidget *window = ui_fixture_show (GTK_WIDGET (list), 340, 900);
  gpointer view = ui_fixture_find (window, GTK_TYPE_LIST_VIEW);
  g_autoptr (NscResult) result = run_agenda (self);
  gint64 key = nsc_issue_key_of_issue ("hidden_functions");

  nsc_evidence_list_show_source (list, self->project, "venturebeat", "unstated", "Source");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Records of the source");
  nsc_evidence_list_show (list, self->project, result, &key, 1, "Mark");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Records behind the mark");
  ui_fixture_close (window);
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);

#define TEST(name_) g_test_add ("/evidence/" #name_, Fixture, NULL, set_up, test_##name_, tear_down)
  TEST (dot);
  TEST (several_marks);
  TEST (growth);
  TEST (source);
  TEST (list);
  TEST (starts_at_its_top);
  TEST (order);
  TEST (name);
#undef TEST

  return g_test_run ();
}
