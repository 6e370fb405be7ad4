/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-application.h"

#include <glib/gi18n-lib.h>

#include <locale.h>

int
main (int argc, char *argv[])
{
  const char *localedir = g_getenv ("NORMSCAPE_LOCALEDIR");
  g_autoptr (NscApplication) application = NULL;

  setlocale (LC_ALL, "");
  /* A program that runs from where it was built finds its words there. */
  bindtextdomain (GETTEXT_PACKAGE, localedir != NULL ? localedir : NSC_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_application_name (_ ("Normscape"));

  application = nsc_application_new (G_APPLICATION_DEFAULT_FLAGS);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
