/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-export-options.h"

#include "nsc-accessible-names.h"
#include "nsc-choice-row.h"
#include "nsc-tongue.h"

#include <glib/gi18n-lib.h>

struct _NscExportOptions
{
  AdwPreferencesPage parent_instance;

  NscExportChoices choices;
  gboolean quiet; /* the program is choosing */

  AdwSpinRow *dpi_row;
  AdwToggleGroup *format_toggles;
  AdwSpinRow *given_row;
  NscChoiceRow *height_row;
  NscChoiceRow *language_row;
  NscChoiceRow *preset_row;
  AdwSwitchRow *source_row;
  AdwSwitchRow *table_row;
  NscChoiceRow *theme_row;
  AdwSwitchRow *title_row;
  NscChoiceRow *unit_row;
  AdwSpinRow *width_row;
};

G_DEFINE_FINAL_TYPE (NscExportOptions, nsc_export_options, ADW_TYPE_PREFERENCES_PAGE)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* ---- what is offered ---- */

typedef struct
{
  const char *id;
  const char *label; /* msgid */
} Offer;

static void
fill (NscChoiceRow *row, const Offer *offers, gsize n)
{
  nsc_choice_row_begin (row);
  for (gsize i = 0; i < n; i++)
    nsc_choice_row_add (row, offers[i].id, _ (offers[i].label));
  nsc_choice_row_end (row);
}

static void
offer_choices (NscExportOptions *self)
{
  static const Offer presets[] = {
    { "column", N_ ("One column, 84 mm") },
    { "double-column", N_ ("Two columns, 174 mm") },
    { "page", N_ ("Full page") },
    { "slide", N_ ("Slide, 16:9") },
    { "custom", N_ ("Custom") },
  };
  static const Offer heights[] = { { "automatic", N_ ("Automatic") }, { "given", N_ ("Given") } };
  static const Offer units[] = {
    { "mm", N_ ("Millimetres") }, { "cm", N_ ("Centimetres") }, { "in", N_ ("Inches") }, { "pt", N_ ("Points") }
  };
  static const Offer themes[] = {
    { "print", N_ ("Print") }, { "grey", N_ ("Greyscale") },         { "slide", N_ ("Slide") },
    { "dark", N_ ("Dark") },   { "contrast", N_ ("High contrast") },
  };

  fill (self->preset_row, presets, G_N_ELEMENTS (presets));
  fill (self->height_row, heights, G_N_ELEMENTS (heights));
  fill (self->unit_row, units, G_N_ELEMENTS (units));
  fill (self->theme_row, themes, G_N_ELEMENTS (themes));
  nsc_choice_row_begin (self->language_row);
  nsc_choice_row_add (self->language_row, "en", nsc_tongue_get_own_name ("en"));
  nsc_choice_row_add (self->language_row, "zh_CN", nsc_tongue_get_own_name ("zh_CN"));
  nsc_choice_row_end (self->language_row);
}

/* ---- choices in rows ---- */

static void
show_length (NscExportOptions *self, AdwSpinRow *row, double millimetres)
{
  double unit = nsc_export_choices_get_unit (&self->choices);
  gboolean is_fine = unit > 1;

  adw_spin_row_set_digits (row, is_fine ? 2 : 1);
  gtk_adjustment_configure (adw_spin_row_get_adjustment (row), millimetres / unit, NSC_EXPORT_SHORTEST / unit,
                            NSC_EXPORT_LONGEST / unit, is_fine ? 0.1 : 1, is_fine ? 1 : 10, 0);
}

/* Rows that do nothing are not there; one that may is disabled and says why. */
static void
show_rows_of_use (NscExportOptions *self)
{
  const NscExportChoices *choices = &self->choices;
  gboolean has_width = nsc_export_choices_has_width (choices), has_height = nsc_export_choices_has_height (choices);
  gboolean is_picture = g_str_equal (choices->format, "png");

  gtk_widget_set_visible (GTK_WIDGET (self->width_row), !has_width);
  gtk_widget_set_visible (GTK_WIDGET (self->height_row), !has_height);
  gtk_widget_set_visible (GTK_WIDGET (self->given_row), !has_height && choices->height_given);
  gtk_widget_set_visible (GTK_WIDGET (self->unit_row), !has_width || (!has_height && choices->height_given));
  gtk_widget_set_sensitive (GTK_WIDGET (self->dpi_row), is_picture);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->dpi_row),
                               is_picture ? _ ("Dots to the inch") : _ ("Not needed for vector formats"));
}

