/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A project with as many signatories as a person will ever have, in seconds: the rows are written straight into its
 * file, which then has no digests of them. */

#include <glib.h>

G_BEGIN_DECLS

/* A new project at PATH: N actors, each with a country, who have all signed "crowd", each on grounds of its own, and
 * some of them "few-1" and "few-2" too; issues that two publishers mention. All actors come from one source. */
void ui_crowd_make (const char *path, guint n);

G_END_DECLS
