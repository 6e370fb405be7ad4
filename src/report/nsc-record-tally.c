/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-tally.h"

struct _NscRecordTally
{
  NscSourceTally *sources;
  NscDate latest;
  guint latest_day; /* in the order of first days */
};

/* Orders dates like nsc_date_first_day, which asks a calendar. */
static guint
day_number (NscDate date)
{
  return (guint) date.year * 512 + MAX (date.month, 1u) * 32u + MAX (date.day, 1u);
}

NscRecordTally *
nsc_record_tally_new (void)
{
  NscRecordTally *self = g_new0 (NscRecordTally, 1);

  self->sources = nsc_source_tally_new ();
  return self;
}

void
nsc_record_tally_free (NscRecordTally *self)
{
  if (self == NULL)
    return;
  nsc_source_tally_free (self->sources);
  g_free (self);
}

void
nsc_record_tally_add (NscRecordTally *self, const char *source, NscDate date)
{
  nsc_source_tally_add (self->sources, source);
  if (nsc_date_is_known (date) && !nsc_date_is_open (date) && day_number (date) > self->latest_day)
    {
      self->latest = date;
      self->latest_day = day_number (date);
    }
}

NscSourceTally *
nsc_record_tally_get_sources (NscRecordTally *self)
{
  return self->sources;
}

NscDate
nsc_record_tally_get_latest (const NscRecordTally *self)
{
  return self->latest;
}
