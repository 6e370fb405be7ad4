/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What can be done by keyboard, told once: the accelerators are set from this table and the shortcuts dialog is built
 * from it, so that neither can promise what the other does not keep. Constant. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  const char *group;     /* msgid of the heading it stands under */
  const char *title;     /* msgid of what it does */
  const char *action;    /* detailed action, or NULL where a widget answers to the key by itself */
  const char *accels[5]; /* ends with NULL */
} NscActionKey;

/* Grouped, in the order of the dialog; ends with a NULL title. */
const NscActionKey *nsc_action_table_get (void);

void nsc_action_table_install (GtkApplication *application);

G_END_DECLS
