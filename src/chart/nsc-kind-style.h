/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which colour and shape a kind of actor has, the same in every figure: companies are blue circles, intergovernmental
 * organisations orange diamonds. Plain values; any thread. */

#include "nsc-shape.h"
#include "nsc-theme.h"

G_BEGIN_DECLS

typedef struct
{
  NscColorRole color;
  NscShape shape;
} NscKindStyle;

/* KIND is a choice of actors.kind; "" and others, such as several kinds as one publisher, have a style as well. */
NscKindStyle nsc_kind_style_get (const char *kind);

/* Of the second of two that stand in one figure: its own, unless the first has the same. */
NscKindStyle nsc_kind_style_get_beside (const char *kind, NscKindStyle first);

G_END_DECLS
