/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cli-question.h"

#include "nsc-cli-help.h"

#include <stdio.h>

struct _NscCliQuestion
{
  const NscReport *report;
  char *project;
  GArray *own_entries; /* of GOptionEntry: the report's own options */
  GArray *common_entries;
  GPtrArray *help; /* the sentences of the entries */
  /* By option, the report's own first. */
  const NscOptionSpec **specs;
  char **values; /* NULL where it was not given */
  int *switches;
  guint n;
};

static guint
count_specs (const NscOptionSpec *specs)
{
  guint n = 0;

  while (specs[n].name != NULL)
    n++;
  return n;
}

static GArray *
add_entries (NscCliQuestion *self, const NscOptionSpec *specs)
{
  GArray *entries = g_array_sized_new (TRUE, TRUE, sizeof (GOptionEntry), count_specs (specs));

  for (; specs->name != NULL; specs++)
    {
      guint i = self->n++;
      char *help = g_strconcat (specs->help, specs->required ? " (required)" : NULL, NULL);
      GOptionEntry entry = {
        .long_name = specs->name,
        .arg = specs->argument != NULL ? G_OPTION_ARG_FILENAME : G_OPTION_ARG_NONE,
        .arg_data = specs->argument != NULL ? (gpointer) &self->values[i] : &self->switches[i],
        .description = help,
        .arg_description = specs->argument,
      };

      self->specs[i] = specs;
      g_ptr_array_add (self->help, help);
      g_array_append_val (entries, entry);
    }
  return entries;
}

static NscCliQuestion *
question_new (const NscReport *report)
{
  NscCliQuestion *self = g_new0 (NscCliQuestion, 1);
  guint n = count_specs (report->options) + count_specs (nsc_report_common_options ());

  self->report = report;
  self->help = g_ptr_array_new_with_free_func (g_free);
  self->specs = g_new0 (const NscOptionSpec *, n);
  self->values = g_new0 (char *, n);
  self->switches = g_new0 (int, n);
  self->own_entries = add_entries (self, report->options);
  self->common_entries = add_entries (self, nsc_report_common_options ());
  return self;
}

static char *
tell_reports (const NscVerb *verb)
{
  GString *text = g_string_new ("Reports:\n");

  for (const NscReport *const *report = nsc_report_list (); *report != NULL; report++)
    nsc_cli_help_add_item (text, (*report)->name, (*report)->title);
  g_string_append_printf (text, "“normscape-cli %s REPORT --help” tells the options of one.\n", verb->name);
  return g_string_free (text, FALSE);
}

static int
miss_report (const NscVerb *verb, const char *name)
{
  g_autoptr (GString) message = g_string_new (NULL);
  const char *parting = "";

  if (name != NULL)
    g_string_append_printf (message, "%s: there is no such report; use one of ", name);
  else
    g_string_append (message, "too few words; give a project and a report, one of ");
  for (const NscReport *const *report = nsc_report_list (); *report != NULL; report++)
    {
      g_string_append_printf (message, "%s%s", parting, (*report)->name);
      parting = ", ";
    }
  return nsc_cli_misuse (verb, message->str);
}

static gboolean
specs_take_value (const NscOptionSpec *specs, const char *name)
{
  for (; specs->name != NULL; specs++)
    if (specs->argument != NULL && g_str_equal (specs->name, name))
      return TRUE;
  return FALSE;
}

/* Whether the word is an option that takes the word behind it for its value, in whatever report. */
static gboolean
takes_next_word (const char *word, const GOptionEntry *verb_entries)
{
  const char *name = word + 2;

  if (!g_str_has_prefix (word, "--"))
    return FALSE;
  for (; verb_entries->long_name != NULL; verb_entries++)
    if (g_str_equal (verb_entries->long_name, name))
      return TRUE;
  for (const NscReport *const *report = nsc_report_list (); *report != NULL; report++)
    if (specs_take_value ((*report)->options, name))
      return TRUE;
  return specs_take_value (nsc_report_common_options (), name);
}

/* The report is the second word that is no option; its options are not known before it is. Help needs no project, so
 * there the report may be the first. */
