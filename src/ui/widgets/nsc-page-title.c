/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-page-title.h"

struct _NscPageTitle
{
  GtkWidget parent_instance;

  GtkWidget *whole; /* of the two one is seen */
  GtkWidget *plain;
};

G_DEFINE_FINAL_TYPE (NscPageTitle, nsc_page_title, GTK_TYPE_WIDGET)

static void
nsc_page_title_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  NscPageTitle *self = NSC_PAGE_TITLE (widget);
  int least, most, whole_least, whole_most;

  gtk_widget_measure (self->plain, orientation, -1, &least, &most, NULL, NULL);
  gtk_widget_measure (self->whole, orientation, -1, &whole_least, &whole_most, NULL, NULL);
  /* As high as both, so that the header does not jump. */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? least : MAX (least, whole_least);
  *natural = MAX (most, whole_most);
}

static void
nsc_page_title_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NscPageTitle *self = NSC_PAGE_TITLE (widget);
  int needed;
  gboolean fits;

  gtk_widget_measure (self->whole, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &needed, NULL, NULL);
  fits = width >= needed;
  gtk_widget_set_child_visible (self->whole, fits);
  gtk_widget_set_child_visible (self->plain, !fits);
  gtk_widget_allocate (fits ? self->whole : self->plain, width, height, baseline, NULL);
}

static void
nsc_page_title_dispose (GObject *object)
{
  NscPageTitle *self = NSC_PAGE_TITLE (object);

  g_clear_pointer (&self->whole, gtk_widget_unparent);
  g_clear_pointer (&self->plain, gtk_widget_unparent);
  G_OBJECT_CLASS (nsc_page_title_parent_class)->dispose (object);
}

static void
nsc_page_title_class_init (NscPageTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_page_title_dispose;
  widget_class->measure = nsc_page_title_measure;
  widget_class->size_allocate = nsc_page_title_size_allocate;
}

static void
nsc_page_title_init (NscPageTitle *self)
{
  self->whole = adw_window_title_new ("", "");
  self->plain = adw_window_title_new ("", "");
  gtk_widget_set_parent (self->whole, GTK_WIDGET (self));
  gtk_widget_set_parent (self->plain, GTK_WIDGET (self));
}

void
nsc_page_title_set_title (NscPageTitle *self, const char *title)
{
  g_return_if_fail (NSC_IS_PAGE_TITLE (self));
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->whole), title);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->plain), title);
}

void
nsc_page_title_set_subtitle (NscPageTitle *self, const char *subtitle)
{
  g_return_if_fail (NSC_IS_PAGE_TITLE (self));
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->whole), subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), *subtitle != '\0' ? subtitle : NULL);
}

const char *
nsc_page_title_get_subtitle (NscPageTitle *self)
{
  g_return_val_if_fail (NSC_IS_PAGE_TITLE (self), NULL);
  return adw_window_title_get_subtitle (ADW_WINDOW_TITLE (self->whole));
}
