/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"

#include "nsc-error.h"

#include "test-folder.h"
#include <signal.h>
#include <stdlib.h>

static char *target_folder;

/* GLib stops at a warning by a trap, which libFuzzer does not look at; it keeps the bytes of what is aborted. */
static void
trap_cb (int unused)
{
  abort ();
}

static void
remove_folder (void)
{
  test_folder_remove (target_folder);
  g_clear_pointer (&target_folder, g_free);
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  signal (SIGTRAP, trap_cb);
  g_log_set_always_fatal (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL | G_LOG_FATAL_MASK);
  /* Where no folder can be made, nothing is remembered of files that were looked through. */
  g_setenv ("XDG_STATE_HOME", "/dev/null/state", TRUE);
  return 0;
}

const char *
fuzz_target_get_folder (void)
{
  if (target_folder == NULL)
    {
      target_folder = test_folder_new ();
      atexit (remove_folder);
    }
  return target_folder;
}

guint8
fuzz_bytes_take (FuzzBytes *self)
{
  if (self->size == 0)
    return 0;
  self->size--;
  return *self->data++;
}

guint64
fuzz_bytes_take_number (FuzzBytes *self, guint n_bytes)
{
  guint64 number = 0;

  while (n_bytes-- > 0)
    number = number << 8 | fuzz_bytes_take (self);
  return number;
}

char *
fuzz_bytes_to_text (const FuzzBytes *self)
{
  return g_strndup ((const char *) self->data, self->size);
}

void
fuzz_target_assert_told (GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (error->domain == NSC_ERROR);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_error_free (error);
}
