/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which backups of a project stay: the newest five, and of today and each of the six days before the newest one. What
 * seems to be from the future was made under another clock; of that the newest five stay too, so that a clock that goes
 * wrong takes nothing away. A pure function; any thread. */

#include <glib.h>

G_BEGIN_DECLS

#define NSC_ROTA_NEWEST 5
#define NSC_ROTA_DAYS 7

/* TIMES, all different, in any order, and NOW are seconds since 1970 UTC; days are those of ZONE. Gives those of TIMES
 * that go, oldest first. */
GArray *nsc_rota_list_surplus (const gint64 *times, guint n, gint64 now, GTimeZone *zone);

G_END_DECLS
