/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the targets of libFuzzer share. A target defines LLVMFuzzerTestOneInput, which does something with any bytes and
 * asserts what must hold of the product whatever they are. Linked with libFuzzer it is given bytes of libFuzzer's
 * making; linked with run-corpus.c it is given those of a folder, once. One thread. */

#include <glib.h>

G_BEGIN_DECLS

int LLVMFuzzerInitialize (int *argc, char ***argv);

/* Gives 0, or -1 for bytes that say nothing to the target. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* A folder of this process, which goes with it. */
const char *fuzz_target_get_folder (void);

/* Takes bytes from the beginning of what is left of an input; 0 where nothing is left. */
typedef struct
{
  const guint8 *data;
  gsize size;
} FuzzBytes;

guint8 fuzz_bytes_take (FuzzBytes *self);
guint64 fuzz_bytes_take_number (FuzzBytes *self, guint n_bytes);

/* What is left, as text that ends at its first NUL; to be freed. */
char *fuzz_bytes_to_text (const FuzzBytes *self);

/* Asserts that ERROR is one of the product's and tells it in UTF-8; frees it. */
void fuzz_target_assert_told (GError *error);

G_END_DECLS