static const NscReport *
find_report (const NscVerb *verb, char **arguments, const GOptionEntry *verb_entries, int *status)
{
  gboolean help = FALSE, ended = FALSE;
  const char *words[2] = { NULL, NULL };
  const NscReport *report;
  guint n = 0;

  for (guint i = 1; arguments[i] != NULL; i++)
    if (!ended && g_str_equal (arguments[i], "--"))
      ended = TRUE;
    else if (!ended && (g_str_equal (arguments[i], "--help") || g_str_equal (arguments[i], "-h")))
      help = TRUE;
    else if (!ended && takes_next_word (arguments[i], verb_entries) && arguments[i + 1] != NULL)
      i++;
    else if ((ended || *arguments[i] != '-') && n < G_N_ELEMENTS (words))
      words[n++] = arguments[i];
  if (help && n == 1)
    words[1] = words[0];
  report = words[1] != NULL ? nsc_report_find (words[1]) : NULL;
  if (report != NULL)
    return report;
  if (help && n < 2)
    {
      const NscOptionGroup groups[] = { { "Options", verb_entries }, { NULL, NULL } };
      g_autofree char *reports = tell_reports (verb);
      g_autofree char *text = nsc_cli_help (verb, groups, reports);

      fputs (text, stdout);
      *status = NSC_EXIT_DONE;
      return NULL;
    }
  *status = miss_report (verb, words[1]);
  return NULL;
}

/* Reads the words and values; FALSE where it has already answered. */
static gboolean
read_words (NscCliQuestion *self, const NscVerb *verb, char **arguments, const GOptionEntry *verb_entries, int *status)
{
  g_autoptr (GString) usage = g_string_new (verb->words);
  g_autofree char *title = g_strdup_printf ("Options of the report %s", self->report->name);
  g_autofree char *question = g_strdup_printf ("The report %s: %s.\n", self->report->name, self->report->title);
  const NscOptionGroup groups[] = {
    { title, (const GOptionEntry *) self->own_entries->data },
    { "Options of every report", (const GOptionEntry *) self->common_entries->data },
    { "Options of the verb", verb_entries },
    { NULL, NULL },
  };
  NscVerb answering = *verb;
  g_auto (GStrv) words = NULL;

  g_string_replace (usage, "REPORT", self->report->name, 1);
  answering.words = usage->str;
  words = nsc_cli_read (&answering, arguments, groups, question, 2, 2, status);
  if (words != NULL)
    self->project = g_strdup (words[0]);
  return words != NULL;
}

/* An empty value is a variable that somebody forgot to set, not a wish for none. */
static gboolean
check_values (const NscCliQuestion *self, int *status)
{
  for (guint i = 0; i < self->n; i++)
    if (!self->specs[i]->required && self->values[i] != NULL && *self->values[i] == '\0')
      {
        fprintf (stderr, "--%s is empty; give a value or leave it out\n", self->specs[i]->name);
        *status = NSC_EXIT_USAGE;
        return FALSE;
      }
  return TRUE;
}

NscCliQuestion *
nsc_cli_question_read (const NscVerb *verb, char **arguments, const GOptionEntry *verb_entries, int *status)
{
  const NscReport *report = find_report (verb, arguments, verb_entries, status);
  g_autoptr (NscCliQuestion) self = report != NULL ? question_new (report) : NULL;

  if (self == NULL || !read_words (self, verb, arguments, verb_entries, status) || !check_values (self, status))
    return NULL;
  return g_steal_pointer (&self);
}

void
nsc_cli_question_free (NscCliQuestion *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n; i++)
    g_free (self->values[i]);
  g_free (self->values);
  g_free (self->switches);
  g_free (self->specs);
  g_array_unref (self->own_entries);
  g_array_unref (self->common_entries);
  g_ptr_array_unref (self->help);
  g_free (self->project);
  g_free (self);
}

const char *
nsc_cli_question_get_project (const NscCliQuestion *self)
{
  return self->project;
}

static NscOptions *
make_options (const NscCliQuestion *self)
{
  NscOptions *options = nsc_options_new ();

  for (guint i = 0; i < self->n; i++)
    if (self->specs[i]->argument == NULL)
      nsc_options_set (options, self->specs[i]->name, self->switches[i] ? "yes" : NULL);
    else
      nsc_options_set (options, self->specs[i]->name, self->values[i]);
  return options;
}

NscResult *
nsc_cli_question_answer (const NscCliQuestion *self, int *status)
{
  g_autoptr (NscStore) store = NULL;
  g_autoptr (NscReader) reader = nsc_cli_take_reader (self->project, &store, status);
  g_autoptr (GHashTable) options = make_options (self);
  GError *error = NULL;
  NscResult *result = reader != NULL ? nsc_report_run (self->report, reader, options, NULL, &error) : NULL;

  if (error != NULL)
    *status = nsc_cli_fail (error);
  return result;
}

NscSheet *
nsc_cli_question_answer_with_sheet (const NscCliQuestion *self, int *status)
{
  g_autoptr (NscStore) store = NULL;
  g_autoptr (NscReader) reader = nsc_cli_take_reader (self->project, &store, status);
  g_autoptr (GHashTable) options = make_options (self);
  GError *error = NULL;
  NscSheet *sheet = reader != NULL ? nsc_report_run_for_sheet (self->report, reader, options, NULL, &error) : NULL;

  if (error != NULL)
    *status = nsc_cli_fail (error);
  return sheet;
}
