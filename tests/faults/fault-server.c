/* SPDX-License-Identifier: GPL-3.0-or-later */

/* normscape-cli for somebody who runs it thousands of times: started once, it forks for each line of its standard
 * input, which costs a small part of a start. A line is parted by tabs: a folder; NAME=VALUE for the environment; "--";
 * the words. What is printed goes into the files "output" and "errors" of the folder, and the wait status is told on
 * standard output. With NAME "LEAKS" leaks are looked for.
 *
 * Beside the verbs of the command line it has those that only the window has: "back-up PROJECT", "restore BACKUP
 * PROJECT", "recover DAMAGED TARGET", "copy PROJECT TARGET". They print the error and give 3. */

#include "fault-preload.h"
#include "nsc-backup.h"
#include "nsc-cli-run.h"
#include "nsc-recovery.h"
#include "nsc-store.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MOST_SECONDS 300

static gboolean
back_up (char **words, GError **error)
{
  g_autoptr (NscStore) store = nsc_store_open (words[0], NSC_STORE_READ, NULL, error);

  return store != NULL && nsc_store_back_up (store, NULL, NULL, error) && nsc_store_close (store, error);
}

static gboolean
restore (char **words, GError **error)
{
  return nsc_backup_restore (words[0], NSC_BACKUP_VERIFIED, words[1], NULL, NULL, error);
}

static gboolean
recover (char **words, GError **error)
{
  g_autoptr (NscRecovery) recovery = nsc_recovery_run (words[0], words[1], NULL, error);

  return recovery != NULL;
}

static gboolean
copy (char **words, GError **error)
{
  g_autoptr (NscStore) store = nsc_store_open (words[0], NSC_STORE_READ, NULL, error);

  return store != NULL && nsc_store_copy_to (store, words[1], error) && nsc_store_close (store, error);
}

static const struct
{
  const char *name;
  gboolean (*func) (char **words, GError **error);
} verbs[] = { { "back-up", back_up }, { "restore", restore }, { "recover", recover }, { "copy", copy } };

static int
run (char **words)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (words[0], verbs[i].name))
      {
        g_autoptr (GError) error = NULL;

        if (verbs[i].func (words + 1, &error))
          return 0;
        fprintf (stderr, "%s\n", error->message);
        return 3;
      }
  return nsc_cli_run ((int) g_strv_length (words) + 1, words - 1);
}

static void
redirect (int descriptor, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int file = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  if (file < 0 || dup2 (file, descriptor) < 0)
    abort ();
  close (file);
}

/* In the child. */
static void
follow (char **fields)
{
  void (*read_orders) (void) = (void (*) (void)) dlsym (RTLD_DEFAULT, "fault_read_orders");
  gboolean leaks;
  int status;

  redirect (STDOUT_FILENO, fields[0], "output");
  redirect (STDERR_FILENO, fields[0], "errors");
  for (fields++; !g_str_equal (*fields, "--"); fields++)
    putenv (*fields);
  leaks = getenv ("LEAKS") != NULL;
  if (getenv ("FOLDER") != NULL && chdir (getenv ("FOLDER")) != 0)
    abort ();
  alarm (MOST_SECONDS);
  if (read_orders != NULL)
    read_orders ();
  status = run (fields + 1);
  fflush (NULL);
  if (leaks)
    exit (status);
  _exit (status);
}

int
main (void)
{
  char *line = NULL;
  size_t room = 0;
  ssize_t length;

  while ((length = getline (&line, &room, stdin)) > 0)
    {
      g_auto (GStrv) fields = NULL;
      pid_t child;
      int status;

      line[length - 1] = '\0';
      fields = g_strsplit (line, "\t", -1);
      child = fork ();
      if (child == 0)
        follow (fields);
      if (child < 0 || waitpid (child, &status, 0) != child)
        return 1;
      printf ("%d\n", status);
      fflush (stdout);
    }
  free (line);
  return 0;
}
