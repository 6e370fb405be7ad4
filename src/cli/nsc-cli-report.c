/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-cli.h"

#include "nsc-cli-output.h"
#include "nsc-cli-question.h"

#include "nsc-error.h"
#include "nsc-render.h"
#include "nsc-typeface.h"

#include <stdio.h>
#include <string.h>

/* Verbs that answer questions: report and figure. Their options are those of the report itself. */

#define DEFAULT_WIDTH (84.0 * 72.0 / 25.4)

/* So many of the sizes below that are told. */
#define MOST_WARNINGS 3u

/* ---- report ---- */

static gboolean
ends_with (const char *path, const char *ending)
{
  gsize length = strlen (path), ending_length = strlen (ending);

  return length >= ending_length && g_ascii_strcasecmp (path + length - ending_length, ending) == 0;
}

static gboolean
check_output_named (const char *output, GError **error)
{
  if (*output != '\0')
    return TRUE;
  g_set_error_literal (error, NSC_ERROR, NSC_ERROR_USAGE, "--output is empty; name a file");
  return FALSE;
}

static gboolean
read_format (const char *format, const char *output, NscSheetFormat *sheet_format, GError **error)
{
  if (output != NULL && !check_output_named (output, error))
    return FALSE;
  if (format == NULL && output != NULL && ends_with (output, ".csv"))
    format = "csv";
  if (format == NULL && output != NULL && ends_with (output, ".json"))
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
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format,
      "How the table is written (default: csv or json where FILE ends so, else text)", "text|csv|json" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &output, "Write it to FILE, which is replaced (default: standard output)",
      "FILE" },
    { NULL },
  };
  g_autoptr (NscCliQuestion) question = NULL;
  g_autoptr (NscSheet) sheet = NULL;
  g_autoptr (NscCliOutput) files = NULL;
  g_autofree char *text = NULL;
  NscSheetFormat sheet_format = NSC_SHEET_TEXT;
  GError *error = NULL;
  int status;

  question = nsc_cli_question_read (&nsc_verb_report, arguments, entries, &status);
  if (question == NULL)
    return status;
  if (!read_format (format, output, &sheet_format, &error))
    return nsc_cli_fail (error);
  sheet = nsc_cli_question_answer_with_sheet (question, &status);
  if (sheet == NULL)
    return status;
  text = nsc_sheet_to_string (sheet, sheet_format);
  if (output == NULL)
    {
      fputs (text, stdout);
      tell_notes (sheet, sheet_format);
      return NSC_EXIT_DONE;
    }
  files = nsc_cli_output_new (nsc_cli_question_get_project (question));
  if (!nsc_cli_output_add (files, output, text, strlen (text), &error) || !nsc_cli_output_commit (files, &error))
    return nsc_cli_fail (error);
  tell_notes (sheet, sheet_format);
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
  char *font;
} Page;

static void
page_clear (Page *self)
{
  g_strfreev (self->outputs);
  g_free (self->width);
  g_free (self->height);
  g_free (self->dpi);
  g_free (self->theme);
  g_free (self->font);
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
  const char *end;

  if (nsc_cli_read_number (text, dpi, &end) && *end == '\0' && *dpi >= 18 && *dpi <= 2400)
    return TRUE;
  g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, "--dpi=%s: give a number from 18 to 2400", text);
  return FALSE;
}

static gboolean
read_setting (const Page *page, Setting *setting, GError **error)
{
  NscFace face = NSC_FACE_SANS;
  NscFormat format;

  *setting = (Setting) { DEFAULT_WIDTH, 0, 300, nsc_theme_get (NSC_THEME_PRINT) };
  if (page->outputs == NULL)
    {
      g_set_error_literal (error, NSC_ERROR, NSC_ERROR_USAGE, "--output is missing; name a file such as figure.pdf");
      return FALSE;
    }
  for (guint i = 0; page->outputs[i] != NULL; i++)
    if (!check_output_named (page->outputs[i], error) || !nsc_format_for_path (page->outputs[i], &format, error))
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
  if (page->font != NULL && !nsc_face_find (page->font, &face))
    {
      g_set_error (error, NSC_ERROR, NSC_ERROR_USAGE, "--font=%s: use sans or serif", page->font);
      return FALSE;
    }
  setting->theme = nsc_theme_get_in_face (setting->theme, face);
  return TRUE;
}

