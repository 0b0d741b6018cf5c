"""A small list at the caret in which the target of a cross-reference is found by a few letters."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from ikonzept_desktop.model.inline import ReferenceForm
from ikonzept_desktop.publication.references import cited
from ikonzept_desktop.publication.target_search import Target, found
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.fields import FilterField
from ikonzept_desktop.ui.kit.painting import draw_box
from ikonzept_desktop.ui.kit.segments import Choice, Segments
from ikonzept_desktop.ui.kit.theme import colour
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window import reference_texts as texts
from ikonzept_desktop.ui.window.target_delegate import ROW, TARGET, TargetDelegate

WIDTH = 520
ROWS_SHOWN = 8
_GAP = 4
_INVALID = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class _Targets(QAbstractListModel):
    """A plain list of targets."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.targets: list[Target] = []

    def put(self, targets: list[Target]) -> None:
        self.beginResetModel()
        self.targets = targets
        self.endResetModel()

    def rowCount(self, parent: _Index = _INVALID) -> int:
        return 0 if parent.isValid() else len(self.targets)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        target = self.targets[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{target.name}, {target.label.noun}"
            case Qt.ItemDataRole.ToolTipRole:
                return tip("\n".join(filter(None, (target.name, target.place))))
            case _ if role == TARGET:
                return target
        return None


class ReferencePopup(QWidget):
    """A line to type in, what fits it, and the form; it goes when the keyboard goes elsewhere."""

    chosen = Signal(str, object)
    """The id of the target and the ReferenceForm."""
    left = Signal()
    """Put away by Escape: whoever opened it takes the keyboard back."""

    def __init__(self, window: QWidget) -> None:
        """Stay hidden over a window."""
        super().__init__(window)
        self._window = window
        self.setObjectName("referencePopup")
        self.setAccessibleName(texts.TARGETS)
        self._every: Sequence[Target] = ()
        self._recent: Sequence[str] = ()
        self.line = FilterField(texts.FIND_TARGET, "search", parent=self)
        self.list = QListView(self)
        self._model = _Targets(self)
        self.form = Segments(texts.FORM, [Choice(form.value, words) for form, words in texts.FORMS.items()], self)
        self._preview = labels.Elided()
        self._none = labels.label(texts.NO_TARGET, "muted")
        self._lay_out()
        self.line.installEventFilter(self)
        self.line.textChanged.connect(lambda _words: self._fill())
        self.list.clicked.connect(lambda _index: self._choose())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._say())
        self.form.chosen.connect(self._take_form)
        self.hide()

    def open(self, every: Sequence[Target], recent: Sequence[str], form: ReferenceForm, caret: QRect) -> None:
        """Offer targets at a caret, whose place is on the screen in px; those used recently come first."""
        self._every, self._recent = every, recent
        self.form.choose(form.value)
        self.line.clear()
        self._fill()
        self._place(caret)
        self.show()
        self.raise_()
        self.line.setFocus()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus, Qt.ConnectionType.UniqueConnection)

    def target(self) -> Target | None:
        """Give the target that is chosen."""
        row = self.list.currentIndex().row()
        return self._model.targets[row] if 0 <= row < len(self._model.targets) else None

    def shown(self) -> list[Target]:
        """Give the targets that fit what was typed, the best first."""
        return self._model.targets

    def reference_form(self) -> ReferenceForm:
        """Give the form that is chosen."""
        return ReferenceForm(self.form.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the keys of the list and of the form through while the line has the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box it stands in."""
        painter = QPainter(self)
        draw_box(painter, self.rect().toRectF(), colour("panel"), colour("border"))

    def _key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._step(1 if event.key() == Qt.Key.Key_Down else -1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self._step((ROWS_SHOWN - 1) * (1 if event.key() == Qt.Key.Key_PageDown else -1))
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self._next_form(1 if event.key() == Qt.Key.Key_Tab else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose()
            case Qt.Key.Key_Escape:
                self.hide()
                self.left.emit()
            case _:
                return False
        return True

    def _step(self, by: int) -> None:
        last = len(self._model.targets) - 1
        if last >= 0:
            row = min(max(self.list.currentIndex().row() + by, 0), last)
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _next_form(self, by: int) -> None:
        forms = [form.value for form in texts.FORMS]
        self.form.choose(forms[(forms.index(self.form.key) + by) % len(forms)])
        self._say()

    def _take_form(self, _key: str) -> None:
        self._say()
        self.line.setFocus()

    def _choose(self) -> None:
        if (target := self.target()) is not None:
            self.hide()
            self.chosen.emit(target.id, self.reference_form())

    def _fill(self) -> None:
        self._model.put(found(self._every, self.line.text(), self._recent))
        self.list.setCurrentIndex(self._model.index(0, 0))
        self.list.scrollToTop()
        self._none.setVisible(not self._model.targets)
        self.list.setVisible(bool(self._model.targets))
        self._say()

    def _say(self) -> None:
        target, form = self.target(), self.reference_form()
        if target is None:
            printed = ""
        elif form is ReferenceForm.PAGE:
            printed = texts.preview(texts.PAGE_EXAMPLE if target.label.printed else texts.NOT_PRINTED)
        else:
            printed = texts.preview(cited(target.label, form))
        self._preview.setText(printed)
        said = (target.name, target.label.noun, target.place, printed, texts.KEYS) if target else (texts.NO_TARGET,)
        self.line.setAccessibleDescription(". ".join(filter(None, said)))

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.hide()

    def _place(self, caret: QRect) -> None:
        """Stand below the caret, above it where there is more room, and within the window."""
        window = self._window
        rows = min(max(len(self._model.targets), 1), ROWS_SHOWN)
        self.list.setFixedHeight(rows * ROW + 2 * self.list.frameWidth())
        self.setFixedWidth(min(WIDTH, window.width() - 2 * _GAP))
        self.adjustSize()
        top_left = window.mapFromGlobal(caret.topLeft())
        below = top_left.y() + caret.height() + _GAP
        above = top_left.y() - self.height() - _GAP
        y = below if below + self.height() <= window.height() or above < 0 else above
        highest = max(window.height() - self.height() - _GAP, 0)
        self.move(QPoint(min(max(top_left.x() - 24, _GAP), window.width() - self.width() - _GAP), min(y, highest)))

    def _lay_out(self) -> None:
        self.list.setModel(self._model)
        self.list.setItemDelegate(TargetDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(texts.TARGETS)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none.setContentsMargins(8, 6, 8, 6)
        keys: QLabel = labels.hint(texts.KEYS)
        foot = QHBoxLayout()
        foot.addWidget(labels.label(texts.FORM, "muted", small=True))
        foot.addWidget(self.form, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for part in (self.line, self.list, self._none):
            layout.addWidget(part)
        layout.addLayout(foot)
        layout.addWidget(self._preview)
        layout.addWidget(keys)
