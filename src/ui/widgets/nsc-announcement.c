/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-announcement.h"

void
nsc_announcement_make (GtkWidget *widget, const char *words)
{
  g_autoptr (GtkATContext) context = gtk_accessible_get_at_context (GTK_ACCESSIBLE (widget));

  /* The context that GTK 4.18 has for tests jumps to nowhere when it is to announce. */
  if (context != NULL && !g_str_equal (G_OBJECT_TYPE_NAME (context), "GtkTestATContext"))
    gtk_accessible_announce (GTK_ACCESSIBLE (widget), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}
