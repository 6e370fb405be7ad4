/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-figure-style.h"

#include "nsc-tongue.h"

#include <adwaita.h>

struct _NscFigureStyle
{
  GObject parent_instance;

  GSettings *settings; /* NULL: the desktop decides */
  const NscTheme *theme;
};

G_DEFINE_FINAL_TYPE (NscFigureStyle, nsc_figure_style, G_TYPE_OBJECT)

enum
{
  CHANGED,
  LANGUAGE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static NscThemeName
theme_of_desktop (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  if (adw_style_manager_get_high_contrast (style))
    return NSC_THEME_HIGH_CONTRAST;
  return adw_style_manager_get_dark (style) ? NSC_THEME_SCREEN_DARK : NSC_THEME_SCREEN_LIGHT;
}

static NscThemeName
chosen_theme (NscFigureStyle *self)
{
  g_autofree char *palette = self->settings != NULL ? g_settings_get_string (self->settings, "figure-palette") : NULL;

  if (g_strcmp0 (palette, "white") == 0)
    return NSC_THEME_SCREEN_LIGHT;
  if (g_strcmp0 (palette, "grey") == 0)
    return NSC_THEME_SCREEN_GREY;
  if (g_strcmp0 (palette, "contrast") == 0)
    return NSC_THEME_HIGH_CONTRAST;
  return theme_of_desktop ();
}

static NscFace
chosen_face (NscFigureStyle *self)
{
  g_autofree char *name = self->settings != NULL ? g_settings_get_string (self->settings, "figure-font") : NULL;
  NscFace face;

  return nsc_face_find (name, &face) ? face : NSC_FACE_SANS;
}

static void
update (NscFigureStyle *self)
{
  const NscTheme *theme = nsc_theme_get_in_face (nsc_theme_get (chosen_theme (self)), chosen_face (self));

  if (theme == self->theme)
    return;
  self->theme = theme;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
language_cb (NscFigureStyle *self)
{
  g_signal_emit (self, signals[LANGUAGE_CHANGED], 0);
}

static void
nsc_figure_style_dispose (GObject *object)
{
  NscFigureStyle *self = NSC_FIGURE_STYLE (object);

  g_clear_object (&self->settings);
  G_OBJECT_CLASS (nsc_figure_style_parent_class)->dispose (object);
}

static void
nsc_figure_style_class_init (NscFigureStyleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = nsc_figure_style_dispose;

  signals[CHANGED] =
      g_signal_new ("changed", NSC_TYPE_FIGURE_STYLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LANGUAGE_CHANGED] =
      g_signal_new ("language-changed", NSC_TYPE_FIGURE_STYLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
nsc_figure_style_init (NscFigureStyle *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

NscFigureStyle *
nsc_figure_style_get_default (void)
{
  static NscFigureStyle *style = NULL;

  if (style == NULL)
    style = g_object_new (NSC_TYPE_FIGURE_STYLE, NULL);
  return style;
}

void
nsc_figure_style_follow (NscFigureStyle *self, GSettings *settings)
{
  g_return_if_fail (NSC_IS_FIGURE_STYLE (self));

  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_set_object (&self->settings, settings);
  if (settings != NULL)
    {
      g_signal_connect_object (settings, "changed::figure-font", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (settings, "changed::figure-palette", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (settings, "changed::figure-language", G_CALLBACK (language_cb), self, G_CONNECT_SWAPPED);
    }
  update (self);
}

const NscTheme *
nsc_figure_style_get_theme (void)
{
  return nsc_figure_style_get_default ()->theme;
}

GdkRGBA
nsc_figure_style_get_rgba (const NscTheme *theme, NscColorRole role)
{
  NscColor color = nsc_theme_get_color (theme, role);

  return (GdkRGBA) { (float) color.red, (float) color.green, (float) color.blue, 1 };
}

NscFace
nsc_figure_style_get_face (void)
{
  return nsc_theme_get_face (nsc_figure_style_get_theme ());
}

const char *
nsc_figure_style_get_language (void)
{
  NscFigureStyle *self = nsc_figure_style_get_default ();
  g_autofree char *language = self->settings != NULL ? g_settings_get_string (self->settings, "figure-language") : NULL;

  return language != NULL && *language != '\0' ? g_intern_string (language) : nsc_tongue_get ();
}
