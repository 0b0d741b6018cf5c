"""Fields and links that point within the document, as cross-references (ECMA-376 Part 1, 17.16.5.40, .45 and .51)."""

import re

from ikonzept_desktop.importing.word.desk import Desk
from ikonzept_desktop.model.inline import CrossReference, Inline, Inlines, ReferenceForm, Text
from ikonzept_desktop.values import dataclass

_KEYWORDS = frozenset({"REF", "PAGEREF", "NOTEREF"})
_OF_A_NUMBER = frozenset({"\\n", "\\r", "\\w"})
"""Switches that have the number of the paragraph printed."""
NUMBER = r"(?:[A-Z]{1,2}[. \u00a0]?)?\d{1,3}(?:[.–-]\d{1,3})*[a-z]?\.?|[IVXLC]{1,7}\.?"
_COUNTED = (
    "Tabelle|Tab\\.|Abbildung|Abb\\.|Grafik|Schaubild|Diagramm|Karte|Bild|Foto|Übersicht|Table|Figure|Fig\\."
    "|Anlage|Anhang|Maßnahme|Handlungsfeld|Ziel|Leitziel|Teilziel"
)
_BARE = re.compile(NUMBER)
_LABELLED = re.compile(rf"(?:{_COUNTED})[ \u00a0]*(?:{NUMBER})")
_BEFORE_NUMBER = re.compile(
    rf"((?:Kapitel|Kap\.|Abschnitt|Abschn\.|Punkt|Ziffer|Nr\.|Unterkapitel|Teil)[ \u00a0]+)((?:{NUMBER}))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"(?:(?:{_COUNTED})[ \u00a0]*)?(?:{NUMBER})[:.]?[ \u00a0]+\S.*")


@dataclass(frozen=True, slots=True)
class Field:
    """A field that prints something of a bookmark."""

    keyword: str
    bookmark: str
    switches: frozenset[str] = frozenset()


def field_of(instruction: str) -> Field | None:
    """Give what a field's instruction asks for; None where it is no reference."""
    words = instruction.split()
    if len(words) < 2 or words[0].upper() not in _KEYWORDS:
        return None
    switches = frozenset(word.lower() for word in words[2:] if word.startswith("\\"))
    return Field(words[0].upper(), words[1].strip('"'), switches)


def field_reference(desk: Desk, field: Field, shown: str, place: str) -> Inlines | None:
    """Give what stands for a field; None where its text stays as it is printed."""
    known = desk.bookmark(field.bookmark)
    if not shown.strip():
        return None
    if known is None:
        desk.tell("lost_reference", "", place, shown)
        return None
    if field.keyword == "NOTEREF":
        desk.tell("note_reference", "", place, shown)
        return None
    if field.keyword == "PAGEREF":
        return (desk.point(known[0], shown, ReferenceForm.PAGE),)
    if field.switches & _OF_A_NUMBER:
        return (desk.point(known[0], shown, ReferenceForm.NUMBER),)
    return _referred(desk, known, shown)


def link_reference(desk: Desk, link: str, shown: str) -> Inlines | None:
    """Give what stands for a link within the document; None where its words stay, and lead nowhere any more."""
    known = desk.bookmark(link.removeprefix("#"))
    return _referred(desk, known, shown) if known is not None else None


def joined(desk: Desk, inlines: Inlines) -> Inlines:
    """Make one of a number and a title behind it where both are of the same heading."""
    made: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, CrossReference) and len(made) > 1 and made[-1] == Text(" "):
            before = made[-2]
            if isinstance(before, CrossReference) and _is_whole(desk, before, inline):
                number = desk.pointers[int(before.target[1:])]
                title = desk.pointers[int(inline.target[1:])]
                shown = f"{number.shown} {title.shown}"
                made[-2:] = [desk.point(number.bookmark, shown, ReferenceForm.NUMBER_TITLE)]
                continue
        made.append(inline)
    return tuple(made)


def _is_whole(desk: Desk, first: CrossReference, second: CrossReference) -> bool:
    if (first.form, second.form) != (ReferenceForm.NUMBER, ReferenceForm.TITLE):
        return False
    places = [desk.bookmark(desk.pointers[int(each.target[1:])].bookmark) for each in (first, second)]
    return places[0] is not None and places[1] is not None and places[0][1] == places[1][1]


def _referred(desk: Desk, known: tuple[str, int], shown: str) -> Inlines | None:
    """Give a reference in the form that prints what is shown; what is no number and not its words is none."""
    name, block = known
    bare = shown.strip()
    if found := _BEFORE_NUMBER.fullmatch(bare):
        return (Text(found[1]), desk.point(name, found[2], ReferenceForm.NUMBER))
    if _BARE.fullmatch(bare) or _LABELLED.fullmatch(bare):
        return (desk.point(name, bare, ReferenceForm.NUMBER),)
    if (form := _of_words(desk, block, bare)) is not None:
        return (desk.point(name, bare, form),)
    return None


def _of_words(desk: Desk, block: int, shown: str) -> ReferenceForm | None:
    """Tell how a reference shows the words of what it leads to: all of them, with a number before or without."""
    words, said = _folded(desk.text((block,))), _folded(shown)
    is_numbered = _NUMBERED.fullmatch(shown) is not None
    if words and (said == words or (is_numbered and said.endswith(" " + words))):
        return ReferenceForm.NUMBER_TITLE if is_numbered else ReferenceForm.TITLE
    is_heading = desk.copy.blocks[block].outline is not None
    return ReferenceForm.TITLE if is_heading and words.endswith(" " + said) else None


def _folded(text: str) -> str:
    return " ".join(text.replace("\ufffc", " ").casefold().split())


def is_inside(link: str) -> bool:
    """Tell whether a link leads to a place within the document."""
    return link.startswith("#")
