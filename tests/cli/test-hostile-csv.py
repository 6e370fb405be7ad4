#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are no tables, some of them without end and none of them on a disk: import says where it is wrong and what
to do, ends with status 1 after less than 5 seconds of work, holds little of it, and leaves the project as it was."""

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tap import Tap

SECONDS, MORE_KB = 5, 48 * 1024
GIGABYTE, CHUNK = 1 << 30, 1 << 16


def endless(start, chunk, size=GIGABYTE):
    """START and then CHUNK again and again."""
    yield start
    for _ in range(size // len(chunk)):
        yield chunk


def whole(content):
    return lambda: iter([content])


# What the address sanitizer keeps of freed memory is not the program's.
ENVIRONMENT = dict(os.environ, ASAN_OPTIONS=f"{os.environ.get('ASAN_OPTIONS', '')}:quarantine_size_mb=1")
HEADER = b"id,name_en\n"
CASES = {
    "a field of 1 GB": (lambda: endless(HEADER + b"a,", b"x" * CHUNK), "2:name_en: ", "longer than 1 MiB; shorten it"),
    "a quoted field of 1 GB": (lambda: endless(HEADER + b'a,"', b"x\n" * (CHUNK // 2)), "2:name_en: ", "closing quote"),
    "a header of 1 GB": (lambda: endless(b"", b"x" * CHUNK), "1:1: ", "longer than 1 MiB; shorten it"),
    "a row of 1 GB in many fields": (lambda: endless(HEADER, b"x," * (CHUNK // 2)), "2:3: ", "more than 100,000 fields; "),
    "a file of zeros": (lambda: endless(b"", bytes(CHUNK)), "1:1: ", "; "),
    "100,000 columns": (whole(b"c," * 100_000 + b"c\n"), "1:2001: ", "more than 2,000 columns; leave some out"),
    "100,000 fields in a row": (whole(HEADER + b"x," * 99_999 + b"\na,A\n"), "2:3: ",
                                "has 100000 fields but the header names 2 columns; "),
    "a million rows that are refused": (lambda: endless(HEADER, b"a,\n" * 10_000, 3_000_000), "2:name_en: ",
                                        "The value is missing; fill it in"),
    "a NUL byte": (whole(HEADER + b"a,A\0\n"), "2:name_en: ", "NUL byte; "),
    "bytes that are not UTF-8": (whole(HEADER + b"a,\xff\n"), "2:name_en: ", "not UTF-8"),
    "UTF-16": (whole("id,name_en\n".encode("utf-16")), "1:1: ", "UTF-16; save it as UTF-8"),
    "GB18030": (whole("id,name_en\na,国际规范与网络安全\n".encode("gb18030")), "2:name_en: ", "seems to be GB18030; "),
    "an unclosed quote": (whole(HEADER + b'a,"A\nb,B\n'), "2:name_en: ", "never closed; close it"),
    "a row too short": (whole(HEADER + b"a\n"), "2:name_en: ", "1 field but the header names 2 columns; "),
    "a missing column": (whole(b"id\na\n"), "1:name_en: ", "needs this column; add it"),
    "a column named twice": (whole(b"id,name_en,name_en\na,A,A\n"), "1:name_en: ", "leave one of them out"),
    "a key twice, with other words": (whole(HEADER + b"a,A\na,A\na,B\n"), "4:name_en: ", "keep one of the two"),
    "nothing": (whole(b""), "1:1: ", "The file is empty; "),
    "another table's header": (whole(b"actor,joined\na,2018\n"), "1:", "; "),
}


def run(program, project, make):
    """Status, standard error, seconds of work and kilobytes of an import from a pipe."""
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen([program, "import", project, "sectors", "/dev/stdin"], stdin=subprocess.PIPE,
                                   stdout=subprocess.DEVNULL, stderr=told, env=ENVIRONMENT)
        try:
            for chunk in make():
                process.stdin.write(chunk)
            process.stdin.close()
        except BrokenPipeError:
            pass
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        return process.returncode, told.read().decode("utf-8"), usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def sum_of(project):
    return hashlib.sha256(project.read_bytes()).hexdigest()


def problems(program, project, case, most):
    make, place, words = case
    before = sum_of(project)
    status, told, seconds, memory = run(program, project, make)
    if status != 1:
        yield f"status {status}: {told[:300]}"
    if not told.startswith(f"/dev/stdin:{place}") or words not in told:
        yield f"says {told[:300]!r}"
    if len(told) > 100_000:
        yield f"says {len(told)} bytes"
    if seconds > SECONDS:
        yield f"{seconds:.1f} s"
    if memory > most:
        yield f"{memory} KB, at most {most}"
    if sum_of(project) != before or len(list(project.parent.iterdir())) != 1:
        yield "the project or its folder changed"


def main():
    tap = Tap()
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project.normscape"
        subprocess.run([program, "create", project], check=True)
        status, told, _, memory = run(program, project, whole(HEADER + b"first,First\r\nsecond,Second\nthird,Third\r"))
        tap.equal("a table from a pipe, with every end of a line", (status, told), (0, ""))
        for name, case in CASES.items():
            tap.check(name, problems(program, project, case, memory + MORE_KB))
    tap.finish()


main()
