/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cell-editor.h"
#include "nsc-choice-picker.h"
#include "nsc-record-columns.h"
#include "nsc-record-list.h"
#include "nsc-record-item.h"
#include "nsc-records-page.h"

#include "ui-fixture.h"

typedef struct
{
  NscProject *project;
  GtkWidget *window;
  NscRecordsPage *page;
  GtkColumnView *view;
  const NscTable *table;
  gint64 row;
  const char *column; /* of the cell or editor that is waited for */
  const char *text;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  GtkWidget *page = nsc_records_page_new ();

  self->project = ui_fixture_open_project (TRUE);
  self->page = NSC_RECORDS_PAGE (page);
  self->window = ui_fixture_show (page, 1200, 700);
  self->view = ui_fixture_find (page, GTK_TYPE_COLUMN_VIEW);
  nsc_page_set_project (NSC_PAGE (page), self->project);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  nsc_page_set_project (NSC_PAGE (self->page), NULL);
  ui_fixture_close (self->window);
  ui_fixture_close_project (self->project);
}

/* ---- what is there ---- */

static NscRecord *
dup_record (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscReader) reader = nsc_store_take_reader (nsc_project_get_store (self->project), &error);
  NscRecord *record = nsc_reader_get_record (reader, self->table, self->row, &error);

  g_assert_no_error (error);
  return record;
}

static GtkColumnViewCell *
find_cell (GtkWidget *widget, gint64 row, guint column)
{
  GtkColumnViewCell *cell = GTK_IS_INSCRIPTION (widget) ? nsc_record_columns_find_cell (widget) : NULL;

  if (cell != NULL && gtk_widget_get_mapped (widget) && nsc_record_columns_get_index (cell) == column &&
      nsc_record_item_get_row (gtk_column_view_cell_get_item (cell)) == row)
    return cell;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      cell = find_cell (child, row, column);
      if (cell != NULL)
        return cell;
    }
  return NULL;
}

static guint
index_of (Fixture *self, const char *column)
{
  return (guint) nsc_table_find_column (self->table, column);
}

static GtkWidget *
get_cell_widget (Fixture *self, const char *column)
{
  GtkColumnViewCell *cell = find_cell (GTK_WIDGET (self->view), self->row, index_of (self, column));

  return cell != NULL ? gtk_widget_get_parent (gtk_column_view_cell_get_child (cell)) : NULL;
}

/* The editor that is open, or NULL. */
static NscCellEditor *
get_editor (Fixture *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (NSC_IS_CELL_EDITOR (child) && gtk_widget_get_mapped (child))
      return NSC_CELL_EDITOR (child);
  return NULL;
}

static gboolean
has_cell (gpointer data)
{
  Fixture *self = data;

  GtkMultiSelection *rows = GTK_MULTI_SELECTION (gtk_column_view_get_model (self->view));

  /* All rows are told, after which the page goes to the one that is wanted. */
  return get_cell_widget (self, self->column) != NULL &&
         !nsc_record_list_is_busy (NSC_RECORD_LIST (gtk_multi_selection_get_model (rows)));
}

static gboolean
has_editor (gpointer data)
{
  return get_editor (data) != NULL;
}

static gboolean
has_no_editor (gpointer data)
{
  return get_editor (data) == NULL;
}

static gboolean
has_problem (gpointer data)
{
  NscCellEditor *editor = get_editor (data);

  return editor != NULL && nsc_cell_editor_get_problem (editor) != NULL;
}

static gboolean
shows_text (gpointer data)
{
  Fixture *self = data;
  GtkWidget *cell = get_cell_widget (self, self->column);

  return cell != NULL && ui_fixture_shows (cell, self->text);
}

/* ---- what a person does ---- */

static void
go_to (Fixture *self, const char *table, const char *id, const char *column)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NscReader) reader = nsc_store_take_reader (nsc_project_get_store (self->project), &error);

  self->table = nsc_table_find (table);
  self->row = id != NULL ? nsc_reader_find_id (reader, self->table, id, &error) : 1;
  g_assert_no_error (error);
  self->column = column;
  nsc_records_page_show_record (self->page, self->table, self->row);
  ui_fixture_wait (has_cell, self);
}

static void
open_editor (Fixture *self, const char *table, const char *id, const char *column)
{
  go_to (self, table, id, column);
  g_assert_true (gtk_widget_grab_focus (get_cell_widget (self, column)));
  g_assert_true (ui_fixture_press (GTK_WIDGET (self->view), GDK_KEY_F2));
  ui_fixture_wait (has_editor, self);
}

static void
write_text (Fixture *self, const char *text)
{
  gtk_editable_set_text (ui_fixture_find (GTK_WIDGET (get_editor (self)), GTK_TYPE_EDITABLE), text);
}

static void
press_enter (Fixture *self)
{
  GtkWidget *entry = ui_fixture_find (GTK_WIDGET (get_editor (self)), GTK_TYPE_EDITABLE);

  g_signal_emit_by_name (entry, "activate");
}

/* As the key is seen before anything else sees it. */
static void
press (Fixture *self, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (get_editor (self)));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean stopped = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller) ||
          gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &stopped);
      if (stopped)
        return;
    }
  g_assert_not_reached ();
}

