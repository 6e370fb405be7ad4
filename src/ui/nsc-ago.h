/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How long ago something was, in the words of the interface: "yesterday", and a date where counting days says nothing.
 * Any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* When a project was opened, as a sentence: "Opened 5 minutes ago". To be freed. */
char *nsc_ago_opened (GDateTime *then, GDateTime *now);

G_END_DECLS
