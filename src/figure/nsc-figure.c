/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure.h"

#include "nsc-legend.h"
#include "nsc-mark.h"

typedef struct
{
  char *lead; /* or NULL */
  char *text;
  gboolean is_remark;
} Note;

typedef struct
{
  char *title;
  GPtrArray *marks;
} Panel;

struct _NscFigure
{
  gatomicrefcount references;
  char *language;
  char *title;
  char *subtitle;
  char *source;
  char *brief_source;
  char *empty;
  GPtrArray *phrases; /* that lines do not part within */
  GArray *notes;      /* of Note */
  NscAxis *rows;
  NscAxis *values;
  NscAxis *heights;
  GArray *panels; /* of Panel; the first has no title and no marks while there are none */
  GArray *legend; /* of NscLegendEntry */
};

static void
clear_note (gpointer data)
{
  Note *note = data;

  g_free (note->lead);
  g_free (note->text);
}

static void
add_note (NscFigure *self, const char *lead, const char *text, gboolean is_remark)
{
  Note note = { lead != NULL ? nsc_typesetter_clean (lead) : NULL, nsc_typesetter_clean (text), is_remark };

  g_array_append_val (self->notes, note);
}

static void
clear_panel (gpointer data)
{
  Panel *panel = data;

  g_free (panel->title);
  g_ptr_array_unref (panel->marks);
}

static void
clear_legend_entry (gpointer data)
{
  NscLegendEntry *entry = data;

  g_free ((char *) entry->text);
}

static void
add_panel (NscFigure *self, const char *title)
{
  Panel panel = { nsc_typesetter_clean (title), g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_mark_unref) };

  g_array_append_val (self->panels, panel);
}

static const Panel *
get_panel (const NscFigure *self, guint index)
{
  return &g_array_index (self->panels, Panel, index);
}

static void
set_words (char **place, const char *words)
{
  g_free (*place);
  *place = nsc_typesetter_clean (words);
}

NscFigure *
nsc_figure_new (const char *language)
{
  NscFigure *self = g_new0 (NscFigure, 1);

  g_atomic_ref_count_init (&self->references);
  self->language = g_strdup (language);
  self->title = g_strdup ("");
  self->subtitle = g_strdup ("");
  self->source = g_strdup ("");
  self->brief_source = g_strdup ("");
  self->empty = g_strdup ("");
  self->phrases = g_ptr_array_new_with_free_func (g_free);
  self->notes = g_array_new (FALSE, TRUE, sizeof (Note));
  g_array_set_clear_func (self->notes, clear_note);
  self->panels = g_array_new (FALSE, FALSE, sizeof (Panel));
  g_array_set_clear_func (self->panels, clear_panel);
  add_panel (self, "");
  self->legend = g_array_new (FALSE, FALSE, sizeof (NscLegendEntry));
  g_array_set_clear_func (self->legend, clear_legend_entry);
  return self;
}

NscFigure *
nsc_figure_ref (NscFigure *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
nsc_figure_unref (NscFigure *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->language);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->source);
  g_free (self->brief_source);
  g_free (self->empty);
  g_ptr_array_unref (self->phrases);
  g_array_unref (self->notes);
  g_clear_pointer (&self->rows, nsc_axis_unref);
  g_clear_pointer (&self->values, nsc_axis_unref);
  g_clear_pointer (&self->heights, nsc_axis_unref);
  g_array_unref (self->panels);
  g_array_unref (self->legend);
  g_free (self);
}

void
nsc_figure_set_title (NscFigure *self, const char *title)
{
  set_words (&self->title, title);
}

void
nsc_figure_set_subtitle (NscFigure *self, const char *subtitle)
{
  set_words (&self->subtitle, subtitle);
}

void
nsc_figure_add_note (NscFigure *self, const char *lead, const char *text)
{
  add_note (self, lead, text, FALSE);
}

void
nsc_figure_take_note (NscFigure *self, const char *lead, char *text)
{
  if (text != NULL)
    nsc_figure_add_note (self, lead, text);
  g_free (text);
}

void
nsc_figure_take_remark (NscFigure *self, const char *lead, char *text)
{
  if (text != NULL)
    add_note (self, lead, text, TRUE);
  g_free (text);
}

void
nsc_figure_set_source (NscFigure *self, const char *source)
{
  set_words (&self->source, source);
}

void
nsc_figure_keep_together (NscFigure *self, const char *phrase)
{
  g_ptr_array_add (self->phrases, nsc_typesetter_clean (phrase));
}

void
nsc_figure_set_brief_source (NscFigure *self, const char *brief)
{
  set_words (&self->brief_source, brief);
}

