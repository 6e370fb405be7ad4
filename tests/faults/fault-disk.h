/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A disk that forgets: what was written to a file and never synced is known, sector by sector, so that a loss of power
 * can take it back. Under the preload's lock; makes system calls only. */

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* The file is about to be changed from OFFSET on for LENGTH bytes, by writing or cutting. */
void fault_disk_change (int descriptor, off_t offset, size_t length);

/* What the file holds is on the disk. */
void fault_disk_sync (int descriptor);

/* The power goes: with SEED 0 nothing that was not synced is left, else each sector by chance. */
void fault_disk_lose (unsigned seed);
