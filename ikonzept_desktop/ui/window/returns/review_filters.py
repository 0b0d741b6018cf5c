"""Above the list: how far one is, who proposed what, and which of it is shown."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ikonzept_desktop.ui.editor.flow import FlowLayout
from ikonzept_desktop.ui.kit import labels, theme
from ikonzept_desktop.ui.kit.buttons import IconButton
from ikonzept_desktop.ui.kit.painting import draw_box, draw_ring
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window.returns import review_texts as texts
from ikonzept_desktop.ui.window.returns.badges import badge_width, draw_badge
from ikonzept_desktop.ui.window.returns.entries import Entry, Sort
from ikonzept_desktop.ui.window.returns.persons import Person
from ikonzept_desktop.ui.window.returns.review_desk import ReviewDesk
from ikonzept_desktop.ui.window.returns.review_view import Asked

_NAME_WIDTH = 150
"""px that a name gets at most."""


class PersonButton(QAbstractButton):
    """Somebody's letters and name with how many of the proposals are open; pressed, only these are shown."""

    def __init__(self, person: Person, count: int, parent: QWidget | None = None) -> None:
        """Offer a person."""
        super().__init__(parent)
        self.person = person
        self._count = str(count)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{person.name}, {texts.open_count(count)}")
        self.setToolTip(tip(person.name))

    def sizeHint(self) -> QSize:
        """Room for letters, name and figure."""
        metrics = self.fontMetrics()
        name = min(metrics.horizontalAdvance(self.person.name) + 2, _NAME_WIDTH)
        return QSize(badge_width(self.person) + name + metrics.horizontalAdvance(self._count) + 30, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        on = self.isChecked()
        edge = theme.colour("accent" if on else "border")
        draw_box(painter, QRectF(self.rect()), theme.colour("soft" if on else "paper"), edge, 2.0 if on else 1.0)
        right = draw_badge(painter, 7, self.height() // 2, self.person)
        metrics = self.fontMetrics()
        figure = metrics.horizontalAdvance(self._count)
        box = self.rect().adjusted(right + 6, 0, -figure - 16, 0)
        painter.setPen(theme.colour("on_soft" if on else "ink", chosen=on))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(box, middle, metrics.elidedText(self.person.name, Qt.TextElideMode.ElideRight, box.width()))
        painter.setPen(theme.colour("muted", chosen=on))
        painter.drawText(self.rect().adjusted(0, 0, -8, 0), middle | int(Qt.AlignmentFlag.AlignRight), self._count)
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()))


