/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-form.h"

#include "nsc-field-fault.h"
#include "nsc-pick-row.h"

#include "ui-fixture.h"

typedef struct
{
  NscProject *project;
  GtkWidget *window;
  NscRecordForm *form; /* weak: NULL once it is gone */
  gint64 saved_row;
  int moved;
  gboolean closed;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->project = ui_fixture_open_project (TRUE);
  self->window = ui_fixture_show (gtk_label_new ("behind"), 800, 700);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->form != NULL)
    adw_dialog_force_close (ADW_DIALOG (self->form));
  ui_fixture_close (self->window);
  g_clear_weak_pointer (&self->form);
  ui_fixture_close_project (self->project);
}

static void
saved_cb (Fixture *self, gint64 row)
{
  self->saved_row = row;
}

static void
move_cb (Fixture *self, int by)
{
  self->moved = by;
}

static void
closed_cb (Fixture *self)
{
  self->closed = TRUE;
}

static gboolean
is_closed (gpointer data)
{
  return ((Fixture *) data)->closed;
}

static NscRecord *
dup_record (Fixture *self, const char *table, gint64 row, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscReader) reader = nsc_store_take_reader (nsc_project_get_store (self->project), &error);
  NscRecord *record;

  g_assert_no_error (error);
  if (id != NULL)
    row = nsc_reader_find_id (reader, nsc_table_find (table), id, &error);
  record = nsc_reader_get_record (reader, nsc_table_find (table), row, &error);
  g_assert_no_error (error);
  return record;
}

static void
open_form (Fixture *self, const char *table, const NscRecord *record)
{
  g_set_weak_pointer (&self->form, nsc_record_form_new (self->project, nsc_table_find (table), record));
  self->closed = FALSE;
  self->saved_row = 0;
  self->moved = 0;
  g_signal_connect_swapped (self->form, "move", G_CALLBACK (move_cb), self);
  g_signal_connect_swapped (self->form, "saved", G_CALLBACK (saved_cb), self);
  g_signal_connect_swapped (self->form, "closed", G_CALLBACK (closed_cb), self);
  adw_dialog_present (ADW_DIALOG (self->form), self->window);
  gtk_test_widget_wait_for_draw (self->window);
}

/* The row of that title below WIDGET. */
static GtkWidget *
find_titled (GtkWidget *widget, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_titled (child, title);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
row_of (Fixture *self, const char *title)
{
  GtkWidget *row = find_titled (GTK_WIDGET (self->form), title);

  g_assert_nonnull (row);
  return row;
}

static void
write_in (Fixture *self, const char *title, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row_of (self, title)), text);
}

static void
save (Fixture *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save", NULL));
}

static gboolean
is_row_loaded (gpointer data)
{
  return nsc_answer_list_is_loaded (NSC_ANSWER_LIST (nsc_pick_row_get_choices (data)));
}

/* As a person chooses it in the list. */
static void
choose (Fixture *self, const char *title, const char *id)
{
  NscPickRow *row = NSC_PICK_ROW (row_of (self, title));
  guint position;

  ui_fixture_wait (is_row_loaded, row);
  position = nsc_choice_list_find (nsc_pick_row_get_choices (row), id);
  g_assert_cmpuint (position, !=, G_MAXUINT);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), position);
}

static gboolean
has_focus (Fixture *self, const char *title)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  GtkWidget *row = row_of (self, title);

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

static void
test_every_column_has_a_row (Fixture *self, gconstpointer data)
{
  for (const NscTable *const *table = nsc_table_list (); *table != NULL; table++)
    {
      open_form (self, (*table)->name, NULL);
      for (guint i = 0; i < (*table)->n_columns; i++)
        row_of (self, (*table)->columns[i].label);
      adw_dialog_close (ADW_DIALOG (self->form));
      ui_fixture_wait (is_closed, self);
    }
}

