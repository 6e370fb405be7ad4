/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-opening.h"

#include "nsc-inquiry.h"

#include "nsc-error-door.h"
#include "nsc-record-form.h"

static void
add_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  NscPage *page = nsc_window_get_page (user_data);

  if (page == NULL || adw_application_window_get_visible_dialog (user_data) != NULL)
    return;
  if (!nsc_page_act (page, NSC_PAGE_ADD_RECORD))
    nsc_page_act (nsc_window_show_page (user_data, "records"), NSC_PAGE_ADD_RECORD);
}

/* A record of the table that is named, from wherever it is asked for. */
static void
add_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const NscTable *table = nsc_table_find (g_variant_get_string (parameter, NULL));

  if (table != NULL && nsc_window_get_project (user_data) != NULL)
    nsc_record_form_present (user_data, nsc_window_get_project (user_data), table, NULL);
}

typedef struct
{
  const NscTable *table;
  gint64 row;
  char *id; /* of the row, where that is not known */
} Place;

static void
place_free (gpointer data)
{
  Place *place = data;

  g_free (place->id);
  g_free (place);
}

static gpointer
read_record (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  Place *place = data;

  if (place->id != NULL)
    place->row = nsc_reader_find_id (reader, place->table, place->id, error);
  return place->row >= 0 ? nsc_reader_get_record (reader, place->table, place->row, error) : NULL;
}

static void
record_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (NscWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (NscRecord) record = nsc_inquiry_finish (result, &error);

  if (record == NULL)
    nsc_error_door_show (GTK_WIDGET (window), error);
  else if (nsc_window_get_project (window) == NSC_PROJECT (source))
    nsc_record_form_present (GTK_WIDGET (window), NSC_PROJECT (source), nsc_record_get_table (record), record);
}

/* The record as it is now, which may be newer than the list it was chosen from. Takes over ID. */
static void
open_record (NscWindow *window, const char *table, gint64 row, char *id)
{
  NscProject *project = nsc_window_get_project (window);
  Place *place = g_new0 (Place, 1);

  place->table = nsc_table_find (table);
  place->row = row;
  place->id = id;
  if (project != NULL && place->table != NULL)
    nsc_inquiry_start (project, read_record, place, place_free, (GDestroyNotify) nsc_record_free, NULL, record_read_cb,
                       g_object_ref (window));
  else
    place_free (place);
}

static void
edit_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *table;
  gint64 row;

  g_variant_get (parameter, "(&sx)", &table, &row);
  open_record (user_data, table, row, NULL);
}

/* The same for who knows its id alone. */
static void
open_record_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *table, *id;

  g_variant_get (parameter, "(&s&s)", &table, &id);
  open_record (user_data, table, 0, g_strdup (id));
}

void
nsc_record_opening_add_actions (NscWindow *window)
{
  static const GActionEntry entries[] = {
    { "add-record", add_record_cb },
    { "add-to", add_to_cb, "s" },
    { "edit-record", edit_record_cb, "(sx)" },
    { "open-record", open_record_cb, "(ss)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}
