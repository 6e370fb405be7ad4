#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three people open the program for the first time, with the pointer alone or the keyboard alone, in English or in
Chinese. One explores: which issue did the first publisher raise longest before the second, and where does that stand.
One publishes that figure, in one column and in Chinese. One projects the story of the example to its end, then a story
of her own."""

import csv
import os
import re
import subprocess
import sys

from tap_walk import Walk
from walk_hands import Keyboard, Pointer
from walk_steps import close_the_window, evidence, presentation, save_as, slide, steps
from walk_words import Words
from window_driver import Atspi, Window, children, everything, has_state, name_of, quietly, role_of, text_of, wait_for, with_whole_stacks, xdotool

PICTURE = os.path.join(os.environ["HOME"], "figure-1.pdf")
TABLE = os.path.join(os.environ["HOME"], "figure-1.csv")

# What the example says, in the order of its codebook.
FIGURE = {"en": "^Microsoft raised all six recorded issues before the UN", "zh_CN": "^微软先于联合国信息安全政府专家组提出全部六项"}
ISSUE = {"en": "^Work with partners and the private sector to control cyber weapon proliferation",
         "zh_CN": "^各国与国际伙伴及私营企业合作，控制网络武器的扩散"}
LEAD = {"en": "by 7 years$", "zh_CN": "领先 7 年$"}
# The place of Undo in the main menu.
UNDO = 8

LEADS = [2, 2, 1, 5, 2, 7]
DOCUMENT = {"en": "International Cybersecurity Norms: Microsoft Policy Papers", "zh_CN": "国际网络安全规范——微软政策文件"}
STORY = {"en": "^Who sets the agenda of cyber norms", "zh_CN": "^谁在为网络规范设置议程"}
REPORTS = ["Members over time", "Signatories by group", "Signatories by group", "Signatories by group",
           "Concentration and diversity of signatories", "Who was first with an issue", "How often issues are mentioned"]
STEPS = [6, 17, 12, 3, 4, 7, 7]


def look(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


# ---- who explores ----

def open_the_example(window, hand, words):
    hand.press("button", words.exactly("Open the _Example"))
    window.find("image", r"\d+")


def go_to_the_agenda(window, hand, words):
    hand.open_page(words.exactly("Pages"), words.exactly("Agenda"))
    window.find("image", FIGURE[words.language])


def leads(window):
    """The years of each lead in the table, which are the only number so small, and the first cell of its row."""
    found = []
    for row in everything(window.find("tree table")):
        cells = [cell for cell in children(row) if role_of(cell) == "table cell"]
        found += [(int(name_of(cell)), cells[0]) for cell in cells if re.fullmatch(r"\d{1,2}", name_of(cell))]
    return found


def find_the_longest_lead(window, hand, words):
    """By keyboard mark by mark, as each is read out; by the pointer in the table, which the figure follows."""
    if hand.name == "keyboard":
        hand.find_mark(FIGURE[words.language], LEAD[words.language])
    else:
        hand.press("radio button", words.exactly("Table"))
        found = wait_for("rows", lambda: leads(window))
        assert [years for years, _ in found] == LEADS, found
        hand.click_on(max(found, key=lambda lead: lead[0])[1], 2)
        window.find("label", LEAD[words.language])
        hand.press("radio button", words.exactly("Figure"))


def read_what_is_behind_it(window, hand, words):
    heading = name_of(window.find("label", LEAD[words.language]))
    assert re.search(ISSUE[words.language], heading), heading
    behind = words.exactly("Records behind the mark")
    wait_for("first mentions", lambda: evidence(window, behind))
    mentions = dict(evidence(window, behind))
    assert DOCUMENT[words.language] in mentions, mentions
    for name, details in mentions.items():
        assert "Cui and Yang, table 2" in details, (name, details)
        assert words("%1$s: %2$s", words("Confidence"), words("Study")) in details, (name, details)


def open_a_document(window, hand, words):
    """The record of the document, and back to where it was opened."""
    door = words.exactly("Open %s", words("%1$s: %2$s", words("Document"), DOCUMENT[words.language]))
    if hand.name == "keyboard":
        hand.go_to("page tab", words.exactly("Evidence"))
        hand.tab()
        hand.go_to("list item", f"^{re.escape(DOCUMENT[words.language])}$", "Down")
    hand.press("button", door)
    window.find("dialog", re.escape(DOCUMENT[words.language]))
    title = window.find("text", words.exactly("English title"))
    assert text_of(title) == DOCUMENT["en"], text_of(title)
    if hand.name == "keyboard":
        window.key("Escape")
    else:
        hand.press("button", words.exactly("_Cancel"))
    window.find_gone("dialog")
    # The focus is back where it was.
    wait_for("focus", lambda: window.has_focus("button", door) or
             window.has_focus("list item", re.escape(DOCUMENT[words.language])))


# ---- who publishes ----

def open_the_export(window, hand, words):
    if hand.name == "keyboard":
        window.key("ctrl+e")
    else:
        group = window.find("grouping", words.exactly("Export…"))
        hand.click_on(next(n for n in everything(group) if role_of(n) == "button"))
    window.find("dialog", words.exactly("Export Figure"))
    window.find("image", words.exactly("Preview"))


def choose_column_and_language(window, hand, words):
    hand.choose(words.exactly("Preset"), words.exactly("One column, 84 mm"))
    window.find("label", "^84 × ")
    hand.choose(words.exactly("Figure Language"), "^中文$")
    wait_for("Chinese preview",
             lambda: "微软" in quietly(window.find("image", words.exactly("Preview")).get_description, ""))
    # The data goes along unless it is asked not to.
    data = window.find("check box", words.exactly("Also Save the Data"))
    assert has_state(data, Atspi.StateType.CHECKED)


def save_through_the_file_dialog(window, hand, words):
    dialog = window.find("dialog", words.exactly("Export Figure"))
    hand.press("button", words.exactly("E_xport…"), within=dialog)
    save_as(window, os.path.basename(PICTURE))
    window.find_on_top("label", words.exactly("Saved %1$s and %2$s", "figure-1.pdf", "figure-1.csv"))
    window.find_gone("dialog", words.exactly("Export Figure"))
    window.come_back()


def read_the_files(window, hand, words):
    page = look("pdfinfo", PICTURE)
    width, = re.findall(r"Page size:\s+([\d.]+) x", page)
    assert abs(float(width) - 84 / 25.4 * 72) < 0.01 and re.search(r"Pages:\s+1\b", page), page
    fonts = look("pdffonts", PICTURE).splitlines()[2:]
    assert any("NotoSansCJK" in font for font in fonts), fonts
    assert all(re.search(r"\byes yes\b", font) for font in fonts), fonts
    text = re.sub(r"\s", "", look("pdftotext", PICTURE, "-"))
    for told in ("微软先于联合国信息安全政府专家组提出全部六项已收录议题", "7年", "先后次序不等于因果关系", "资料来源"):
        assert told in text, text
    assert "\ufffd" not in text
    with open(TABLE, encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    assert [int(row["lead_years"]) for row in rows] == LEADS, rows
    assert re.search(ISSUE["zh_CN"], rows[-1]["label"]), rows


# ---- who projects ----

def open_the_story(window, hand, words):
    hand.open_page(words.exactly("Pages"), words.exactly("Stories"))
    hand.press("list item", STORY[words.language])
    wait_for("steps", lambda: len(steps(window, words.exactly("Steps"))) == 7)


def present_it(window, hand, words):
    hand.press("button", words.exactly("_Present"))
    wait_for("presentation", lambda: slide(window, words("Presentation"))[1])


def seen(window, words):
    """What the audience sees: the figure's title and what is revealed of it, or None at the end."""
    shown = presentation(window, words("Presentation"))
    end = words.exactly("End of the presentation. Go on to leave it, or back.")
    return None if window.look_for("label", end, shown) is not None else slide(window, words("Presentation"))


