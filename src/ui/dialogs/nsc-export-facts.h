/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What stands below the preview of an export: how large the page is, whether its smallest type can be read, and what
 * the file holds. Words of the interface, to be freed. Any thread. */

#include "nsc-render.h"

G_BEGIN_DECLS

/* "174 × 106 mm" */
char *nsc_export_facts_dup_size (const NscScene *scene);

/* "Smallest type 6.5 pt", and what is set in it where that is too small to be read, which SMALL tells. */
char *nsc_export_facts_dup_type (const NscScene *scene, gboolean *small);

/* "1 page, fonts embedded" */
char *nsc_export_facts_dup_page (const NscScene *scene, NscFormat format, double dpi);

G_END_DECLS
