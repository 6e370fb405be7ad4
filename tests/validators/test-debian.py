#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's packaging as far as it can be judged without building it: it asks for what the program is built with and needs
to run, and its changelog tells the releases."""

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from tap import Tap

# What figures and icons need, and no library tells.
NEEDED = {"adwaita-icon-theme", "fonts-inter", "fonts-noto-cjk", "fonts-urw-base35", "librsvg2-common"}


def paragraphs(path):
    """The paragraphs of a control file, each a field by its name."""
    return [dict(re.findall(r"^([A-Za-z-]+):((?:.*\n)(?:[ \t].*\n)*)", part + "\n", re.M))
            for part in path.read_text(encoding="utf-8").split("\n\n")]


def names(field):
    return set(re.findall(r"(?:^|,)\s*([a-z0-9.+-]+)", field))


def asked(root):
    """What meson.build and src ask pkg-config and the system for."""
    text = "".join(path.read_text(encoding="utf-8") for path in [root / "meson.build", *(root / "src").rglob("meson.build")])
    return (set(re.findall(r"dependency\('([^']+)'", text)),
            set(re.findall(r"find_program\('([^']+)'", text)))


def owners(files):
    """The packages that hold files of this system."""
    found = subprocess.run(["dpkg", "--search", *files], capture_output=True, text=True, check=False).stdout
    return {line.split(":")[0] for line in found.splitlines()}


def check_build_depends(tap, root, wanted):
    libraries, programs = asked(root)
    problems = []
    for library in sorted(libraries):
        folder = subprocess.run(["pkg-config", "--variable=pcfiledir", library], capture_output=True, text=True,
                                check=True).stdout.strip()
        if not owners([f"{folder}/{library}.pc"]) & wanted:
            problems.append(f"{library}: {owners([f'{folder}/{library}.pc'])}")
    for program in sorted(programs):
        if not owners([f"/usr/bin/{program}"]) & wanted:
            problems.append(f"{program}: {owners([f'/usr/bin/{program}'])}")
    tap.check("what the build asks for is a build dependency", problems)


def main():
    tap = Tap()
    root, make_changelog, version = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    packaging = root / "build-aux" / "debian"
    source, package = paragraphs(packaging / "control")[:2]
    metainfo = root / "data" / "io.github.normscape.Normscape.metainfo.xml.in"

    check_build_depends(tap, root, names(source["Build-Depends"]) - {"debhelper-compat"})
    tap.check("what no library tells is a dependency", NEEDED - names(package["Depends"]))
    tap.check("maintainer scripts are left to debhelper and triggers",
              [path.name for path in packaging.iterdir() if path.suffix in (".postinst", ".postrm", ".preinst", ".prerm")
               or path.name in ("postinst", "postrm", "preinst", "prerm")])
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as changelog:
        changelog.write(subprocess.run([make_changelog, metainfo, packaging / "control"], capture_output=True, text=True,
                                       check=True).stdout)
        changelog.flush()
        done = subprocess.run(["dpkg-parsechangelog", "--all", f"--file={changelog.name}"], capture_output=True, text=True,
                              check=False)
    tap.equal("dpkg reads the changelog without a word", (done.returncode, done.stderr), (0, ""))
    tap.equal("it is of this version", re.findall(r"^Version: (.+)", done.stdout, re.M), [version])
    notes = [" ".join(node.text.split()) for node in ElementTree.parse(metainfo).getroot().find("releases").iter()
             if node.tag in ("p", "li")]
    told = " ".join(done.stdout.split())
    tap.check("it tells every note of the releases", [note for note in notes if f"* {note}" not in told])
    tap.finish()


main()