/* A line for each size of type that is too small, saying which words have it. */
static void
warn_of_small_type (const NscScene *scene)
{
  g_autoptr (GArray) types = nsc_scene_list_small_type (scene, NSC_SCENE_LEAST_TYPE);

  for (guint i = 0; i < MIN (types->len, MOST_WARNINGS); i++)
    {
      const NscSceneType *type = &g_array_index (types, NscSceneType, i);
      g_autofree char *more = type->n > 1 ? g_strdup_printf (", and %u more", type->n - 1) : g_strdup ("");

      fprintf (stderr, "warning: %.1f pt is less than %.0f pt: “%s”%s; give more --width or --height\n", type->size,
               NSC_SCENE_LEAST_TYPE, type->text, more);
    }
}

static gboolean
draw (NscResult *result, const Setting *setting, const char *project, char **outputs, GError **error)
{
  g_autoptr (NscCliOutput) files = nsc_cli_output_new (project);
  g_autoptr (NscScene) scene =
      nsc_scene_new (nsc_result_get_figure (result), setting->theme, setting->width, setting->height);
  const NscRenderOptions options = { .dpi = setting->dpi, .date = nsc_result_get_latest_date (result) };
  g_autofree char *missing = nsc_typeface_take_warning (nsc_theme_get_face (setting->theme));

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
  const GOptionEntry entries[] = {
    { "output", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &page.outputs,
      "Write it to FILE, which is replaced; may be given several times (required)", "FILE.{pdf,svg,eps,png}" },
    { "width", 0, 0, G_OPTION_ARG_FILENAME, &page.width,
      "Its width, such as 84mm, 8.4cm, 3.3in or 238pt (default: 84mm)", "LENGTH" },
    { "height", 0, 0, G_OPTION_ARG_FILENAME, &page.height, "Its height (default: what the figure needs)", "LENGTH" },
    { "dpi", 0, 0, G_OPTION_ARG_FILENAME, &page.dpi, "Pixels to the inch of PNG, 18 to 2400 (default: 300)", "NUMBER" },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &page.theme, "Its colours and sizes (default: print)",
      "print|grey|slide|light|dark|contrast" },
    { "font", 0, 0, G_OPTION_ARG_FILENAME, &page.font, "The typeface of its words (default: sans)", "sans|serif" },
    { NULL },
  };
  g_autoptr (NscCliQuestion) question = NULL;
  g_autoptr (NscResult) result = NULL;
  Setting setting;
  GError *error = NULL;
  int status;

  question = nsc_cli_question_read (&nsc_verb_figure, arguments, entries, &status);
  if (question == NULL)
    return status;
  if (!read_setting (&page, &setting, &error))
    return nsc_cli_fail (error);
  result = nsc_cli_question_answer (question, &status);
  if (result == NULL)
    return status;
  if (!draw (result, &setting, nsc_cli_question_get_project (question), page.outputs, &error))
    return nsc_cli_fail (error);
  return NSC_EXIT_DONE;
}

const NscVerb nsc_verb_report = {
  "report",
  "PROJECT REPORT [OPTION…]",
  "answer a question as a table",
  "Answers a question from the records of PROJECT as a table. The same records and options give the same bytes, "
  "whatever the language and the date of the system. Nothing is written into the project. Messages go to standard "
  "error, and so does what the numbers must not be read without, which ends the table where it is text.",
  run_report,
};

const NscVerb nsc_verb_figure = {
  "figure",
  "PROJECT REPORT --output=FILE [OPTION…]",
  "answer a question as a figure",
  "Answers a question from the records of PROJECT as a figure, in the format of the file's ending; several files are "
  "written all or not at all. The same records and options give the same bytes, whatever the language and the date of "
  "the system. Nothing is written into the project. Messages go to standard error, and so does a warning of type under "
  "6 pt or of a typeface that is not installed.",
  run_figure,
};