static void
test_titles (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecord) hitachi = dup_record (self, "actors", 0, "hitachi");

  open_form (self, "totals", NULL);
  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (self->form)), ==, "New Reported Total");
  adw_dialog_close (ADW_DIALOG (self->form));
  ui_fixture_wait (is_closed, self);
  open_form (self, "actors", hitachi);
  g_assert_cmpstr (adw_dialog_get_title (ADW_DIALOG (self->form)), ==, "Edit Hitachi");
}

static void
test_missing_value (Fixture *self, gconstpointer data)
{
  open_form (self, "actors", NULL);
  write_in (self, "Chinese name", "某公司");
  save (self);
  g_assert_nonnull (nsc_field_fault_get (row_of (self, "English name")));
  g_assert_true (has_focus (self, "English name"));
  g_assert_false (self->closed);
  write_in (self, "English name", "A");
  g_assert_null (nsc_field_fault_get (row_of (self, "English name")));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row_of (self, "Chinese name"))), ==, "某公司");
}

static void
test_add (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecord) record = NULL;

  open_form (self, "actors", NULL);
  write_in (self, "English name", "  Acme ");
  choose (self, "Kind", "company");
  choose (self, "Home country", "JP");
  save (self);
  g_assert_false (gtk_widget_get_sensitive (gtk_widget_get_ancestor (row_of (self, "Kind"), GTK_TYPE_BOX)) &&
                  gtk_widget_is_sensitive (row_of (self, "Kind")));
  ui_fixture_wait (is_closed, self);
  g_assert_cmpint (self->saved_row, >, 0);
  record = dup_record (self, "actors", self->saved_row, NULL);
  g_assert_cmpstr (nsc_record_get_by_name (record, "name_en"), ==, "Acme");
  g_assert_cmpstr (nsc_record_get_by_name (record, "kind"), ==, "company");
  g_assert_cmpstr (nsc_record_get_by_name (record, "country"), ==, "JP");
  g_assert_cmpstr (nsc_record_get_by_name (record, "confidence"), ==, "unstated");
  g_assert_true (g_str_has_prefix (nsc_record_get_id (record), "actors-"));
}

static void
test_edit (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecord) before = dup_record (self, "actors", 0, "hitachi");
  g_autoptr (NscRecord) after = NULL;

  open_form (self, "actors", before);
  write_in (self, "Source", "its own site");
  /* At once: what has not been read yet stays what it is. */
  save (self);
  ui_fixture_wait (is_closed, self);
  g_assert_cmpint (self->saved_row, ==, nsc_record_get_row (before));
  after = dup_record (self, "actors", self->saved_row, NULL);
  nsc_record_set_by_name (before, "source", "its own site");
  g_assert_true (nsc_record_equal (before, after));
}

/* A blank reference is a choice like any other. */
static void
test_blank_reference (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecord) before = dup_record (self, "actors", 0, "hitachi");
  g_autoptr (NscRecord) after = NULL;

  open_form (self, "actors", before);
  choose (self, "Home country", "");
  save (self);
  ui_fixture_wait (is_closed, self);
  after = dup_record (self, "actors", 0, "hitachi");
  g_assert_cmpstr (nsc_record_get_by_name (after, "country"), ==, "");
}

static gboolean
has_fault (gpointer row)
{
  return nsc_field_fault_get (row) != NULL;
}

static void
test_dates (Fixture *self, gconstpointer data)
{
  GtkWidget *left;

  open_form (self, "signatories", NULL);
  left = row_of (self, "Left");
  choose (self, "Initiative", "tech_accord");
  choose (self, "Actor", "hitachi");
  write_in (self, "Joined", "2020");
  write_in (self, "Left", "2018-1");
  g_assert_null (nsc_field_fault_get (left));
  ui_fixture_wait (has_fault, left);
  write_in (self, "Left", "2018-11");
  g_assert_null (nsc_field_fault_get (left));
  /* Before it began. */
  save (self);
  g_assert_nonnull (nsc_field_fault_get (left));
  g_assert_true (has_focus (self, "Left"));
  write_in (self, "Joined", "2017");
  g_assert_null (nsc_field_fault_get (left));
  g_assert_false (self->closed);
}

