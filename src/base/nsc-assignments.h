/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Names with values in one line of text, as a command line has them: `initiative=tech_accord by=country
 * cumulative=yes`. Blanks part them. A value with blanks or quotes in it stands in double quotes, where \" is a quote
 * and \\ a backslash. A name has letters, digits, - and _, begins with a letter and comes once. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *value; /* may be empty */
} NscAssignment;

/* What TEXT says, in its order; elements NscAssignment, owned by the array. NULL with NSC_ERROR_INPUT where it says
 * nothing of that kind. */
GPtrArray *nsc_assignments_parse (const char *text, GError **error);

/* Appends one to TEXT, such that nsc_assignments_parse reads it again. */
void nsc_assignments_append (GString *text, const char *name, const char *value);

G_END_DECLS
