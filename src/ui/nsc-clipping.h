/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a person copied of a report: its figure as a picture or as SVG, or its table. Nothing is made before somebody
 * pastes; then it is made on a worker, in the form that is asked for. Main thread only. */

#include "nsc-report.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_CLIPPING (nsc_clipping_get_type ())
G_DECLARE_FINAL_TYPE (NscClipping, nsc_clipping, NSC, CLIPPING, GdkContentProvider)

typedef enum
{
  NSC_CLIPPING_FIGURE, /* image/png, twice as fine as a screen */
  NSC_CLIPPING_SVG,    /* image/svg+xml and its text */
  NSC_CLIPPING_TABLE,  /* text with tabs, HTML, CSV */
} NscClippingKind;

/* SHEET is the table of RESULT, with its rows in the order that the person looks at. */
GdkContentProvider *nsc_clipping_new (NscResult *result, NscSheet *sheet, NscClippingKind kind);

/* Puts it on the clipboard of WIDGET and says so in its window. */
void nsc_clipping_copy (GtkWidget *widget, NscResult *result, NscSheet *sheet, NscClippingKind kind);

G_END_DECLS
