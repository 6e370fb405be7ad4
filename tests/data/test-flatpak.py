#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Flatpak manifest as far as it can be judged without the runtime that it needs."""

import json
import re
import sys
from pathlib import Path

from tap import Tap

APPLICATION_ID = "io.github.normscape.Normscape"
PERMISSIONS = {"--socket=wayland", "--socket=fallback-x11", "--share=ipc", "--device=dri"}
# What the build may ask for and the runtime lacks, or has without what we need, by the module that brings it.
MODULES = {
    "gsl": "gsl",
    "igraph": "igraph",
    "poppler-glib": "poppler",
    "sqlite3": "sqlite",
    "uchardet": "uchardet",
    "xlsxwriter": "libxlsxwriter",
}


def is_pinned(source):
    if source["type"] == "dir":
        return source["path"] == ".."
    if source["type"] == "archive":
        return source["url"].startswith("https://") and re.fullmatch("[0-9a-f]{64}", source.get("sha256", ""))
    return (source["type"] == "git" and source["url"].startswith("https://")
            and re.fullmatch("[0-9a-f]{40}", source.get("commit", "")))


def main():
    tap = Tap()
    manifest_path, root = Path(sys.argv[1]), Path(sys.argv[2])
    manifest = json.loads(manifest_path.read_text(encoding="utf-8"))
    modules = {module["name"]: module for module in manifest["modules"]}
    asked = {name for build in [root / "meson.build", *(root / "src").rglob("meson.build")]
             for name in re.findall(r"dependency\('([^']+)'", build.read_text(encoding="utf-8"))}

    tap.equal("id, which is the file's name", (manifest["id"], manifest_path.stem), (APPLICATION_ID, APPLICATION_ID))
    tap.equal("runtime and SDK", (manifest["runtime"], manifest["sdk"], manifest["runtime-version"]),
              ("org.gnome.Platform", "org.gnome.Sdk", "48"))
    tap.equal("command", manifest["command"], "normscape")
    tap.equal("permissions", set(manifest["finish-args"]), PERMISSIONS)
    tap.check("every module has a build system and sources",
              [name for name, module in modules.items() if not module.get("buildsystem") or not module.get("sources")])
    tap.check("every source is pinned",
              [f"{name}: {source}" for name, module in modules.items() for source in module["sources"]
               if not is_pinned(source)])
    tap.check("libraries that the runtime lacks have a module",
              [name for name in asked & MODULES.keys() if MODULES[name] not in modules])
    tap.equal("the program comes last", manifest["modules"][-1]["name"], "normscape")
    tap.finish()


main()
