/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-options.h"

#include "nsc-choice-row.h"

#include "ui-fixture.h"

typedef struct
{
  NscProject *project;
  NscDistributionOptions *options;
  GtkWidget *window;
  guint n_changed;
} Fixture;

static void
changed_cb (NscDistributionOptions *options, gpointer user_data)
{
  ((Fixture *) user_data)->n_changed++;
}

static gboolean
has_changed (gpointer data)
{
  return ((Fixture *) data)->n_changed > 0;
}

static void
set_up (Fixture *self, gconstpointer example)
{
  self->project = ui_fixture_open_project (GPOINTER_TO_INT (example));
  self->options = g_object_new (NSC_TYPE_DISTRIBUTION_OPTIONS, NULL);
  self->n_changed = 0;
  g_signal_connect (self->options, "changed", G_CALLBACK (changed_cb), self);
  self->window = ui_fixture_show (GTK_WIDGET (self->options), 340, 600);
  g_assert_cmpint (nsc_distribution_options_get_holdings (self->options), ==, NSC_HOLDINGS_UNKNOWN);
  nsc_distribution_options_look_up (self->options, self->project);
  ui_fixture_wait (has_changed, self);
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  ui_fixture_close (self->window);
  ui_fixture_close_project (self->project);
}

static void
assert_option (Fixture *self, const char *name, const char *value)
{
  g_autoptr (GHashTable) options = nsc_distribution_options_dup (self->options);

  g_assert_cmpstr (nsc_options_get (options, name), ==, value);
}

static void
test_first_choices (Fixture *self, gconstpointer unused)
{
  g_autofree char *subtitle = nsc_distribution_options_dup_subtitle (self->options);

  g_assert_cmpint (nsc_distribution_options_get_holdings (self->options), ==, NSC_HOLDINGS_SIGNATORIES);
  assert_option (self, "by", "country");
  assert_option (self, "language", "en");
  assert_option (self, "exclude-country", NULL);
  assert_option (self, "as-of", NULL);
  assert_option (self, "include-unverified", NULL);
  g_assert_true (g_str_has_suffix (subtitle, "Home country"));
}

static void
test_choosing (Fixture *self, gconstpointer unused)
{
  AdwSwitchRow *unverified = ui_fixture_find (GTK_WIDGET (self->options), ADW_TYPE_SWITCH_ROW);

  self->n_changed = 0;
  g_assert_true (nsc_distribution_options_choose (self->options, "initiative", "tech_accord"));
  g_assert_true (nsc_distribution_options_choose (self->options, "by", "sector"));
  g_assert_true (nsc_distribution_options_choose (self->options, "exclude-country", "US"));
  g_assert_true (nsc_distribution_options_choose (self->options, "include-unverified", "yes"));
  g_assert_cmpint (self->n_changed, ==, 4);
  g_assert_false (nsc_distribution_options_choose (self->options, "by", "weather"));
  g_assert_false (nsc_distribution_options_choose (self->options, "weather", "fair"));

  assert_option (self, "initiative", "tech_accord");
  assert_option (self, "by", "sector");
  assert_option (self, "exclude-country", "US");
  assert_option (self, "include-unverified", "yes");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (unverified)), ==, "11 records");

  /* What is chosen stays, when the project is looked through again. */
  self->n_changed = 0;
  nsc_distribution_options_look_up (self->options, self->project);
  ui_fixture_wait (has_changed, self);
  assert_option (self, "initiative", "tech_accord");
  assert_option (self, "exclude-country", "US");
}

static AdwComboRow *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_COMBO_ROW (root) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title))
    return ADW_COMBO_ROW (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AdwComboRow *found = find_row (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Enter takes the best of what was found, at once; what was not found changes nothing. */
static void
test_search_for_a_country (Fixture *self, gconstpointer unused)
{
  AdwComboRow *row = find_row (GTK_WIDGET (self->options), "Exclude Country");
  GtkWidget *popover = ui_fixture_find (GTK_WIDGET (row), GTK_TYPE_POPOVER);
  GtkWidget *entry = ui_fixture_find (popover, GTK_TYPE_SEARCH_ENTRY);

  g_assert_true (nsc_distribution_options_choose (self->options, "initiative", "paris_call"));
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, "Search");
  gtk_widget_activate (GTK_WIDGET (row));
  g_assert_true (gtk_widget_get_mapped (entry));
  /* Tunisia has these letters too, and stands above. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "uni");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (nsc_choice_row_get_chosen_label (NSC_CHOICE_ROW (row)), ==, "United Arab Emirates");
  gtk_widget_activate (GTK_WIDGET (row));
  gtk_editable_set_text (GTK_EDITABLE (entry), "no such country");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (ui_fixture_shows (popover, "Nothing Found"));
  assert_option (self, "exclude-country", "AE");
}

/* Only a country that signatories of the initiative are from can be left out. */
static void
test_countries_of_the_initiative (Fixture *self, gconstpointer unused)
{
  g_assert_true (nsc_distribution_options_choose (self->options, "initiative", "paris_call"));
  g_assert_true (nsc_distribution_options_choose (self->options, "exclude-country", "TN"));
  g_assert_true (nsc_distribution_options_choose (self->options, "initiative", "tech_accord"));
  assert_option (self, "exclude-country", NULL);
  g_assert_false (nsc_distribution_options_choose (self->options, "exclude-country", "TN"));
}

static void
test_date_at_its_field (Fixture *self, gconstpointer unused)
{
  GtkWidget *row = ui_fixture_find (GTK_WIDGET (self->options), ADW_TYPE_ENTRY_ROW);

  self->n_changed = 0;
  g_assert_true (nsc_distribution_options_choose (self->options, "as-of", "2019-09"));
  ui_fixture_wait (has_changed, self);
  assert_option (self, "as-of", "2019-09");
  g_assert_false (gtk_widget_has_css_class (row, "error"));

  g_assert_false (nsc_distribution_options_choose (self->options, "as-of", "2019-19"));
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  assert_option (self, "as-of", "2019-09");

  self->n_changed = 0;
  g_assert_true (nsc_distribution_options_choose (self->options, "as-of", ""));
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  ui_fixture_wait (has_changed, self);
  assert_option (self, "as-of", NULL);
}

static void
test_empty_project (Fixture *self, gconstpointer unused)
{
  g_assert_cmpint (nsc_distribution_options_get_holdings (self->options), ==, NSC_HOLDINGS_NOTHING);
  g_assert_null (nsc_distribution_options_dup (self->options));
}

int
main (int argc, char *argv[])
{
  ui_fixture_init (&argc, &argv);

#define TEST(name_, example_)                                                                                          \
  g_test_add ("/distribution-options/" #name_, Fixture, GINT_TO_POINTER (example_), set_up, test_##name_, tear_down)
  TEST (first_choices, TRUE);
  TEST (choosing, TRUE);
  TEST (search_for_a_country, TRUE);
  TEST (countries_of_the_initiative, TRUE);
  TEST (date_at_its_field, TRUE);
  TEST (empty_project, FALSE);
#undef TEST

  return g_test_run ();
}
