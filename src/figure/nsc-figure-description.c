/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure.h"

#include "nsc-mark.h"
#include "nsc-text.h"

/* Row by row, all that is said of it; of a plane, mark by mark. */
static void
describe_panel (const NscFigure *self, guint panel, GString *text)
{
  guint n_rows = nsc_figure_get_n_rows (self), n_marks = nsc_figure_get_n_marks (self, panel);

  nsc_text_append_line (text, nsc_figure_get_panel_title (self, panel));
  for (guint row = 0; row < n_rows; row++)
    for (guint i = 0; i < n_marks; i++)
      {
        const NscMark *mark = nsc_figure_get_mark (self, panel, i);

        if (mark->klass->get_row_name != NULL)
          nsc_text_append_line (text, mark->klass->get_row_name (mark, row));
      }
  for (guint i = 0; i < n_marks; i++)
    {
      const NscMark *mark = nsc_figure_get_mark (self, panel, i);

      for (guint j = 0; mark->klass->get_n_names != NULL && j < mark->klass->get_n_names (mark); j++)
        nsc_text_append_line (text, mark->klass->get_name (mark, j));
    }
}

static void
describe_note (const NscFigure *self, guint index, GString *text)
{
  const char *lead;
  const char *note = nsc_figure_get_note (self, index, &lead);
  /* As in the figure: a Chinese lead ends with a mark that has its blank built in. */
  const char *blank = lead == NULL || g_str_has_prefix (nsc_figure_get_language (self), "zh") ? "" : " ";
  g_autofree char *line = g_strconcat (lead != NULL ? lead : "", blank, note, NULL);

  nsc_text_append_line (text, line);
}

guint
nsc_figure_count_names (const NscFigure *self)
{
  guint n_rows = nsc_figure_get_n_rows (self), n = 0;

  for (guint i = 0; i < nsc_figure_get_n_panels (self); i++)
    for (guint j = 0; j < nsc_figure_get_n_marks (self, i); j++)
      {
        const NscMark *mark = nsc_figure_get_mark (self, i, j);

        n += mark->klass->get_row_name != NULL ? n_rows : 0;
        n += mark->klass->get_n_names != NULL ? mark->klass->get_n_names (mark) : 0;
      }
  return n;
}

char *
nsc_figure_describe (const NscFigure *self)
{
  GString *text = g_string_new (NULL);

  nsc_text_append_line (text, nsc_figure_get_title (self));
  nsc_text_append_line (text, nsc_figure_get_subtitle (self));
  if (nsc_figure_get_heights (self) == NULL && nsc_figure_get_n_rows (self) == 0)
    nsc_text_append_line (text, nsc_figure_get_empty (self));
  for (guint i = 0; i < nsc_figure_get_n_panels (self); i++)
    describe_panel (self, i, text);
  for (guint i = 0; i < nsc_figure_get_n_notes (self); i++)
    describe_note (self, i, text);
  nsc_text_append_line (text, nsc_figure_get_source (self));
  return g_string_free (text, FALSE);
}
