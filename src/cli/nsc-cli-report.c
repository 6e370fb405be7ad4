/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cli.h"

#include "nsc-cli-output.h"

#include "nsc-error.h"
#include "nsc-render.h"
#include "nsc-report.h"
#include "nsc-typeface.h"

#include <stdio.h>
#include <string.h>

/* Verbs that answer questions: report and figure. Their options are those of the report itself. */

#define DEFAULT_WIDTH (84.0 * 72.0 / 25.4)

/* Type smaller than this is not read in print. */
#define SMALLEST_TYPE 6.0

/* So many of the sizes below that are told. */
#define MOST_WARNINGS 3u

/* One entry of GOption for each option of the report, with a place for its value. */
typedef struct
{
  GArray *entries; /* of GOptionEntry */
  char **values;   /* by option; NULL where it was not given */
  int *switches;
  const NscOptionSpec **specs;
  guint n;
} ReportOptions;

static void
add_specs (ReportOptions *self, const NscOptionSpec *specs)
{
  for (; specs->name != NULL; specs++)
    self->specs[self->n++] = specs;
}

static guint
count_specs (const NscOptionSpec *specs)
{
  guint n = 0;

  while (specs[n].name != NULL)
    n++;
  return n;
}

static void
report_options_init (ReportOptions *self, const NscReport *report)
{
  guint n = count_specs (report->options) + count_specs (nsc_report_common_options ());

  self->entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  self->values = g_new0 (char *, n);
  self->switches = g_new0 (int, n);
  self->specs = g_new0 (const NscOptionSpec *, n);
  self->n = 0;
  add_specs (self, report->options);
  add_specs (self, nsc_report_common_options ());
  for (guint i = 0; i < n; i++)
    {
      GOptionEntry entry = {
        .long_name = self->specs[i]->name,
        .arg = self->specs[i]->argument != NULL ? G_OPTION_ARG_FILENAME : G_OPTION_ARG_NONE,
        .arg_data = self->specs[i]->argument != NULL ? (gpointer) &self->values[i] : &self->switches[i],
        .description = self->specs[i]->help,
        .arg_description = self->specs[i]->argument,
      };

      g_array_append_val (self->entries, entry);
    }
}

static void
report_options_clear (ReportOptions *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->values[i]);
  g_free (self->values);
  g_free (self->switches);
  g_free (self->specs);
  g_clear_pointer (&self->entries, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReportOptions, report_options_clear)

static NscOptions *
report_options_to_options (ReportOptions *self)
{
  NscOptions *options = nsc_options_new ();

  for (guint i = 0; i < self->n; i++)
    if (self->specs[i]->argument == NULL)
      nsc_options_set (options, self->specs[i]->name, self->switches[i] ? "yes" : NULL);
    else
      nsc_options_set (options, self->specs[i]->name, self->values[i]);
  return options;
}

static char *
tell_reports (void)
{
  GString *text = g_string_new ("Reports:\n");

  for (const NscReport *const *report = nsc_report_list (); *report != NULL; report++)
    g_string_append_printf (text, "  %-20s %s\n", (*report)->name, (*report)->title);
  g_string_append (text, "\n“PROJECT REPORT --help” tells a report's own options.\n");
  return g_string_free (text, FALSE);
}

/* The report is the second word that is no option; its options are not known before it is. */
static const NscReport *
find_report (const NscVerb *verb, char **arguments, int *status)
{
  const GOptionEntry none[] = { { NULL } };
  g_autofree char *reports = tell_reports ();
  const char *name = NULL;
  const NscReport *report;
  guint n = 0;

  for (guint i = 1; arguments[i] != NULL && name == NULL; i++)
    if (*arguments[i] != '-' && ++n == 2)
      name = arguments[i];
  if (name == NULL)
    {
      g_auto (GStrv) words = nsc_cli_read (verb, arguments, none, reports, 2, 2, status);

      return NULL;
    }
  report = nsc_report_find (name);
  if (report == NULL)
    {
      g_autofree char *message = g_strdup_printf ("%s: there is no such report", name);

      *status = nsc_cli_misuse (verb, message);
    }
  return report;
}

static NscResult *
run_report_on (const NscReport *report, const char *path, ReportOptions *report_options, int *status)
{
  g_autoptr (NscStore) store = NULL;
  g_autoptr (NscReader) reader = nsc_cli_take_reader (path, &store, status);
  g_autoptr (GHashTable) options = NULL;
  GError *error = NULL;
  NscResult *result;

  if (reader == NULL)
    return NULL;
  options = report_options_to_options (report_options);
  result = nsc_report_run (report, reader, options, NULL, &error);
  if (result == NULL)
    *status = nsc_cli_fail (error);
  return result;
}

