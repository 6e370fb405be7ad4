/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What has become of the file of an open project, apart from what is in it. */

#include "nsc-connection-private.h"
#include "nsc-store.h"

G_BEGIN_DECLS

/* PLACE is the file without links; WRITER the connection that writes that very file, or NULL where it is only read or
 * worked on in a copy. On the thread of the connection. */
NscStorePlace nsc_store_place_look (const char *place, NscConnection *writer, gboolean is_written);

/* The sentence for a person, to be freed; NULL where all is well. */
char *nsc_store_place_words (NscStorePlace state, const char *path);

G_END_DECLS
