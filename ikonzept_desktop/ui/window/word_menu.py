"""What a menu offers for a finding: what may have been meant, the dictionaries, and to pass it over."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ikonzept_desktop.checking.findings import Finding, Kind
from ikonzept_desktop.ui.spelling_desk import SpellingDesk
from ikonzept_desktop.ui.window import checking_texts as texts
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Deeds:
    """What can be done with a finding."""

    mend: Callable[[Finding, str], object]
    """Put words in its place."""
    skip: Callable[[Finding, str], object]
    """Pass over what goes by that key."""
    into_concept: Callable[[str], object]
    into_own: Callable[[str], object]


def fill(menu: QMenu, finding: Finding, deeds: Deeds, spelling: SpellingDesk, *, writable: bool) -> None:
    """Put a finding's entries at the head of a menu; suggestions come when they are found."""
    before = menu.actions()[0] if menu.actions() else None
    part = _Part(menu, before)
    if finding.kind is Kind.SPELLING:
        if writable:
            Suggestions(part, finding, deeds, spelling)
            part.line()
            part.add(texts.INTO_CONCEPT, partial(deeds.into_concept, finding.text))
        part.add(texts.INTO_OWN, partial(deeds.into_own, finding.text))
    elif finding.suggestion is not None and writable:
        part.add(texts.instead(finding.suggestion), partial(deeds.mend, finding, finding.suggestion), strong=True)
    if writable:
        _offer_to_skip(part, finding, deeds)
    part.line()


def _offer_to_skip(part: "_Part", finding: Finding, deeds: Deeds) -> None:
    if finding.kind is Kind.SPELLING:
        part.add(texts.EVERYWHERE, partial(deeds.skip, finding, finding.key_of_text))
        return
    part.add(texts.SKIP, partial(deeds.skip, finding, finding.key))
    if finding.kind in {Kind.NAME, Kind.GENDER, Kind.DOUBLE_WORD}:
        said = texts.SKIP_TEXT.format(text=finding.text)
        part.add(said, partial(deeds.skip, finding, finding.key_of_text))
    said = texts.SKIP_KIND.format(kind=texts.KINDS[finding.kind])
    part.add(said, partial(deeds.skip, finding, finding.kind.value))


class _Part:
    """The head of a menu, before what stood there."""

    def __init__(self, menu: QMenu, before: QAction | None) -> None:
        self.menu = menu
        self._before = before

    def add(self, text: str, act: Callable[[], object] | None = None, *, strong: bool = False) -> QAction:
        action = QAction(text.replace("&", "&&"), self.menu)
        if strong:
            font = action.font()
            font.setBold(True)
            action.setFont(font)
        if act is not None:
            action.triggered.connect(lambda _on=False: act())
        self.put(action)
        return action

    def put(self, action: QAction, before: QAction | None = None) -> None:
        at = self._before if before is None else before
        if at is None:
            self.menu.addAction(action)
        else:
            self.menu.insertAction(at, action)

    def line(self) -> None:
        separator = QAction(self.menu)
        separator.setSeparator(True)
        self.put(separator)


class Suggestions(QObject):
    """Stands in for suggestions until they have come; goes with its menu."""

    def __init__(self, part: _Part, finding: Finding, deeds: Deeds, spelling: SpellingDesk) -> None:
        """Ask for them."""
        super().__init__(part.menu)
        self._part, self._finding, self._deeds = part, finding, deeds
        self._waiting = part.add(texts.SEARCHING)
        self._waiting.setEnabled(False)
        spelling.suggested.connect(self._take)
        spelling.suggest(finding.text)

    def _take(self, word: str, found: tuple[str, ...]) -> None:
        if word != self._finding.text or not self._waiting.isVisible():
            return
        active: QAction | None = self._part.menu.activeAction()
        for words in found:
            action = QAction(words, self._part.menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(lambda _on=False, words=words: self._deeds.mend(self._finding, words))
            self._part.put(action, self._waiting)
            if active is None or not active.isEnabled():
                active = action
                self._part.menu.setActiveAction(action)
        self._waiting.setText(texts.NO_SUGGESTIONS)
        self._waiting.setVisible(not found)
