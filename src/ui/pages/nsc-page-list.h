/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The pages that there are. The window makes one of each when it is first shown, and its sidebar in the order of this
 * list; a new page is one line here. Constant. */

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;    /* the target of the action win.page */
  const char *section; /* msgid of the sidebar's heading */
  const char *title;   /* msgid */
  const char *icon;
  GType (*get_type) (void); /* of an NscPage */
} NscPageEntry;

/* In the order of the sidebar; ends with a NULL name. */
const NscPageEntry *nsc_page_list_get (void);

G_END_DECLS