/* ---- report ---- */

static gboolean
read_format (const char *format, const char *output, NscSheetFormat *sheet_format, GError **error)
{
  if (format == NULL && output != NULL && g_str_has_suffix (output, ".csv"))
    format = "csv";
  if (format == NULL && output != NULL && g_str_has_suffix (output, ".json"))
    format = "json";
  if (format == NULL || g_str_equal (format, "text"))
    *sheet_format = NSC_SHEET_TEXT;
  else if (g_str_equal (format, "csv"))
    *sheet_format = NSC_SHEET_CSV;
  else if (g_str_equal (format, "json"))
    *sheet_format = NSC_SHEET_JSON;
  else
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, "--format=%s: use text, csv or json", format);
      return FALSE;
    }
  return TRUE;
}

/* What a table for programs cannot say. */
static void
tell_notes (NscSheet *sheet, NscSheetFormat format)
{
  for (guint i = 0; format != NSC_SHEET_TEXT && i < nsc_sheet_get_n_notes (sheet); i++)
    fprintf (stderr, "note: %s\n", nsc_sheet_get_note (sheet, i));
}

static int
run_report (char **arguments)
{
  g_autofree char *format = NULL, *output = NULL;
  const GOptionEntry own_entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, "How it is written (default: text, or by the file's ending)",
      "text|csv|json" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "Write it to this file", "FILE" },
  };
  g_auto (ReportOptions) options = { 0 };
  g_autoptr (NscResult) result = NULL;
  g_autoptr (NscCliOutput) files = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *text = NULL;
  const NscReport *report;
  NscSheetFormat sheet_format = NSC_SHEET_TEXT;
  GError *error = NULL;
  int status;

  report = find_report (&nsc_verb_report, arguments, &status);
  if (report == NULL)
    return status;
  report_options_init (&options, report);
  g_array_append_vals (options.entries, own_entries, G_N_ELEMENTS (own_entries));
  words = nsc_cli_read (&nsc_verb_report, arguments, (const GOptionEntry *) options.entries->data, NULL, 2, 2, &status);
  if (words == NULL)
    return status;
  if (!read_format (format, output, &sheet_format, &error))
    return nsc_cli_fail (error);
  result = run_report_on (report, words[0], &options, &status);
  if (result == NULL)
    return status;
  text = nsc_sheet_to_string (nsc_result_get_sheet (result), sheet_format);
  if (output == NULL)
    {
      fputs (text, stdout);
      tell_notes (nsc_result_get_sheet (result), sheet_format);
      return NSC_EXIT_DONE;
    }
  files = nsc_cli_output_new (words[0]);
  if (!nsc_cli_output_add (files, output, text, strlen (text), &error) || !nsc_cli_output_commit (files, &error))
    return nsc_cli_fail (error);
  tell_notes (nsc_result_get_sheet (result), sheet_format);
  return NSC_EXIT_DONE;
}

/* ---- figure ---- */

typedef struct
{
  char **outputs;
  char *width;
  char *height;
  char *dpi;
  char *theme;
} Page;

static void
page_clear (Page *self)
{
  g_strfreev (self->outputs);
  g_free (self->width);
  g_free (self->height);
  g_free (self->dpi);
  g_free (self->theme);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Page, page_clear)

/* What the words of the page mean. */
typedef struct
{
  double width;
  double height; /* 0: the figure's own */
  double dpi;
  const NscTheme *theme;
} Setting;

static gboolean
read_dpi (const char *text, double *dpi, GError **error)
{
  char *end;

  *dpi = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0' && *dpi >= 18 && *dpi <= 2400)
    return TRUE;
  g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, "--dpi=%s: give a number from 18 to 2400", text);
  return FALSE;
}

static gboolean
read_setting (const Page *page, Setting *setting, GError **error)
{
  NscFormat format;

  *setting = (Setting) { DEFAULT_WIDTH, 0, 300, nsc_theme_get (NSC_THEME_PRINT) };
  if (page->outputs == NULL)
    {
      g_set_error_literal (error, NSC_ERROR, NSC_ERROR_USAGE, "--output is missing; name a file such as figure.pdf");
      return FALSE;
    }
  for (guint i = 0; page->outputs[i] != NULL; i++)
    if (!nsc_format_for_path (page->outputs[i], &format, error))
      return FALSE;
  if (page->width != NULL && !nsc_cli_read_length ("width", page->width, &setting->width, error))
    return FALSE;
  if (page->height != NULL && !nsc_cli_read_length ("height", page->height, &setting->height, error))
    return FALSE;
  if (page->dpi != NULL && !read_dpi (page->dpi, &setting->dpi, error))
    return FALSE;
  if (page->theme != NULL)
    setting->theme = nsc_theme_find (page->theme);
  if (setting->theme == NULL)
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, "--theme=%s: use print, grey, slide, light, dark or contrast",
                   page->theme);
      return FALSE;
    }
  return TRUE;
}

