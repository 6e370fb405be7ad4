/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A scale and what stands at its bands or ticks: bands have a label each, other scales round numbers with a grid; which
 * side it is on follows from what a figure takes it as. An axis that is quiet is not drawn, where the marks carry their
 * numbers themselves. Counted references; immutable once its figure has been handed on. */

#include "nsc-scale.h"

G_BEGIN_DECLS

typedef struct _NscAxis NscAxis;

/* N bands with a label each, in words of the figure's language; they may be long. */
NscAxis *nsc_axis_new_bands (const char *const *labels, guint n);

/* A scale without bands, of which a reference is taken. */
NscAxis *nsc_axis_new_values (NscScale *scale);

NscAxis *nsc_axis_ref (NscAxis *self);
void nsc_axis_unref (NscAxis *self);

/* What is measured, with its unit, such as "Signatories"; "" (the default): it needs no title. */
void nsc_axis_set_title (NscAxis *self, const char *title);
const char *nsc_axis_get_title (const NscAxis *self);

/* Neither ticks nor grid. */
void nsc_axis_set_quiet (NscAxis *self, gboolean quiet);
gboolean nsc_axis_is_quiet (const NscAxis *self);

/* Says that label INDEX stands for what is not known, and is set more quietly. */
void nsc_axis_set_second (NscAxis *self, guint index);
gboolean nsc_axis_is_second (const NscAxis *self, guint index);

NscScale *nsc_axis_get_scale (const NscAxis *self); /* the axis' */
guint nsc_axis_get_n_labels (const NscAxis *self);
const char *nsc_axis_get_label (const NscAxis *self, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NscAxis, nsc_axis_unref)

G_END_DECLS
