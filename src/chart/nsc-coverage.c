/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-coverage.h"

#include "nsc-text.h"
#include "nsc-words.h"

/* In hundredths. */
#define LOW_COVERAGE 80

static char *
describe_surplus (const NscCoverage *self, const char *language, const char *recorded, const char *reported)
{
  guint64 n = self->recorded;

  if (self->as_of == NULL)
    return g_strdup_printf (nsc_words_get_plural (language, "%1$s signatory is recorded by name; %2$s were reported.",
                                                  "%1$s signatories are recorded by name; %2$s were reported.", n),
                            recorded, reported);
  return g_strdup_printf (nsc_words_get_plural (language,
                                                "%1$s signatory is recorded by name; %2$s were reported (%3$s).",
                                                "%1$s signatories are recorded by name; %2$s were reported (%3$s).", n),
                          recorded, reported, self->as_of);
}

gboolean
nsc_coverage_is_low (const NscCoverage *self)
{
  return self->reported > 0 && (double) self->recorded * 100 < (double) self->reported * LOW_COVERAGE;
}

char *
nsc_coverage_describe (const NscCoverage *self, const char *language)
{
  g_autofree char *recorded = nsc_text_count (language, self->recorded);
  g_autofree char *reported = nsc_text_integer (language, self->reported);
  guint64 n = self->recorded;

  if (self->reported < 0)
    return NULL;
  if (self->recorded > (guint64) self->reported)
    return describe_surplus (self, language, recorded, reported);
  if (self->as_of == NULL)
    return g_strdup_printf (nsc_words_get_plural (language, "%1$s of %2$s reported signatories is recorded by name.",
                                                  "%1$s of %2$s reported signatories are recorded by name.", n),
                            recorded, reported);
  return g_strdup_printf (nsc_words_get_plural (language,
                                                "%1$s of %2$s reported signatories is recorded by name (%3$s).",
                                                "%1$s of %2$s reported signatories are recorded by name (%3$s).", n),
                          recorded, reported, self->as_of);
}
