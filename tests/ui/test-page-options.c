/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-report-page.h"

#include "nsc-agenda-page.h"
#include "nsc-choice-row.h"
#include "nsc-growth-page.h"
#include "nsc-page-state.h"
#include "nsc-several-row.h"
#include "nsc-signatories-page.h"

#include "ui-fixture.h"

#include <glib/gstdio.h>

/* A page in a window of its own, with the example or an empty project. */
typedef struct
{
  NscProject *project;
  NscReportPage *page;
  NscOptionForm *form;
  GtkWidget *window;
  const char *words; /* that are waited for */
} Fixture;

typedef struct
{
  GType (*get_type) (void);
  gboolean example;
} Setting;

static gboolean
has_result (gpointer data)
{
  return nsc_report_page_get_result (((Fixture *) data)->page) != NULL;
}

static void
open_page (Fixture *self, GType type)
{
  self->page = g_object_new (type, NULL);
  self->window = ui_fixture_show (GTK_WIDGET (self->page), 900, 700);
  self->form = ui_fixture_find (GTK_WIDGET (self->page), NSC_TYPE_OPTION_FORM);
  g_assert_null (nsc_report_page_get_options (self->page));
  nsc_page_set_project (NSC_PAGE (self->page), self->project);
}

/* As the window does it, so that what is being written is written. */
static void
close_page (Fixture *self)
{
  nsc_page_set_project (NSC_PAGE (self->page), NULL);
  ui_fixture_close (self->window);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  const Setting *setting = data;

  self->project = ui_fixture_open_project (setting->example);
  open_page (self, setting->get_type ());
  if (setting->example)
    ui_fixture_wait (has_result, self);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  close_page (self);
  ui_fixture_close_project (self->project);
}

static void
assert_option (Fixture *self, const char *name, const char *value)
{
  g_assert_cmpstr (nsc_options_get (nsc_report_page_get_options (self->page), name), ==, value);
}

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

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_first_choices (Fixture *self, gconstpointer unused)
{
  assert_option (self, "by", "country");
  assert_option (self, "language", "en");
  assert_option (self, "exclude-country", NULL);
  assert_option (self, "as-of", NULL);
  assert_option (self, "include-unverified", NULL);
  assert_option (self, "cumulative", NULL);
  g_assert_true (ui_fixture_shows (self->window, "· Home country"));
}

static void
test_choosing (Fixture *self, gconstpointer unused)
{
  GtkWidget *unverified = find_row (GTK_WIDGET (self->form), "Include Unverified");

  g_assert_true (nsc_option_form_choose (self->form, "initiative", "tech_accord"));
  g_assert_true (nsc_option_form_choose (self->form, "by", "sector"));
  g_assert_true (nsc_option_form_choose (self->form, "exclude-country", "US"));
  g_assert_true (nsc_option_form_choose (self->form, "include-unverified", "yes"));
  g_assert_false (nsc_option_form_choose (self->form, "by", "weather"));
  g_assert_false (nsc_option_form_choose (self->form, "weather", "fair"));

  assert_option (self, "initiative", "tech_accord");
  assert_option (self, "by", "sector");
  assert_option (self, "exclude-country", "US");
  assert_option (self, "include-unverified", "yes");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (unverified)), ==, "11 records");
}

/* Several initiatives stand side by side, in the order of the records. */
static void
test_several_initiatives (Fixture *self, gconstpointer unused)
{
  g_auto (GStrv) choices = nsc_report_page_dup_choices (self->page, "initiative");
  GtkWidget *row = find_row (GTK_WIDGET (self->form), "Initiatives");

  g_assert_true (g_strv_contains ((const char *const *) choices, "paris_call"));
  g_assert_null (nsc_report_page_dup_choices (self->page, "weather"));
  g_assert_true (nsc_option_form_choose (self->form, "initiative", "charter_of_trust,tech_accord,nobody"));
  assert_option (self, "initiative", "tech_accord,charter_of_trust");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Cybersecurity Tech Accord, Charter of Trust");
  g_assert_false (nsc_option_form_choose (self->form, "initiative", "nobody"));
  assert_option (self, "initiative", "tech_accord,charter_of_trust");
}

