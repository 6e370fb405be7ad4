/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-page-state.h"

#include "nsc-inquiry.h"
#include "nsc-safe-file.h"

#include <glib/gstdio.h>

/* A project's identifier becomes the name of a file. */
#define MAX_UID 64

typedef struct
{
  char *uid;
  char *group;
  GHashTable *values;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_free (writing->uid);
  g_free (writing->group);
  g_hash_table_unref (writing->values);
  g_free (writing);
}

/* The file of that project; NULL where its identifier, which a stranger may have written, is no name. */
static char *
dup_path (const char *uid)
{
  g_autofree char *name = NULL;

  if (uid == NULL || *uid == '\0' || strlen (uid) > MAX_UID)
    return NULL;
  for (const char *c = uid; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && *c != '-')
      return NULL;
  name = g_strconcat (uid, ".ini", NULL);
  return g_build_filename (g_get_user_state_dir (), "normscape", "projects", name, NULL);
}

/* Two pages may write at once, each its own group of the same file. */
static gpointer
write_values (NscReader *reader, gpointer data, GCancellable *cancellable, GError **error)
{
  static GMutex mutex;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  Writing *writing = data;
  g_autofree char *path = dup_path (writing->uid);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  GHashTableIter iter;
  gpointer name, value;
  gsize length;

  if (path == NULL || g_mkdir_with_parents (folder, 0700) != 0)
    return GINT_TO_POINTER (TRUE);
  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL);
  g_key_file_remove_group (file, writing->group, NULL);
  g_hash_table_iter_init (&iter, writing->values);
  while (g_hash_table_iter_next (&iter, &name, &value))
    g_key_file_set_string (file, writing->group, name, value);
  text = g_key_file_to_data (file, &length, NULL);
  nsc_safe_file_write (path, text, length, NULL);
  return GINT_TO_POINTER (TRUE);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* Nobody is told: it is no more than convenience. */
  nsc_inquiry_finish (result, NULL);
}

GHashTable *
nsc_page_state_read (const char *uid, const char *group)
{
  GHashTable *values = nsc_page_state_new_values ();
  g_autofree char *path = dup_path (uid);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) names = NULL;

  if (path != NULL && g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    names = g_key_file_get_keys (file, group, NULL, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      char *value = g_key_file_get_string (file, group, names[i], NULL);

      if (value != NULL)
        g_hash_table_insert (values, g_strdup (names[i]), value);
    }
  return values;
}

void
nsc_page_state_write (NscProject *project, const char *group, GHashTable *values)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->uid = g_strdup (nsc_project_get_uid (project));
  writing->group = g_strdup (group);
  writing->values = g_hash_table_ref (values);
  nsc_inquiry_start (project, write_values, writing, writing_free, NULL, NULL, written_cb, NULL);
}

GHashTable *
nsc_page_state_new_values (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}
