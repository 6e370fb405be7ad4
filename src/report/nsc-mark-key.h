/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Keys of marks: numbers made from what a mark stands for, so that the same thing has the same key in every result and
 * what was chosen stays chosen when an option changes, while another thing never takes its place. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* A key above 0 from KIND, such as a dimension, and the texts that follow, ended by NULL. */
gint64 nsc_mark_key_new (const char *kind, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
