/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-sources-page.h"

#include "nsc-evidence-list.h"
#include "nsc-source-list.h"

#include "ui-fixture.h"

typedef struct
{
  NscProject *project;
  NscPage *page;
  GtkWidget *window;
  GtkListView *view;
  const char *words; /* that are waited for */
} Fixture;

static gboolean
shows_words (gpointer data)
{
  Fixture *self = data;

  return ui_fixture_shows (self->window, self->words);
}

static void
wait_for_words (Fixture *self, const char *words)
{
  self->words = words;
  ui_fixture_wait (shows_words, self);
}

static void
set_up (Fixture *self, gconstpointer example)
{
  self->project = ui_fixture_open_project (GPOINTER_TO_INT (example));
  self->page = g_object_new (NSC_TYPE_SOURCES_PAGE, NULL);
  self->window = ui_fixture_show (GTK_WIDGET (self->page), 900, 700);
  self->view = ui_fixture_find (GTK_WIDGET (self->page), GTK_TYPE_LIST_VIEW);
  nsc_page_set_project (self->page, self->project);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  nsc_page_set_project (self->page, NULL);
  ui_fixture_close (self->window);
  ui_fixture_close_project (self->project);
}

static NscSourceItem *
dup_item (Fixture *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->view)), position);
}

static guint
count_shown (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (self->view)));
}

/* Every record stands behind one of the sources. */
static void
test_counts (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscReader) reader = nsc_store_take_reader (nsc_project_get_store (self->project), &error);
  g_autoptr (NscSourceBook) book = nsc_source_book_collect (reader, NULL, &error);

  g_assert_no_error (error);
  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    {
      guint64 n = 0;

      for (guint i = 0; i < nsc_source_book_get_n_sources (book); i++)
        n += nsc_source_book_count (book, i, *table);
      g_assert_cmpint (n, ==, nsc_reader_count (reader, *table, &error));
    }
  g_clear_pointer (&reader, nsc_reader_free);
}

static gboolean
is_sorted (gpointer data)
{
  Fixture *self = data;
  guint64 before = G_MAXUINT64;

  for (guint i = 0; i < count_shown (self); i++)
    {
      g_autoptr (NscSourceItem) item = dup_item (self, i);
      guint64 n = nsc_source_item_count (item, NULL);

      if (n > before)
        return FALSE;
      before = n;
    }
  return count_shown (self) > 20;
}

static gboolean
is_surest_first (gpointer data)
{
  Fixture *self = data;
  g_autoptr (NscSourceItem) first = dup_item (self, 0);
  g_autoptr (NscSourceItem) last = dup_item (self, count_shown (self) - 1);

  return g_str_equal (nsc_source_item_get_confidence (first), "official") &&
         g_str_equal (nsc_source_item_get_confidence (last), "unverified");
}

static gboolean
is_by_source (gpointer data)
{
  Fixture *self = data;

  for (guint i = 1; i < count_shown (self); i++)
    {
      g_autoptr (NscSourceItem) before = dup_item (self, i - 1);
      g_autoptr (NscSourceItem) item = dup_item (self, i);

      if (g_utf8_collate (nsc_source_item_get_source (before), nsc_source_item_get_source (item)) > 0)
        return FALSE;
    }
  return TRUE;
}

/* What most records rest on comes first, unless another order is asked for. */
static void
test_order (Fixture *self, gconstpointer unused)
{
  ui_fixture_wait (is_sorted, self);
  g_assert_true (ui_fixture_shows (self->window, "Countries: 182"));
  gtk_widget_activate_action (GTK_WIDGET (self->view), "sources.order", "s", "confidence");
  ui_fixture_wait (is_surest_first, self);
  g_object_set (self->page, "order", "source", NULL);
  ui_fixture_wait (is_by_source, self);
}

