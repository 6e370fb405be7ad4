/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-checked-private.h"

#include "nsc-safe-file.h"

#include <glib/gstdio.h>

#define MAX_FILES 200

static char *
make_file_name (void)
{
  return g_build_filename (g_get_user_state_dir (), "normscape", "checked.ini", NULL);
}

/* Paths hold what a group's name cannot. */
static char *
make_group (const char *path)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, absolute, -1);
}

static GKeyFile *
load (const char *file_name)
{
  GKeyFile *file = g_key_file_new ();

  g_key_file_load_from_file (file, file_name, G_KEY_FILE_NONE, NULL);
  return file;
}

static void
forget_oldest (GKeyFile *file)
{
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);
  guint64 oldest = G_MAXUINT64;
  const char *found = NULL;

  if (g_strv_length (groups) <= MAX_FILES)
    return;
  for (guint i = 0; groups[i] != NULL; i++)
    {
      guint64 when = g_key_file_get_uint64 (file, groups[i], "when", NULL);

      if (when < oldest)
        {
          oldest = when;
          found = groups[i];
        }
    }
  if (found != NULL)
    g_key_file_remove_group (file, found, NULL);
}

gboolean
nsc_checked_remembers (const char *path, const NscHeader *header)
{
  g_autofree char *file_name = make_file_name ();
  g_autofree char *group = make_group (path);
  g_autoptr (GKeyFile) file = load (file_name);

  return g_key_file_has_group (file, group) && g_key_file_get_uint64 (file, group, "size", NULL) == header->size &&
         g_key_file_get_int64 (file, group, "modified", NULL) == header->modified &&
         g_key_file_get_uint64 (file, group, "counter", NULL) == header->change_counter;
}

void
nsc_checked_remember (const char *path, const NscHeader *header)
{
  g_autofree char *file_name = make_file_name ();
  g_autofree char *folder = g_path_get_dirname (file_name);
  g_autofree char *group = make_group (path);
  g_autoptr (GKeyFile) file = load (file_name);
  g_autofree char *text = NULL;
  gsize length;

  g_key_file_set_uint64 (file, group, "size", header->size);
  g_key_file_set_int64 (file, group, "modified", header->modified);
  g_key_file_set_uint64 (file, group, "counter", header->change_counter);
  g_key_file_set_uint64 (file, group, "when", (guint64) g_get_real_time ());
  forget_oldest (file);
  text = g_key_file_to_data (file, &length, NULL);
  if (g_mkdir_with_parents (folder, 0700) == 0)
    nsc_safe_file_write (file_name, text, length, NULL);
}