static GtkWidget *
find_check (GtkWidget *root, const char *name)
{
  if (GTK_IS_CHECK_BUTTON (root) &&
      g_str_equal (gtk_label_get_label (GTK_LABEL (gtk_widget_get_next_sibling (root))), name))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_check (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* One always stays chosen; a row of the list chooses itself alone. */
static void
test_check_buttons (Fixture *self, gconstpointer unused)
{
  GtkWidget *row = find_row (GTK_WIDGET (self->form), "Initiatives");
  GtkListView *list;

  adw_action_row_activate (ADW_ACTION_ROW (row));
  list = ui_fixture_find (row, GTK_TYPE_LIST_VIEW);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (list)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (row, "Charter of Trust")), TRUE);
  assert_option (self, "initiative", "tech_accord,charter_of_trust");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (row, "Cybersecurity Tech Accord")), FALSE);
  assert_option (self, "initiative", "charter_of_trust");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (row, "Charter of Trust")), FALSE);
  assert_option (self, "initiative", "charter_of_trust");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_check (row, "Charter of Trust"))));
  g_signal_emit_by_name (list, "activate", 0);
  assert_option (self, "initiative", "tech_accord");
}

/* Members add up over years alone. */
static void
test_cumulative_by_year (Fixture *self, gconstpointer unused)
{
  GtkWidget *row = find_row (GTK_WIDGET (self->form), "Add Up Over the Years");

  g_assert_false (gtk_widget_get_visible (row));
  g_assert_true (nsc_option_form_choose (self->form, "by", "year"));
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_true (nsc_option_form_choose (self->form, "cumulative", "yes"));
  assert_option (self, "cumulative", "yes");
  g_assert_true (nsc_option_form_choose (self->form, "by", "country"));
  assert_option (self, "cumulative", NULL);
}

