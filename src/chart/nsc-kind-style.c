/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-kind-style.h"

static const struct
{
  const char *kind;
  NscKindStyle style;
} styles[] = {
  { "company", { NSC_COLOR_BLUE, NSC_SHAPE_CIRCLE } },
  { "igo", { NSC_COLOR_ORANGE, NSC_SHAPE_DIAMOND } },
  { "state", { NSC_COLOR_TEAL, NSC_SHAPE_SQUARE } },
  { "ngo", { NSC_COLOR_PLUM, NSC_SHAPE_TRIANGLE } },
  { "academia", { NSC_COLOR_VIOLET, NSC_SHAPE_TRIANGLE_DOWN } },
  { "public_body", { NSC_COLOR_TEAL, NSC_SHAPE_SQUARE } },
};

/* Of no kind or several. */
static const NscKindStyle mixed = { NSC_COLOR_ROSE, NSC_SHAPE_SQUARE };

NscKindStyle
nsc_kind_style_get (const char *kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].kind, kind))
      return styles[i].style;
  return mixed;
}

NscKindStyle
nsc_kind_style_get_beside (const char *kind, NscKindStyle first)
{
  NscKindStyle own = nsc_kind_style_get (kind);

  if (own.color != first.color && own.shape != first.shape)
    return own;
  /* Orange and its diamond are far from all others. */
  own = nsc_kind_style_get ("igo");
  return own.color != first.color ? own : nsc_kind_style_get ("company");
}
