"""The hits as rows for a list: a heading for each section, and a line for each hit below it."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ikonzept_desktop.model.search.passages import OBJECT, Part
from ikonzept_desktop.model.search.query import BadPattern, TookTooLong
from ikonzept_desktop.model.search.replacing import Obstacle
from ikonzept_desktop.ui.live_labels import LiveLabels
from ikonzept_desktop.ui.window.finding import texts
from ikonzept_desktop.ui.window.finding.hunt import Hit, Hunt
from ikonzept_desktop.values import dataclass

Index = QModelIndex | QPersistentModelIndex
_BEFORE, _AFTER = 48, 240
"""Characters of context; what has no room is cut off at the end."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above the hits of a section."""

    number: str
    title: str
    hits: range
    ticked: Qt.CheckState | None
    """Whether all, some or none of them are ticked; None while nothing is to be replaced."""


@dataclass(frozen=True, slots=True)
class HitLine:
    """The row of one hit."""

    index: int
    before: str
    old: str
    new: str | None
    """What it becomes; None while nothing is to be replaced, or where it cannot be."""
    after: str
    place: str
    """What of the section it stands in: `Fußnote`, `Ausgangslage`."""
    ticked: bool | None
    obstacle: Obstacle | None


class HitsModel(QAbstractListModel):
    """Thin rows over a hunt; what a row says is worked out when it is painted."""

    def __init__(self, hunt: Hunt, labels: LiveLabels, parent: QObject) -> None:
        """Show nothing until `reset`."""
        super().__init__(parent)
        self._hunt = hunt
        self._labels = labels
        self._groups: list[tuple[str, int, int]] = []
        self._rows: list[int] = []
        self._first_rows: list[int] = []

    def reset(self) -> None:
        """Show what the hunt has found now."""
        self.beginResetModel()
        self._groups = list(self._hunt.groups())
        self._rows, self._first_rows = [], []
        for number, (_section, start, end) in enumerate(self._groups):
            self._rows.append(-1 - number)
            self._first_rows.append(len(self._rows))
            self._rows.extend(range(start, end))
        self.endResetModel()

    def repaint(self) -> None:
        """Show the same hits with other ticks, or with what they become now."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def sections(self) -> int:
        """Count the sections with hits; the concept's own properties count as one."""
        return len(self._groups)

    def rowCount(self, parent: Index | None = None) -> int:
        """Count headings and hits."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give what is read aloud of a row; it is painted from `row`."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        row = self.row(index.row())
        return _said_of_heading(row) if isinstance(row, Heading) else _said_of_hit(row)

    def row(self, row: int) -> Heading | HitLine:
        """Give what a row shows."""
        number = self._rows[row]
        return self._heading(-1 - number) if number < 0 else self._line(number)

    def hits_of(self, row: int) -> range:
        """Give the numbers of the hits that a row stands for."""
        number = self._rows[row]
        return range(*self._groups[-1 - number][1:]) if number < 0 else range(number, number + 1)

    def hit_of(self, row: int) -> int:
        """Give the number of a row's hit; -1 for a heading."""
        return max(self._rows[row], -1) if 0 <= row < len(self._rows) else -1

    def row_of(self, hit: int) -> int:
        """Give the row of a hit; -1 where there is none of that number."""
        for (_section, start, end), first in zip(self._groups, self._first_rows, strict=True):
            if start <= hit < end:
                return first + hit - start
        return -1

    def _heading(self, number: int) -> Heading:
        section, start, end = self._groups[number]
        label = self._labels.label(section)
        title = texts.ABOUT_CONCEPT if label is None else label.title or label.noun
        return Heading(label.number if label else "", title, range(start, end), self._tick_of(range(start, end)))

    def _tick_of(self, hits: range) -> Qt.CheckState | None:
        if self._hunt.wish is None:
            return None
        ticked = sum(map(self._hunt.is_ticked, hits))
        if not ticked:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if ticked == len(hits) else Qt.CheckState.PartiallyChecked

    def _line(self, number: int) -> HitLine:
        hit = self._hunt.hit(number)
        text, (start, end) = hit.passage.text, hit.span
        before = _context(text[:start])
        replacing = self._hunt.wish is not None
        return HitLine(
            number,
            _in_one_line(before),
            _in_one_line(text[start:end]),
            self._new_text(hit, number) if replacing else None,
            _in_one_line(text[end : end + _AFTER]),
            _place(hit),
            self._hunt.is_ticked(number) if replacing else None,
            hit.obstacle if replacing else None,
        )

    def _new_text(self, hit: Hit, number: int) -> str | None:
        if hit.obstacle is not None:
            return None
        try:
            return _in_one_line(self._hunt.new_text(number))
        except (BadPattern, TookTooLong):
            return None


def _context(before: str) -> str:
    """Give what stands before a hit, from the beginning of a word where it is cut off."""
    if len(before) <= _BEFORE:
        return before
    kept = before[-_BEFORE:]
    gap = kept.find(" ")
    return f"… {kept[gap + 1 :]}" if gap >= 0 else f"…{kept}"


def _place(hit: Hit) -> str:
    site = hit.passage.site
    if site.part is Part.PROPERTY:
        return texts.PROPERTY_NAMES[site.id]
    if site.part in {Part.LINE, Part.CHOICE, Part.DAY, Part.TEXT}:
        return hit.passage.label or texts.PARTS[Part.TEXT]
    return texts.PARTS[site.part]


def _in_one_line(text: str) -> str:
    return text.replace("\n", " ").replace(OBJECT, "")


def _said_of_heading(row: Heading) -> str:
    return f"{row.number} {row.title}".strip() + f", {texts.hits(len(row.hits))}"


def _said_of_hit(row: HitLine) -> str:
    becomes = f" → {row.new}" if row.new is not None else ""
    said = f"{row.place}: {row.before}{row.old}{becomes}{row.after}"
    if row.obstacle is not None:
        return f"{said}, {texts.OBSTACLES[row.obstacle]}"
    return said if row.ticked is None else f"{said}, {texts.TICKED if row.ticked else texts.NOT_TICKED}"
