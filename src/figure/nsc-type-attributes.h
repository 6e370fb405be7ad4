/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What Pango is told of a line of words besides its size: digits that stand in columns, the bold lead, Chinese marks
 * from the Chinese face, and where a line must not end. Indices are bytes of the text. Any thread. */

#include "nsc-face.h"

#include <pango/pango.h>

G_BEGIN_DECLS

/* The first LEAD bytes of TEXT are bold. To be released with pango_attr_list_unref. */
PangoAttrList *nsc_type_attributes_new (const char *text, guint lead, gboolean chinese, NscFace face);

/* No line of TEXT ends within PHRASE. */
void nsc_type_attributes_keep_together (PangoAttrList *self, const char *text, const char *phrase);

G_END_DECLS
