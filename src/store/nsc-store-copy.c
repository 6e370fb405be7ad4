/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-store.h"

#include "nsc-connection-private.h"

#include "nsc-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* SQLite's own backup, since it alone sees what is still in the journal of another process. */
static int
copy_pages (sqlite3 *source, const char *path)
{
  sqlite3 *target = NULL;
  sqlite3_backup *backup;
  int code = sqlite3_open_v2 (path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (code == SQLITE_OK)
    {
      backup = sqlite3_backup_init (target, "main", source, "main");
      if (backup != NULL)
        {
          sqlite3_backup_step (backup, -1);
          code = sqlite3_backup_finish (backup);
        }
      else
        code = sqlite3_errcode (target);
    }
  sqlite3_close (target);
  return code;
}

gboolean
nsc_store_copy_to (NscStore *self, const char *path, GError **error)
{
  const char *own_path = nsc_store_get_path (self);
  g_autoptr (NscConnection) connection = NULL;
  int code;

  g_return_val_if_fail (NSC_IS_STORE (self) && path != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT, _ ("“%s” is there already; choose another name"), path);
      return FALSE;
    }
  connection = nsc_connection_open (own_path, own_path, NSC_CONNECTION_READ, error);
  if (connection == NULL)
    return FALSE;
  code = copy_pages (connection->db, path);
  if (code == SQLITE_OK)
    return TRUE;
  g_unlink (path);
  g_set_error (error, NSC_ERROR, NSC_ERROR_OUTPUT, _ ("“%1$s” cannot be written: %2$s; choose another place"), path,
               sqlite3_errstr (code));
  return FALSE;
}
