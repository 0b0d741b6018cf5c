"""What can be done with the chosen entries: one action each, with its key, for the tree, its menu and the tools."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ikonzept_desktop.importing import plan_edits
from ikonzept_desktop.importing.plan import NAMING, Becomes, Plan
from ikonzept_desktop.model.template import FieldType
from ikonzept_desktop.ui.kit.icons import set_icon
from ikonzept_desktop.ui.window.importing import texts
from ikonzept_desktop.ui.window.importing.correcting import Correcting
from ikonzept_desktop.ui.window.importing.plan_tree import PlanTree
from ikonzept_desktop.ui.window.importing.shown_pane import ShownPane

_KEYS: Mapping[str, tuple[str, tuple[str, ...], str]] = {
    "next": (texts.NEXT, ("N",), "chevron-down"),
    "fits": (texts.FITS, ("Space",), "check"),
    "toggle": (texts.SECTION_OR_TEXT, ("Return", "Enter"), "text-align-start"),
    "kind": (texts.KIND, ("K",), "bookmark"),
    "field": (texts.FIELD, ("F",), "layout-list"),
    "rename": (texts.RENAME, ("F2",), "pencil"),
    "split": (texts.SPLIT_IN_TEXT, ("S",), "scissors"),
    "promote": (texts.PROMOTE, ("Alt+Shift+Left",), "indent-decrease"),
    "demote": (texts.DEMOTE, ("Alt+Shift+Right",), "indent-increase"),
    "up": (texts.UP, ("Alt+Shift+Up",), "arrow-up"),
    "down": (texts.DOWN, ("Alt+Shift+Down",), "arrow-down"),
    "inbox": (texts.INBOX, ("E", "Del"), "inbox"),
    "undo": (texts.UNDO, ("Ctrl+Z",), "undo-2"),
    "redo": (texts.REDO, ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2"),
}
"""By key: name, shortcuts, icon; in the order of the menu."""
_EVERYWHERE = frozenset({"undo", "redo"})
TOOLS = (
    *("next", "fits", "", "toggle", "kind", "field", "inbox", ""),
    *("promote", "demote", "up", "down", "", "undo", "redo"),
)
"""What stands above the tree; an empty key parts two groups."""


class PlanActions:
    """Carries out corrections on what is chosen in the tree."""

    def __init__(self, hand: Correcting, tree: PlanTree, shown: ShownPane, say: Callable[[str], object]) -> None:
        """`say` says a sentence in passing."""
        self._hand, self._tree, self._shown, self._say = hand, tree, shown, say
        self.actions_by_key: dict[str, QAction] = {}
        window = tree.window()
        do: Mapping[str, Callable[[], object]] = {
            "next": self._next, "fits": self._fits, "toggle": lambda: hand.toggle(tree.chosen()),
            "kind": lambda: self._pop(self._kind_menu()), "field": lambda: self._pop(self._field_menu()),
            "rename": tree.rename, "split": self._split, "inbox": lambda: self._all(plan_edits.to_inbox),
            "promote": lambda: self._shift(-1), "demote": lambda: self._shift(1),
            "up": lambda: self._step(-1), "down": lambda: self._step(1), "undo": hand.undo, "redo": hand.redo,
        }  # fmt: skip
        for key, (name, shortcuts, icon) in _KEYS.items():
            action = QAction(name, window)
            action.setObjectName(key)
            action.setShortcuts([QKeySequence(keys) for keys in shortcuts])
            everywhere = key in _EVERYWHERE
            where = Qt.ShortcutContext.WindowShortcut if everywhere else Qt.ShortcutContext.WidgetShortcut
            action.setShortcutContext(where)
            set_icon(action, icon)
            action.triggered.connect(lambda _on=False, call=do[key]: call())
            (window if everywhere else tree).addAction(action)
            self.actions_by_key[key] = action
        tree.plan.move_asked.connect(self._move)
        tree.plan.rename_asked.connect(self._rename)
        tree.customContextMenuRequested.connect(lambda spot: self.show_menu(tree.viewport().mapToGlobal(spot)))
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        shown.split_asked.connect(hand.split)
        shown.menu_asked.connect(self._show_piece_menu)

    def refresh(self) -> None:
        """Enable what can be done with what is chosen."""
        hand, chosen = self._hand, self._tree.chosen()
        entries = [hand.plan.entries[at] for at in chosen]
        sections = bool(entries) and all(entry.becomes is Becomes.SECTION for entry in entries)
        one = len(entries) == 1
        can = {
            "next": plan_edits.next_unsure(hand.plan, 0) is not None if hand.plan.entries else False,
            "fits": any(not entry.is_sure for entry in entries),
            "toggle": bool(entries), "kind": bool(entries), "inbox": bool(entries),
            "field": bool(entries),
            "rename": one and entries[0].becomes in {Becomes.SECTION, *NAMING},
            "split": one, "promote": sections, "demote": sections, "up": one, "down": one,
            "undo": hand.can_undo(), "redo": hand.can_redo(),
        }  # fmt: skip
        for key, action in self.actions_by_key.items():
            action.setEnabled(can[key])

    def show_menu(self, spot: QPoint) -> None:
        """Offer everything that can be done with what is chosen."""
        menu = _menu(self._tree)
        for key in _KEYS:
            if key in {"promote", "undo"}:
                menu.addSeparator()
            if key == "kind":
                menu.addMenu(self._kind_menu(menu))
            elif key == "field":
                menu.addMenu(self._field_menu(menu))
            else:
                menu.addAction(self.actions_by_key[key])
        menu.popup(spot)

    def _all(self, change: Callable[[Plan, Iterable[int]], plan_edits.Corrected]) -> None:
        self._hand.take(change(self._hand.plan, self._tree.chosen()))

    def _fits(self) -> None:
        """Take the chosen ones as they are, and go on to the next that needs a look."""
        if self._hand.take(plan_edits.approved(self._hand.plan, self._tree.chosen())):
            self._next()

    def _next(self) -> None:
        at = plan_edits.next_unsure(self._hand.plan, max(self._tree.current(), 0) if self._tree.current() >= 0 else -1)
        if at is None:
            self._say(texts.NO_UNSURE)
        else:
            self._tree.choose([self._hand.plan.entries[at].piece])
            self._tree.setFocus()

    def _rename(self, at: int, title: str) -> None:
        words = " ".join(title.split())
        if words and words != self._hand.plan.entries[at].title:
            self._hand.take(plan_edits.renamed(self._hand.plan, at, words))

    def _split(self) -> None:
        """Go into the text, where the caret says what is to begin."""
        self._shown.setFocus()
        self._shown.go_to_first()
        self._say(texts.SPLIT_HINT)

    def _move(self, at: int, before: int, level: int) -> None:
        self._hand.take(plan_edits.placed(self._hand.plan, at, before, level))

    def _shift(self, by: int) -> None:
        self._hand.take(plan_edits.shifted(self._hand.plan, self._tree.chosen(), by))

    def _step(self, by: int) -> None:
        if self._tree.current() >= 0:
            self._hand.take(plan_edits.stepped(self._hand.plan, self._tree.current(), by))

    def _kind_menu(self, parent: QWidget | None = None) -> QMenu:
        menu = _menu(parent or self._tree, texts.KIND)
        chosen = self._tree.chosen()
        present = {(entry.becomes, entry.kind) for entry in (self._hand.plan.entries[at] for at in chosen)}
        for kind in self._hand.kinds():
            action = menu.addAction(kind.label)
            action.setCheckable(True)
            action.setChecked(present == {(Becomes.SECTION, kind.key)})
            action.triggered.connect(lambda _on=False, key=kind.key: self._hand.make_kind(chosen, key))
        if len(chosen) == 1:
            menu.addSeparator()
            title = menu.addAction(texts.AS_TITLE)
            title.setEnabled(bool(self._hand.words(self._hand.plan.entries[chosen[0]].piece)))
            title.triggered.connect(lambda _on=False: self._make_title(chosen[0]))
        return menu

    def _make_title(self, at: int) -> None:
        hand = self._hand
        words = hand.words(hand.plan.entries[at].piece)
        hand.take(plan_edits.as_title(hand.plan, at, Becomes.TITLE, words, hand.count))

    def _field_menu(self, parent: QWidget | None = None) -> QMenu:
        menu = _menu(parent or self._tree, texts.FIELD)
        chosen, hand = self._tree.chosen(), self._hand
        fields = hand.fields_for(chosen[0]) if chosen else []
        _fill(menu, fields, lambda key: hand.make_field(chosen, key))
        if fields:
            menu.addSeparator()
            new = menu.addAction(texts.NEW_SECTION)
            new.triggered.connect(lambda _on=False: hand.make_section_below(chosen))
        else:
            menu.addAction(texts.NO_FIELDS).setEnabled(False)
        return menu

    def _show_piece_menu(self, piece: int, spot: QPoint) -> None:
        """Offer what can begin at a piece of the text."""
        hand = self._hand
        menu = _menu(self._shown)
        menu.addAction(texts.SPLIT).triggered.connect(lambda _on=False: hand.split(piece))
        fields = hand.fields_for(plan_edits.owner(hand.plan, piece, hand.count), piece)
        if fields:
            inner = _menu(menu, texts.RECORDS_HERE if hand.table(piece) is not None else texts.FIELD_HERE)
            _fill(inner, fields, lambda key: hand.split_field(piece, key))
            menu.addMenu(inner)
        menu.popup(spot)

    def _pop(self, menu: QMenu) -> None:
        """Show a menu below the present line, with its first entry ready for the keys."""
        tree = self._tree
        box = tree.visualRect(tree.currentIndex())
        menu.popup(tree.viewport().mapToGlobal(box.bottomLeft()))
        actions = [action for action in menu.actions() if action.isEnabled() and not action.isSeparator()]
        ticked = next((action for action in actions if action.isChecked()), None)
        if actions:
            menu.setActiveAction(ticked or actions[0])


def _menu(parent: QWidget, title: str = "") -> QMenu:
    menu = QMenu(title, parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _fill(menu: QMenu, fields: Iterable[FieldType], choose: Callable[[str], object]) -> None:
    for type in fields:
        action = menu.addAction(type.label)
        action.triggered.connect(lambda _on=False, key=type.key: choose(key))