static gboolean
is_refused (gpointer data)
{
  return adw_banner_get_revealed (data);
}

static void
test_refusal_keeps_everything (Fixture *self, gconstpointer data)
{
  AdwBanner *banner;

  open_form (self, "signatories", NULL);
  banner = ui_fixture_find (GTK_WIDGET (self->form), ADW_TYPE_BANNER);
  choose (self, "Initiative", "tech_accord");
  choose (self, "Actor", "hitachi");
  write_in (self, "Role", "founder");
  save (self);
  ui_fixture_wait (is_refused, banner);
  g_assert_false (self->closed);
  g_assert_true (gtk_widget_is_sensitive (row_of (self, "Role")));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row_of (self, "Role"))), ==, "founder");
  g_assert_cmpstr (nsc_pick_row_get_value (NSC_PICK_ROW (row_of (self, "Actor"))), ==, "hitachi");
  g_assert_cmpstr (adw_banner_get_title (banner), !=, "");
  write_in (self, "Role", "member");
  g_assert_false (adw_banner_get_revealed (banner));
}

static void
test_leaving (Fixture *self, gconstpointer data)
{
  open_form (self, "actors", NULL);
  write_in (self, "English name", "Acme");
  g_assert_false (adw_dialog_close (ADW_DIALOG (self->form)));
  g_assert_false (self->closed);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row_of (self, "English name"))), ==, "Acme");
  write_in (self, "English name", "");
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (self->form)));
}

static void
test_colour (Fixture *self, gconstpointer data)
{
  GtkColorDialogButton *swatch;
  GdkRGBA colour;

  open_form (self, "sectors", NULL);
  swatch = ui_fixture_find (row_of (self, "Colour"), GTK_TYPE_COLOR_DIALOG_BUTTON);
  write_in (self, "Colour", "#ff0000");
  g_assert_cmpfloat (gtk_color_dialog_button_get_rgba (swatch)->red, ==, 1);
  gdk_rgba_parse (&colour, "#3584e4");
  gtk_color_dialog_button_set_rgba (swatch, &colour);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row_of (self, "Colour"))), ==, "#3584e4");
  write_in (self, "English name", "A");
  write_in (self, "Colour", "red");
  save (self);
  g_assert_nonnull (nsc_field_fault_get (row_of (self, "Colour")));
}

static gboolean
is_writing_code (gpointer data)
{
  return has_focus (data, "Code") && gtk_widget_get_mapped (row_of (data, "Code"));
}

/* An id hides until something is wrong with it; the code of a country does not. */
static void
test_ids (Fixture *self, gconstpointer data)
{
  AdwExpanderRow *advanced;

  open_form (self, "actors", NULL);
  advanced = ADW_EXPANDER_ROW (row_of (self, "Advanced"));
  g_assert_true (gtk_widget_is_ancestor (row_of (self, "Id"), GTK_WIDGET (advanced)));
  g_assert_false (adw_expander_row_get_expanded (advanced));
  g_assert_cmpstr (adw_expander_row_get_subtitle (advanced), !=, "");
  write_in (self, "English name", "A");
  write_in (self, "Id", "a,b");
  save (self);
  g_assert_nonnull (nsc_field_fault_get (row_of (self, "Id")));
  g_assert_true (adw_expander_row_get_expanded (advanced));
  adw_dialog_force_close (ADW_DIALOG (self->form));
  ui_fixture_wait (is_closed, self);

  open_form (self, "countries", NULL);
  ui_fixture_wait (is_writing_code, self);
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecord) hitachi = dup_record (self, "actors", 0, "hitachi");

  open_form (self, "actors", hitachi);
  write_in (self, "Source", "a page");
  g_assert_true (ui_fixture_press_with (GTK_WIDGET (self->form), GDK_KEY_s, GDK_CONTROL_MASK));
  ui_fixture_wait (is_closed, self);
  g_assert_cmpint (self->saved_row, ==, nsc_record_get_row (hitachi));
}

