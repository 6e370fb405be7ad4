/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Backups of a project, kept in the user's data folder: made whole and looked through before they count, the newest few
 * and one a day for a week. All functions block; any thread. */

#include "nsc-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  gint64 made; /* seconds since 1970 UTC */
  guint64 size;
} NscBackup;

NscBackup *nsc_backup_copy (const NscBackup *self);
void nsc_backup_free (NscBackup *self);

/* The backups of the project with the identifier UID, newest first, elements NscBackup. */
GPtrArray *nsc_backup_list (const char *uid);

/* The identifier of the project at PATH, also where its file is damaged; NULL where nobody knows. */
char *nsc_backup_find_project (const char *path);

/* What a backup holds. */
typedef struct
{
  gint64 n_records;
  NscStep *newest; /* NULL: none is kept */
} NscBackupFacts;

void nsc_backup_facts_clear (NscBackupFacts *self);

/* Looks through all of the backup, which must be what was written: NSC_ERROR_DAMAGED, NSC_ERROR_NEWER. FACTS is to be
 * cleared. */
gboolean nsc_backup_look (const char *backup, NscBackupFacts *facts, GCancellable *cancellable, GError **error);

/* Makes a backup of the project as it is now, unless the newest one is that already or another process just makes one.
 * Others may write meanwhile. One that is not what it should be is not kept, and takes no other's place. Where less
 * than the size of the project would be left free, none is made: NSC_ERROR_FULL. PATH, where it is not NULL, is given
 * that of the backup with what the project holds, to be freed, or NULL. */
gboolean nsc_store_back_up (NscStore *self, char **path, GCancellable *cancellable, GError **error);

typedef enum
{
  NSC_BACKUP_VERIFIED,  /* only one that is whole */
  NSC_BACKUP_AS_IT_WAS, /* what was put aside, damaged or not */
} NscBackupTrust;

/* Puts a copy of BACKUP in the place of the project at PATH, which nobody may have open (NSC_ERROR_BUSY). What is there
 * is backed up first, or put aside as it is where it cannot be read; ASIDE, to be freed, is where, NULL where nothing
 * was there. On failure the file stays as it was. */
gboolean nsc_backup_restore (const char *backup,
                             NscBackupTrust trust,
                             const char *path,
                             char **aside,
                             GCancellable *cancellable,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscBackup, nsc_backup_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NscBackupFacts, nsc_backup_facts_clear)

G_END_DECLS
