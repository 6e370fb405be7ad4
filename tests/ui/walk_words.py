# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the interface in the language of a walk, from the catalogue that the program reads too."""

import gettext
import os
import re


class Words:
    def __init__(self, language):
        self.language = language
        self.catalogue = gettext.translation("normscape", os.environ["NORMSCAPE_LOCALEDIR"], [language], fallback=language == "en")

    def __call__(self, text, *arguments):
        """TEXT as a person reads it: translated, with ARGUMENTS in their places."""
        words = self.catalogue.gettext(text)
        for number, argument in enumerate(arguments, 1):
            words = re.sub(rf"%({number}\$)?[sduz]+", str(argument).replace("\\", r"\\"), words, count=1)
        return words.replace("_", "")

    def exactly(self, text, *arguments):
        """An expression that matches these words alone."""
        return f"^{re.escape(self(text, *arguments))}$"

    def is_chinese(self):
        return self.language == "zh_CN"
