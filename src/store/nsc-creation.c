/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-creation-private.h"

#include "nsc-digest-private.h"
#include "nsc-error.h"
#include "nsc-place-private.h"
#include "nsc-schema-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
refuse (GError **error, int reason, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  if (reason == EEXIST)
    g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT,
                 _ ("%s: there is already a file of that name; choose another, or remove that file first"), name);
  else if (reason == ENOSPC || reason == EDQUOT)
    g_set_error (error, NSC_ERROR, NSC_ERROR_FULL,
                 _ ("%s: no room is left on the device; make room or choose another place"), name);
  else
    g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT, _ ("%1$s: cannot be made (%2$s); choose another folder"), name,
                 g_strerror (reason));
  return FALSE;
}

static gboolean
fill (NscConnection *connection, const char *title, GError **error)
{
  g_autofree char *uid = g_uuid_string_random ();
  g_autoptr (NscDigest) digest = nsc_digest_new ();
  NscCell cells[] = { nsc_cell_integer (1), nsc_cell_text (uid), nsc_cell_text (title) };
  g_autoptr (NscStatement) insert = NULL;
  const NscLayout *layout;

  if (!nsc_schema_make (connection, nsc_schema_newest (), error))
    return FALSE;
  layout = nsc_layout_get (connection, "project", error);
  if (layout == NULL)
    return FALSE;
  insert = nsc_statement_take (connection, layout->insert, error);
  if (insert == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    nsc_statement_bind_cell (insert, (int) i + 1, &cells[i]);
  nsc_digest_add_row (digest, layout, cells);
  return nsc_statement_run (insert, error) && nsc_digest_flush (digest, connection, error);
}

static gboolean
write_file (const char *file, const char *path, const char *title, GError **error)
{
  g_autoptr (NscConnection) connection = nsc_connection_open (file, path, NSC_CONNECTION_WRITE, error);

  if (connection == NULL || !nsc_connection_begin (connection, error))
    return FALSE;
  if (fill (connection, title, error))
    return nsc_connection_commit (connection, error);
  nsc_connection_rollback (connection);
  return FALSE;
}

/* Never over a file that came meanwhile; where there are no links, the time between look and move is short. */
static gboolean
move_to_place (const char *file, const char *path, GError **error)
{
  if (link (file, path) == 0)
    return TRUE;
  if (errno == EEXIST || g_file_test (path, G_FILE_TEST_EXISTS))
    return refuse (error, EEXIST, path);
  return g_rename (file, path) == 0 || refuse (error, errno, path);
}

static gboolean
copy_to_place (const char *file, const char *path, GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (file);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GError) trouble = NULL;
  int reason = EIO;

  if (g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, &trouble))
    return TRUE;
  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_EXISTS))
    reason = EEXIST;
  else if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    reason = ENOSPC;
  else if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    reason = EACCES;
  else if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    reason = ENOENT;
  return refuse (error, reason, path);
}

gboolean
nsc_creation_run (const char *path, const char *title, GError **error)
{
  gboolean is_shared = nsc_place_look (path).is_shared;
  g_autofree char *folder = is_shared ? g_strdup (g_get_tmp_dir ()) : g_path_get_dirname (path);
  g_autofree char *file = g_build_filename (folder, ".normscape-XXXXXX", NULL);
  gboolean success;
  int handle;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return refuse (error, EEXIST, path);
  handle = g_mkstemp_full (file, O_RDWR | O_CLOEXEC, 0666);
  if (handle < 0)
    return refuse (error, errno, path);
  success = g_close (handle, error) && write_file (file, path, title, error) &&
            (is_shared ? copy_to_place : move_to_place) (file, path, error);
  g_unlink (file);
  return success;
}