static void
test_search (Fixture *self, gconstpointer unused)
{
  GtkWidget *entry = ui_fixture_find (GTK_WIDGET (self->page), GTK_TYPE_SEARCH_ENTRY);

  ui_fixture_wait (is_sorted, self);
  g_assert_true (nsc_page_act (self->page, NSC_PAGE_FIND));
  gtk_editable_set_text (GTK_EDITABLE (entry), "VENTUREBEAT");
  g_signal_emit_by_name (entry, "search-changed");
  wait_for_words (self, "1 source");
  g_assert_cmpint (count_shown (self), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such source");
  g_signal_emit_by_name (entry, "search-changed");
  wait_for_words (self, "Nothing Found");
}

/* A source opens its records, and the way back leads to the sources. */
static void
test_records_of_a_source (Fixture *self, gconstpointer unused)
{
  GtkWidget *entry = ui_fixture_find (GTK_WIDGET (self->page), GTK_TYPE_SEARCH_ENTRY);

  ui_fixture_wait (is_sorted, self);
  gtk_editable_set_text (GTK_EDITABLE (entry), "venturebeat");
  g_signal_emit_by_name (entry, "search-changed");
  wait_for_words (self, "1 source");
  g_signal_emit_by_name (self->view, "activate", 0);
  wait_for_words (self, "Signatories (34)");
  g_assert_true (ui_fixture_shows (self->window, "venturebeat.com list of the 34 founders"));
  g_assert_true (ui_fixture_shows (self->window, "Confidence: Secondary"));
  g_assert_true (ui_fixture_press_with (GTK_WIDGET (self->page), GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_false (ui_fixture_press_with (GTK_WIDGET (self->page), GDK_KEY_Left, GDK_ALT_MASK));
  wait_for_words (self, "1 source");
}

/* Whether the focus is at a row of the list below ROOT. */
static gboolean
is_in_list (Fixture *self, GtkWidget *root)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->window));

  return focus != NULL && gtk_widget_get_parent (focus) == ui_fixture_find (root, GTK_TYPE_LIST_VIEW);
}

static gboolean
is_at_a_source (gpointer data)
{
  Fixture *self = data;

  gtk_list_view_scroll_to (self->view, 2, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return is_in_list (self, GTK_WIDGET (self->page));
}

static gboolean
is_at_a_record (gpointer data)
{
  Fixture *self = data;

  return is_in_list (self, ui_fixture_find (self->window, NSC_TYPE_EVIDENCE_LIST));
}

typedef struct
{
  Fixture *fixture;
  GtkWidget *row;
} Place;

static gboolean
is_back (gpointer data)
{
  Place *place = data;

  return gtk_root_get_focus (GTK_ROOT (place->fixture->window)) == place->row;
}

static gboolean
is_searched (gpointer data)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (((Fixture *) data)->window));

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

static void
let_frames_pass (Fixture *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gtk_widget_queue_draw (self->window);
      gtk_test_widget_wait_for_draw (self->window);
    }
}

/* The keyboard follows: to the records of a source, and by Escape back to the row that they were opened at. */
static void
test_focus_follows (Fixture *self, gconstpointer unused)
{
  GtkWidget *navigation = ui_fixture_find (self->window, ADW_TYPE_NAVIGATION_VIEW);
  Place place = { self, NULL };
  GtkWidget *row;

  ui_fixture_wait (is_sorted, self);
  ui_fixture_wait (is_at_a_source, self);
  place.row = row = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_true (gtk_widget_is_ancestor (row, nsc_page_get_part (self->page, 0)));
  g_signal_emit_by_name (self->view, "activate", 2);
  ui_fixture_wait (is_at_a_record, self);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (self->window)), nsc_page_get_part (self->page, 0)));

  g_assert_true (ui_fixture_press (navigation, GDK_KEY_Escape));
  ui_fixture_wait (is_back, &place);
  let_frames_pass (self, 10);
  g_assert_true (is_back (&place));

  /* To search leads elsewhere. */
  g_signal_emit_by_name (self->view, "activate", 2);
  ui_fixture_wait (is_at_a_record, self);
  g_assert_true (nsc_page_act (self->page, NSC_PAGE_FIND));
  ui_fixture_wait (is_searched, self);
  let_frames_pass (self, 10);
  g_assert_true (is_searched (self));
}

/* One record whose source nobody stated, wherever it stands among the sources of the countries. */
static gboolean
has_unstated (gpointer data)
{
  Fixture *self = data;

  for (guint i = 0; i < count_shown (self); i++)
    {
      g_autoptr (NscSourceItem) item = dup_item (self, i);

      if (*nsc_source_item_get_source (item) == '\0')
        return nsc_source_item_count (item, NULL) == 1;
    }
  return FALSE;
}

/* The countries of a new project are no work of its own; what is added is listed at once. */
static void
test_empty_project (Fixture *self, gconstpointer unused)
{
  g_autoptr (NscRecord) sector = nsc_record_new (nsc_table_find ("sectors"));

  wait_for_words (self, "No Sources Yet");
  g_assert_nonnull (ui_fixture_find_button (self->window, "_Import…"));
  nsc_record_set_by_name (sector, "id", "tea");
  nsc_record_set_by_name (sector, "name_en", "Tea");
  ui_fixture_save (self->project, sector);
  ui_fixture_wait (has_unstated, self);
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);

#define TEST(name_, example_)                                                                                          \
  g_test_add ("/sources-page/" #name_, Fixture, GINT_TO_POINTER (example_), set_up, test_##name_, tear_down)
  TEST (counts, TRUE);
  TEST (order, TRUE);
  TEST (search, TRUE);
  TEST (records_of_a_source, TRUE);
  TEST (focus_follows, TRUE);
  TEST (empty_project, FALSE);
#undef TEST

  return g_test_run ();
}
