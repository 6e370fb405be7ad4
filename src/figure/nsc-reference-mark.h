/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What numbers are read against: a line at a value, such as an average, or a band between two, behind rows or a plane.
 * Its words stand above the line, or at the beginning of one that runs across heights. Of several in one panel the ones
 * taken later lie in front. Owned and shared as nsc-mark.h says. */

#include "nsc-mark.h"
#include "nsc-scene-item.h"

G_BEGIN_DECLS

typedef enum
{
  NSC_REFERENCE_ACROSS_VALUES,  /* stands at a value, from the top to the bottom */
  NSC_REFERENCE_ACROSS_HEIGHTS, /* lies at a height of a plane, from the left to the right */
} NscReferenceDirection;

typedef struct
{
  NscReferenceDirection direction;
  double value;
  double to;        /* the other end of a band; NaN: a line at VALUE */
  const char *text; /* what it is, in words; may be NULL */
  NscColorRole color;
  NscDash dash; /* of a line, in widths of the line; 0, 0: whole */
} NscReference;

/* Copies REFERENCE. What lies beyond the domain is not drawn. */
NscMark *nsc_reference_mark_new (const NscReference *reference);

G_END_DECLS
