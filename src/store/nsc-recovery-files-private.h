/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The folder in which a damaged project is looked at: a copy of it, as SQLite may have to write to recover what a crash
 * left, and the new project until it is whole. In the user's cache; what a process that was killed has left is removed
 * by the next. One thread at a time. */

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NscRecoveryFiles NscRecoveryFiles;

/* Copies the file and what belongs to it. NSC_ERROR_OUTPUT, NSC_ERROR_FULL, NSC_ERROR_NOT_FOUND. */
NscRecoveryFiles *nsc_recovery_files_new (const char *damaged, GCancellable *cancellable, GError **error);
void nsc_recovery_files_free (NscRecoveryFiles *self);

const char *nsc_recovery_files_get_copy (NscRecoveryFiles *self);

/* Where the new project is made. */
const char *nsc_recovery_files_get_new (NscRecoveryFiles *self);

/* Puts the new project to TARGET, whole or not at all. */
gboolean
nsc_recovery_files_deliver (NscRecoveryFiles *self, const char *target, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscRecoveryFiles, nsc_recovery_files_free)

G_END_DECLS
