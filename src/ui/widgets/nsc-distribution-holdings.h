/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a project offers a distribution: the initiatives that have signatories, and the countries those are from.
 * Collected on a worker, immutable then. Free with nsc_distribution_holdings_free. */

#include "nsc-reader.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *name;
  guint n_unverified;    /* of its signatories */
  GHashTable *countries; /* codes of those that its signatories are from */
} NscHeldInitiative;

typedef struct
{
  char *code;
  char *name;
} NscHeldCountry;

typedef struct
{
  GPtrArray *initiatives; /* of NscHeldInitiative, in the order of the records */
  GPtrArray *countries;   /* of NscHeldCountry, in the order of their names */
  gboolean empty;         /* nothing is there but what a new project has */
} NscDistributionHoldings;

/* Names in LANGUAGE where there are some. */
NscDistributionHoldings *
nsc_distribution_holdings_collect (NscReader *reader, const char *language, GCancellable *cancellable, GError **error);
void nsc_distribution_holdings_free (NscDistributionHoldings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscDistributionHoldings, nsc_distribution_holdings_free)

G_END_DECLS