/* A line for each size of type that is too small, saying which words have it. */
static void
warn_of_small_type (const NscScene *scene)
{
  g_autoptr (GArray) types = nsc_scene_list_small_type (scene, SMALLEST_TYPE);

  for (guint i = 0; i < MIN (types->len, MOST_WARNINGS); i++)
    {
      const NscSceneType *type = &g_array_index (types, NscSceneType, i);
      g_autofree char *more = type->n > 1 ? g_strdup_printf (", and %u more", type->n - 1) : g_strdup ("");

      fprintf (stderr, "warning: %.1f pt is less than %.0f pt: “%s”%s; give more --width or --height\n", type->size,
               SMALLEST_TYPE, type->text, more);
    }
}

static gboolean
draw (NscResult *result, const Setting *setting, const char *project, char **outputs, GError **error)
{
  g_autoptr (NscCliOutput) files = nsc_cli_output_new (project);
  g_autoptr (NscScene) scene =
      nsc_scene_new (nsc_result_get_figure (result), setting->theme, setting->width, setting->height);
  const NscRenderOptions options = { .dpi = setting->dpi, .date = nsc_result_get_latest_date (result) };
  g_autofree char *missing = nsc_typeface_take_warning (nsc_figure_get_language (nsc_scene_get_figure (scene)));

  for (guint i = 0; outputs[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      NscFormat format;

      if (!nsc_format_for_path (outputs[i], &format, error))
        return FALSE;
      bytes = nsc_render_to_bytes (scene, format, &options, NULL, error);
      if (bytes == NULL)
        {
          g_prefix_error (error, "%s: ", outputs[i]);
          return FALSE;
        }
      if (!nsc_cli_output_add (files, outputs[i], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error))
        return FALSE;
    }
  if (!nsc_cli_output_commit (files, error))
    return FALSE;
  if (missing != NULL)
    fprintf (stderr, "warning: %s\n", missing);
  warn_of_small_type (scene);
  return TRUE;
}

static int
run_figure (char **arguments)
{
  g_auto (Page) page = { 0 };
  const GOptionEntry own_entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &page.outputs, "Write it to this file; may be given several times",
      "FILE.{pdf,svg,eps,png}" },
    { "width", 0, 0, G_OPTION_ARG_FILENAME, &page.width, "Its width (default: 84mm)", "LENGTH" },
    { "height", 0, 0, G_OPTION_ARG_FILENAME, &page.height, "Its height (default: its own)", "LENGTH" },
    { "dpi", 0, 0, G_OPTION_ARG_FILENAME, &page.dpi, "Pixels to the inch of PNG (default: 300)", "NUMBER" },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &page.theme, "Its colours and sizes (default: print)",
      "print|grey|slide|light|dark|contrast" },
  };
  g_auto (ReportOptions) options = { 0 };
  g_autoptr (NscResult) result = NULL;
  g_auto (GStrv) words = NULL;
  const NscReport *report;
  Setting setting;
  GError *error = NULL;
  int status;

  report = find_report (&nsc_verb_figure, arguments, &status);
  if (report == NULL)
    return status;
  report_options_init (&options, report);
  g_array_append_vals (options.entries, own_entries, G_N_ELEMENTS (own_entries));
  words = nsc_cli_read (&nsc_verb_figure, arguments, (const GOptionEntry *) options.entries->data, NULL, 2, 2, &status);
  if (words == NULL)
    return status;
  if (!read_setting (&page, &setting, &error))
    return nsc_cli_fail (error);
  result = run_report_on (report, words[0], &options, &status);
  if (result == NULL)
    return status;
  if (!draw (result, &setting, words[0], page.outputs, &error))
    return nsc_cli_fail (error);
  return NSC_EXIT_DONE;
}

const NscVerb nsc_verb_report = {
  "report",
  "PROJECT REPORT [OPTION…] [--format=text|csv|json] [--output=FILE]",
  "answer a question as a table",
  run_report,
};

const NscVerb nsc_verb_figure = {
  "figure",
  "PROJECT REPORT [OPTION…] --output=FILE…",
  "answer a question as a figure",
  run_figure,
};