/* A record that is there has its id. */
static void
test_id_of_old (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecord) hitachi = dup_record (self, "actors", 0, "hitachi");

  open_form (self, "actors", hitachi);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row_of (self, "Advanced"))), ==, "");
}

static gboolean
shows_founder (gpointer data)
{
  return ui_fixture_shows (data, "Founder");
}

/* What is written is a code; the words that lists have for it stand beside it. */
static void
test_words_of_a_role (Fixture *self, gconstpointer data)
{
  GtkWidget *role;

  open_form (self, "signatories", NULL);
  role = row_of (self, "Role");
  write_in (self, "Role", "founder");
  ui_fixture_wait (shows_founder, role);
  write_in (self, "Role", "delegate");
  g_assert_false (shows_founder (role));
}

static gboolean
shows_norm_paper (gpointer data)
{
  return ui_fixture_shows (data, "Norm paper");
}

/* Likewise; what is no code has no other words. */
static void
test_words_of_a_kind (Fixture *self, gconstpointer data)
{
  open_form (self, "documents", NULL);
  write_in (self, "Kind", "norm_paper");
  write_in (self, "Symbol", "a_b");
  ui_fixture_wait (shows_norm_paper, row_of (self, "Kind"));
  g_assert_false (ui_fixture_shows (row_of (self, "Symbol"), "a b"));
}

/* What the project finds wrong is told at the field before anything is saved, and goes when the key is another. */
static void
test_checks_while_writing (Fixture *self, gconstpointer data)
{
  GtkWidget *joined;

  open_form (self, "signatories", NULL);
  joined = row_of (self, "Joined");
  choose (self, "Initiative", "tech_accord");
  g_assert_null (nsc_field_fault_get (row_of (self, "Actor")));
  choose (self, "Actor", "hitachi");
  ui_fixture_wait (has_fault, joined);
  choose (self, "Actor", "un");
  g_assert_null (nsc_field_fault_get (joined));
  g_assert_false (self->closed);
}

static void
assert_told (GtkWidget *widget, GtkWidget *row)
{
  GtkWidget *line = gtk_widget_get_next_sibling (row);

  gtk_test_accessible_assert_state (widget, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_relation (widget, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE,
                                       gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (line)), NULL);
}

static void
assert_not_told (GtkWidget *widget)
{
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE));
}

/* Who does not see the line under a row hears it where the keyboard is: in a field, or on a row that is picked from. */
static void
test_faults_are_told (Fixture *self, gconstpointer data)
{
  GtkWidget *actor, *joined, *text;

  open_form (self, "signatories", NULL);
  actor = row_of (self, "Actor");
  joined = row_of (self, "Joined");
  text = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (joined)));
  choose (self, "Initiative", "tech_accord");
  save (self);
  assert_told (actor, actor);
  choose (self, "Actor", "un");
  assert_not_told (actor);

  write_in (self, "Joined", "2019-19");
  ui_fixture_wait (has_fault, joined);
  assert_told (text, joined);
  write_in (self, "Joined", "2019");
  assert_not_told (text);

  /* As it says that its records cannot be read. */
  adw_action_row_set_subtitle (ADW_ACTION_ROW (actor), "Not <there>");
  gtk_test_accessible_assert_property (actor, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Not <there>");
}

/* A refusal leads to the field that it is about. */
static void
test_refusal_leads_to_the_field (Fixture *self, gconstpointer data)
{
  open_form (self, "actors", NULL);
  write_in (self, "English name", "Other");
  write_in (self, "Id", "hitachi");
  save (self);
  ui_fixture_wait (has_fault, row_of (self, "Id"));
  g_assert_true (has_focus (self, "Id"));
}

