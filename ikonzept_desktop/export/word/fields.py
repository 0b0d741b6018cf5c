"""Word's fields with what they print already in them: contents, caption numbers, cross-references."""

import re
from collections.abc import Mapping, Sequence

from ikonzept_desktop.export.word.ink import Ink
from ikonzept_desktop.export.word.names import block_name, contents_name, target_name
from ikonzept_desktop.export.word.page import TEXT_WIDTH
from ikonzept_desktop.export.word.styles import CONTENTS_INDENTS
from ikonzept_desktop.export.word.xml import escape, paragraph, text_run
from ikonzept_desktop.publication.tree import ContentsEntry, ReferenceRun

_COUNTED = re.compile(r"(.*\S)\s(\d+)")
# Characters that XML forbids, and so no concept holds.
_PLACE, _PLACE_END = "\x02", "\x03"
_PLACES = re.compile(f"{_PLACE}([^{_PLACE_END}]*){_PLACE_END}")
_PREFIX_INDENT = 1077
"""Room for `Anlage 3` in the contents, in twips."""


def field(instruction: str, printed: str) -> str:
    """Write a complex field; `printed` are the runs of its present result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{printed}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def reference(run: ReferenceRun, ink: Ink) -> str:
    """Write a cross-reference as the field that would print it, else as a link with its text typed."""
    target = ink.targets.get(run.anchor)
    if target is None:
        return text_run(run.text) if run.text else ""
    if run.page and not run.text:
        return field(f"PAGEREF {target_name(run.anchor)} \\h", text_run(page_of(run.anchor)))
    if not run.text:
        return ""
    if run.text == target.title:
        return _title(run.anchor, run.text)
    if target.number and run.text.startswith(target.number):
        return _number_and_more(run, target.number, target.title)
    return _jump(run.anchor, run.text)


def page_of(anchor: str) -> str:
    """Hold a place for the page of something, until all is written and its page is known."""
    return f"{_PLACE}{anchor}{_PLACE_END}"


def with_pages(xml: str, pages: Mapping[str, int]) -> str:
    """Put the pages into their places."""
    return _PLACES.sub(lambda found: str(pages.get(found[1], "")), xml)


def _number_and_more(run: ReferenceRun, number: str, title: str) -> str:
    rest = run.text[len(number) :]
    # \n prints a heading's number as its level has it; a caption's bookmark lies over its label.
    switch = "\\n \\h" if title else "\\h"
    counted = field(f"REF {target_name(run.anchor)} {switch}", text_run(number))
    if not rest:
        return counted
    if title and rest == f" {title}":
        return counted + text_run(" ") + _title(run.anchor, title)
    return counted + _jump(run.anchor, rest)


def _title(anchor: str, text: str) -> str:
    return field(f"REF {block_name(anchor)} \\h", text_run(text))


def _jump(anchor: str, text: str) -> str:
    return f'<w:hyperlink w:anchor="{target_name(anchor)}" w:history="1">{text_run(text)}</w:hyperlink>'


def caption_label(label: str, ink: Ink) -> str:
    """Write `Tabelle 3` with its number counted by Word; one that Word would not reach is set by the field."""
    found = _COUNTED.fullmatch(label)
    if not found:
        return text_run(label)
    word, number = found[1], int(found[2])
    expected = ink.captions.get(word, 0) + 1
    ink.captions[word] = number
    reset = "" if number == expected else f" \\r {number}"
    name = f'"{word}"' if " " in word else word
    return text_run(f"{word} ") + field(f"SEQ {name} \\* ARABIC{reset}", text_run(str(number)))


def contents(entries: Sequence[ContentsEntry]) -> str:
    """Write the table of contents: one field over all its lines, each with its own field for the page."""
    if not entries:
        return ""
    depth = max(entry.level for entry in entries)
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> TOC \\o &quot;1-{depth}&quot; \\h \\z </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    lines = [_contents_line(entry, begin if place == 0 else "") for place, entry in enumerate(entries)]
    end = '<w:p><w:pPr><w:pStyle w:val="IKSpacer"/></w:pPr><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    return "".join(lines) + end


def _contents_line(entry: ContentsEntry, begin: str) -> str:
    name = contents_name(entry.anchor)
    number = f"{text_run(entry.number)}<w:r><w:tab/></w:r>" if entry.number else ""
    counted = field(f"PAGEREF {name} \\h", text_run(page_of(entry.anchor)))
    line = (
        f'<w:hyperlink w:anchor="{name}" w:history="1">{number}{text_run(entry.title)}'
        f"<w:r><w:tab/></w:r>{counted}</w:hyperlink>"
    )
    level = min(entry.level, 9)
    return paragraph(f"TOC{level}", begin + line, _contents_tabs(entry.number, level))


def _contents_tabs(number: str, level: int) -> str:
    """Set number and title apart as Word does when it renews the contents."""
    if not number:
        return ""
    place = min(level, 4)
    width = (454, 624, 794, 964)[place - 1] if number[0].isdigit() else _PREFIX_INDENT
    left = CONTENTS_INDENTS[place - 1] + width
    return (
        f'<w:tabs><w:tab w:val="left" w:pos="{left}"/>'
        f'<w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
        f'<w:ind w:left="{left}" w:hanging="{width}"/>'
    )
