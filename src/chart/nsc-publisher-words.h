/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Names and numbers within sentences about publishers. Results are to be freed. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* The name of a publisher of that kind within a sentence: "the UN Group of Governmental Experts". */
char *nsc_publisher_words_name (const char *language, const char *name, const char *kind);

/* The same at a sentence's start: "The UN Group of Governmental Experts". */
char *nsc_publisher_words_start (const char *language, const char *name, const char *kind);

/* A number of issues as a title has it: a word below ten, else digits. */
char *nsc_publisher_words_number (const char *language, guint64 n);

G_END_DECLS
