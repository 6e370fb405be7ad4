/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "open-project.h"

#include "nsc-inquiry.h"

static void
mark_cb (gboolean *mark)
{
  *mark = TRUE;
}

void
open_project_wait (OpenProject *self)
{
  gboolean changed = FALSE;
  gulong handler = g_signal_connect_swapped (self->project, "changed", G_CALLBACK (mark_cb), &changed);

  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (self->project, handler);
}

void
open_project_set_up (OpenProject *self)
{
  g_autoptr (GError) error = NULL;

  test_project_set_up (&self->files);
  test_project_add_some (&self->files);
  self->project = nsc_project_new (self->files.store, &error);
  g_assert_no_error (error);
  open_project_wait (self);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (nsc_inquiry_close_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

void
open_project_tear_down (OpenProject *self)
{
  gboolean closed = FALSE;

  nsc_inquiry_close_async (self->project, closed_cb, &closed);
  while (!closed)
    g_main_context_iteration (NULL, TRUE);
  /* A worker may hold it for a moment more. */
  g_object_add_weak_pointer (G_OBJECT (self->project), (gpointer *) &self->project);
  g_object_unref (self->project);
  while (g_atomic_pointer_get (&self->project) != NULL)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  test_project_tear_down (&self->files);
}

gint64
open_project_add_actor (OpenProject *self, const char *id, const char *name, const char *country)
{
  g_autoptr (NscRecord) record = test_record_new ("actors", "id", id, "name_en", name, "kind", "public_body", "country",
                                                  country, "confidence", "official", NULL);

  gint64 row = test_project_add (&self->files, record);

  open_project_wait (self);
  return row;
}
