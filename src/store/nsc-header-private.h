/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the first hundred bytes of a file and the folder beside it tell, before SQLite is let near it. A plain value;
 * any thread. */

#include "nsc-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 size;
  gint64 modified; /* nanoseconds since 1970 */
  guint64 device;
  guint64 inode;
  guint32 page_size;
  guint32 page_count;
  guint32 change_counter;
  gboolean is_wal;   /* the file says that its journal is a -wal */
  gboolean is_newer; /* only a newer SQLite may write it */

  gboolean has_wal; /* a -wal stands beside it */
  guint64 wal_size;
  gint64 wal_modified;
  gboolean has_shm;     /* a -shm */
  gboolean has_journal; /* a -journal that is not empty */
} NscHeader;

/* Refuses what is missing, empty, no file, not SQLite's or another program's: NSC_ERROR_NOT_FOUND,
 * NSC_ERROR_NOT_A_PROJECT, NSC_ERROR_READ_ONLY. FILE is what is read, PATH what messages call it. */
gboolean nsc_header_read (NscHeader *self, const char *file, const char *path, GError **error);

/* NSC_ERROR_DAMAGED where a file without journal is not as long as it says. */
gboolean nsc_header_check_length (const NscHeader *self, const char *path, GError **error);

/* Whether both speak of the same state of the same file. */
gboolean nsc_header_equal (const NscHeader *a, const NscHeader *b);

G_END_DECLS
