/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The words of figures, tables and captions, in the language of the figure and not of the process: a figure in Chinese
 * is the same whatever the locale of who draws it. The catalogues are the compiled po files embedded in the program;
 * "en" is the language of the msgids. Returned strings live as long as the program. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* Marks a msgid where no language is at hand yet. */
#ifndef N_
#define N_(String) (String)
#endif

/* The languages that figures can speak, NULL-terminated: "en", "zh_CN". */
const char *const *nsc_words_get_languages (void);
gboolean nsc_words_has_language (const char *language);

/* The language to use for a locale name such as zh_CN.UTF-8 or zh_Hans: its own where there is one, else "en". */
const char *nsc_words_language_for_locale (const char *locale);

/* MSGID in LANGUAGE, or MSGID itself where the catalogue has none. */
const char *nsc_words_get (const char *language, const char *msgid) G_GNUC_FORMAT (2);

/* The form of MSGID and MSGID_PLURAL that LANGUAGE uses for N. */
const char *nsc_words_get_plural (const char *language, const char *msgid, const char *msgid_plural, guint64 n)
    G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

G_END_DECLS
