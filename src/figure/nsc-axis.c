/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-axis.h"

#include "nsc-typesetter.h"

struct _NscAxis
{
  gatomicrefcount references;
  NscScale *scale;
  char *title;
  GPtrArray *labels;
  gboolean *second; /* one per label */
  gboolean quiet;
};

static NscAxis *
axis_new (NscScale *scale)
{
  NscAxis *self = g_new0 (NscAxis, 1);

  g_atomic_ref_count_init (&self->references);
  self->scale = scale;
  self->title = g_strdup ("");
  self->labels = g_ptr_array_new_with_free_func (g_free);
  return self;
}

NscAxis *
nsc_axis_new_bands (const char *const *labels, guint n)
{
  NscAxis *self = axis_new (nsc_scale_new_band (NULL, n));

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->labels, nsc_typesetter_clean (labels[i]));
  self->second = g_new0 (gboolean, n + 1);
  return self;
}

NscAxis *
nsc_axis_new_values (NscScale *scale)
{
  g_return_val_if_fail (!nsc_scale_is_band (scale), NULL);

  return axis_new (nsc_scale_ref (scale));
}

NscAxis *
nsc_axis_ref (NscAxis *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
nsc_axis_unref (NscAxis *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  nsc_scale_unref (self->scale);
  g_free (self->title);
  g_ptr_array_unref (self->labels);
  g_free (self->second);
  g_free (self);
}

void
nsc_axis_set_title (NscAxis *self, const char *title)
{
  g_free (self->title);
  self->title = nsc_typesetter_clean (title);
}

const char *
nsc_axis_get_title (const NscAxis *self)
{
  return self->title;
}

void
nsc_axis_set_quiet (NscAxis *self, gboolean quiet)
{
  self->quiet = quiet;
}

gboolean
nsc_axis_is_quiet (const NscAxis *self)
{
  return self->quiet;
}

void
nsc_axis_set_second (NscAxis *self, guint index)
{
  g_return_if_fail (index < self->labels->len);

  self->second[index] = TRUE;
}

gboolean
nsc_axis_is_second (const NscAxis *self, guint index)
{
  g_return_val_if_fail (index < self->labels->len, FALSE);

  return self->second[index];
}

NscScale *
nsc_axis_get_scale (const NscAxis *self)
{
  return self->scale;
}

guint
nsc_axis_get_n_labels (const NscAxis *self)
{
  return self->labels->len;
}

const char *
nsc_axis_get_label (const NscAxis *self, guint index)
{
  g_return_val_if_fail (index < self->labels->len, NULL);

  return g_ptr_array_index (self->labels, index);
}
