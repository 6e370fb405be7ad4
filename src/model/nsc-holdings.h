/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a project offers the options of reports: the initiatives that have members, the countries those are from, the
 * publishers that have documents or mention issues, and the issues that others stand below. Collected on a worker, each
 * page the part that it needs, and immutable then. Free with nsc_holdings_free. */

#include "nsc-reader.h"

G_BEGIN_DECLS

typedef enum
{
  NSC_HOLDINGS_MEMBERS = 1 << 0,
  NSC_HOLDINGS_MENTIONS = 1 << 1,
} NscHoldingsParts;

typedef struct
{
  gint64 row;
  char *id;
  char *name;
  guint n_members;
  guint n_unverified;    /* of its members */
  guint n_totals;        /* reported ones */
  GHashTable *countries; /* rows of those that its members are from */
} NscHeldInitiative;

typedef struct
{
  gint64 row;
  char *code;
  char *name;
} NscHeldCountry;

typedef struct
{
  gint64 row; /* of actors */
  char *id;
  char *name;
  guint n_mentions;
  guint n_documents;
  guint n_unverified; /* of its mentions and documents */
  GHashTable *issues; /* rows of those that it mentions */
} NscHeldPublisher;

typedef struct
{
  char *id;
  char *label;
} NscHeldIssue;

typedef struct
{
  GPtrArray *initiatives; /* of NscHeldInitiative that have members or totals, in the order of the records */
  GPtrArray *countries;   /* of NscHeldCountry, by name */
  GPtrArray *publishers;  /* of NscHeldPublisher, by name */
  GPtrArray *parents;     /* of NscHeldIssue, in the order of the records */
  gboolean empty;         /* nothing is there but what a new project has */

  /* The two publishers that share most issues, so that there is something to see at once; NULL where no two share one.
   */
  const NscHeldPublisher *first;
  const NscHeldPublisher *second;
} NscHoldings;

/* Names in LANGUAGE where there are some. */
NscHoldings *nsc_holdings_collect (
    NscReader *reader, NscHoldingsParts parts, const char *language, GCancellable *cancellable, GError **error);
void nsc_holdings_free (NscHoldings *self);

/* NULL where there is none with that id. */
const NscHeldInitiative *nsc_holdings_find_initiative (const NscHoldings *self, const char *id);
const NscHeldPublisher *nsc_holdings_find_publisher (const NscHoldings *self, const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscHoldings, nsc_holdings_free)

G_END_DECLS
