"""Two publications given out as one Word file: the newer one's draft, and in it what has changed since the older one.

Both drafts are written as strings into one package, so that no number of theirs is the same; then their paragraphs,
tables and notes are set in pairs (pairing), and what differs is marked as written or struck out (blocks, lines).
What stands in the margins is the newer one's, and the numbers of pages are.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from lxml import etree

from ikonzept_desktop.export.shown_images import shown_images
from ikonzept_desktop.export.word.package import Draft
from ikonzept_desktop.export.word.redline.blocks import changed_blocks
from ikonzept_desktop.export.word.redline.hand import Hand, W
from ikonzept_desktop.export.word.redline.lines import whole_paragraph
from ikonzept_desktop.export.word.story import Story, story
from ikonzept_desktop.export.word.writer import DraftOptions, DraftReport, Progress, pack, silent
from ikonzept_desktop.export.word.xml import NAMESPACES
from ikonzept_desktop.publication.differences import Change
from ikonzept_desktop.publication.runs import runs_text
from ikonzept_desktop.publication.tree import Note, Publication
from ikonzept_desktop.values import dataclass

_NOTE = f"{W}footnote"
_SIGN = f"{W}footnoteReference"


@dataclass(frozen=True, slots=True)
class Revision:
    """Who has made the changes, and when: the newer state by its name."""

    author: str
    when: datetime
    """With its time zone."""


def write_redline(
    old: Publication,
    new: Publication,
    images: Mapping[str, bytes],
    out: Path,
    options: DraftOptions,
    revision: Revision,
    progress: Progress = silent,
) -> DraftReport:
    """Write both as one Word file; `images` are those of both, by SHA-256 digest.

    Raises OSError where the file cannot be written.
    """
    draft = Draft()
    pictures = draft.add_pictures({**shown_images(old, images), **shown_images(new, images)}.items())
    progress(0.1, "Texte werden geschrieben")
    ours = story(new, pictures)
    theirs = story(old, pictures, beside=ours)
    progress(0.3, "Texte werden verglichen")
    body, notes = _compared(theirs, ours, old.notes, new.notes, revision)
    both = replace(ours, body=body, notes=notes, numbers=theirs.numbers)
    pack(draft, both, (new, old), options, out, progress)
    return DraftReport(out, both.pages, tuple(dict.fromkeys(ours.ink.findings + theirs.ink.findings)))


def _compared(
    theirs: Story, ours: Story, old_notes: Iterable[Note], new_notes: Iterable[Note], revision: Revision
) -> tuple[str, str]:
    """Give body and notes with what has changed."""
    was, now = _parsed(theirs.body), _parsed(ours.body)
    was_noted, now_noted = etree.fromstring(theirs.notes), etree.fromstring(ours.notes)
    old, new = {str(note.number): note for note in old_notes}, {str(note.number): note for note in new_notes}
    first = len(new) + 1
    old = {str(first + place): note for place, note in enumerate(old.values())}
    _renumber(was, was_noted, {str(note.number): number for number, note in old.items()})
    hand = Hand(revision.author, revision.when, ours.ink.bookmarks, _told(old, new), _dropped((was, was_noted), ours))
    body = etree.Element(f"{W}body", nsmap=now.nsmap)
    body.extend(changed_blocks(was, now, hand))
    body.append(now[-1])  # the properties of the last pages
    _change_notes(body, was_noted, now_noted, hand)
    return _inner(body), etree.tostring(now_noted, encoding="unicode")


def _parsed(body: str) -> etree._Element:
    return etree.fromstring(f"<w:body {NAMESPACES}>{body}</w:body>")


def _inner(body: etree._Element) -> str:
    whole = etree.tostring(body, encoding="unicode")
    return whole[whole.index(">") + 1 : whole.rindex("<")]


def _renumber(body: etree._Element, notes: etree._Element, numbers: Mapping[str, str]) -> None:
    """Give the older state's notes numbers that the newer one's do not have."""
    for sign in body.iter(_SIGN):
        sign.set(f"{W}id", numbers[sign.get(f"{W}id", "")])
    for note in _notes_in(notes).values():
        note.set(f"{W}id", numbers[note.get(f"{W}id", "")])


def _notes_in(notes: etree._Element) -> dict[str, etree._Element]:
    """Give the notes by their numbers, without the lines that part them from the text."""
    return {note.get(f"{W}id", ""): note for note in notes.findall(_NOTE) if note.get(f"{W}type") is None}


def _told(old: Mapping[str, Note], new: Mapping[str, Note]) -> dict[str, str]:
    """Tell notes from each other: by their ids where both states know them, else by what they say."""
    known = {note.id for note in old.values()} & {note.id for note in new.values()}
    numbered = (*old.items(), *new.items())
    return {
        number: f"id {note.id}" if note.id in known else f"text {runs_text(note.runs)}" for number, note in numbered
    }


def _dropped(parts: Iterable[etree._Element], ours: Story) -> frozenset[str]:
    marks = (mark for part in parts for mark in part.iter(f"{W}bookmarkStart"))
    return frozenset(mark.get(f"{W}id", "") for mark in marks if mark.get(f"{W}name") in ours.ink.names)


def _change_notes(body: etree._Element, old: etree._Element, new: etree._Element, hand: Hand) -> None:
    """Put into the newer state's notes what has changed, and add those that have gone.

    They are set and numbered in the order of their signs: LibreOffice gives the first sign the first note.
    """
    theirs, ours = _notes_in(old), _notes_in(new)
    for number, note in ours.items():
        was = theirs.pop(hand.kept_notes.get(number, ""), None)
        note[:] = _whole(note, Change.NEW, hand) if was is None else changed_blocks(was, note, hand)
    for note in theirs.values():
        note[:] = _whole(note, Change.GONE, hand)
    every = {**ours, **theirs}
    for place, sign in enumerate(body.iter(_SIGN), 1):
        note = every[sign.get(f"{W}id", "")]
        sign.set(f"{W}id", str(place))
        note.set(f"{W}id", str(place))
        new.append(note)


def _whole(note: etree._Element, change: Change, hand: Hand) -> list[etree._Element]:
    return [whole_paragraph(paragraph, change, hand) for paragraph in note.findall(f"{W}p")]
