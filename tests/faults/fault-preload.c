/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preloaded into a program, it lets one of its writes, syncs and renames go wrong. All calls that change what is in the
 * folder FAULT_UNDER are counted; at the one numbered FAULT_AT happens what FAULT_KIND says:
 *   kill   the program is killed in place of it
 *   torn   half of what is to be written is written, and the program is killed
 *   power  as kill, and what was not synced is lost, of files and of the names in folders; FAULT_SEED says what by
 *          chance is kept; with a number that is never reached, at the end
 *   eio    it fails, once
 *   full   it fails where it needs room, and so do all later ones
 *   short  as full, after half of it was written
 *   read   of the calls that read, which are counted by themselves, it fails, once
 * and with FAULT_KIND
 *   medium the folder is on a medium that cannot be written: all that changes it fails
 * FAULT_LOG names a file for a line about each. FAULT_SHARED says that the folder is on a network, FAULT_CLOCK by how
 * many seconds the clock is wrong. */

/* Functions are meant by the names that they have, not by those that headers would give them. */
#undef _FILE_OFFSET_BITS
#undef _FORTIFY_SOURCE

#include "fault-preload.h"

#include "fault-disk.h"
#include "fault-names.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#define MAX_DESCRIPTORS 1024
#define NETWORK 0x6969 /* NFS, from statfs(2) */

typedef enum
{
  NO_ROOM,
  ROOM, /* it needs room on the device */
} Need;

typedef enum
{
  GO_ON,
  FAIL, /* with errno set */
  HALF, /* write half of it */
} Verdict;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *under, *kind = "";
static long at, clock_error;
static unsigned seed;
static int journal = -1;
static long count;
static bool is_full, is_medium, is_power, is_reading, is_shared;
static char *paths[MAX_DESCRIPTORS];

