/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cli-run.h"

#include "nsc-cli.h"

#include <errno.h>
#include <stdio.h>

int
main (int argc, char *argv[])
{
  int status = nsc_cli_run (argc, argv);

  /* What was printed may have met a full disk or a closed pipe, which only shows now. */
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  fprintf (stderr, "standard output: it cannot be written (%s)\n", g_strerror (errno));
  return status == NSC_EXIT_DONE ? NSC_EXIT_REFUSED : status;
}