void
nsc_figure_set_empty (NscFigure *self, const char *empty)
{
  set_words (&self->empty, empty);
}

void
nsc_figure_take_rows (NscFigure *self, NscAxis *rows)
{
  g_return_if_fail (nsc_scale_is_band (nsc_axis_get_scale (rows)));

  g_clear_pointer (&self->rows, nsc_axis_unref);
  self->rows = rows;
}

void
nsc_figure_take_values (NscFigure *self, NscAxis *values)
{
  g_return_if_fail (!nsc_scale_is_band (nsc_axis_get_scale (values)));

  g_clear_pointer (&self->values, nsc_axis_unref);
  self->values = values;
}

void
nsc_figure_take_heights (NscFigure *self, NscAxis *heights)
{
  g_return_if_fail (!nsc_scale_is_band (nsc_axis_get_scale (heights)));

  g_clear_pointer (&self->heights, nsc_axis_unref);
  self->heights = heights;
}

void
nsc_figure_begin_panel (NscFigure *self, const char *title)
{
  const Panel *first = get_panel (self, 0);

  if (self->panels->len == 1 && *first->title == '\0' && first->marks->len == 0)
    g_array_set_size (self->panels, 0);
  add_panel (self, title);
}

void
nsc_figure_take_mark (NscFigure *self, NscMark *mark)
{
  g_ptr_array_add (get_panel (self, self->panels->len - 1)->marks, mark);
}

void
nsc_figure_add_legend_entry (NscFigure *self, const NscLegendEntry *entry)
{
  NscLegendEntry own = *entry;

  own.text = nsc_typesetter_clean (entry->text);
  g_array_append_val (self->legend, own);
}

const char *
nsc_figure_get_language (const NscFigure *self)
{
  return self->language;
}

const char *
nsc_figure_get_title (const NscFigure *self)
{
  return self->title;
}

const char *
nsc_figure_get_subtitle (const NscFigure *self)
{
  return self->subtitle;
}

const char *
nsc_figure_get_source (const NscFigure *self)
{
  return self->source;
}

const char *
nsc_figure_get_brief_source (const NscFigure *self)
{
  return self->brief_source;
}

const char *
nsc_figure_get_empty (const NscFigure *self)
{
  return self->empty;
}

const char *const *
nsc_figure_get_phrases (const NscFigure *self, guint *n)
{
  *n = self->phrases->len;
  return (const char *const *) self->phrases->pdata;
}

guint
nsc_figure_get_n_notes (const NscFigure *self)
{
  return self->notes->len;
}

const char *
nsc_figure_get_note (const NscFigure *self, guint index, const char **lead)
{
  const Note *note;

  g_return_val_if_fail (index < self->notes->len, NULL);

  note = &g_array_index (self->notes, Note, index);
  if (lead != NULL)
    *lead = note->lead;
  return note->text;
}

gboolean
nsc_figure_is_remark (const NscFigure *self, guint index)
{
  g_return_val_if_fail (index < self->notes->len, FALSE);

  return g_array_index (self->notes, Note, index).is_remark;
}

NscAxis *
nsc_figure_get_rows (const NscFigure *self)
{
  return self->rows;
}

NscAxis *
nsc_figure_get_values (const NscFigure *self)
{
  return self->values;
}

guint
nsc_figure_get_n_rows (const NscFigure *self)
{
  return self->rows != NULL ? nsc_axis_get_n_labels (self->rows) : 0;
}

NscAxis *
nsc_figure_get_heights (const NscFigure *self)
{
  return self->heights;
}

guint
nsc_figure_get_n_panels (const NscFigure *self)
{
  return self->panels->len;
}

const char *
nsc_figure_get_panel_title (const NscFigure *self, guint panel)
{
  g_return_val_if_fail (panel < self->panels->len, NULL);

  return get_panel (self, panel)->title;
}

guint
nsc_figure_get_n_marks (const NscFigure *self, guint panel)
{
  g_return_val_if_fail (panel < self->panels->len, 0);

  return get_panel (self, panel)->marks->len;
}

NscMark *
nsc_figure_get_mark (const NscFigure *self, guint panel, guint index)
{
  g_return_val_if_fail (panel < self->panels->len && index < get_panel (self, panel)->marks->len, NULL);

  return g_ptr_array_index (get_panel (self, panel)->marks, index);
}

guint
nsc_figure_get_n_legend_entries (const NscFigure *self)
{
  return self->legend->len;
}

const NscLegendEntry *
nsc_figure_get_legend_entry (const NscFigure *self, guint index)
{
  g_return_val_if_fail (index < self->legend->len, NULL);

  return &g_array_index (self->legend, NscLegendEntry, index);
}
