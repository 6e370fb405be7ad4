/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-words.h"

#include "nsc-base-resources.h"
#include "nsc-plural.h"

#include <gio/gio.h>
#include <string.h>

/* A compiled catalogue as gettext's manual describes it ("The Format of GNU MO Files"): seven words of header, then
 * two tables of length and offset, the originals sorted by bytes. */
#define MO_MAGIC 0x950412deu

typedef struct
{
  const char *language;
  GBytes *bytes;
  const char *data;
  guint32 n_messages;
  guint32 originals;
  guint32 translations;
  NscPlural *plural;
} Catalogue;

static const char *const languages[] = { "en", "zh_CN", NULL };

static guint32
word_at (const Catalogue *self, gsize offset)
{
  guint32 word;

  memcpy (&word, self->data + offset, sizeof word);
  return word;
}

static const char *
lookup (const Catalogue *self, const char *msgid)
{
  guint32 low = 0, high = self->n_messages;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      int order = strcmp (msgid, self->data + word_at (self, self->originals + middle * 8u + 4u));

      if (order == 0)
        return self->data + word_at (self, self->translations + middle * 8u + 4u);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}

static char *
plural_forms_of (const Catalogue *self)
{
  const char *header = lookup (self, "");
  const char *line = header != NULL ? strstr (header, "Plural-Forms:") : NULL;

  if (line == NULL)
    return g_strdup ("nplurals=1; plural=0;");
  line += strlen ("Plural-Forms:");
  return g_strndup (line, strcspn (line, "\n"));
}

/* The catalogues are part of the program, so one that does not read is a mistake of the build. */
static Catalogue *
load_catalogue (const char *language)
{
  Catalogue *self = g_new0 (Catalogue, 1);
  g_autofree char *path = g_strdup_printf ("/io/github/normscape/Normscape/words/%s.mo", language);
  g_autofree char *plural_forms = NULL;

  self->language = language;
  self->bytes = g_resource_lookup_data (nsc_base_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (self->bytes != NULL);
  self->data = g_bytes_get_data (self->bytes, NULL);
  g_assert (word_at (self, 0) == MO_MAGIC);
  self->n_messages = word_at (self, 8);
  self->originals = word_at (self, 12);
  self->translations = word_at (self, 16);
  plural_forms = plural_forms_of (self);
  self->plural = nsc_plural_new (plural_forms);
  g_assert (self->plural != NULL);
  return self;
}

static gpointer
load_catalogues (gpointer unused)
{
  GPtrArray *catalogues = g_ptr_array_new ();

  for (guint i = 1; languages[i] != NULL; i++)
    g_ptr_array_add (catalogues, load_catalogue (languages[i]));
  return catalogues;
}

static const Catalogue *
catalogue_for (const char *language)
{
  static GOnce once = G_ONCE_INIT;
  GPtrArray *catalogues = g_once (&once, load_catalogues, NULL);

  for (guint i = 0; i < catalogues->len; i++)
    {
      const Catalogue *catalogue = g_ptr_array_index (catalogues, i);

      if (g_str_equal (catalogue->language, language))
        return catalogue;
    }
  return NULL;
}

const char *const *
nsc_words_get_languages (void)
{
  return languages;
}

gboolean
nsc_words_has_language (const char *language)
{
  return g_strv_contains (languages, language);
}

const char *
nsc_words_language_for_locale (const char *locale)
{
  if (locale != NULL && g_str_has_prefix (locale, "zh"))
    return "zh_CN";
  return "en";
}

const char *
nsc_words_get (const char *language, const char *msgid)
{
  const Catalogue *catalogue;
  const char *found;

  g_return_val_if_fail (language != NULL && msgid != NULL, msgid);

  /* The empty msgid is the catalogue's header, never a word. */
  if (*msgid == '\0')
    return msgid;
  catalogue = catalogue_for (language);
  found = catalogue != NULL ? lookup (catalogue, msgid) : NULL;
  return found != NULL ? found : msgid;
}

const char *
nsc_words_get_plural (const char *language, const char *msgid, const char *msgid_plural, guint64 n)
{
  const Catalogue *catalogue;
  const char *found;

  g_return_val_if_fail (language != NULL && msgid != NULL && msgid_plural != NULL, msgid);

  catalogue = catalogue_for (language);
  found = catalogue != NULL ? lookup (catalogue, msgid) : NULL;
  if (found == NULL)
    return n == 1 ? msgid : msgid_plural;
  for (guint index = nsc_plural_index (catalogue->plural, n); index > 0; index--)
    found += strlen (found) + 1;
  return found;
}
