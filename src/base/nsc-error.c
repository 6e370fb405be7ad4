/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nsc-error.h"

GQuark
nsc_error_quark (void)
{
  return g_quark_from_static_string ("nsc-error-quark");
}
