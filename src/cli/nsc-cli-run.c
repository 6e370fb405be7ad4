/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cli-run.h"

#include "nsc-cli-help.h"
#include "nsc-cli.h"

#include <stdio.h>

static const NscVerb *const verbs[] = {
  &nsc_verb_create, &nsc_verb_import, &nsc_verb_export,  &nsc_verb_report, &nsc_verb_figure,
  &nsc_verb_undo,   &nsc_verb_redo,   &nsc_verb_history, &nsc_verb_check,  &nsc_verb_list,
};

static void
print_help (FILE *stream)
{
  g_autoptr (GString) text = g_string_new ("Usage: normscape-cli VERB PROJECT [WORD…] [OPTION…]\n\nVerbs:\n");

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    nsc_cli_help_add_item (text, verbs[i]->name, verbs[i]->summary);
  g_string_append (text, "\nHelp:\n");
  nsc_cli_help_add_item (text, "-h, --help", "Show this, or after a verb what it does and its options");
  nsc_cli_help_add_item (text, "--version", "Show the version");
  fprintf (stream, "%s\n%s", text->str, nsc_cli_help_exit_statuses);
}

static const NscVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i]->name, name))
      return verbs[i];
  return NULL;
}

int
nsc_cli_run (int argc, char *argv[])
{
  const NscVerb *verb;

  if (argc < 2)
    {
      print_help (stderr);
      return NSC_EXIT_USAGE;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help (stdout);
      return NSC_EXIT_DONE;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      puts ("normscape " NSC_VERSION);
      return NSC_EXIT_DONE;
    }
  verb = find_verb (argv[1]);
  if (verb == NULL)
    {
      fprintf (stderr, "normscape-cli: %s: there is no such verb\n\n", argv[1]);
      print_help (stderr);
      return NSC_EXIT_USAGE;
    }
  return verb->run (argv + 1);
}
