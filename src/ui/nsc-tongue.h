/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The language of the interface, as figures and names of records know it: "en" or "zh_CN". Any thread. */

#include <glib.h>

G_BEGIN_DECLS

/* Lives as long as the program. */
const char *nsc_tongue_get (void);

/* How a language calls itself, "中文". */
const char *nsc_tongue_get_own_name (const char *language);

G_END_DECLS
