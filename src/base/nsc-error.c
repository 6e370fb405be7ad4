/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-error.h"

G_DEFINE_QUARK (nsc - error - quark, nsc_error)
