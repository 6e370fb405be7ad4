/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"
#include "project-trial.h"

#include <glib/gstdio.h>
#include <string.h>

/* The bytes are a project file. */

/* A file that is not as long as it says may be one that is just being copied, which is waited for. So that time goes to
 * the others, the bytes are filled up to whole pages, and their number is put right. */
static GByteArray *
make_file (const guint8 *data, gsize size)
{
  GByteArray *file = g_byte_array_append (g_byte_array_new (), data, (guint) size);
  guint page_size = size >= 100 ? (guint) data[16] << 8 | data[17] : 0;
  guint n_pages;

  if (page_size < 512)
    return file;
  n_pages = ((guint) size + page_size - 1) / page_size;
  g_byte_array_set_size (file, n_pages * page_size);
  memset (file->data + size, 0, file->len - size);
  file->data[28] = file->data[29] = 0;
  file->data[30] = (guint8) (n_pages >> 8);
  file->data[31] = (guint8) n_pages;
  return file;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *path = g_build_filename (fuzz_target_get_folder (), "any.normscape", NULL);
  g_autoptr (GByteArray) file = make_file (data, size);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_unlink (name);
    }
  g_file_set_contents (path, (const char *) file->data, (gssize) file->len, &error);
  g_assert_no_error (error);
  project_trial_run (path, NULL);
  return 0;
}
