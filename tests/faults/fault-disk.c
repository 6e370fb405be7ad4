/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-disk.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SECTOR 512

/* A sector as it is on the disk, while the system holds another. */
typedef struct Sector
{
  struct Sector *next;
  off_t number;
  char bytes[SECTOR];
} Sector;

typedef struct File
{
  struct File *next;
  dev_t device;
  ino_t inode;
  int descriptor; /* never closed: that would let go the process's locks of the file */
  off_t size;     /* on the disk */
  Sector *sectors;
} File;

static File *files;

static File *
find (const struct stat *info)
{
  for (File *file = files; file != NULL; file = file->next)
    if (file->device == info->st_dev && file->inode == info->st_ino)
      return file;
  return NULL;
}

/* A descriptor that can read and write, whatever the program's own can. */
static int
open_again (int descriptor)
{
  char name[64];

  snprintf (name, sizeof name, "/proc/self/fd/%d", descriptor);
  return (int) syscall (SYS_openat, AT_FDCWD, name, O_RDWR | O_CLOEXEC, 0);
}

static File *
get (int descriptor)
{
  struct stat info;
  File *file;

  if (fstat (descriptor, &info) != 0 || !S_ISREG (info.st_mode))
    return NULL;
  file = find (&info);
  if (file != NULL)
    return file;
  file = calloc (1, sizeof *file);
  *file = (File) { files, info.st_dev, info.st_ino, open_again (descriptor), info.st_size, NULL };
  files = file;
  return file;
}

static void
keep_sector (File *file, off_t number)
{
  Sector *sector;

  for (sector = file->sectors; sector != NULL; sector = sector->next)
    if (sector->number == number)
      return;
  sector = calloc (1, sizeof *sector);
  sector->next = file->sectors;
  sector->number = number;
  file->sectors = sector;
  if (number * SECTOR < file->size)
    syscall (SYS_pread64, file->descriptor, sector->bytes, SECTOR, number * SECTOR);
}

void
fault_disk_change (int descriptor, off_t offset, size_t length)
{
  File *file = get (descriptor);

  if (file == NULL || length == 0)
    return;
  for (off_t number = offset / SECTOR; number * SECTOR < offset + (off_t) length; number++)
    keep_sector (file, number);
}

void
fault_disk_sync (int descriptor)
{
  File *file = get (descriptor);
  struct stat info;

  if (file == NULL || fstat (descriptor, &info) != 0)
    return;
  file->size = info.st_size;
  while (file->sectors != NULL)
    {
      Sector *sector = file->sectors;

      file->sectors = sector->next;
      free (sector);
    }
}

static bool
is_lost (unsigned *seed)
{
  if (*seed == 0)
    return true;
  *seed = *seed * 1103515245u + 12345u;
  return (*seed >> 16) % 2 == 0;
}

static void
lose (File *file, unsigned *seed)
{
  struct stat info;

  if (fstat (file->descriptor, &info) != 0)
    return;
  for (Sector *sector = file->sectors; sector != NULL; sector = sector->next)
    if (sector->number * SECTOR < info.st_size && is_lost (seed))
      syscall (SYS_pwrite64, file->descriptor, sector->bytes, SECTOR, sector->number * SECTOR);
  /* A file that grew or was cut may have its new length alone; the last sector was just written whole. */
  if (info.st_size != file->size && is_lost (seed))
    syscall (SYS_ftruncate, file->descriptor, file->size);
  else if (file->sectors != NULL)
    syscall (SYS_ftruncate, file->descriptor, info.st_size);
}

void
fault_disk_lose (unsigned seed)
{
  for (File *file = files; file != NULL; file = file->next)
    lose (file, &seed);
}
