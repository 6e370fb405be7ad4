/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Pictures of figures as they are meant to look, from the fonts of the tests' root (fonts-inter, fonts-noto-cjk). With
 * NSC_GOLDEN_WRITE=1 in the environment they are written instead of compared: look at them then. */

#include "nsc-scene.h"

/* Ends the test where SCENE at DPI does not look like the picture NAME in FOLDER. */
void golden_image_check (const NscScene *scene, const char *folder, const char *name, double dpi);