def next_step(window, words, before):
    """What is seen once it is another one than BEFORE, all of it; else nothing."""
    now = seen(window, words)
    is_whole = now is None or now[1] and now == seen(window, words)
    return (now,) if now != before and is_whole else None


def go_on(window, hand, words, before):
    """One step further by a key or a click, and what is seen then."""
    if hand.name == "keyboard":
        window.key("space")
    else:
        xdotool("mousemove", 640, 400, "click", 1)
    return wait_for("next step", lambda: next_step(window, words, before))[0]


def go_to_the_end(window, hand, words):
    """The figures that are seen, and how many steps each takes."""
    figures = []
    now = seen(window, words)
    while now is not None:
        if not figures or figures[-1][0] != now[0]:
            figures.append([now[0], 0])
        figures[-1][1] += 1
        window.snap(f"{hand.name}-{words.language}-of-{len(figures)}-step-{figures[-1][1]:02}")
        now = go_on(window, hand, words, now)
    return figures


def go_through_all_steps(window, hand, words):
    figures = go_to_the_end(window, hand, words)
    reports = [words(title) for title in REPORTS]
    assert [name.split(words("%1$s: %2$s", "", ""))[0] for name, _ in figures] == reports, figures
    # By years, by countries, by sectors, an initiative at a time, and by the three of them; by the six issues.
    assert [steps for _, steps in figures] == STEPS, figures


