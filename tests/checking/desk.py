"""The dictionary in the test's own process, read once, and a concept looked at with it."""

from datetime import date
from functools import cache

from ikonzept_desktop.checking.findings import Finding, Kind
from ikonzept_desktop.checking.lexicon import Lexicon, load
from ikonzept_desktop.checking.survey import findings
from ikonzept_desktop.checking.verdicts import Units, Verdicts
from ikonzept_desktop.checking.words import words_of
from ikonzept_desktop.model.document import Document, walk
from ikonzept_desktop.paths import resource

TODAY = date(2015, 3, 12)


@cache
def lexicon() -> Lexicon:
    """Give the real dictionary."""
    return load(resource("dictionaries"))


def answered(units: Units) -> None:
    """Answer everything that is asked for."""
    while asked := units.take_missing(1000):
        units.learn({unit: lexicon().knows(unit) for unit in asked})


def wrong(text: str, *own: str) -> list[str]:
    """Give the words of a text that are wrong."""
    units = Units()
    verdicts = Verdicts(units)
    verdicts.set_own(own)
    verdicts.wrong_words(text)
    answered(units)
    return [word.text for word in verdicts.wrong_words(text)]


def found(document: Document, *, today: date = TODAY) -> list[Finding]:
    """Give all findings of a concept in reading order."""
    units = Units()
    verdicts = Verdicts(units)
    verdicts.set_own(document.properties.own_words)
    findings(document, verdicts, today)
    answered(units)
    report = findings(document, verdicts, today)
    return [finding for section in walk(document.sections) for finding in report.get(section.id, ())]


def said(document: Document, *kinds: Kind) -> list[tuple[str, str | None]]:
    """Give what the findings of these kinds say and suggest."""
    return [(finding.text, finding.suggestion) for finding in found(document) if finding.kind in kinds]


def words(text: str) -> list[str]:
    """Give the words that are asked for."""
    return [word.text for word in words_of(text)]
