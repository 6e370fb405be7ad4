/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-header-private.h"

#include "nsc-fault-private.h"
#include "nsc-schema-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <sys/stat.h>

/* Of SQLite's file format. */
#define HEADER_BYTES 100
#define MAGIC "SQLite format 3"
#define MAX_PAGE_SIZE 65536
#define FORMAT_WITH_WAL 2

static guint32
get_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static gint64
get_modified (const struct stat *info)
{
  return (gint64) info->st_mtim.tv_sec * 1000000000 + info->st_mtim.tv_nsec;
}

static gboolean
look_beside (const char *file, const char *suffix, struct stat *info)
{
  g_autofree char *beside = g_strconcat (file, suffix, NULL);

  *info = (struct stat) { 0 };
  return stat (beside, info) == 0;
}

static gboolean
refuse_unreadable (GError **error, int reason, const char *path)
{
  if (reason == ENOENT || reason == ENOTDIR)
    return nsc_fault_refuse (error, NSC_ERROR_NOT_FOUND, _ ("There is no file “%s”; check its name and folder"), path);
  if (reason == EACCES || reason == EPERM)
    return nsc_fault_refuse (error, NSC_ERROR_READ_ONLY,
                             _ ("You may not read “%s”; change the permissions of the file"), path);
  return nsc_fault_refuse (error, NSC_ERROR_STORAGE, _ ("“%s” cannot be read; check the device it is on and try again"),
                           path);
}

/* By SQLite's own hands: whoever else in this process closes the file lets go all the locks that the process has on it,
 * and then another process takes away the journal of a project that is open here. */
static int
read_by_sqlite (const char *file, guint8 *bytes)
{
  sqlite3_vfs *system = sqlite3_vfs_find (NULL);
  sqlite3_file *handle = g_malloc0 ((gsize) system->szOsFile);
  sqlite3_filename name = sqlite3_create_filename (file, "", "", 0, NULL);
  int code = name == NULL ? SQLITE_NOMEM
                          : system->xOpen (system, name, handle, SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_READONLY, NULL);

  if (code == SQLITE_OK)
    code = handle->pMethods->xRead (handle, bytes, HEADER_BYTES, 0);
  if (handle->pMethods != NULL)
    handle->pMethods->xClose (handle);
  sqlite3_free_filename (name);
  g_free (handle);
  return code;
}

static gboolean
read_bytes (NscHeader *self, guint8 *bytes, const char *file, const char *path, GError **error)
{
  struct stat info;
  int code;

  if (stat (file, &info) != 0)
    return refuse_unreadable (error, errno, path);
  /* A pipe would make the opening wait for ever. */
  if (!S_ISREG (info.st_mode))
    return nsc_fault_refuse (error, NSC_ERROR_NOT_A_PROJECT,
                             _ ("“%s” is not a file; open a file that Normscape has made"), path);
  if (g_access (file, R_OK) != 0)
    return refuse_unreadable (error, errno, path);
  code = read_by_sqlite (file, bytes);
  /* What is shorter has nothing but zeros from there on. */
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
    return refuse_unreadable (error, EIO, path);
  self->size = (guint64) info.st_size;
  self->modified = get_modified (&info);
  self->device = info.st_dev;
  self->inode = info.st_ino;
  return TRUE;
}

gboolean
nsc_header_read (NscHeader *self, const char *file, const char *path, GError **error)
{
  guint8 bytes[HEADER_BYTES] = { 0 };
  struct stat info;

  *self = (NscHeader) { 0 };
  if (!read_bytes (self, bytes, file, path, error))
    return FALSE;
  if (self->size == 0)
    return nsc_fault_refuse (error, NSC_ERROR_NOT_A_PROJECT, _ ("“%s” is empty; open a file that Normscape has made"),
                             path);
  if (self->size < HEADER_BYTES || memcmp (bytes, MAGIC, sizeof MAGIC) != 0 ||
      get_number (bytes + 68) != NSC_SCHEMA_APPLICATION_ID)
    return nsc_fault_refuse (error, NSC_ERROR_NOT_A_PROJECT,
                             _ ("“%s” is not a Normscape project; open a file that Normscape has made"), path);
  self->page_size = (guint32) bytes[16] << 8 | bytes[17];
  if (self->page_size == 1)
    self->page_size = MAX_PAGE_SIZE;
  /* SQLite goes by what a reader must know; where only a writer must know more, it just reads. */
  self->is_wal = bytes[19] == FORMAT_WITH_WAL;
  self->is_newer = bytes[18] > FORMAT_WITH_WAL;
  self->change_counter = get_number (bytes + 24);
  self->page_count = get_number (bytes + 28);
  self->has_shm = look_beside (file, "-shm", &info);
  self->has_journal = look_beside (file, "-journal", &info) && info.st_size > 0;
  self->has_wal = look_beside (file, "-wal", &info);
  self->wal_size = (guint64) info.st_size;
  self->wal_modified = get_modified (&info);
  return TRUE;
}

gboolean
nsc_header_check_length (const NscHeader *self, const char *path, GError **error)
{
  if (self->has_wal || self->has_journal || self->size == (guint64) self->page_count * self->page_size)
    return TRUE;
  return nsc_fault_refuse (
      error, NSC_ERROR_DAMAGED,
      _ ("“%s” is not as long as it says, so it was not copied whole; copy it again, or go back to a backup"), path);
}

gboolean
nsc_header_equal (const NscHeader *a, const NscHeader *b)
{
  return a->size == b->size && a->modified == b->modified && a->device == b->device && a->inode == b->inode &&
         a->change_counter == b->change_counter && a->has_wal == b->has_wal && a->wal_size == b->wal_size &&
         a->wal_modified == b->wal_modified && a->has_journal == b->has_journal;
}