__attribute__ ((constructor)) void
fault_read_orders (void)
{
  static char lost[4096];
  const char *value;

  under = getenv ("FAULT_UNDER");
  kind = (value = getenv ("FAULT_KIND")) != NULL ? value : "";
  at = (value = getenv ("FAULT_AT")) != NULL ? atol (value) : 0;
  seed = (value = getenv ("FAULT_SEED")) != NULL ? (unsigned) atol (value) : 0;
  clock_error = (value = getenv ("FAULT_CLOCK")) != NULL ? atol (value) : 0;
  is_shared = getenv ("FAULT_SHARED") != NULL;
  is_medium = strcmp (kind, "medium") == 0;
  is_power = strcmp (kind, "power") == 0;
  is_reading = strcmp (kind, "read") == 0;
  if (is_power && under != NULL)
    {
      snprintf (lost, sizeof lost, "%s.lost", under);
      fault_names_init (lost);
    }
  if ((value = getenv ("FAULT_LOG")) != NULL)
    journal = (int) syscall (SYS_openat, AT_FDCWD, value, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static bool
is_under (const char *path)
{
  char here[4096] = "", whole[8192];
  size_t length;

  if (under == NULL || path == NULL)
    return false;
  if (path[0] != '/' && getcwd (here, sizeof here) != NULL)
    {
      snprintf (whole, sizeof whole, "%s/%s", here, path);
      path = whole;
    }
  length = strlen (under);
  return strncmp (path, under, length) == 0 && (path[length] == '/' || path[length] == '\0');
}

static const char *
get_path (int descriptor)
{
  return descriptor >= 0 && descriptor < MAX_DESCRIPTORS ? paths[descriptor] : NULL;
}

static void
lose_power (void)
{
  fault_disk_lose (seed);
  fault_names_lose (seed);
}

/* After all it has done, and said to be done. */
__attribute__ ((destructor)) static void
end (void)
{
  if (is_power && count < at)
    lose_power ();
}

static void
die (void)
{
  if (is_power)
    lose_power ();
  kill (getpid (), SIGKILL);
  for (;;)
    pause ();
}

static void
note (const char *call, const char *path)
{
  char line[512];
  const char *name = strrchr (path, '/');
  int length = snprintf (line, sizeof line, "%s %s\n", call, name != NULL ? name + 1 : path);

  if (journal >= 0 && length > 0)
    syscall (SYS_write, journal, line, length);
}

/* One of the counted calls is about to be made; HALVES where half of it can be done. */
static Verdict
weigh (const char *call, const char *path, Need need, bool halves)
{
  if (is_reading)
    return GO_ON;
  note (call, path);
  if (is_medium)
    {
      errno = EROFS;
      return FAIL;
    }
  if (++count != at)
    {
      if (!is_full || need == NO_ROOM)
        return GO_ON;
      errno = ENOSPC;
      return FAIL;
    }
  if (strcmp (kind, "kill") == 0 || is_power)
    die ();
  if (strcmp (kind, "torn") == 0)
    {
      if (halves)
        return HALF;
      die ();
    }
  if (strcmp (kind, "eio") == 0)
    {
      errno = EIO;
      return FAIL;
    }
  if (kind[0] == '\0')
    return GO_ON;
  is_full = true;
  if (need == NO_ROOM)
    return GO_ON;
  errno = ENOSPC;
  return halves && strcmp (kind, "short") == 0 ? HALF : FAIL;
}

/* After half of it was written. */
static void
end_half (void)
{
  if (!is_full)
    die ();
}

/* ---- opening and closing ---- */

static void
forget (int descriptor)
{
  if (descriptor < 0 || descriptor >= MAX_DESCRIPTORS)
    return;
  free (paths[descriptor]);
  paths[descriptor] = NULL;
}

static void
remember (int descriptor, const char *path)
{
  forget (descriptor);
  if (descriptor >= 0 && descriptor < MAX_DESCRIPTORS && is_under (path))
    paths[descriptor] = strdup (path);
}

static int
open_file (int folder, const char *path, int flags, mode_t mode)
{
  struct stat info;
  int descriptor = -1;
  bool is_new;

  pthread_mutex_lock (&lock);
  is_new = (flags & O_CREAT) != 0 && is_under (path) && fstatat (folder, path, &info, 0) != 0;
  if (!is_new && is_medium && (flags & O_ACCMODE) != O_RDONLY && is_under (path))
    errno = EROFS;
  else if (!is_new || weigh ("create", path, ROOM, false) == GO_ON)
    {
      descriptor = (int) syscall (SYS_openat, folder, path, flags, mode);
      remember (descriptor, path);
      if (is_new && is_power && descriptor >= 0)
        fault_names_make (path);
    }
  pthread_mutex_unlock (&lock);
  return descriptor;
}

/* Each function of the C library by all the names that programs know it by. */
#define OPEN_FUNCTION(name_)                                                                                           \
  int name_ (const char *path, int flags, ...)                                                                         \
  {                                                                                                                    \
    mode_t mode = 0;                                                                                                   \
    va_list list;                                                                                                      \
                                                                                                                       \
    va_start (list, flags);                                                                                            \
    if (flags & O_CREAT)                                                                                               \
      mode = va_arg (list, mode_t);                                                                                    \
    va_end (list);                                                                                                     \
    return open_file (AT_FDCWD, path, flags, mode);                                                                    \
  }

OPEN_FUNCTION (open)
OPEN_FUNCTION (open64)
int __open_2 (const char *path, int flags, ...);
int __open64_2 (const char *path, int flags, ...);
OPEN_FUNCTION (__open_2)
OPEN_FUNCTION (__open64_2)

int
close (int descriptor)
{
  int result;

  pthread_mutex_lock (&lock);
  forget (descriptor);
  result = (int) syscall (SYS_close, descriptor);
  pthread_mutex_unlock (&lock);
  return result;
}

/* ---- reading ---- */

static ssize_t
read_at (int descriptor, void *bytes, size_t length, off_t offset)
{
  const char *path;
  bool fails;

  pthread_mutex_lock (&lock);
  path = is_reading ? get_path (descriptor) : NULL;
  if (path != NULL)
    note ("read", path);
  fails = path != NULL && ++count == at;
  pthread_mutex_unlock (&lock);
  if (fails)
    {
      errno = EIO;
      return -1;
    }
  return offset >= 0 ? syscall (SYS_pread64, descriptor, bytes, length, offset)
                     : syscall (SYS_read, descriptor, bytes, length);
}

ssize_t
read (int descriptor, void *bytes, size_t length)
{
  return read_at (descriptor, bytes, length, -1);
}

ssize_t
pread (int descriptor, void *bytes, size_t length, off_t offset)
{
  return read_at (descriptor, bytes, length, offset);
}

ssize_t
pread64 (int descriptor, void *bytes, size_t length, off_t offset)
{
  return read_at (descriptor, bytes, length, offset);
}

/* ---- writing ---- */

/* Bytes written at OFFSET, or at the end of a file that is only appended to where OFFSET is -1. */
static ssize_t
write_bytes (int descriptor, const void *bytes, size_t length, off_t offset)
{
  off_t place = offset >= 0 ? offset : lseek (descriptor, 0, SEEK_CUR);

  if (is_power)
    fault_disk_change (descriptor, place, length);
  return offset >= 0 ? syscall (SYS_pwrite64, descriptor, bytes, length, offset)
                     : syscall (SYS_write, descriptor, bytes, length);
}

static ssize_t
write_at (const char *call, int descriptor, const void *bytes, size_t length, off_t offset)
{
  const char *path;
  ssize_t written = -1;

  pthread_mutex_lock (&lock);
  path = get_path (descriptor);
  switch (path != NULL ? weigh (call, path, ROOM, length > 1) : GO_ON)
    {
    case GO_ON:
      written = path != NULL || offset >= 0 ? write_bytes (descriptor, bytes, length, offset)
                                            : syscall (SYS_write, descriptor, bytes, length);
      break;
    case HALF:
      written = write_bytes (descriptor, bytes, length / 2, offset);
      end_half ();
      break;
    case FAIL:
    default:
      break;
    }
  pthread_mutex_unlock (&lock);
  return written;
}

ssize_t
write (int descriptor, const void *bytes, size_t length)
{
  return write_at ("write", descriptor, bytes, length, -1);
}

ssize_t
pwrite (int descriptor, const void *bytes, size_t length, off_t offset)
{
  return write_at ("pwrite", descriptor, bytes, length, offset);
}

ssize_t
pwrite64 (int descriptor, const void *bytes, size_t length, off_t offset)
{
  return write_at ("pwrite", descriptor, bytes, length, offset);
}

ssize_t
writev (int descriptor, const struct iovec *parts, int n_parts)
{
  ssize_t written = 0;

  if (get_path (descriptor) == NULL)
    return syscall (SYS_writev, descriptor, parts, n_parts);
  for (int i = 0; i < n_parts; i++)
    {
      ssize_t n = write_at ("write", descriptor, parts[i].iov_base, parts[i].iov_len, -1);

      if (n < 0)
        return written > 0 ? written : n;
      written += n;
      if ((size_t) n < parts[i].iov_len)
        break;
    }
  return written;
}

/* Copying inside the system is refused, so that the program writes what it copies. */
ssize_t
splice (int from, off_t *from_offset, int to, off_t *to_offset, size_t length, unsigned flags)
{
  if (get_path (from) == NULL && get_path (to) == NULL)
    return syscall (SYS_splice, from, from_offset, to, to_offset, length, flags);
  errno = EINVAL;
  return -1;
}

ssize_t
copy_file_range (int from, off_t *from_offset, int to, off_t *to_offset, size_t length, unsigned flags)
{
  errno = EXDEV;
  return -1;
}

static int
cut (int descriptor, off_t size)
{
  const char *path;
  struct stat info;
  int result = -1;

  pthread_mutex_lock (&lock);
  path = get_path (descriptor);
  if (path == NULL || weigh ("ftruncate", path, NO_ROOM, false) == GO_ON)
    {
      if (is_power && path != NULL && fstat (descriptor, &info) == 0 && size < info.st_size)
        fault_disk_change (descriptor, size, (size_t) (info.st_size - size));
      result = (int) syscall (SYS_ftruncate, descriptor, size);
    }
  pthread_mutex_unlock (&lock);
  return result;
}

int
ftruncate (int descriptor, off_t size)
{
  return cut (descriptor, size);
}

int
ftruncate64 (int descriptor, off_t size)
{
  return cut (descriptor, size);
}

static int
sync_file (int descriptor, long number)
{
  const char *path;
  int result = -1;

  pthread_mutex_lock (&lock);
  path = get_path (descriptor);
  if (path == NULL || weigh ("sync", path, NO_ROOM, false) == GO_ON)
    {
      result = (int) syscall (number, descriptor);
      if (is_power && path != NULL)
        {
          fault_disk_sync (descriptor);
          fault_names_sync (descriptor);
        }
    }
  pthread_mutex_unlock (&lock);
  return result;
}

int
fsync (int descriptor)
{
  return sync_file (descriptor, SYS_fsync);
}

int
fdatasync (int descriptor)
{
  return sync_file (descriptor, SYS_fdatasync);
}

/* ---- names ---- */

static int
change_names (const char *call, Need need, const char *from, const char *to, unsigned flags)
{
  bool forgets = is_power && is_under (from);
  int result = -1;

  pthread_mutex_lock (&lock);
  if (!is_under (from) || weigh (call, to != NULL ? to : from, need, false) == GO_ON)
    {
      if (strcmp (call, "unlink") == 0)
        result = forgets ? fault_names_unlink (from) : (int) syscall (SYS_unlinkat, AT_FDCWD, from, 0);
      else if (strcmp (call, "link") == 0)
        result = forgets ? fault_names_link (from, to) : (int) syscall (SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
      else
        result = forgets ? fault_names_rename (from, to, flags)
                         : (int) syscall (SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, flags);
    }
  pthread_mutex_unlock (&lock);
  return result;
}

int
rename (const char *from, const char *to)
{
  return change_names ("rename", NO_ROOM, from, to, 0);
}

/* Of these only those between names that are not taken from an open folder are made. */
int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
  return change_names ("rename", NO_ROOM, from, to, flags);
}

int
link (const char *from, const char *to)
{
  return change_names ("link", ROOM, from, to, 0);
}

/* A name that is not there is no point where anything happens. */
int
unlink (const char *path)
{
  struct stat info;

  if (fstatat (AT_FDCWD, path, &info, AT_SYMLINK_NOFOLLOW) != 0)
    return -1;
  return change_names ("unlink", NO_ROOM, path, NULL, 0);
}

int
remove (const char *path)
{
  return unlink (path);
}

/* ---- the place ---- */

int
access (const char *path, int mode)
{
  int result = (int) syscall (SYS_faccessat, AT_FDCWD, path, mode);

  if (result != 0 || !is_medium || (mode & W_OK) == 0 || !is_under (path))
    return result;
  errno = EROFS;
  return -1;
}

static int
look_at_system (const char *path, struct statfs *info)
{
  int result = (int) syscall (SYS_statfs, path, info);

  if (result == 0 && is_shared && is_under (path))
    info->f_type = NETWORK;
  return result;
}

int
statfs (const char *path, struct statfs *info)
{
  return look_at_system (path, info);
}

int
statfs64 (const char *path, struct statfs64 *info)
{
  return look_at_system (path, (struct statfs *) info);
}

/* ---- the clock ---- */

int
clock_gettime (clockid_t clock, struct timespec *now)
{
  int result = (int) syscall (SYS_clock_gettime, clock, now);

  if (clock == CLOCK_REALTIME)
    now->tv_sec += clock_error;
  return result;
}

int
gettimeofday (struct timeval *now, void *zone)
{
  struct timespec precise;
  int result = clock_gettime (CLOCK_REALTIME, &precise);

  *now = (struct timeval) { precise.tv_sec, precise.tv_nsec / 1000 };
  return result;
}

time_t
time (time_t *now)
{
  struct timespec precise;

  clock_gettime (CLOCK_REALTIME, &precise);
  if (now != NULL)
    *now = precise.tv_sec;
  return precise.tv_sec;
}
