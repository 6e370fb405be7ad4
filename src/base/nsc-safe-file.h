/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A file that is written beside its place and put there whole, so that a failure leaves what was there before. A link
 * is followed; what is no regular file, such as a pipe, is written straight away. Freed without commit, nothing
 * remains. One thread at a time. */

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _NscSafeFile NscSafeFile;

/* NSC_ERROR_OUTPUT where nothing can be written at PATH. */
NscSafeFile *nsc_safe_file_new (const char *path, GError **error);
void nsc_safe_file_free (NscSafeFile *self);

/* What is written to it may fail with errors of GIO; see nsc_safe_file_explain. Belongs to the file. */
GOutputStream *nsc_safe_file_get_stream (NscSafeFile *self);

/* Copies the file FROM into it. NSC_ERROR_OUTPUT, NSC_ERROR_FULL. */
gboolean nsc_safe_file_fill (NscSafeFile *self, const char *from, GCancellable *cancellable, GError **error);

/* What holds the bytes meanwhile; belongs to the file. */
const char *nsc_safe_file_get_written (NscSafeFile *self);

/* Closes the stream and waits for the disk, after which hardly anything can keep the file from its place: for several
 * files that are put there together. NSC_ERROR_OUTPUT, NSC_ERROR_FULL. */
gboolean nsc_safe_file_settle (NscSafeFile *self, GCancellable *cancellable, GError **error);

/* Settles the file and puts it in its place. NSC_ERROR_OUTPUT, NSC_ERROR_FULL. */
gboolean nsc_safe_file_commit (NscSafeFile *self, GCancellable *cancellable, GError **error);

/* Writes what is whole already: LENGTH bytes of DATA. NSC_ERROR_OUTPUT, NSC_ERROR_FULL. */
gboolean nsc_safe_file_write (const char *path, gconstpointer data, gsize length, GError **error);

/* Turns TAKEN, an error of GIO that writing NAME met, into one for a person: NSC_ERROR_FULL, NSC_ERROR_OUTPUT, or
 * G_IO_ERROR_CANCELLED as it is. Always gives FALSE. */
gboolean nsc_safe_file_explain (const char *name, GError *taken, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscSafeFile, nsc_safe_file_free)

G_END_DECLS
