/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz-target.h"

#include <stdio.h>

/* run-corpus FOLDER: gives a target every file of FOLDER once, where libFuzzer is not there to do so. */

static guint
run_all (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;
  guint n = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *bytes = NULL;
      gsize length;

      g_file_get_contents (path, &bytes, &length, &error);
      g_assert_no_error (error);
      printf ("# %s\n", name);
      fflush (stdout);
      LLVMFuzzerTestOneInput ((const guint8 *) bytes, length);
      n++;
    }
  return n;
}

int
main (int argc, char *argv[])
{
  guint n;

  g_assert_cmpint (argc, ==, 2);
  LLVMFuzzerInitialize (&argc, &argv);
  n = run_all (argv[1]);
  g_assert_cmpuint (n, >, 0);
  printf ("# %u inputs\n", n);
  return 0;
}
