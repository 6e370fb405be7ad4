/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What takes longer than a second is said in the window, with a way to stop it where it can be stopped. Most of it is
 * done before, and then nothing is said. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _NscProgress NscProgress;

/* WORDS say what is under way: "Undoing: Imported actors.csv". CANCELLABLE is NULL where it has to be waited for. */
NscProgress *nsc_progress_begin (GtkWidget *widget, const char *words, GCancellable *cancellable);

/* It is done, or was stopped. Frees SELF. */
void nsc_progress_end (NscProgress *self);

G_END_DECLS