static void
show_choices (NscExportOptions *self)
{
  const NscExportChoices *choices = &self->choices;

  self->quiet = TRUE;
  adw_toggle_group_set_active_name (self->format_toggles, choices->format);
  nsc_choice_row_set_chosen (self->preset_row, choices->preset);
  nsc_choice_row_set_chosen (self->height_row, choices->height_given ? "given" : "automatic");
  nsc_choice_row_set_chosen (self->unit_row, choices->unit);
  nsc_choice_row_set_chosen (self->theme_row, choices->theme);
  nsc_choice_row_set_chosen (self->language_row, choices->language);
  show_length (self, self->width_row, choices->width);
  show_length (self, self->given_row, choices->height);
  adw_spin_row_set_value (self->dpi_row, choices->dpi);
  adw_switch_row_set_active (self->title_row, (choices->parts & NSC_FIGURE_TITLE) != 0);
  adw_switch_row_set_active (self->source_row, (choices->parts & NSC_FIGURE_SOURCE) != 0);
  adw_switch_row_set_active (self->table_row, choices->with_table);
  self->quiet = FALSE;
  show_rows_of_use (self);
}

static void
read_choices (NscExportOptions *self)
{
  NscExportChoices *choices = &self->choices;

  choices->format = g_intern_string (adw_toggle_group_get_active_name (self->format_toggles));
  choices->preset = g_intern_string (nsc_choice_row_get_chosen (self->preset_row));
  choices->height_given = g_str_equal (nsc_choice_row_get_chosen (self->height_row), "given");
  choices->unit = g_intern_string (nsc_choice_row_get_chosen (self->unit_row));
  choices->theme = g_intern_string (nsc_choice_row_get_chosen (self->theme_row));
  choices->language = g_intern_string (nsc_choice_row_get_chosen (self->language_row));
  choices->dpi = (int) adw_spin_row_get_value (self->dpi_row);
  choices->parts = (adw_switch_row_get_active (self->title_row) ? NSC_FIGURE_TITLE : 0) |
                   (adw_switch_row_get_active (self->source_row) ? NSC_FIGURE_SOURCE : 0);
  choices->with_table = adw_switch_row_get_active (self->table_row);
}

/* ---- callbacks ---- */

static void
changed_cb (NscExportOptions *self)
{
  if (self->quiet)
    return;
  read_choices (self);
  show_rows_of_use (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
length_cb (NscExportOptions *self)
{
  double unit = nsc_export_choices_get_unit (&self->choices);

  if (self->quiet)
    return;
  self->choices.width = adw_spin_row_get_value (self->width_row) * unit;
  self->choices.height = adw_spin_row_get_value (self->given_row) * unit;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The lengths stay what they are. */
static void
unit_cb (NscExportOptions *self)
{
  read_choices (self);
  show_choices (self);
}

/* A slide is read from afar, and nothing else is. */
static void
preset_cb (NscExportOptions *self)
{
  read_choices (self);
  if (g_str_equal (self->choices.preset, "slide"))
    self->choices.theme = g_intern_static_string ("slide");
  else if (g_str_equal (self->choices.theme, "slide"))
    self->choices.theme = g_intern_static_string ("print");
  show_choices (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ---- overrides ---- */

static void
nsc_export_options_dispose (GObject *object)
{
  NSC_EXPORT_OPTIONS (object)->quiet = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), NSC_TYPE_EXPORT_OPTIONS);
  G_OBJECT_CLASS (nsc_export_options_parent_class)->dispose (object);
}

static void
nsc_export_options_class_init (NscExportOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nsc_export_options_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", NSC_TYPE_EXPORT_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (NSC_TYPE_CHOICE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/normscape/Normscape/ui/nsc-export-options.ui");
#define CHILD(name_) gtk_widget_class_bind_template_child (widget_class, NscExportOptions, name_)
  CHILD (dpi_row);
  CHILD (format_toggles);
  CHILD (given_row);
  CHILD (height_row);
  CHILD (language_row);
  CHILD (preset_row);
  CHILD (source_row);
  CHILD (table_row);
  CHILD (theme_row);
  CHILD (title_row);
  CHILD (unit_row);
  CHILD (width_row);
#undef CHILD
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, length_cb);
  gtk_widget_class_bind_template_callback (widget_class, preset_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_cb);
}

static void
nsc_export_options_init (NscExportOptions *self)
{
  self->quiet = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  nsc_accessible_names_complete (GTK_WIDGET (self));
  offer_choices (self);
}

/* ---- public ---- */

void
nsc_export_options_set_choices (NscExportOptions *self, const NscExportChoices *choices)
{
  g_return_if_fail (NSC_IS_EXPORT_OPTIONS (self));

  self->choices = *choices;
  show_choices (self);
}

const NscExportChoices *
nsc_export_options_get_choices (NscExportOptions *self)
{
  g_return_val_if_fail (NSC_IS_EXPORT_OPTIONS (self), NULL);
  return &self->choices;
}

void
nsc_export_options_set_table_words (NscExportOptions *self, const char *words)
{
  g_return_if_fail (NSC_IS_EXPORT_OPTIONS (self));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->table_row), words);
}
