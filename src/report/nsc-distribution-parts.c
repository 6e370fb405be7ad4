/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-distribution-parts.h"

static NscDistributionBar *
make_bars (const NscDistributionPart *part)
{
  NscDistributionBar *bars = g_new0 (NscDistributionBar, part->groups->len);

  for (guint i = 0; i < part->groups->len; i++)
    {
      const NscDistributionGroupRow *group = g_ptr_array_index (part->groups, i);

      bars[i] = (NscDistributionBar) { group->kind, group->label, group->count, group->reported, group->key };
      /* Those of no country are not one more country. */
      if (group->kind == NSC_BAR_KNOWN && g_str_equal (group->code, "international"))
        bars[i].kind = NSC_BAR_INTERNATIONAL;
    }
  return bars;
}

NscDistributionParts *
nsc_distribution_parts_new (NscDistributionQuestion *question,
                            NscRecordTally *tally,
                            NscReader *reader,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (NscDistributionParts) self = g_new0 (NscDistributionParts, 1);
  g_autoptr (NscGrouping) grouping = NULL;

  self->question = *question;
  *question = (NscDistributionQuestion) { 0 };
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) nsc_distribution_part_free);
  self->tally = tally;
  grouping = nsc_grouping_new (reader, self->question.by, self->question.exclude_country,
                               self->question.include_unverified, self->question.language, cancellable, error);
  if (grouping == NULL)
    return NULL;
  self->excluded_name = g_strdup (nsc_grouping_get_excluded_name (grouping));
  for (guint i = 0; self->question.initiatives[i] != NULL; i++)
    {
      NscDistributionPart *part = nsc_distribution_part_new (&self->question, self->question.initiatives[i], grouping,
                                                             self->tally, reader, cancellable, error);

      if (part == NULL)
        return NULL;
      g_ptr_array_add (self->parts, part);
    }
  return g_steal_pointer (&self);
}

void
nsc_distribution_parts_free (NscDistributionParts *self)
{
  if (self == NULL)
    return;
  nsc_distribution_question_clear (&self->question);
  g_free (self->excluded_name);
  g_ptr_array_unref (self->parts);
  g_free (self);
}

const NscDistributionPart *
nsc_distribution_parts_get (const NscDistributionParts *self, guint index)
{
  g_return_val_if_fail (index < self->parts->len, NULL);

  return g_ptr_array_index (self->parts, index);
}

NscDistributionDrawing *
nsc_distribution_drawing_new (const NscDistributionParts *parts)
{
  NscDistributionDrawing *self = g_new0 (NscDistributionDrawing, 1);
  NscSourceTally *sources = nsc_record_tally_get_sources (parts->tally);

  self->panels = g_new0 (NscDistributionPanel, parts->parts->len);
  self->bars = g_ptr_array_new_with_free_func (g_free);
  self->sources = nsc_source_tally_dup_named (sources);
  self->as_of = nsc_date_to_string (parts->question.as_of);
  for (guint i = 0; i < parts->parts->len; i++)
    {
      const NscDistributionPart *part = nsc_distribution_parts_get (parts, i);
      NscDistributionBar *bars = make_bars (part);

      g_ptr_array_add (self->bars, bars);
      self->panels[i] = (NscDistributionPanel) {
        .initiative = part->name,
        .bars = bars,
        .n_bars = part->groups->len,
        .total = part->total,
        .excluded = part->counts->excluded,
        .unverified = part->counts->unverified,
        .coverage = nsc_distribution_part_get_coverage (part),
      };
    }
  self->chart = (NscDistributionChart) {
    .language = parts->question.language,
    .panels = self->panels,
    .n_panels = parts->parts->len,
    .by = parts->question.by,
    .cumulative = parts->question.cumulative,
    .excluded_country = parts->excluded_name,
    .include_unverified = parts->question.include_unverified,
    .as_of = *self->as_of != '\0' ? self->as_of : NULL,
    .sources = nsc_source_tally_get_line (sources, self->sources),
  };
  return self;
}

void
nsc_distribution_drawing_free (NscDistributionDrawing *self)
{
  if (self == NULL)
    return;
  g_free (self->panels);
  g_ptr_array_unref (self->bars);
  g_strfreev (self->sources);
  g_free (self->as_of);
  g_free (self);
}
