/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-first-page-private.h"

#include "nsc-backup.h"
#include "nsc-connection-private.h"
#include "nsc-header-private.h"
#include "nsc-schema-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* SQLite's own choice, by which all projects are made. */
#define PAGE_BYTES 4096

/* Where the head tells of the file as a whole: of how many pages it is and which of them are free. */
#define PAGE_COUNT_AT 28
#define FREE_PAGES_AT 32
#define FREE_PAGES_BYTES 8

/* The count of pages is believed where both are the same. */
#define CHANGE_COUNTER_AT 24
#define VALID_FOR_AT 92

static gboolean
leads_to_schema (const char *file, const char *path)
{
  g_autoptr (NscConnection) connection = NULL;
  NscHeader header;
  gint64 version;

  if (!nsc_header_read (&header, file, path, NULL))
    return FALSE;
  connection = nsc_connection_open (file, path, NSC_CONNECTION_WRITE, NULL);
  if (connection == NULL || !nsc_connection_read_schema (connection, NULL) ||
      !nsc_connection_query_integer (connection, "PRAGMA user_version", &version, NULL) || version < 1)
    return FALSE;
  return version > nsc_schema_newest () ? nsc_schema_check_newer (connection, NULL)
                                        : nsc_schema_check (connection, (int) version, NULL);
}

/* ---- reading and writing ---- */

/* What a shorter file lacks is zero. */
static gboolean
read_page (const char *file, guint8 *page)
{
  int handle = g_open (file, O_RDONLY | O_CLOEXEC, 0);
  gboolean success;

  if (handle < 0)
    return FALSE;
  memset (page, 0, PAGE_BYTES);
  success = pread (handle, page, PAGE_BYTES, 0) >= 0;
  g_close (handle, NULL);
  return success;
}

static gboolean
write_page (const char *file, const guint8 *page)
{
  int handle = g_open (file, O_WRONLY | O_CLOEXEC, 0);
  gboolean success;

  if (handle < 0)
    return FALSE;
  success = pwrite (handle, page, PAGE_BYTES, 0) == PAGE_BYTES;
  g_close (handle, NULL);
  return success;
}

/* A page of another file does not know how long this one is, nor what is free in it. */
static gboolean
try_page (const char *file, const char *path, guint8 *page)
{
  guint32 n_pages;
  GStatBuf info;

  if (g_stat (file, &info) != 0)
    return FALSE;
  n_pages = GUINT32_TO_BE ((guint32) (info.st_size / PAGE_BYTES));
  memcpy (page + PAGE_COUNT_AT, &n_pages, sizeof n_pages);
  memset (page + FREE_PAGES_AT, 0, FREE_PAGES_BYTES);
  memcpy (page + VALID_FOR_AT, page + CHANGE_COUNTER_AT, sizeof n_pages);
  return write_page (file, page) && leads_to_schema (file, path);
}

/* ---- where another is to be had ---- */

static gboolean
try_new (const char *file, const char *path)
{
  g_autoptr (NscConnection) model = nsc_connection_open (":memory:", path, NSC_CONNECTION_CREATE, NULL);
  sqlite3_int64 length = 0;
  guint8 *bytes = NULL;
  gboolean success;

  if (model == NULL || !nsc_schema_make (model, nsc_schema_newest (), NULL))
    return FALSE;
  bytes = sqlite3_serialize (model->db, "main", &length, 0);
  success = bytes != NULL && length >= PAGE_BYTES && try_page (file, path, bytes);
  sqlite3_free (bytes);
  return success;
}

/* That of a project that an older version has made was made in other turns. */
static gboolean
try_backups (const char *file, const char *path)
{
  g_autofree char *uid = nsc_backup_find_project (path);
  g_autoptr (GPtrArray) backups = uid != NULL ? nsc_backup_list (uid) : NULL;
  guint8 page[PAGE_BYTES];

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      const NscBackup *backup = g_ptr_array_index (backups, i);

      if (read_page (backup->path, page) && try_page (file, path, page))
        return TRUE;
    }
  return FALSE;
}

gboolean
nsc_first_page_mend (const char *file, const char *path)
{
  guint8 own[PAGE_BYTES];

  if (leads_to_schema (file, path))
    return TRUE;
  if (!read_page (file, own))
    return FALSE;
  if (try_new (file, path) || try_backups (file, path))
    return TRUE;
  write_page (file, own);
  return FALSE;
}
