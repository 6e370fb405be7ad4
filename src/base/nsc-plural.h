/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The plural rule of a catalogue: the C expression over n in its Plural-Forms line. Immutable once parsed, so any
 * thread may evaluate it. Free with nsc_plural_free. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct _NscPlural NscPlural;

/* Reads a header line such as "nplurals=2; plural=(n != 1);". NULL where it has another form. */
NscPlural *nsc_plural_new (const char *plural_forms);
void nsc_plural_free (NscPlural *self);

guint nsc_plural_get_count (const NscPlural *self);

/* The form for N, always below the count. */
guint nsc_plural_index (const NscPlural *self, guint64 n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscPlural, nsc_plural_free)

G_END_DECLS
