/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From memberships to the rows of a distribution: which group a member belongs to under a dimension, and what that
 * group is called. Reads countries and sectors once; then numbers the groups as they appear. One thread at a time. */

#include "nsc-distribution.h"
#include "nsc-reader.h"

G_BEGIN_DECLS

typedef struct _NscGrouping NscGrouping;

/* EXCLUDE_COUNTRY is a country's code or NULL; NSC_ERROR_NOT_FOUND where the project has no such country. An unverified
 * country or sector of an actor counts as not known, unless INCLUDE_UNVERIFIED. */
NscGrouping *nsc_grouping_new (NscReader *reader,
                               NscDimension by,
                               const char *exclude_country,
                               gboolean include_unverified,
                               const char *language,
                               GCancellable *cancellable,
                               GError **error);
void nsc_grouping_free (NscGrouping *self);

/* The membership as numbers for nsc_distribution_add. */
NscDistributionRow nsc_grouping_row (NscGrouping *self, const NscMembership *membership);

guint nsc_grouping_get_n_groups (const NscGrouping *self);

/* The group's code, as in files: US, Europe, telecom, 2018. */
const char *nsc_grouping_get_code (const NscGrouping *self, guint group);

/* What people read for it, in the grouping's language. */
const char *nsc_grouping_get_label (const NscGrouping *self, guint group);

/* The excluded country's name in the grouping's language, or NULL. */
const char *nsc_grouping_get_excluded_name (const NscGrouping *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscGrouping, nsc_grouping_free)

G_END_DECLS
