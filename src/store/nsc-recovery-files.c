/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-recovery-files-private.h"

#include "nsc-error.h"
#include "nsc-first-page-private.h"
#include "nsc-header-private.h"
#include "nsc-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>

#define COPY "damaged.normscape"
#define NEW "recovered.normscape"
#define LOCK "lock"
#define PREFIX "recovery-"

struct _NscRecoveryFiles
{
  char *folder;
  char *copy;
  char *fresh;
  int lock; /* held while the folder is used */
};

static const char *const parts[] = { "", "-wal", "-journal" };
static const char *const names[] = { COPY,       COPY "-wal",    COPY "-journal", COPY "-shm", NEW,
                                     NEW "-wal", NEW "-journal", NEW "-shm",      LOCK };

static gboolean
fail (const char *path, GError **error)
{
  int reason = errno;

  return nsc_safe_file_explain (
      path, g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (reason), g_strerror (reason)), error);
}

static void
remove_folder (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static int
open_lock (const char *folder, int flags)
{
  g_autofree char *path = g_build_filename (folder, LOCK, NULL);

  return g_open (path, O_RDWR | O_CLOEXEC | flags, 0600);
}

/* A folder whose lock nobody holds was left by a process that is gone. */
static void
remove_stale (const char *root)
{
  g_autoptr (GDir) dir = g_dir_open (root, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (root, name, NULL);
      int lock = g_str_has_prefix (name, PREFIX) ? open_lock (folder, 0) : -1;

      if (lock < 0)
        continue;
      if (flock (lock, LOCK_EX | LOCK_NB) == 0)
        remove_folder (folder);
      g_close (lock, NULL);
    }
}

static gboolean
make_folder (NscRecoveryFiles *self, GError **error)
{
  g_autofree char *root = g_build_filename (g_get_user_cache_dir (), "normscape", NULL);
  g_autofree char *pattern = g_build_filename (root, PREFIX "XXXXXX", NULL);

  if (g_mkdir_with_parents (root, 0700) != 0)
    return fail (root, error);
  remove_stale (root);
  if (g_mkdtemp_full (pattern, 0700) == NULL)
    return fail (root, error);
  self->folder = g_steal_pointer (&pattern);
  self->lock = open_lock (self->folder, O_CREAT);
  if (self->lock < 0 || flock (self->lock, LOCK_EX | LOCK_NB) != 0)
    return fail (self->folder, error);
  self->copy = g_build_filename (self->folder, COPY, NULL);
  self->fresh = g_build_filename (self->folder, NEW, NULL);
  return TRUE;
}

static gboolean
copy_parts (NscRecoveryFiles *self, const char *damaged, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *from = g_strconcat (damaged, parts[i], NULL);
      g_autofree char *to = g_strconcat (self->copy, parts[i], NULL);
      g_autoptr (GFile) source = g_file_new_for_path (from);
      g_autoptr (GFile) target = g_file_new_for_path (to);
      GError *trouble = NULL;

      if (i > 0 && !g_file_test (from, G_FILE_TEST_EXISTS))
        continue;
      if (!g_file_copy (source, target, G_FILE_COPY_TARGET_DEFAULT_PERMS, cancellable, NULL, NULL, &trouble))
        return nsc_safe_file_explain (to, trouble, error);
    }
  return TRUE;
}

/* That was refused for what is in it. */
static gboolean
is_any_file (const char *path, const GError *refusal)
{
  return g_error_matches (refusal, NSC_ERROR, NSC_ERROR_NOT_A_PROJECT) && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

NscRecoveryFiles *
nsc_recovery_files_new (const char *damaged, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscRecoveryFiles) self = NULL;
  g_autoptr (GError) refusal = NULL;
  NscHeader header;

  /* What is no project at all is refused in its own words, but perhaps only its head is lost. */
  if (!nsc_header_read (&header, damaged, damaged, &refusal) && !is_any_file (damaged, refusal))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }
  self = g_new0 (NscRecoveryFiles, 1);
  self->lock = -1;
  if (!make_folder (self, error) || !copy_parts (self, damaged, cancellable, error))
    return NULL;
  if (!nsc_first_page_mend (self->copy, damaged) && refusal != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
nsc_recovery_files_free (NscRecoveryFiles *self)
{
  if (self == NULL)
    return;
  if (self->folder != NULL)
    remove_folder (self->folder);
  if (self->lock >= 0)
    g_close (self->lock, NULL);
  g_free (self->folder);
  g_free (self->copy);
  g_free (self->fresh);
  g_free (self);
}

const char *
nsc_recovery_files_get_copy (NscRecoveryFiles *self)
{
  return self->copy;
}

const char *
nsc_recovery_files_get_new (NscRecoveryFiles *self)
{
  return self->fresh;
}

gboolean
nsc_recovery_files_deliver (NscRecoveryFiles *self, const char *target, GCancellable *cancellable, GError **error)
{
  g_autoptr (NscSafeFile) file = nsc_safe_file_new (target, error);

  return file != NULL && nsc_safe_file_fill (file, self->fresh, cancellable, error) &&
         nsc_safe_file_commit (file, cancellable, error);
}
