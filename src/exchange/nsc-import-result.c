/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-import-result.h"

#include <glib/gi18n-lib.h>

static void
message_free (gpointer data)
{
  NscImportMessage *message = data;

  g_free (message->column);
  g_free (message->text);
  g_free (message);
}

static void
add (GPtrArray *messages, guint64 row, const char *column, char *text)
{
  NscImportMessage *message = g_new0 (NscImportMessage, 1);

  message->row = row;
  message->column = g_strdup (column != NULL ? column : "");
  message->text = text;
  g_ptr_array_add (messages, message);
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const NscImportMessage *one = a, *other = b;

  return one->row < other->row ? -1 : one->row > other->row;
}

static char *
format (const NscImportResult *self, const NscImportMessage *message)
{
  if (message->row == 0)
    return g_strdup_printf ("%s: %s", self->file, message->text);
  if (*message->column == '\0')
    return g_strdup_printf ("%s:%" G_GUINT64_FORMAT ": %s", self->file, message->row, message->text);
  return g_strdup_printf ("%s:%" G_GUINT64_FORMAT ":%s: %s", self->file, message->row, message->column, message->text);
}

static GStrvBuilder *
format_all (const NscImportResult *self, GPtrArray *messages)
{
  GStrvBuilder *lines = g_strv_builder_new ();

  for (guint i = 0; i < messages->len; i++)
    g_strv_builder_take (lines, format (self, g_ptr_array_index (messages, i)));
  return lines;
}

NscImportResult *
nsc_import_result_new (const char *file)
{
  NscImportResult *self = g_new0 (NscImportResult, 1);

  self->file = g_strdup (file);
  self->refusals = g_ptr_array_new_with_free_func (message_free);
  self->notes = g_ptr_array_new_with_free_func (message_free);
  return self;
}

void
nsc_import_result_free (NscImportResult *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_ptr_array_unref (self->refusals);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

void
nsc_import_result_take_refusal (NscImportResult *self, guint64 row, const char *column, char *text)
{
  gboolean same_row = self->n_refused > 0 && self->last_refused == row;

  self->last_refused = row;
  if (!same_row)
    self->n_refused++;
  if (self->n_refused <= NSC_IMPORT_MAX_LISTED)
    {
      add (self->refusals, row, column, text);
      return;
    }
  if (!same_row)
    self->n_unlisted++;
  g_free (text);
}

void
nsc_import_result_take_note (NscImportResult *self, guint64 row, const char *column, char *text)
{
  add (self->notes, row, column, text);
}

void
nsc_import_result_sort (NscImportResult *self)
{
  g_ptr_array_sort_values (self->refusals, compare_rows);
}

char **
nsc_import_result_dup_refusals (const NscImportResult *self)
{
  g_autoptr (GStrvBuilder) lines = format_all (self, self->refusals);

  if (self->n_unlisted > 0)
    g_strv_builder_take (lines, g_strdup_printf (
                                    /* Translators: a file's name and how many rows are not listed. */
                                    ngettext ("%1$s: and %2$u more row was refused; correct the rows above first",
                                              "%1$s: and %2$u more rows were refused; correct the rows above first",
                                              (gulong) self->n_unlisted),
                                    self->file, (guint) MIN (self->n_unlisted, G_MAXUINT)));
  return g_strv_builder_end (lines);
}

char **
nsc_import_result_dup_notes (const NscImportResult *self)
{
  g_autoptr (GStrvBuilder) lines = format_all (self, self->notes);

  return g_strv_builder_end (lines);
}
