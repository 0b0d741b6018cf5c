"""From finding to finding, and the lists of words and of what is passed over."""

from collections.abc import Callable, Sequence

from ikonzept_desktop.checking import mending
from ikonzept_desktop.checking.findings import SEPARATOR, Finding, Kind, Severity
from ikonzept_desktop.checking.places import Place
from ikonzept_desktop.checking.survey import spots_of
from ikonzept_desktop.model.document import Document, Properties, Section, find_section, walk
from ikonzept_desktop.model.edits import Edit
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.ui.spelling_desk import SpellingDesk
from ikonzept_desktop.ui.window import checking_texts as texts
from ikonzept_desktop.ui.window.surroundings import Surroundings
from ikonzept_desktop.ui.window.words_dialog import CONCEPT, PASSED, USER, WordList


def following(
    document: Document, found: Sequence[Finding], last: Finding | None, caret: Selection | None, step: int
) -> tuple[int, bool]:
    """Give the index of the finding after the caret, or before it, and whether that went round the concept's end.

    Where the caret still shows the last finding, the next one is its neighbour.
    """
    here = last is not None and last in found and _still_shows(document, last, caret)
    if last is not None and here:
        at = found.index(last) + step
    else:
        spot = _spot_of_caret(document, caret)
        before = sum(_spot(document, finding.place) < spot for finding in found)
        at = before if step > 0 else before - 1
    return at % len(found), not 0 <= at < len(found)


def _still_shows(document: Document, last: Finding, caret: Selection | None) -> bool:
    return caret is None or not last.place.block or caret == mending.selection_of(document, last.place)


Spot = tuple[int, int, int]
"""Where something stands in reading order: section, line of the section, position in the line."""


def _spot_of_caret(document: Document, caret: Selection | None) -> Spot:
    if caret is None:
        return (-1, 0, 0)
    address = caret.address
    if address is None:
        return _spot(document, Place(caret.section))
    place = Place(caret.section, address.field, address.record, address.column, caret.block, "", caret.line)
    section, line, _ = _spot(document, place)
    return section, line, min(caret.anchor, caret.caret)


def _spot(document: Document, place: Place) -> Spot:
    order = [section.id for section in walk(document.sections)]
    section = find_section(document, place.section)
    if section is None:
        return (-1, 0, 0)
    return order.index(place.section), _line(document, section, place), place.start


def _line(document: Document, section: Section, place: Place) -> int:
    """Give the number of a line within its section; that of its block or field where the line has none."""
    fallback = -1
    for number, (field, spot) in enumerate(spots_of(document.template, section)):
        same_field = (field, spot.record, spot.column) == (place.field, place.record, place.column)
        if not same_field or (place.block and spot.block != place.block):
            continue
        if spot.note == place.note and spot.line in {place.line, ""}:
            return number
        fallback = number if fallback < 0 else fallback
    return fallback


def covers(finding: Finding, place: Place) -> bool:
    """Tell whether a finding is about a place."""
    own = finding.place
    same = (own.field, own.record, own.column, own.block, own.note) == (
        place.field,
        place.record,
        place.column,
        place.block,
        place.note,
    )
    return same and own.start <= place.start <= own.end and own.end > own.start


def worst(findings: Sequence[Finding]) -> str:
    """Give the colour of a count: red where something must be mended, amber where something should, or none."""
    severities = {finding.severity for finding in findings}
    return "red" if Severity.MUST in severities else "amber" if Severity.SHOULD in severities else ""


def word_lists(room: Surroundings, spelling: SpellingDesk) -> dict[str, WordList]:
    """Give the lists of the dialog of dictionaries."""
    session = room.session
    writable = not session.read_only

    def change(edit_of: Callable[[Properties], Edit | None]) -> None:
        session.apply(edit_of(session.document.properties), texts.WORDS_STEP)

    return {
        CONCEPT: WordList(
            lambda: [(word, word) for word in session.document.properties.own_words],
            lambda words: change(lambda properties: mending.with_words(properties, remove=words)),
            lambda word: change(lambda properties: mending.with_words(properties, add=(word,))),
            writable,
        ),
        USER: WordList(
            lambda: [(word, word) for word in spelling.user_words],
            lambda words: _say(room, spelling.change_user_words(remove=words)),
            lambda word: _say(room, spelling.change_user_words(add=(word,))),
        ),
        PASSED: WordList(
            lambda: [(key, _name(room, key)) for key in session.document.properties.passed_over],
            lambda keys: session.apply(
                mending.looked_at_again(session.document.properties, keys), texts.LOOK_AGAIN_STEP
            ),
            writable=writable,
        ),
    }


def _say(room: Surroundings, sentence: str) -> None:
    if sentence:
        room.status.say(sentence)


def _name(room: Surroundings, key: str) -> str:
    """Name what is passed over, by its key."""
    kind, *parts = key.split(SEPARATOR)
    name = texts.KINDS.get(Kind(kind), kind) if kind in set(Kind) else kind
    if not parts:
        return texts.whole_kind(name)
    said = parts[-1] if parts[-1].strip() else texts.spaces(len(parts[-1]))
    if len(parts) < 3:
        return f"{name}: „{said}“"
    label = room.labels.label(parts[0])
    where = texts.GONE_PLACE if label is None else f"{label.number} {label.title}".strip()
    return f"{name}: „{said}“ – {where}"
