/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-tally.h"

struct _NscRecordTally
{
  NscSourceTally *sources;
  NscDate latest;
};

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
  nsc_record_tally_add_date (self, date);
}

void
nsc_record_tally_add_date (NscRecordTally *self, NscDate date)
{
  self->latest = nsc_date_later (self->latest, date);
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
