# SPDX-License-Identifier: GPL-3.0-or-later
"""How the tests of the harness run it: each thing measured once, in tiny sizes. How fast anything is, is not judged."""

import os
import subprocess
import sys
from pathlib import Path


def run_bench(program, build, *words):
    path = f"{program.parent}:{os.environ['PATH']}"
    return subprocess.run([sys.executable, Path(__file__).parent / "bench.py", f"--build={build}", "--repeats=1",
                           "--against=none", *map(str, words)], env=dict(os.environ, PATH=path), capture_output=True,
                          text=True)


def what_failed(done):
    return [f"status {done.returncode}: {line}" for line in (done.stdout + done.stderr).splitlines()[-20:]
            ] if done.returncode else []