static gboolean
can_save (Fixture *self)
{
  return gtk_widget_is_sensitive (ui_fixture_find_button (GTK_WIDGET (self->form), "_Save"));
}

static void
test_nothing_to_save (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecord) hitachi = dup_record (self, "actors", 0, "hitachi");

  open_form (self, "actors", hitachi);
  g_assert_false (can_save (self));
  write_in (self, "Source", "a page");
  g_assert_true (can_save (self));
  write_in (self, "Source", nsc_record_get_by_name (hitachi, "source"));
  g_assert_false (can_save (self));
}

static gboolean
has_moved (gpointer data)
{
  return ((Fixture *) data)->moved != 0;
}

/* On the way to the next record what was written is saved; the form stays. */
static void
test_walk (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecord) hitachi = dup_record (self, "actors", 0, "hitachi");
  g_autoptr (NscRecord) un = dup_record (self, "actors", 0, "un");
  g_autoptr (NscRecord) after = NULL;

  open_form (self, "actors", hitachi);
  nsc_record_form_set_neighbours (self->form, FALSE, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (self->form), "form.previous", NULL);
  g_assert_cmpint (self->moved, ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->form), "form.next", NULL));
  g_assert_cmpint (self->moved, ==, 1);
  self->moved = 0;
  write_in (self, "Source", "a page");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->form), "form.next", NULL));
  ui_fixture_wait (has_moved, self);
  g_assert_cmpint (self->saved_row, ==, nsc_record_get_row (hitachi));
  after = dup_record (self, "actors", 0, "hitachi");
  g_assert_cmpstr (nsc_record_get_by_name (after, "source"), ==, "a page");

  nsc_record_form_show (self->form, un);
  g_assert_cmpint (nsc_record_form_get_row (self->form), ==, nsc_record_get_row (un));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row_of (self, "English name"))), ==,
                   nsc_record_get_by_name (un, "name_en"));
  g_assert_false (can_save (self));
  g_assert_false (self->closed);
}

static gboolean
has_saved (gpointer data)
{
  return ((Fixture *) data)->saved_row != 0;
}

static void
test_add_another (Fixture *self, gconstpointer data)
{
  open_form (self, "actors", NULL);
  write_in (self, "English name", "Acme");
  write_in (self, "Source", "a page");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->form), "form.save-and-add", NULL));
  ui_fixture_wait (has_saved, self);
  g_assert_false (self->closed);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row_of (self, "English name"))), ==, "");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row_of (self, "Source"))), ==, "a page");
  g_assert_true (adw_dialog_get_can_close (ADW_DIALOG (self->form)));
}

#define ADD(path, func) g_test_add ("/record-form/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  ui_fixture_init (&argc, &argv);
  ADD ("every-column-has-a-row", test_every_column_has_a_row);
  ADD ("titles", test_titles);
  ADD ("missing-value", test_missing_value);
  ADD ("add", test_add);
  ADD ("edit", test_edit);
  ADD ("blank-reference", test_blank_reference);
  ADD ("dates", test_dates);
  ADD ("refusal-keeps-everything", test_refusal_keeps_everything);
  ADD ("leaving", test_leaving);
  ADD ("colour", test_colour);
  ADD ("ids", test_ids);
  ADD ("id-of-old", test_id_of_old);
  ADD ("keys", test_keys);
  ADD ("words-of-a-role", test_words_of_a_role);
  ADD ("words-of-a-kind", test_words_of_a_kind);
  ADD ("checks-while-writing", test_checks_while_writing);
  ADD ("faults-are-told", test_faults_are_told);
  ADD ("refusal-leads-to-the-field", test_refusal_leads_to_the_field);
  ADD ("nothing-to-save", test_nothing_to_save);
  ADD ("walk", test_walk);
  ADD ("add-another", test_add_another);
  return g_test_run ();
}
