/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-export-files.h"

#include "nsc-safe-file.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const endings[] = {
  [NSC_FORMAT_PDF] = ".pdf",
  [NSC_FORMAT_SVG] = ".svg",
  [NSC_FORMAT_EPS] = ".eps",
  [NSC_FORMAT_PNG] = ".png",
};

/* PATH without the ending of its name. */
static char *
dup_stem (const char *path)
{
  const char *name = strrchr (path, G_DIR_SEPARATOR);
  const char *dot = strrchr (path, '.');

  if (dot == NULL || dot == path || (name != NULL && dot <= name + 1))
    return g_strdup (path);
  return g_strndup (path, (gsize) (dot - path));
}

/* Whether the first line of the file is HEAD, after a mark of its encoding. */
static gboolean
begins_with (const char *path, const char *head)
{
  static const char mark[] = "\xef\xbb\xbf";
  /* As much as tells a longer line from this one. */
  gsize most = strlen (mark) + strlen (head) + 1;
  g_autofree char *start = g_malloc0 (most + 1);
  FILE *file = g_fopen (path, "rb");
  char *line = start;

  if (file == NULL)
    return FALSE;
  start[fread (start, 1, most, file)] = '\0';
  fclose (file);
  if (g_str_has_prefix (line, mark))
    line += strlen (mark);
  line[strcspn (line, "\r\n")] = '\0';
  return g_str_equal (line, head);
}

static gboolean
is_there (const char *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK);
}

/* PATH itself, or with a number where a file of that name is there, unless its first line is HEAD. */
static char *
dup_free_name (const char *path, const char *head)
{
  g_autofree char *stem = dup_stem (path);
  char *name = g_strdup (path);

  for (guint i = 2; is_there (name) && (head == NULL || !begins_with (name, head)); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u%s", stem, i, path + strlen (stem));
    }
  return name;
}

static char *
name_picture (const char *path, NscFormat format)
{
  g_autofree char *whole = g_strconcat (path, endings[format], NULL);
  NscFormat named;

  return nsc_format_for_path (path, &named, NULL) ? g_strdup (path) : dup_free_name (whole, NULL);
}

static void
name_table (NscExportFiles *self, NscSheet *sheet)
{
  g_autofree char *stem = dup_stem (self->picture);
  g_autofree char *path = g_strconcat (stem, ".csv", NULL);
  g_autofree char *head = nsc_sheet_to_string (sheet, NSC_SHEET_CSV);

  head[strcspn (head, "\r\n")] = '\0';
  self->table = dup_free_name (path, head);
  self->replaces_table = is_there (self->table);
  self->renamed_table = !g_str_equal (self->table, path);
}

static NscSafeFile *
write_beside (const char *path, GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscSafeFile) file = nsc_safe_file_new (path, error);
  GError *failed = NULL;

  if (file == NULL)
    return NULL;
  if (!g_output_stream_write_all (nsc_safe_file_get_stream (file), g_bytes_get_data (bytes, NULL),
                                  g_bytes_get_size (bytes), NULL, cancellable, &failed))
    {
      nsc_safe_file_explain (path, failed, error);
      return NULL;
    }
  return nsc_safe_file_settle (file, cancellable, error) ? g_steal_pointer (&file) : NULL;
}

static gboolean
write_all (const NscExportFiles *self, GBytes *picture, GBytes *table, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscSafeFile) first = write_beside (self->picture, picture, cancellable, error);
  g_autoptr (NscSafeFile) second = NULL;
  gboolean was_there = g_file_test (self->picture, G_FILE_TEST_EXISTS);

  if (first == NULL)
    return FALSE;
  if (table != NULL)
    {
      second = write_beside (self->table, table, cancellable, error);
      if (second == NULL)
        return FALSE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  /* Both are on the disk; what is left is to name them, and nobody is asked any more. */
  if (!nsc_safe_file_commit (first, NULL, error))
    return FALSE;
  if (second == NULL || nsc_safe_file_commit (second, NULL, error))
    return TRUE;
  if (!was_there)
    g_unlink (self->picture);
  return FALSE;
}

/* ---- public ---- */

NscExportFiles *
nsc_export_files_new (const char *path, NscFormat format, NscSheet *sheet)
{
  NscExportFiles *self = g_new0 (NscExportFiles, 1);

  self->picture = name_picture (path, format);
  if (sheet != NULL)
    name_table (self, sheet);
  return self;
}

void
nsc_export_files_free (NscExportFiles *self)
{
  if (self == NULL)
    return;
  g_free (self->picture);
  g_free (self->table);
  g_free (self);
}

gboolean
nsc_export_files_write (const NscExportFiles *self,
                        const NscScene *scene,
                        const NscRenderOptions *options,
                        NscSheet *sheet,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GBytes) picture = NULL;
  g_autoptr (GBytes) table = NULL;
  NscFormat format;

  if (!nsc_format_for_path (self->picture, &format, error))
    return FALSE;
  picture = nsc_render_to_bytes (scene, format, options, cancellable, error);
  if (picture == NULL)
    return FALSE;
  if (self->table != NULL)
    {
      char *text = nsc_sheet_to_string (sheet, NSC_SHEET_CSV);

      table = g_bytes_new_take (text, strlen (text));
    }
  return write_all (self, picture, table, cancellable, error);
}

NscFormat
nsc_export_files_get_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_equal (endings[i] + 1, name))
      return (NscFormat) i;
  return NSC_FORMAT_PDF;
}
