/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The search in the list that drops down from a combo row, which the row leaves half done: Enter takes what was found,
 * what begins with the letters goes before what only has them, an empty list says so, and entry and list have names
 * for screen readers. Main thread only. */

#include <adwaita.h>

G_BEGIN_DECLS

/* Once per row, which has its expression already. */
void nsc_popup_search_add (AdwComboRow *row);

/* Looks for what the entry holds now rather than after a while, and chooses the best of it, as Enter does. */
void nsc_popup_search_finish (AdwComboRow *row);

G_END_DECLS
