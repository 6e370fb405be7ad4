/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A disk that forgets names: what was made, renamed and removed in a folder is not on it before the folder was synced,
 * whatever became of the files. What a name stood for is kept meanwhile in a folder of its own, so that a loss of power
 * can bring it back. New folders stay. Under the preload's lock; makes system calls only. */

/* Where what names stood for is kept: on the device of all that is told. */
void fault_names_init (const char *folder);

/* A file was made at PATH. */
void fault_names_make (const char *path);

/* The calls of the system, which can be taken back; 0, or -1 with errno set. */
int fault_names_link (const char *from, const char *to);
int fault_names_rename (const char *from, const char *to, unsigned flags);
int fault_names_unlink (const char *path);

/* The folder's names are on the disk, if it is one. */
void fault_names_sync (int descriptor);

/* The power goes: with SEED 0 each folder is as it was last synced, else as after any of the changes since. */
void fault_names_lose (unsigned seed);
