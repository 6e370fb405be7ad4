/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Shows another list, and hands its place over to the next one without a person waiting: a view that hears of many rows
 * that go and come at once looks for each of those that go among all that come. So as many come at once as it shows,
 * and the rest after them. Its sections are those of the list that it shows. Main thread only. */

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define NSC_TYPE_HANDOVER_LIST (nsc_handover_list_get_type ())
G_DECLARE_FINAL_TYPE (NscHandoverList, nsc_handover_list, NSC, HANDOVER_LIST, GObject)

/* Of GObject; empty. */
NscHandoverList *nsc_handover_list_new (void);

/* SHOWN, which must not change any more, is kept alive; NULL: nothing is shown. */
void nsc_handover_list_set (NscHandoverList *self, GListModel *shown);

/* Or NULL. */
GListModel *nsc_handover_list_get (NscHandoverList *self);

G_END_DECLS
