# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps that several walks through the window take."""

import os

from window_driver import children, is_showing, name_of, quietly, role_of

PROJECT = os.path.join(os.environ["XDG_DATA_HOME"], "normscape", "Cyber Norms.normscape")


def evidence(window):
    """Name and description of each record behind the mark that shows."""
    records = window.look_for("list", "^Records behind the mark$")
    if records is None:
        return []
    return [(name_of(n), quietly(n.get_description, "")) for n in children(records)
            if role_of(n) == "list item" and is_showing(n)]


def close_the_window(window):
    window.key("ctrl+w")
    status = window.end()
    assert status == 0, f"exit status {status}: {window.said()}"
    assert window.said() == "", window.said()
    # One whole file again.
    assert not os.path.exists(PROJECT + "-wal")
