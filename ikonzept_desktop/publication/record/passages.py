"""A proposal as words side by side: what stood there and what is to stand there, with as much around as one needs."""

import re
from functools import lru_cache

from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.model.proposals import Ground, KeptProposal, Kind, Variant
from ikonzept_desktop.publication.differences import Change, Piece, word_pieces
from ikonzept_desktop.publication.record import words
from ikonzept_desktop.publication.record.lines import PARAGRAPH_END, STAND_IN, aside, lines, said, strong
from ikonzept_desktop.publication.tree import Run, Runs

_MOST_AROUND = 160
"""Characters of the same line before and after a change up to which its sentence is shown whole."""
_AROUND = 60
"""As many are shown of a longer one."""
_NAMED = 120
"""As many are shown of a paragraph that only says where something is."""
_SENTENCE = re.compile(r"(?<![\s.]\w)[.!?](?=\s+[A-ZÄÖÜ„])")
"""The end of one, as far as it shows; that of an abbreviation of one letter is none."""
_CELLS = "\t"


def before(kept: KeptProposal) -> Runs:
    """Give what stands there, the words that are to change set apart."""
    match kept.kind:
        case Kind.INSERT | Kind.ROW_INSERT:
            return _place_of(kept)
        case Kind.JOIN:
            first, second = _joined(kept)
            return _told_apart(first + PARAGRAPH_END + second, first + _wanted(kept) + second, Change.GONE)
        case Kind.TEXT | Kind.SPLIT if len(kept.variants) == 1:
            return _told_apart(*_both(kept, kept.variants[0].text), Change.GONE)
        case Kind.TEXT | Kind.SPLIT:
            head, tail = around(kept)
            return _with_around(head, said(kept.before, Marks.BOLD), tail)
        case _:
            return said(kept.before)


def after(kept: KeptProposal, name_of_variant: dict[int, str]) -> Runs:
    """Give what is to stand there; of several variants each below the line that names it."""
    if len(kept.variants) == 1:
        return _after(kept, kept.variants[0])
    found: list[Runs] = []
    for at, variant in enumerate(kept.variants):
        found += (aside(name_of_variant[at]), _after(kept, variant))
    return lines(*found)


def _after(kept: KeptProposal, variant: Variant) -> Runs:
    match kept.kind:
        case Kind.INSERT | Kind.ROW_INSERT:
            return strong(variant.text)
        case Kind.DELETE | Kind.ROW_DELETE:
            return aside(words.STRUCK)
        case Kind.MOVE:
            return (*aside(words.GOES_AFTER), *said(_short(variant.text))) if variant.text else aside(words.GOES_FIRST)
        case Kind.JOIN:
            first, second = _joined(kept)
            return _told_apart(first + PARAGRAPH_END + second, first + variant.text + second, Change.NEW)
        case Kind.FORMAT:
            return aside(words.form_name(variant.text))
        case Kind.WITHDRAWN:
            return lines(said(variant.text), aside(words.TAKEN_BACK))
        case _:
            found = _told_apart(*_both(kept, variant.text), Change.NEW)
            return found or aside(words.STRUCK)


def _wanted(kept: KeptProposal) -> str:
    return kept.variants[0].text if kept.variants else ""


def _told_apart(old: str, new: str, shown: Change) -> Runs:
    """Give one of two texts, in bold what the other one does not have."""
    found: list[Run] = []
    for piece in _pieces(old, new):
        if piece.change in (Change.SAME, shown):
            found += said(piece.text, Marks.NONE if piece.change is Change.SAME else Marks.BOLD)
    return tuple(found)


@lru_cache(maxsize=4)
def _pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Compare once what is shown twice."""
    return word_pieces(old, new)


def _both(kept: KeptProposal, wanted: str) -> tuple[str, str]:
    head, tail = around(kept)
    return head + kept.before + tail, head + wanted + tail


def _with_around(head: str, middle: Runs, tail: str) -> Runs:
    return (*said(head), *middle, *said(tail))


def around(kept: KeptProposal) -> tuple[str, str]:
    """Give what stands before and after the words to be changed, as far as one needs it to understand them."""
    ground = kept.grounds[0] if kept.grounds else None
    if ground is None or not 0 <= ground.start <= ground.end <= len(ground.text):
        return "", ""
    return _head(ground.text[: ground.start]), _tail(ground.text[ground.end :])


def _head(text: str) -> str:
    ends = [found.end() for found in _SENTENCE.finditer(text, max(0, len(text) - _MOST_AROUND))]
    if ends and ends[-1] < len(text.rstrip()):
        return text[ends[-1] :].lstrip()
    if len(text) <= _MOST_AROUND:
        return text
    part = text[-_AROUND:]
    return f"… {part[part.find(' ') + 1 :]}"


def _tail(text: str) -> str:
    end = _SENTENCE.search(text, 0, _MOST_AROUND)
    if end:
        return text[: end.end()]
    if len(text) <= _MOST_AROUND:
        return text
    part = text[:_AROUND]
    cut = part.rfind(" ")
    return f"{part[:cut] if cut > 0 else part} …"


def _joined(kept: KeptProposal) -> tuple[str, str]:
    """Give the end of the one and the beginning of the other of two paragraphs that become one."""
    texts = [ground.text for ground in kept.grounds[:2]]
    if len(texts) < 2:
        return kept.before, ""
    return _end(texts[0]), texts[1]


def _end(text: str) -> str:
    if len(text) <= _MOST_AROUND:
        return text
    part = text[-_AROUND:]
    return f"… {part[part.find(' ') + 1 :]}"


def _place_of(kept: KeptProposal) -> Runs:
    grounds = [ground.text for ground in kept.grounds if _has_words(ground)]
    if not grounds:
        return aside(words.AT_THE_BEGINNING) if kept.kind is Kind.INSERT else ()
    joined = _CELLS.join(grounds) if kept.kind is Kind.ROW_INSERT else grounds[0]
    return (*aside(words.AFTER), *said(_short(joined)))


def _has_words(ground: Ground) -> bool:
    return bool(ground.text.replace(STAND_IN, "").strip())


def _short(text: str) -> str:
    if len(text) <= _NAMED:
        return text
    part = text[:_NAMED]
    cut = part.rfind(" ")
    return f"{part[:cut] if cut > 0 else part} …"
