/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What every layout must keep: nothing off the page, no words over words, and none half over what is drawn. */

#include "nsc-scene.h"

/* What the rounding of a layout may cost, in points. */
#define SCENE_INK_TOLERANCE 0.05

/* Ends the test with what lies where it must not. */
void scene_ink_check (const NscScene *scene);

/* In points; 0 where SCENE has no words. */
double scene_ink_get_smallest_type (const NscScene *scene);
