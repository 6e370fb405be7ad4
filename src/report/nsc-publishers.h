/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The publishers that a report compares. Each is one actor or several that count as one, and no actor is part of two.
 * Filled once, then immutable. One thread at a time. */

#include "nsc-reader.h"
#include "nsc-row-index.h"

G_BEGIN_DECLS

typedef struct _NscPublishers NscPublishers;

NscPublishers *nsc_publishers_new (const char *language);
void nsc_publishers_free (NscPublishers *self);

/* Adds the publisher that TEXT, the value of the option --OPTION, names: ids of actors, joined by commas.
 * NSC_ERROR_USAGE where an id is empty or stands twice, also in an earlier publisher; NSC_ERROR_NOT_FOUND where there
 * is no such actor. */
gboolean
nsc_publishers_add (NscPublishers *self, NscReader *reader, const char *option, const char *text, GError **error);

guint nsc_publishers_get_n (const NscPublishers *self);

/* The publisher as it was asked for. */
const char *nsc_publishers_get_ids (const NscPublishers *self, guint publisher);

/* For keys: the same whatever the order in which the actors were given. */
const char *nsc_publishers_get_key (const NscPublishers *self, guint publisher);

/* What people read: the actors' names in the language. What a name has in brackets at its end is left out, unless
 * publishers could not be told apart without. */
const char *nsc_publishers_get_name (const NscPublishers *self, guint publisher);

/* The kind of all its actors, "" where they differ or it is not known. */
const char *nsc_publishers_get_kind (const NscPublishers *self, guint publisher);

/* From rows of actors to the numbers of publishers. */
const NscRowIndex *nsc_publishers_get_index (const NscPublishers *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscPublishers, nsc_publishers_free)

G_END_DECLS
