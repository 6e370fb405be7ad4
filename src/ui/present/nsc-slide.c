/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-slide.h"

struct _NscSlide
{
  GObject parent_instance;

  char *report;
  NscOptions *options;
  NscRevealKind reveal;
  char *title, *note; /* or NULL */
  char *trouble;      /* or NULL */
};

G_DEFINE_FINAL_TYPE (NscSlide, nsc_slide, G_TYPE_OBJECT)

static void
nsc_slide_finalize (GObject *object)
{
  NscSlide *self = NSC_SLIDE (object);

  g_free (self->report);
  g_hash_table_unref (self->options);
  g_free (self->title);
  g_free (self->note);
  g_free (self->trouble);
  G_OBJECT_CLASS (nsc_slide_parent_class)->finalize (object);
}

static void
nsc_slide_class_init (NscSlideClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = nsc_slide_finalize;
}

static void
nsc_slide_init (NscSlide *self)
{
}

NscSlide *
nsc_slide_new (const char *report, NscOptions *options, NscRevealKind reveal, const char *title, const char *note)
{
  NscSlide *self;

  g_return_val_if_fail (report != NULL && options != NULL, NULL);

  self = g_object_new (NSC_TYPE_SLIDE, NULL);
  self->report = g_strdup (report);
  self->options = g_hash_table_ref (options);
  self->reveal = reveal;
  self->title = g_strdup (title);
  self->note = note != NULL && *note != '\0' ? g_strdup (note) : NULL;
  return self;
}

NscSlide *
nsc_slide_new_troubled (const char *trouble, const char *title, const char *note)
{
  g_autoptr (GHashTable) options = nsc_options_new ();
  NscSlide *self = nsc_slide_new ("", options, NSC_REVEAL_NONE, title, note);

  self->trouble = g_strdup (trouble);
  return self;
}

const char *
nsc_slide_get_trouble (NscSlide *self)
{
  g_return_val_if_fail (NSC_IS_SLIDE (self), NULL);
  return self->trouble;
}

const char *
nsc_slide_get_report (NscSlide *self)
{
  g_return_val_if_fail (NSC_IS_SLIDE (self), NULL);
  return self->report;
}

NscOptions *
nsc_slide_get_options (NscSlide *self)
{
  g_return_val_if_fail (NSC_IS_SLIDE (self), NULL);
  return self->options;
}

NscRevealKind
nsc_slide_get_reveal (NscSlide *self)
{
  g_return_val_if_fail (NSC_IS_SLIDE (self), NSC_REVEAL_NONE);
  return self->reveal;
}

const char *
nsc_slide_get_title (NscSlide *self)
{
  g_return_val_if_fail (NSC_IS_SLIDE (self), NULL);
  return self->title;
}

const char *
nsc_slide_get_note (NscSlide *self)
{
  g_return_val_if_fail (NSC_IS_SLIDE (self), NULL);
  return self->note;
}
