/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The hash of digests and of history rows: 64 bits, the same on every machine and in every version, quick, and with
 * each bit of the input in each bit of the result. It finds accidents, not forgers. Pure; any thread. */

#include <glib.h>

G_BEGIN_DECLS

#define NSC_HASH_START G_GUINT64_CONSTANT (0x6e6f726d73636170)

/* HASH continued by a number or by bytes; the length counts, so that "a", "bc" differs from "ab", "c". */
guint64 nsc_hash_integer (guint64 hash, guint64 value);
guint64 nsc_hash_bytes (guint64 hash, const void *data, gsize length);

G_END_DECLS
