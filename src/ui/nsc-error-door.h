/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The one door through which an error reaches a person. It chooses the place by the kind of trouble: a toast for what
 * passes, a banner for a state to mend, a dialog for a refusal to read and answer. Where nothing can open, a status
 * page takes its words from here too. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  NSC_ERROR_PLACE_NONE, /* the person cancelled it and knows */
  NSC_ERROR_PLACE_TOAST,
  NSC_ERROR_PLACE_BANNER,
  NSC_ERROR_PLACE_DIALOG,
} NscErrorPlace;

NscErrorPlace nsc_error_door_place (const GError *error);

/* The heading over the error's message, such as "Not a Project". */
const char *nsc_error_door_heading (const GError *error);

/* Has PAGE tell the error, where nothing else can be shown. */
void nsc_error_door_fill_page (AdwStatusPage *page, const GError *error);

/* Shows the error in the window of WIDGET. */
void nsc_error_door_show (GtkWidget *widget, const GError *error);

/* The same over WIDGET, such as a dialog, where it is read before anything else is done: for what befell another file
 * than the project, whose state the window tells. */
void nsc_error_door_show_over (GtkWidget *widget, const GError *error);

G_END_DECLS
