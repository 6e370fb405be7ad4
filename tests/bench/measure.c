/* SPDX-License-Identifier: GPL-3.0-or-later */

/* measure RESULT COMMAND…: runs COMMAND and writes the processor time that it and all its children took, in seconds,
 * and the most memory that one of them held, in kilobytes. It is small itself, because a child inherits the measure of
 * memory of the process that starts it. Its exit status is COMMAND's. */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double
seconds (struct timeval time)
{
  return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

int
main (int argc, char *argv[])
{
  struct rusage usage;
  FILE *result;
  pid_t child;
  int status;

  if (argc < 3)
    return 125;
  child = vfork ();
  if (child < 0)
    return 125;
  if (child == 0)
    {
      execvp (argv[2], argv + 2);
      _exit (127);
    }
  if (wait4 (child, &status, 0, &usage) != child)
    return 125;
  result = fopen (argv[1], "w");
  if (result == NULL ||
      fprintf (result, "%.6f %ld\n", seconds (usage.ru_utime) + seconds (usage.ru_stime), usage.ru_maxrss) < 0 ||
      fclose (result) != 0)
    return 125;
  return WIFEXITED (status) ? WEXITSTATUS (status) : 126;
}
