/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Small helpers for text that people read. Results belong to the caller. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* A whole number with the digit groups of LANGUAGE: 1,221 in both. Four digits are grouped as well, so that numbers
 * that stand in a column look alike. */
char *nsc_text_integer (const char *language, gint64 value);

/* The same of a number of things, which may be greater than any gint64 and is then told as the greatest. */
char *nsc_text_count (const char *language, guint64 count);

/* A number with DECIMALS decimals and a true minus, as in −0.17; none before a number that rounds to zero. NaN, where
 * there is no such number, is a dash. */
char *nsc_text_decimal (double value, guint decimals);

/* PART of BASE as a percentage with one decimal, such as 45.6% or 2.0%, so that a column of them lines up; "" where
 * BASE is 0. */
char *nsc_text_percent (const char *language, gint64 part, gint64 base);

/* Whether TEXT is NULL, empty or only white space. */
gboolean nsc_text_is_blank (const char *text);

/* A column name or a code that nobody gave a label, made readable: tech_accord becomes "tech accord". */
char *nsc_text_from_code (const char *code);

/* TEXT on one line: ends of lines and tabs, which a name may hold, become blanks. */
char *nsc_text_to_line (const char *text);

/* Appends LINE, unless it is NULL or empty, on a line of its own. */
void nsc_text_append_line (GString *text, const char *line);

/* The items as one list in LANGUAGE: "a, b, c" or "a、b、c". */
char *nsc_text_join (const char *language, const char *const *items);

/* NAME without what stands in brackets at its end, "UN GGE (as publisher)" as "UN GGE". */
char *nsc_text_without_brackets (const char *name);

/* Appends FIELD as RFC 4180 writes it: quoted where it holds a comma, a quote or the end of a line, or has blanks at
 * its ends. A spreadsheet would take text that begins with =, +, -, @, a tab or a return for a formula and run it; such
 * text gets an apostrophe before it unless it is a number, and so does text that would else seem to have got one. */
void nsc_text_append_csv (GString *text, const char *field);

/* Whether FIELD has such an apostrophe before it, which is then not part of the text. */
gboolean nsc_text_csv_is_guarded (const char *field);

G_END_DECLS
