/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a program that knows of the preloaded library may ask of it. */

/* Reads its orders from the environment, as when it was loaded. */
void fault_read_orders (void);
