/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-names.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A change of names, and what takes it back: NOW gets the name BEFORE, or none; then what was KEPT gets the name NOW.
 */
typedef struct Change
{
  struct Change *next; /* the one before */
  dev_t device;        /* of the folder */
  ino_t inode;
  char *now;    /* NULL where it is gone */
  char *before; /* NULL where it was new */
  char *gone;   /* NULL where nothing is kept */
  char *kept;
} Change;

static Change *changes;
static const char *keeping;
static unsigned n_kept;

void
fault_names_init (const char *folder)
{
  keeping = folder;
  syscall (SYS_mkdirat, AT_FDCWD, folder, 0700);
}

static char *
copy_absolute (const char *path)
{
  char here[4096] = "", whole[8192];

  if (path == NULL || path[0] == '/' || getcwd (here, sizeof here) == NULL)
    return path != NULL ? strdup (path) : NULL;
  snprintf (whole, sizeof whole, "%s/%s", here, path);
  return strdup (whole);
}

static bool
look_at_folder (const char *path, struct stat *info)
{
  char folder[8192];
  const char *slash = strrchr (path, '/');

  if (slash == NULL)
    return stat (".", info) == 0;
  snprintf (folder, sizeof folder, "%.*s", (int) (slash - path + 1), path);
  return stat (folder, info) == 0;
}

static void
add (const char *now, const char *before, const char *gone, char *kept)
{
  Change *change = calloc (1, sizeof *change);
  struct stat info = { 0 };

  look_at_folder (now != NULL ? now : gone, &info);
  *change = (Change) { changes,
                       info.st_dev,
                       info.st_ino,
                       copy_absolute (now),
                       copy_absolute (before),
                       kept != NULL ? copy_absolute (gone) : NULL,
                       kept };
  changes = change;
}

static char *
choose_keeping_place (void)
{
  char path[8192];

  snprintf (path, sizeof path, "%s/%u", keeping, n_kept++);
  return strdup (path);
}

void
fault_names_make (const char *path)
{
  add (path, NULL, NULL, NULL);
}

int
fault_names_link (const char *from, const char *to)
{
  int result = (int) syscall (SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);

  if (result == 0)
    add (to, NULL, NULL, NULL);
  return result;
}

int
fault_names_rename (const char *from, const char *to, unsigned flags)
{
  char *kept = choose_keeping_place ();
  int result;

  if (flags != 0 || syscall (SYS_linkat, AT_FDCWD, to, AT_FDCWD, kept, 0) != 0)
    {
      free (kept);
      kept = NULL;
    }
  result = (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, flags);
  if (result == 0)
    add (to, from, to, kept);
  else if (kept != NULL)
    syscall (SYS_unlinkat, AT_FDCWD, kept, 0);
  return result;
}

int
fault_names_unlink (const char *path)
{
  char *kept = choose_keeping_place ();

  if (syscall (SYS_renameat2, AT_FDCWD, path, AT_FDCWD, kept, 0) != 0)
    {
      free (kept);
      return -1;
    }
  add (NULL, NULL, path, kept);
  return 0;
}

static void
drop (Change *change)
{
  if (change->kept != NULL)
    syscall (SYS_unlinkat, AT_FDCWD, change->kept, 0);
  free (change->now);
  free (change->before);
  free (change->gone);
  free (change->kept);
  free (change);
}

static bool
is_in (const Change *change, const struct stat *folder)
{
  return change->device == folder->st_dev && change->inode == folder->st_ino;
}

void
fault_names_sync (int descriptor)
{
  struct stat info;
  Change **link = &changes;

  if (fstat (descriptor, &info) != 0 || !S_ISDIR (info.st_mode))
    return;
  while (*link != NULL)
    {
      Change *change = *link;

      if (!is_in (change, &info))
        {
          link = &change->next;
          continue;
        }
      *link = change->next;
      drop (change);
    }
}

static void
take_back (const Change *change)
{
  if (change->now != NULL && change->before != NULL)
    syscall (SYS_renameat2, AT_FDCWD, change->now, AT_FDCWD, change->before, 0);
  else if (change->now != NULL)
    syscall (SYS_unlinkat, AT_FDCWD, change->now, 0);
  if (change->kept != NULL)
    syscall (SYS_renameat2, AT_FDCWD, change->kept, AT_FDCWD, change->gone, 0);
}

/* How many of the folder's changes are lost, the newest first. */
static unsigned
draw_lost (const struct stat *folder, unsigned *seed)
{
  unsigned n = 0;

  for (const Change *change = changes; change != NULL; change = change->next)
    n += is_in (change, folder);
  if (*seed == 0)
    return n;
  *seed = *seed * 1103515245u + 12345u;
  return (*seed >> 16) % (n + 1);
}

/* Takes N_LOST of the folder's changes back, and forgets the others. */
static void
lose (const struct stat *folder, unsigned n_lost)
{
  Change **link = &changes;

  while (*link != NULL)
    {
      Change *change = *link;

      if (!is_in (change, folder))
        {
          link = &change->next;
          continue;
        }
      if (n_lost > 0)
        {
          take_back (change);
          n_lost--;
        }
      *link = change->next;
      drop (change);
    }
}

void
fault_names_lose (unsigned seed)
{
  while (changes != NULL)
    {
      struct stat folder = { .st_dev = changes->device, .st_ino = changes->inode };

      lose (&folder, draw_lost (&folder, &seed));
    }
}
