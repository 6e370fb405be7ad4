/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The keys of what is drawn of issues and publishers. A key is made of ids and years alone, never of a side or a place,
 * so that it stays when publishers change sides or issues are left out:
 * - an issue, for its row and its lead;
 * - a publisher's mentions of an issue;
 * - a publisher's mentions of an issue in one year, for a dot;
 * - a publisher's documents of a year in which it does not mention an issue, for a tick.
 * PUBLISHER is nsc_publishers_get_key. Any thread. */

#include <glib.h>

G_BEGIN_DECLS

gint64 nsc_issue_key_of_issue (const char *issue);
gint64 nsc_issue_key_of_mentions (const char *issue, const char *publisher);
gint64 nsc_issue_key_of_year (const char *issue, const char *publisher, guint year);
gint64 nsc_issue_key_of_silence (const char *issue, const char *publisher, guint year);

G_END_DECLS
