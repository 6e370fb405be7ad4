/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Whole sentences put one after the other, as a language does it. Results are to be freed. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* Both, either of which may be NULL; takes them over. */
char *nsc_sentences_join (const char *language, char *first, char *second);

/* The sentences with what they are about before them; NULL where they are NULL. Takes SENTENCES over. */
char *nsc_sentences_about (const char *language, const char *subject, char *sentences);

G_END_DECLS
