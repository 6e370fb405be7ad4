/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the program is: version and news from its metainfo, who made it, on which libraries and lists it rests and under
 * which licences, and the versions that a report of a fault should name. Main thread only. */

#include <adwaita.h>

G_BEGIN_DECLS

AdwDialog *nsc_about_dialog_new (void);

/* The versions at work and the typefaces that are used, a line each, in English as developers read them. To be freed.
 */
char *nsc_about_dialog_dup_debug_info (void);

G_END_DECLS