/* Enter takes the best of what was found, at once; what was not found changes nothing. */
static void
test_search_for_a_country (Fixture *self, gconstpointer unused)
{
  GtkWidget *row = find_row (GTK_WIDGET (self->form), "Exclude Country");
  GtkWidget *popover = ui_fixture_find (row, GTK_TYPE_POPOVER);
  GtkWidget *entry = ui_fixture_find (popover, GTK_TYPE_SEARCH_ENTRY);

  g_assert_true (nsc_option_form_choose (self->form, "initiative", "paris_call"));
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search");
  gtk_widget_activate (row);
  g_assert_true (gtk_widget_get_mapped (entry));
  /* Tunisia has these letters too, and stands above. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "uni");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (nsc_choice_row_get_chosen_label (NSC_CHOICE_ROW (row)), ==, "United Arab Emirates");
  gtk_widget_activate (row);
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such country");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (ui_fixture_shows (popover, "Nothing Found"));
  assert_option (self, "exclude-country", "AE");
}

/* Only a country that signatories of the initiative are from can be left out. */
static void
test_countries_of_the_initiative (Fixture *self, gconstpointer unused)
{
  g_assert_true (nsc_option_form_choose (self->form, "initiative", "paris_call"));
  g_assert_true (nsc_option_form_choose (self->form, "exclude-country", "TN"));
  g_assert_true (nsc_option_form_choose (self->form, "initiative", "tech_accord"));
  assert_option (self, "exclude-country", NULL);
  g_assert_false (nsc_option_form_choose (self->form, "exclude-country", "TN"));
  g_assert_true (nsc_option_form_choose (self->form, "initiative", "tech_accord,paris_call"));
  g_assert_true (nsc_option_form_choose (self->form, "exclude-country", "TN"));
}

static gboolean
has_as_of (gpointer data)
{
  Fixture *self = data;

  return g_strcmp0 (nsc_options_get (nsc_report_page_get_options (self->page), "as-of"), self->words) == 0;
}

static void
wait_for_as_of (Fixture *self, const char *as_of)
{
  self->words = as_of;
  ui_fixture_wait (has_as_of, self);
}

static void
test_date_at_its_field (Fixture *self, gconstpointer unused)
{
  GtkWidget *row = ui_fixture_find (GTK_WIDGET (self->form), ADW_TYPE_ENTRY_ROW);

  g_assert_true (nsc_option_form_choose (self->form, "as-of", "2019-09"));
  /* Not while it is being typed. */
  assert_option (self, "as-of", NULL);
  wait_for_as_of (self, "2019-09");
  g_assert_false (gtk_widget_has_css_class (row, "error"));

  g_assert_false (nsc_option_form_choose (self->form, "as-of", "2019-19"));
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  assert_option (self, "as-of", "2019-09");

  g_assert_true (nsc_option_form_choose (self->form, "as-of", ""));
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  wait_for_as_of (self, NULL);
}

/* The first two are those with most issues in common, so that there is something to see. */
static void
test_agenda (Fixture *self, gconstpointer unused)
{
  g_auto (GStrv) publishers = nsc_report_page_dup_choices (self->page, "second");

  assert_option (self, "first", "microsoft");
  assert_option (self, "second", "un_gge");
  g_assert_true (ui_fixture_shows (self->window, "Microsoft and UN Group"));
  /* Whoever published, and nobody else. */
  g_assert_true (g_strv_contains ((const char *const *) publishers, "un_oewg"));
  g_assert_false (g_strv_contains ((const char *const *) publishers, "abb"));
  g_assert_true (nsc_option_form_choose (self->form, "second", "un_gge,un_oewg"));
  assert_option (self, "second", "un_gge,un_oewg");
}

/* Nobody is compared with themselves. */
static void
test_agenda_sides (Fixture *self, gconstpointer unused)
{
  g_autofree char *all = NULL;
  g_auto (GStrv) publishers = nsc_report_page_dup_choices (self->page, "first");

  g_assert_true (nsc_option_form_choose (self->form, "first", "un_gge"));
  assert_option (self, "first", "un_gge");
  assert_option (self, "second", "microsoft");
  g_assert_true (nsc_option_form_choose (self->form, "second", "microsoft,un_gge"));
  assert_option (self, "second", "microsoft,un_gge");
  g_assert_cmpstr (nsc_options_get (nsc_report_page_get_options (self->page), "first"), !=, "un_gge");
  all = g_strjoinv (",", publishers);
  g_assert_true (nsc_option_form_choose (self->form, "first", all));
  assert_option (self, "first", publishers[0]);
  assert_option (self, "second", publishers[1]);
}

static void
test_growth (Fixture *self, gconstpointer unused)
{
  g_auto (GStrv) initiatives = nsc_report_page_dup_choices (self->page, "initiative");

  assert_option (self, "initiative", "tech_accord");
  /* Of this one there is nothing but what others reported. */
  g_assert_true (g_strv_contains ((const char *const *) initiatives, "wic"));
  g_assert_true (nsc_option_form_choose (self->form, "initiative", "wic"));
  assert_option (self, "initiative", "wic");
}

/* ---- what is remembered ---- */

static gboolean
is_remembered (gpointer data)
{
  Fixture *self = data;
  g_autoptr (GHashTable) values = nsc_page_state_read (nsc_project_get_uid (self->project), "agenda");

  return g_strcmp0 (g_hash_table_lookup (values, "first"), self->words) == 0;
}

static void
reopen (Fixture *self)
{
  close_page (self);
  open_page (self, NSC_TYPE_AGENDA_PAGE);
  ui_fixture_wait (has_result, self);
}

static void
test_remembered (Fixture *self, gconstpointer unused)
{
  g_assert_true (nsc_option_form_choose (self->form, "first", "huawei"));
  g_assert_true (nsc_option_form_choose (self->form, "include-unverified", "yes"));
  g_assert_true (nsc_page_act (NSC_PAGE (self->page), NSC_PAGE_SHOW_TABLE));
  self->words = "huawei";
  ui_fixture_wait (is_remembered, self);
  reopen (self);
  assert_option (self, "first", "huawei");
  assert_option (self, "second", "un_gge");
  assert_option (self, "include-unverified", "yes");
  g_assert_null (nsc_options_get (nsc_report_page_get_options (self->page), "view"));
  wait_for_words (self, "First");

  /* What was chosen just before the end is kept too. */
  g_assert_true (nsc_option_form_choose (self->form, "first", "coe"));
  reopen (self);
  assert_option (self, "first", "coe");
}

static void
write_state (Fixture *self, const char *text)
{
  g_autofree char *name = g_strconcat (nsc_project_get_uid (self->project), ".ini", NULL);
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "normscape", "projects", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* What is gone since gives way to the first choice, and a file that is none disturbs nobody. */
static void
test_remembered_but_gone (Fixture *self, gconstpointer unused)
{
  write_state (self, "[agenda]\nfirst=atlantis\nsecond=atlantis,un_oewg\nas-of=weather\nview=weather\n");
  reopen (self);
  assert_option (self, "first", "microsoft");
  assert_option (self, "second", "un_oewg");
  assert_option (self, "as-of", NULL);

  write_state (self, "\xff\xfe\n[[[agenda");
  reopen (self);
  assert_option (self, "first", "microsoft");
  assert_option (self, "second", "un_gge");
}

/* A folder in the file's place: nothing can be written there. */
static void
test_unwritable (Fixture *self, gconstpointer unused)
{
  g_autofree char *name = g_strconcat (nsc_project_get_uid (self->project), ".ini", NULL);
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "normscape", "projects", name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  g_assert_true (nsc_option_form_choose (self->form, "first", "huawei"));
  reopen (self);
  assert_option (self, "first", "microsoft");
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* ---- empty projects ---- */

static void
test_empty_project (Fixture *self, gconstpointer unused)
{
  wait_for_words (self, "Start With the First Record");
  g_assert_nonnull (ui_fixture_find_button (self->window, "Open the _Example"));
  g_assert_null (nsc_report_page_get_options (self->page));
}

/* A record of TABLE, with pairs of a column and its value, until NULL. */
static void
save (NscProject *project, const char *table, ...)
{
  g_autoptr (NscRecord) record = nsc_record_new (nsc_table_find (table));
  va_list arguments;

  va_start (arguments, table);
  for (const char *column = va_arg (arguments, const char *); column != NULL; column = va_arg (arguments, const char *))
    nsc_record_set_by_name (record, column, va_arg (arguments, const char *));
  va_end (arguments);
  ui_fixture_save (project, record);
}

/* There are records, but none for this page: it says which are missing, and shows them as soon as they are there. */
static void
test_no_matter (Fixture *self, gconstpointer unused)
{
  save (self->project, "actors", "id", "a", "name_en", "Atlantis", NULL);
  wait_for_words (self, "Nobody to Compare Yet");
  g_assert_nonnull (ui_fixture_find_button (self->window, "Add a _Mention"));
  save (self->project, "actors", "id", "b", "name_en", "Bensalem", NULL);
  save (self->project, "issues", "id", "i", "label_en", "Tides", NULL);
  save (self->project, "mentions", "issue", "i", "publisher", "a", "date", "2013", NULL);
  save (self->project, "mentions", "issue", "i", "publisher", "b", "date", "2015", NULL);
  ui_fixture_wait (has_result, self);
  assert_option (self, "first", "a");
  assert_option (self, "second", "b");
  assert_option (self, "issues", NULL);
}

int
main (int argc, char *argv[])
{
  static const Setting signatories = { nsc_signatories_page_get_type, TRUE };
  static const Setting agenda = { nsc_agenda_page_get_type, TRUE };
  static const Setting growth = { nsc_growth_page_get_type, TRUE };
  static const Setting empty_signatories = { nsc_signatories_page_get_type, FALSE };
  static const Setting empty_agenda = { nsc_agenda_page_get_type, FALSE };

  ui_fixture_init (&argc, &argv);

#define TEST(name_, setting_) g_test_add ("/page-options/" #name_, Fixture, &setting_, set_up, test_##name_, tear_down)
  TEST (first_choices, signatories);
  TEST (choosing, signatories);
  TEST (several_initiatives, signatories);
  TEST (check_buttons, signatories);
  TEST (cumulative_by_year, signatories);
  TEST (search_for_a_country, signatories);
  TEST (countries_of_the_initiative, signatories);
  TEST (date_at_its_field, signatories);
  TEST (agenda, agenda);
  TEST (agenda_sides, agenda);
  TEST (growth, growth);
  TEST (remembered, agenda);
  TEST (remembered_but_gone, agenda);
  TEST (unwritable, agenda);
  TEST (empty_project, empty_signatories);
  TEST (no_matter, empty_agenda);
#undef TEST

  return g_test_run ();
}