def go_through_her_own(window, hand, words):
    figures = go_to_the_end(window, hand, words)
    assert [steps for _, steps in figures] == [1, 1], figures
    assert figures[0][0].startswith(words("Members over time")), figures


def leave(window, hand, words):
    """By keyboard as from anywhere; by the pointer a click more."""
    def is_over():
        return presentation(window, words("Presentation")) is None

    if hand.name == "keyboard":
        window.key("Escape")
    else:
        xdotool("mousemove", 600, 420, "click", 1)
    wait_for("end of the presentation", is_over)
    window.come_back()


def add_a_figure(window, hand, words, page, new):
    hand.open_page(words.exactly("Pages"), words.exactly(page))
    window.find("image", r"\w")
    if hand.name == "keyboard":
        window.key("ctrl+d")
    else:
        hand.pick(words.exactly("Ways to Present"), -1)
    dialog = window.find("dialog", words.exactly("Add to Story"))
    if new:
        hand.choose(words.exactly("Story"), words.exactly("New Story"))
        hand.write("text", words.exactly("Title of the New Story"), "Lesson")
    else:
        hand.choose(words.exactly("Story"), "^Lesson$")
    hand.write("text", words.exactly("English note"), "Mind the years.")
    hand.press("button", words.exactly("_Add"), within=dialog)
    window.find_gone("dialog", words.exactly("Add to Story"))


def go_back_to_the_stories(window, hand, words):
    # The button is the toolkit's, and so is its name.
    hand.press("button", "^(Back|后退)$")
    window.find("list", words.exactly("Stories"))


def tell_a_story_of_her_own(window, hand, words):
    add_a_figure(window, hand, words, "Agenda", True)
    add_a_figure(window, hand, words, "Growth", False)
    hand.open_page(words.exactly("Pages"), words.exactly("Stories"))
    hand.press("list item", "^Lesson")
    wait_for("steps", lambda: len(steps(window, words.exactly("Steps"))) == 2)


def turn_it_round(window, hand, words):
    listed = words.exactly("Steps")
    before = steps(window, listed)
    if hand.name == "keyboard":
        hand.go_to("list item", "^1. ")
        window.key("alt+Down")
    else:
        hand.pick(words.exactly("Change This Step"), 2)
    wait_for("other order", lambda: steps(window, listed)[0][3:] == before[1][3:])


def take_it_back(window, hand, words):
    listed = words.exactly("Steps")
    before = steps(window, listed)
    if hand.name == "keyboard":
        window.key("ctrl+z")
    else:
        hand.pick(words.exactly("Main Menu"), UNDO)
    wait_for("order as it was", lambda: steps(window, listed)[0][3:] == before[1][3:])


def main():
    program, hand, language = sys.argv[1:]
    words = Words(language)
    walk = Walk(f"{hand}-{language}")
    window = Window(program, environment={**with_whole_stacks(), **({"LC_ALL": "zh_CN.UTF-8"} if words.is_chinese() else {})})
    hand = {"keyboard": Keyboard, "pointer": Pointer}[hand](window)
    try:
        for step in (open_the_example, go_to_the_agenda, find_the_longest_lead, read_what_is_behind_it, open_a_document,
                     open_the_export, choose_column_and_language, save_through_the_file_dialog, read_the_files,
                     open_the_story, present_it, go_through_all_steps, leave,
                     go_back_to_the_stories, tell_a_story_of_her_own, turn_it_round, present_it, go_through_her_own, leave,
                     take_it_back):
            walk.step(step, window, hand, words)
        walk.step(close_the_window, window)
    finally:
        window.kill()
    walk.end()


if __name__ == "__main__":
    main()
