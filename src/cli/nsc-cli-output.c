/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cli-output.h"

#include "nsc-error.h"
#include "nsc-safe-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define PROJECT_ENDING ".normscape"

struct _NscCliOutput
{
  char *project;
  GPtrArray *files; /* of NscSafeFile, written and not yet in their places */
};

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf first, second;

  return g_stat (a, &first) == 0 && g_stat (b, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

gboolean
nsc_cli_output_check (const char *project, const char *path, GError **error)
{
  gsize length = strlen (path), ending = strlen (PROJECT_ENDING);

  if (!is_same_file (project, path) &&
      (length < ending || g_ascii_strcasecmp (path + length - ending, PROJECT_ENDING) != 0))
    return TRUE;
  g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT, "%s: this is a project, which would be lost; choose another file",
               path);
  return FALSE;
}

NscCliOutput *
nsc_cli_output_new (const char *project)
{
  NscCliOutput *self = g_new0 (NscCliOutput, 1);

  self->project = g_strdup (project);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_safe_file_free);
  return self;
}

void
nsc_cli_output_free (NscCliOutput *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->files);
  g_free (self->project);
  g_free (self);
}

gboolean
nsc_cli_output_add (NscCliOutput *self, const char *path, gconstpointer data, gsize length, GError **error)
{
  NscSafeFile *file;
  GError *failed = NULL;

  if (!nsc_cli_output_check (self->project, path, error))
    return FALSE;
  file = nsc_safe_file_new (path, error);
  if (file == NULL)
    return FALSE;
  g_ptr_array_add (self->files, file);
  return g_output_stream_write_all (nsc_safe_file_get_stream (file), data, length, NULL, NULL, &failed) ||
         nsc_safe_file_explain (path, failed, error);
}

gboolean
nsc_cli_output_commit (NscCliOutput *self, GError **error)
{
  for (guint i = 0; i < self->files->len; i++)
    if (!nsc_safe_file_settle (g_ptr_array_index (self->files, i), NULL, error))
      return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    if (!nsc_safe_file_commit (g_ptr_array_index (self->files, i), NULL, error))
      return FALSE;
  return TRUE;
}