class ReviewFilters(QWidget):
    """Asks the desk for what is chosen here."""

    def __init__(self, desk: ReviewDesk, parent: QWidget | None = None) -> None:
        """Show a desk's counts."""
        super().__init__(parent)
        self.desk = desk
        self._count = labels.label("", "muted")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.more = IconButton("ellipsis", texts.MORE)
        self.sorts = QuietCombo(self)
        self.states = QuietCombo(self)
        self.sections = QuietCombo(self)
        self.people: list[PersonButton] = []
        self._people = QWidget(self)
        self._flow = FlowLayout(self._people)
        self._known: list[tuple[Person, int]] = []
        self._fill()
        self._lay_out()
        self.more.clicked.connect(
            lambda _on=False: self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        )
        for combo in (self.sorts, self.states, self.sections):
            combo.activated.connect(lambda _at: self._ask())

    def refresh(self, names: dict[str, str]) -> None:
        """Show counts, people and sections as they stand; `names` are those of the sections that have entries."""
        decided, total = self.desk.counts()
        self._count.setText(texts.progress(decided, total))
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(decided)
        self.bar.setAccessibleName(texts.progress(decided, total))
        people = self.desk.open_of_persons()
        if people != self._known:
            self._known = people
            self._show_people(people)
        wanted = [(texts.ALL_SECTIONS, None), *((name, id) for id, name in names.items())]
        if [self.sections.itemData(at) for at in range(self.sections.count())] != [id for _, id in wanted]:
            self._fill_sections(wanted)

    def menu(self) -> QMenu:
        """Give the menu of what can be decided at once."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        may = not self.desk.session.read_only
        current = self.desk.current
        groups: list[tuple[str, list[Entry]]] = [
            (texts.of_person(person.name), self._of(person.name)) for person, count in self._known if count
        ]
        if current is not None:
            here = [entry for entry in self.desk.entries if entry.section == current.section]
            groups.append((texts.OF_SECTION, here))
        groups.append((texts.OF_SHOWN, list(self.desk.shown)))
        for what, entries in groups:
            self._offer(menu, texts.accept_all_of(what), entries, self.desk.accept_all, may=may)
        menu.addSeparator()
        forms = [entry for entry in self.desk.entries if entry.sort is Sort.FORM]
        self._offer(menu, texts.NOTICE_FORMS, forms, self.desk.accept_all, may=may)
        menu.addSeparator()
        for what, entries in groups:
            self._offer(menu, texts.reject_all_of(what), entries, self.desk.reject_all, may=may)
        return menu

    def _offer_many(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _of(self, name: str) -> list[Entry]:
        """Give what one person alone, or with others, proposes."""
        return [entry for entry in self.desk.entries if any(person.name == name for person in entry.persons)]

    def _offer(self, menu: QMenu, text: str, entries: list[Entry], deed: object, *, may: bool) -> None:
        action = menu.addAction(text)
        action.setEnabled(may and any(entry.is_open and entry.kept is not None for entry in entries))
        assert callable(deed)
        action.triggered.connect(lambda _on=False: deed(entries))

    def _ask(self) -> None:
        names = frozenset(button.person.name for button in self.people if button.isChecked())
        section = self.sections.currentData()
        self.desk.ask(Asked(names, self.sorts.currentData(), section, self.states.currentData()))

    def _show_people(self, people: list[tuple[Person, int]]) -> None:
        pressed = {button.person.name for button in self.people if button.isChecked()}
        for button in self.people:
            self._flow.removeWidget(button)
            button.deleteLater()
        self.people = [PersonButton(person, count, self._people) for person, count in people]
        for button in self.people:
            button.setChecked(button.person.name in pressed)
            button.toggled.connect(lambda _on: self._ask())
            self._flow.addWidget(button)
        gone = pressed - {person.name for person, _ in people}
        if gone:
            self.desk.ask(replace(self.desk.asked, persons=frozenset(pressed - gone)))

    def _fill_sections(self, wanted: list[tuple[str, str | None]]) -> None:
        chosen = self.sections.currentData()
        self.sections.clear()
        for name, id in wanted:
            self.sections.addItem(name, id)
        at = next((at for at, (_, id) in enumerate(wanted) if id == chosen), 0)
        self.sections.setCurrentIndex(at)
        if at == 0 and self.desk.asked.section is not None:
            self.desk.ask(replace(self.desk.asked, section=None))

    def _fill(self) -> None:
        self.sorts.setAccessibleName(texts.KINDS)
        self.states.setAccessibleName(texts.STATES)
        self.sections.setAccessibleName(texts.SECTIONS)
        self.sorts.addItem(texts.ALL_KINDS, "")
        for sort in Sort:
            self.sorts.addItem(texts.SORTS[sort][0], sort.value)
        for name, key in ((texts.ONLY_OPEN, "open"), (texts.ONLY_DECIDED, "decided"), (texts.EVERYTHING, "")):
            self.states.addItem(name, key)
        self.sections.addItem(texts.ALL_SECTIONS, None)
        for combo in (self.sorts, self.states, self.sections):
            combo.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(6)
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(labels.label(texts.PROPOSALS, strong=True))
        head.addStretch(1)
        head.addWidget(self._count)
        head.addWidget(self.more)
        choices = QHBoxLayout()
        choices.setSpacing(8)
        choices.addWidget(self.sorts)
        choices.addWidget(self.states)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.bar)
        layout.addWidget(self._people)
        layout.addLayout(choices)
        layout.addWidget(self.sections)
