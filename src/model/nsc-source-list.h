/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The sources of a book that have some letters, in an order: a list model of NscSourceItem. Found and ordered on a
 * worker, immutable then; items are made when somebody looks at them, so that it costs nothing to show. */

#include "nsc-source-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  NSC_SOURCE_ORDER_COUNT,      /* what most records rest on comes first, and so among equals of the others */
  NSC_SOURCE_ORDER_SOURCE,     /* as its language orders letters */
  NSC_SOURCE_ORDER_CONFIDENCE, /* the surest comes first */
} NscSourceOrder;

#define NSC_TYPE_SOURCE_LIST (nsc_source_list_get_type ())
G_DECLARE_FINAL_TYPE (NscSourceList, nsc_source_list, NSC, SOURCE_LIST, GObject)

/* LETTERS as a person types them, "" for all; UNNAMED is what they read where there is no source. */
NscSourceList *
nsc_source_list_new (NscSourceBook *book, NscSourceOrder order, const char *letters, const char *unnamed);

NscSourceBook *nsc_source_list_get_book (NscSourceList *self);

G_END_DECLS
