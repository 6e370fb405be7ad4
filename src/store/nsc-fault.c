/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-fault-private.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static gboolean
set (GError **error, NscError code, const char *sentence, const char *name)
{
  g_set_error (error, NSC_ERROR, (int) code, sentence, name);
  return FALSE;
}

/* Codes that say more in their extended form. */
static gboolean
set_extended (GError **error, int code, const char *name)
{
  switch (code)
    {
    case SQLITE_READONLY_RECOVERY:
    case SQLITE_READONLY_ROLLBACK:
    case SQLITE_READONLY_CANTINIT:
    case SQLITE_READONLY_CANTLOCK:
      set (error, NSC_ERROR_RECOVERY, _ ("“%s” was not closed properly; open the project once to recover it"), name);
      return TRUE;
    case SQLITE_READONLY_DBMOVED:
      set (error, NSC_ERROR_STORAGE,
           _ ("“%s” was moved or replaced while it was open; close the project and open it again"), name);
      return TRUE;
    case SQLITE_IOERR_NOMEM:
      set (error, NSC_ERROR_STORAGE, _ ("There is not enough memory to read “%s”; close other programs and try again"),
           name);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
set_other (GError **error, sqlite3 *db, int code, const char *name)
{
  /* A damaged schema has names of any bytes. */
  g_autofree char *reason = g_utf8_make_valid (db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code), -1);

  if ((code & 0xff) == SQLITE_IOERR)
    g_set_error (error, NSC_ERROR, NSC_ERROR_STORAGE,
                 _ ("“%1$s” could not be read or written (%2$s); check the device it is on and try again"), name,
                 reason);
  else if ((code & 0xff) == SQLITE_CONSTRAINT)
    g_set_error (error, NSC_ERROR, NSC_ERROR_CONFLICT,
                 _ ("The change contradicts what is recorded in “%1$s” (%2$s); correct it and try again"), name,
                 reason);
  else
    g_set_error (error, NSC_ERROR, NSC_ERROR_STORAGE,
                 _ ("“%1$s” could not be used (%2$s); close the project and open it again"), name, reason);
  return FALSE;
}

gboolean
nsc_fault_set (GError **error, sqlite3 *db, int code, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  if (set_extended (error, code, name))
    return FALSE;
  switch (code & 0xff)
    {
    case SQLITE_INTERRUPT:
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("The operation was cancelled"));
      return FALSE;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return set (error, NSC_ERROR_BUSY,
                  _ ("“%s” is in use by another program; wait until it is done there and try again"), name);
    case SQLITE_FULL:
      return set (error, NSC_ERROR_FULL,
                  _ ("There is no room left for “%s” on its device; make room and try again; nothing was changed"),
                  name);
    case SQLITE_CORRUPT:
      return nsc_fault_refuse_damaged (error, path);
    case SQLITE_NOTADB:
      return set (error, NSC_ERROR_NOT_A_PROJECT,
                  _ ("“%s” is not a Normscape project; open a file that Normscape has made"), name);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return set (error, NSC_ERROR_READ_ONLY,
                  _ ("“%s” cannot be written; check the permissions of the file and of its folder"), name);
    case SQLITE_CANTOPEN:
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return set (error, NSC_ERROR_NOT_FOUND, _ ("There is no file “%s”; check its name and folder"), name);
      return set (error, NSC_ERROR_STORAGE,
                  _ ("“%s” cannot be opened; check the permissions of the file and of its folder"), name);
    case SQLITE_TOOBIG:
      return set (error, NSC_ERROR_INPUT, _ ("A value is too long to be kept in “%s”; shorten it"), name);
    case SQLITE_NOMEM:
      return set (error, NSC_ERROR_STORAGE,
                  _ ("There is not enough memory to read “%s”; close other programs and try again"), name);
    default:
      return set_other (error, db, code, name);
    }
}

gboolean
nsc_fault_refuse (GError **error, NscError code, const char *sentence, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  return set (error, code, sentence, name);
}

gboolean
nsc_fault_refuse_damaged (GError **error, const char *path)
{
  return nsc_fault_refuse (error, NSC_ERROR_DAMAGED, _ ("“%s” is damaged; go back to a backup copy of it"), path);
}
