/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Makes the scene of a report's figure for another page, in another language where that is asked for, which runs the
 * report again. All of it happens on a worker, one piece of work at a time; what was asked for last is what is made,
 * and answers to anything older are dropped. Main thread only. */

#include "nsc-project.h"
#include "nsc-report.h"
#include "nsc-scene.h"

G_BEGIN_DECLS

#define NSC_TYPE_SCENE_MAKER (nsc_scene_maker_get_type ())
G_DECLARE_FINAL_TYPE (NscSceneMaker, nsc_scene_maker, NSC, SCENE_MAKER, GObject)

typedef struct
{
  const char *language; /* "en" or "zh_CN"; kept by nobody, so a constant or an interned string */
  const NscTheme *theme;
  double width, height; /* points; height 0: the figure's own */
  NscFigureParts parts;
} NscSceneRequest;

gboolean nsc_scene_request_equal (const NscSceneRequest *a, const NscSceneRequest *b);

/* Property, readable and notified: "busy" (boolean). Signals: "made", "failed" (GError). */

/* RESULT is what OPTIONS gave, which must not be changed afterwards. */
NscSceneMaker *
nsc_scene_maker_new (NscProject *project, const NscReport *report, NscOptions *options, NscResult *result);

void nsc_scene_maker_make (NscSceneMaker *self, const NscSceneRequest *request);

/* Lets go of what is under way; no signal comes any more. */
void nsc_scene_maker_stop (NscSceneMaker *self);

/* What was made last, the maker's own until the next is made; NULL while there is nothing. */
NscScene *nsc_scene_maker_get_scene (NscSceneMaker *self);
NscResult *nsc_scene_maker_get_result (NscSceneMaker *self);

/* What to say of missing typefaces, once in the life of the program; NULL otherwise. To be freed. */
char *nsc_scene_maker_take_warning (NscSceneMaker *self);

G_END_DECLS
