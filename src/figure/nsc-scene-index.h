/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The marks and items of a scene by key and by place, made when it is first asked for. The scene's; any thread. */

#include "nsc-rectangle-index.h"
#include "nsc-scene.h"

G_BEGIN_DECLS

typedef struct _NscSceneIndex NscSceneIndex;

NscSceneIndex *nsc_scene_index_new (const NscScene *scene);
void nsc_scene_index_free (NscSceneIndex *self);

/* The scene's own. */
const NscSceneIndex *nsc_scene_get_index (const NscScene *scene);

/* The numbers of the items with ink in AREA, in the order of drawing; freed with the array. */
GArray *nsc_scene_index_list_items (const NscSceneIndex *self, const NscRectangle *area);

G_END_DECLS