/* ---- tests ---- */

static void
test_text (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecord) record = NULL;

  open_editor (self, "actors", "hitachi", "source");
  gtk_test_accessible_assert_property (ui_fixture_find (GTK_WIDGET (get_editor (self)), GTK_TYPE_ENTRY),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Source of Hitachi");
  write_text (self, "its own site");
  press_enter (self);
  ui_fixture_wait (has_no_editor, self);
  self->text = "its own site";
  ui_fixture_wait (shows_text, self);
  record = dup_record (self);
  g_assert_cmpstr (nsc_record_get_by_name (record, "source"), ==, "its own site");
  g_assert_cmpint (nsc_project_get_undo_step (self->project)->kind, ==, NSC_STEP_EDIT);
}

static void
test_escape (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecord) before = NULL, after = NULL;

  open_editor (self, "actors", "hitachi", "source");
  before = dup_record (self);
  write_text (self, "its own site");
  press (self, GDK_KEY_Escape, 0);
  ui_fixture_wait (has_no_editor, self);
  after = dup_record (self);
  g_assert_true (nsc_record_equal (before, after));
  g_assert_null (nsc_project_get_undo_step (self->project));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (self->window)) == get_cell_widget (self, "source"));
}

static gboolean
has_next_editor (gpointer data)
{
  Fixture *self = data;
  NscCellEditor *editor = get_editor (self);

  return editor != NULL && g_strcmp0 (nsc_cell_editor_get_value (editor), self->text) == 0;
}

static void
test_tab (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecord) record = NULL;

  open_editor (self, "actors", "hitachi", "name_en");
  write_text (self, "Hitachi Ltd");
  press (self, GDK_KEY_Tab, 0);
  self->text = "日立";
  ui_fixture_wait (has_next_editor, self);
  record = dup_record (self);
  g_assert_cmpstr (nsc_record_get_by_name (record, "name_en"), ==, "Hitachi Ltd");
  press (self, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  self->text = "Hitachi Ltd";
  ui_fixture_wait (has_next_editor, self);
}

/* What cannot be taken stays where it was written, with the reason. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecord) before = NULL, after = NULL;

  open_editor (self, "sectors", "industrial", "colour");
  before = dup_record (self);
  write_text (self, "red");
  press_enter (self);
  g_assert_nonnull (nsc_cell_editor_get_problem (get_editor (self)));
  g_assert_cmpstr (nsc_cell_editor_get_value (get_editor (self)), ==, "red");
  write_text (self, "#00ff00");
  g_assert_null (nsc_cell_editor_get_problem (get_editor (self)));
  press (self, GDK_KEY_Escape, 0);
  after = dup_record (self);
  g_assert_true (nsc_record_equal (before, after));
}

/* What only the project knows is told while one writes, and again where it refuses. */
static void
test_refused_by_project (Fixture *self, gconstpointer data)
{
  open_editor (self, "actors", "hitachi", "id");
  write_text (self, "un");
  ui_fixture_wait (has_problem, self);
  write_text (self, "siemens");
  press_enter (self);
  ui_fixture_wait (has_problem, self);
  g_assert_cmpstr (nsc_cell_editor_get_value (get_editor (self)), ==, "siemens");
  press (self, GDK_KEY_Escape, 0);
}

static void
test_reference (Fixture *self, gconstpointer data)
{
  g_autoptr (NscRecord) record = NULL;
  NscChoicePicker *picker;

  open_editor (self, "actors", "hitachi", "country");
  picker = ui_fixture_find (GTK_WIDGET (get_editor (self)), NSC_TYPE_CHOICE_PICKER);
  g_assert_cmpstr (nsc_choice_picker_get_value (picker), ==, "JP");
  write_text (self, "fran");
  g_assert_cmpstr (nsc_choice_picker_get_value (picker), ==, "FR");
  write_text (self, "no such country");
  g_assert_null (nsc_choice_picker_get_value (picker));
  press (self, GDK_KEY_Tab, 0);
  g_assert_nonnull (nsc_cell_editor_get_problem (get_editor (self)));
  write_text (self, "新加坡");
  press_enter (self);
  self->text = "Singapore";
  ui_fixture_wait (shows_text, self);
  record = dup_record (self);
  g_assert_cmpstr (nsc_record_get_by_name (record, "country"), ==, "SG");
}

#define ADD(path, func) g_test_add ("/cell-editing/" path, Fixture, NULL, set_up, func, tear_down)

/* Asked by the address sanitizer alone: stacks that are as long as tests/lsan.supp needs to tell what GTK keeps from
 * what we do, and no longer, since they take it most of the time. */
const char *__asan_default_options (void);
const char *
__asan_default_options (void)
{
  return "fast_unwind_on_malloc=0:malloc_context_size=10";
}

int
main (int argc, char **argv)
{
  ui_fixture_init (&argc, &argv);
  ADD ("text", test_text);
  ADD ("escape", test_escape);
  ADD ("tab", test_tab);
  ADD ("refused", test_refused);
  ADD ("refused-by-project", test_refused_by_project);
  ADD ("reference", test_reference);
  return g_test_run ();
}
