/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-color.h"

#include <math.h>

NscColor
nsc_color_from_rgb (guint32 rgb)
{
  return (NscColor) { ((rgb >> 16) & 0xff) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0 };
}

guint32
nsc_color_to_rgb (NscColor self)
{
  return (guint32) lround (self.red * 255) << 16 | (guint32) lround (self.green * 255) << 8 |
         (guint32) lround (self.blue * 255);
}

NscColor
nsc_color_mix (NscColor self, NscColor paper, double share)
{
  return (NscColor) { self.red * share + paper.red * (1 - share), self.green * share + paper.green * (1 - share),
                      self.blue * share + paper.blue * (1 - share) };
}

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (NscColor color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green) + 0.0722 * linear (color.blue);
}

double
nsc_color_contrast (NscColor a, NscColor b)
{
  double first = luminance (a), second = luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}
