/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-export-choices.h"

#define MM_TO_INCH 25.4

/* In the order of the command line's reckoning, so that both write the same bytes. */
#define POINTS(mm) ((mm) * 72.0 / MM_TO_INCH)

/* Besides columns a page that many journals and printers share, and a slide. */
static const struct
{
  const char *name;
  double width, height; /* points; 0: the person's choice */
} presets[] = {
  { "column", POINTS (84), 0 },
  { "double-column", POINTS (174), 0 },
  { "page", POINTS (174), POINTS (234) },
  { "slide", 960, 540 },
  { "custom", 0, 0 },
};

static double
preset_width (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (presets[i].name, name))
      return presets[i].width;
  return 0;
}

static double
preset_height (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (presets[i].name, name))
      return presets[i].height;
  return 0;
}

static const char *
load_word (GSettings *settings, const char *key)
{
  g_autofree char *word = g_settings_get_string (settings, key);

  return g_intern_string (word);
}

NscExportChoices
nsc_export_choices_load (GSettings *settings, const char *language)
{
  NscExportChoices self = { .format = "pdf",
                            .preset = "double-column",
                            .width = 174,
                            .height = 120,
                            .unit = "mm",
                            .theme = "print",
                            .language = g_intern_string (language),
                            .dpi = 300,
                            .parts = NSC_FIGURE_WHOLE,
                            .with_table = TRUE };
  const char *chosen;

  if (settings == NULL)
    return self;
  self.format = load_word (settings, "export-format");
  self.preset = load_word (settings, "export-preset");
  self.width = g_settings_get_double (settings, "export-width");
  self.height = g_settings_get_double (settings, "export-height");
  self.height_given = g_settings_get_boolean (settings, "export-height-given");
  self.unit = load_word (settings, "export-unit");
  self.theme = load_word (settings, "export-theme");
  chosen = load_word (settings, "export-language");
  if (*chosen != '\0')
    self.language = chosen;
  self.dpi = g_settings_get_int (settings, "export-dpi");
  self.parts = (g_settings_get_boolean (settings, "export-title") ? NSC_FIGURE_TITLE : 0) |
               (g_settings_get_boolean (settings, "export-source") ? NSC_FIGURE_SOURCE : 0);
  self.with_table = g_settings_get_boolean (settings, "export-table");
  return self;
}

void
nsc_export_choices_save (const NscExportChoices *self, GSettings *settings, const char *language)
{
  if (settings == NULL)
    return;
  g_settings_set_string (settings, "export-format", self->format);
  g_settings_set_string (settings, "export-preset", self->preset);
  g_settings_set_double (settings, "export-width", CLAMP (self->width, NSC_EXPORT_SHORTEST, NSC_EXPORT_LONGEST));
  g_settings_set_double (settings, "export-height", CLAMP (self->height, NSC_EXPORT_SHORTEST, NSC_EXPORT_LONGEST));
  g_settings_set_boolean (settings, "export-height-given", self->height_given);
  g_settings_set_string (settings, "export-unit", self->unit);
  g_settings_set_string (settings, "export-theme", self->theme);
  g_settings_set_string (settings, "export-language", g_str_equal (self->language, language) ? "" : self->language);
  g_settings_set_int (settings, "export-dpi", self->dpi);
  g_settings_set_boolean (settings, "export-title", (self->parts & NSC_FIGURE_TITLE) != 0);
  g_settings_set_boolean (settings, "export-source", (self->parts & NSC_FIGURE_SOURCE) != 0);
  g_settings_set_boolean (settings, "export-table", self->with_table);
}

void
nsc_export_choices_get_page (const NscExportChoices *self, double *width, double *height)
{
  double own_width = preset_width (self->preset), own_height = preset_height (self->preset);

  *width = own_width > 0 ? own_width : POINTS (self->width);
  *height = own_height > 0 ? own_height : self->height_given ? POINTS (self->height) : 0;
}

gboolean
nsc_export_choices_has_width (const NscExportChoices *self)
{
  return preset_width (self->preset) > 0;
}

gboolean
nsc_export_choices_has_height (const NscExportChoices *self)
{
  return preset_height (self->preset) > 0;
}

double
nsc_export_choices_get_unit (const NscExportChoices *self)
{
  if (g_str_equal (self->unit, "cm"))
    return 10;
  if (g_str_equal (self->unit, "in"))
    return MM_TO_INCH;
  return g_str_equal (self->unit, "pt") ? MM_TO_INCH / 72 : 1;
}
