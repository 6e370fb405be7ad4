/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-record-cell.h"

struct _NscRecordCell
{
  GtkWidget parent_instance;

  GtkWidget *words;
};

G_DEFINE_FINAL_TYPE (NscRecordCell, nsc_record_cell, GTK_TYPE_WIDGET)

/* A line in letters of FONT, in pixels. */
typedef struct
{
  PangoFontDescription *font;
  int height;
  int baseline;
} Line;

/* Chinese stands higher than Latin: a row is as high as both need, so that all are equal. Latin is in its middle. */
static void
measure_line (Line *line, GtkWidget *words, const PangoFontDescription *font)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (words, "Ág国");
  int latin;

  g_clear_pointer (&line->font, pango_font_description_free);
  line->font = pango_font_description_copy (font);
  pango_layout_get_pixel_size (layout, NULL, &line->height);
  pango_layout_set_text (layout, "Ág", -1);
  pango_layout_get_pixel_size (layout, NULL, &latin);
  line->baseline = (line->height - latin) / 2 + pango_layout_get_baseline (layout) / PANGO_SCALE;
}

/* All cells have the same letters, so that the first one measures for all. */
static const Line *
get_line (NscRecordCell *self)
{
  static Line line;
  const PangoFontDescription *font = pango_context_get_font_description (gtk_widget_get_pango_context (self->words));

  if (line.font == NULL || !pango_font_description_equal (line.font, font))
    measure_line (&line, self->words, font);
  return &line;
}

static void
nsc_record_cell_dispose (GObject *object)
{
  g_clear_pointer (&NSC_RECORD_CELL (object)->words, gtk_widget_unparent);
  G_OBJECT_CLASS (nsc_record_cell_parent_class)->dispose (object);
}

static void
nsc_record_cell_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  NscRecordCell *self = NSC_RECORD_CELL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    gtk_widget_measure (self->words, orientation, -1, minimum, natural, NULL, NULL);
  else
    *minimum = *natural = get_line (self)->height;
}

/* Left to itself an inscription puts words that it cuts at its top, and others in its middle. */
static void
nsc_record_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  NscRecordCell *self = NSC_RECORD_CELL (widget);
  const Line *line = get_line (self);

  gtk_widget_allocate (self->words, width, height, line->baseline + (height - line->height) / 2, NULL);
}

static void
nsc_record_cell_class_init (NscRecordCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_record_cell_dispose;
  widget_class->measure = nsc_record_cell_measure;
  widget_class->size_allocate = nsc_record_cell_size_allocate;
}

/* An inscription is laid out when it is seen only, unlike a label: of the two hundred rows that a view makes that is a
 * tenth. */
static void
nsc_record_cell_init (NscRecordCell *self)
{
  self->words = gtk_inscription_new (NULL);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (self->words), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  /* The cell knows how high it is. */
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (self->words), 0);
  gtk_widget_set_valign (self->words, GTK_ALIGN_BASELINE_FILL);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
}

GtkWidget *
nsc_record_cell_new (void)
{
  return g_object_new (NSC_TYPE_RECORD_CELL, NULL);
}

GtkInscription *
nsc_record_cell_get_words (NscRecordCell *self)
{
  g_return_val_if_fail (NSC_IS_RECORD_CELL (self), NULL);

  return GTK_INSCRIPTION (self->words);
}
