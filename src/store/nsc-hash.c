/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-hash-private.h"

#include <string.h>

/* Each line is a bijection, so that two different inputs of one length never meet half-way. */
guint64
nsc_hash_integer (guint64 hash, guint64 value)
{
  hash ^= value;
  hash *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  hash ^= hash >> 32;
  hash *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  hash ^= hash >> 29;
  return hash;
}

guint64
nsc_hash_bytes (guint64 hash, const void *data, gsize length)
{
  const guint8 *bytes = data;
  guint64 word;

  hash = nsc_hash_integer (hash, length);
  for (; length >= sizeof word; length -= sizeof word, bytes += sizeof word)
    {
      memcpy (&word, bytes, sizeof word);
      hash = nsc_hash_integer (hash, GUINT64_FROM_LE (word));
    }
  if (length > 0)
    {
      word = 0;
      memcpy (&word, bytes, length);
      hash = nsc_hash_integer (hash, GUINT64_FROM_LE (word));
    }
  return hash;
}
