"""The preview of a document that is to be taken over: what it is proposed to become, to be corrected and accepted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QMessageBox, QSplitter, QVBoxLayout, QWidget

from ikonzept_desktop.importing import plan_edits
from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.plan import Becomes, Plan
from ikonzept_desktop.importing.shown_entry import label_of
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.overview import deep
from ikonzept_desktop.publication.labels import labels as numbers_of
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import action_button, push_button, tip
from ikonzept_desktop.ui.kit.quiet import QuietCombo
from ikonzept_desktop.ui.window.importing import texts
from ikonzept_desktop.ui.window.importing.columns_row import ColumnsRow
from ikonzept_desktop.ui.window.importing.correcting import Correcting
from ikonzept_desktop.ui.window.importing.plan_actions import TOOLS, PlanActions
from ikonzept_desktop.ui.window.importing.plan_model import PlanModel
from ikonzept_desktop.ui.window.importing.plan_tree import PlanTree
from ikonzept_desktop.ui.window.importing.shown_pane import ShownPane
from ikonzept_desktop.ui.window.returns.key_hints import KeyHints

NARROW, LOW = 860, 500
"""px below which tree and text stand one below the other, and below which there is room for neither that nor keys."""
_WHY_HEIGHT = 36
"""px: two lines, so that the tree does not jump from entry to entry."""
Take = Callable[[Plan, str], str]
"""Takes a plan over, below a section or to the end; gives a sentence where it could not be."""


class ImportDialog(QDialog):
    """Shows and corrects one plan; accepted when it was taken over."""

    def __init__(
        self,
        document: Document,
        manuscript: Manuscript,
        plan: Plan,
        take: Take,
        into: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show what is proposed to become of a manuscript; `into` is the section that it would go below."""
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.setSizeGripEnabled(True)
        self.resize(1120, 720)
        self._take = take
        self.hand = Correcting(document, manuscript, plan, into, self)
        self._make(document, manuscript)
        self.doing = PlanActions(self.hand, self.tree, self.shown, self._say)
        self._lay_out()
        self._connect()
        first = plan_edits.next_unsure(plan, -1)
        start = plan.entries[first].piece if first is not None else plan.entries[0].piece if plan.entries else -1
        self.tree.choose([start])
        self._refresh()
        self.tree.setFocus()

    def accept(self) -> None:
        """Take the plan over as it is now; stay where that cannot be."""
        if self.tree.is_editing():
            self.tree.setFocus()
        sentence = self._take(plan_edits.settled(self.hand.plan), self.hand.into)
        if sentence:
            self._say(sentence, "red")
        else:
            super().accept()

    def reject(self) -> None:
        """Leave; what was corrected is not thrown away by a single key."""
        if self.isVisible() and self.hand.can_undo():
            self._ask_to_leave()
        else:
            super().reject()

    def _ask_to_leave(self) -> None:
        asked = QMessageBox(QMessageBox.Icon.NoIcon, texts.GIVE_UP_TITLE, texts.GIVE_UP, parent=self)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        discard = asked.addButton(texts.DISCARD, QMessageBox.ButtonRole.DestructiveRole)
        go_on = asked.addButton(texts.GO_ON, QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(go_on)
        asked.setEscapeButton(go_on)
        discard.clicked.connect(lambda _on=False: QDialog.reject(self))
        asked.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the text below the outline where it is narrow, and give the line of keys away where it is low."""
        super().resizeEvent(event)
        low = self.height() < LOW
        self._hints.setVisible(not low)
        upright = self.width() < NARROW and not low
        wanted = Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal
        if self._halves.orientation() != wanted:
            self._halves.setOrientation(wanted)
            self._halves.setSizes([1, 1] if upright else [11, 10])

    def _make(self, document: Document, manuscript: Manuscript) -> None:
        self._file = labels.Elided(manuscript.name)
        self._file.setFont(labels.label("", strong=True).font())
        self._counts = labels.hint()
        self.target = QuietCombo(self)
        self._target_label = labels.label_for(texts.INSERT, self.target)
        self._whole = labels.label(texts.WHOLE, "muted", small=True)
        self._fill_targets(document)
        self.tree = PlanTree(PlanModel(self.hand, self), self)
        self.shown = ShownPane(self)
        self.columns = ColumnsRow(self)
        self._why = labels.hint()
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._why.setMinimumHeight(_WHY_HEIGHT)
        self._hints = KeyHints(texts.KEYS, self)
        self._sign = labels.IconLabel("info", "muted")
        self._said = labels.hint()
        self._said.hide()
        self.report = push_button(texts.REPORT, "file-text")
        self.take_button = push_button(texts.ACCEPT, primary=True)
        self.stop_button = push_button(texts.CANCEL)
        for button in (self.report, self.stop_button):
            button.setAutoDefault(False)
        self.take_button.setDefault(True)
        self.take_button.setShortcut(QKeySequence("Ctrl+Return"))
        self.take_button.setToolTip(tip(texts.ACCEPT, "Ctrl+Return"))
        self.take_button.setEnabled(bool(self.hand.plan.entries))

    def _fill_targets(self, document: Document) -> None:
        known = numbers_of(document)
        self.target.addItem(texts.AT_END, "")
        for section, depth in deep(document.sections):
            name = f"{known.number(section.id)} {section.title or texts.UNTITLED}".strip()
            self.target.addItem(f"{'   ' * depth}{texts.below(name)}", section.id)
        self.target.setCurrentIndex(max(self.target.findData(self.hand.into), 0))
        self.target.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.target.setMinimumContentsLength(26)
        for part in (self.target, self._target_label):
            part.setVisible(bool(document.sections))
        self._whole.setVisible(not document.sections)

    def _connect(self) -> None:
        self.hand.changed.connect(self._refresh_plan)
        self.tree.current_changed.connect(self._refresh)
        self.tree.selectionModel().selectionChanged.connect(lambda _on, _off: self.doing.refresh())
        self.target.activated.connect(lambda _row: self.hand.go_into(str(self.target.currentData() or "")))
        self.columns.changed.connect(self._map)
        self.report.clicked.connect(lambda _on=False: self._show_report())
        self.take_button.clicked.connect(lambda _on=False: self.accept())
        self.stop_button.clicked.connect(lambda _on=False: self.reject())

    def _refresh_plan(self) -> None:
        """Show the plan as it is now, and what is chosen in it."""
        self._say("")
        self.tree.show_plan(self.hand.chosen)

    def _refresh(self) -> None:
        self._count()
        self.doing.refresh()
        at, plan = self.tree.current(), self.hand.plan
        if at < 0:
            return
        entry = plan.entries[at]
        self._why.setText(self.tree.plan.why(at))
        labels.set_role(self._why, "muted" if entry.is_sure else "amber")
        self._sign.show_icon("info" if entry.is_sure else "circle-alert", "muted" if entry.is_sure else "amber")
        self.shown.show_entry(self.hand, at)
        table, type = self.hand.table(entry.piece), self.hand.type_of(at)
        if entry.becomes is Becomes.RECORDS and table is not None and type is not None:
            self.columns.show_table(table, type, entry.columns, by_rows=entry.by_rows)
        else:
            self.columns.hide()

    def _map(self, columns: tuple[str, ...]) -> None:
        self.hand.take(plan_edits.with_columns(self.hand.plan, self.tree.current(), columns))

    def _count(self) -> None:
        plan = self.hand.plan
        of = {becomes: [at for at, entry in enumerate(plan.entries) if entry.becomes is becomes] for becomes in Becomes}
        tables = [label_of(self.hand.document, plan, at) for at in of[Becomes.RECORDS]]
        unsure = sum(not entry.is_sure for entry in plan.entries)
        counts = (len(of[Becomes.SECTION]), len(of[Becomes.FIELD]))
        self._counts.setText(texts.counted(*counts, tables, len(of[Becomes.INBOX]), unsure))

    def _say(self, sentence: str, role: str = "muted") -> None:
        self._said.setText(sentence)
        labels.set_role(self._said, role)
        self._said.setVisible(bool(sentence))

    def _show_report(self) -> None:
        from ikonzept_desktop.importing.report import told_lines
        from ikonzept_desktop.ui.window.importing.report_dialog import ReportDialog

        written = self.hand.manuscript
        ReportDialog("\n".join(told_lines(written.told)), written.name, self).exec()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 12)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        self._halves = QSplitter(Qt.Orientation.Horizontal, self)
        self._halves.setHandleWidth(1)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self._left())
        self._halves.addWidget(self._right())
        self._halves.setSizes([600, 520])
        layout.addWidget(self._halves, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.setSpacing(8)
        foot.addWidget(self._said)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.report)
        row.addStretch(1)
        row.addWidget(self.take_button)
        row.addWidget(self.stop_button)
        foot.addLayout(row)
        layout.addWidget(self._hints)
        layout.addLayout(foot)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(labels.IconLabel("file-text"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._file)
        words.addWidget(self._counts)
        row.addLayout(words, 1)
        for part in (self._whole, self._target_label, self.target):
            row.addWidget(part)
        return row

    def _left(self) -> QWidget:
        left = QFrame(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tools = QFrame(left)
        tools.setObjectName("toolbar")
        row = QHBoxLayout(tools)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(2)
        for key in TOOLS:
            if key:
                row.addWidget(action_button(self.doing.actions_by_key[key]))
            else:
                row.addSpacing(8)
        row.addStretch(1)
        column.addWidget(tools)
        column.addWidget(self.tree, 1)
        why = QHBoxLayout()
        why.setContentsMargins(16, 6, 16, 4)
        why.setSpacing(8)
        why.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        why.addWidget(self._why, 1)
        column.addLayout(why)
        left.setMinimumWidth(320)
        return left

    def _right(self) -> QWidget:
        right = QFrame(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.columns)
        column.addWidget(self.shown, 1)
        right.setMinimumWidth(300)
        return right
