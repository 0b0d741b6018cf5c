"""Every command of the program: its key, its name, its shortcuts, and the menu it stands in."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can have done."""

    key: str
    text: str
    shortcuts: tuple[str, ...] = ()
    """In Qt's portable spelling: `Ctrl+Shift+O`; the first one is shown."""
    icon: str = ""
    checkable: bool = False


COMMANDS = (
    Command("new", "Neues Konzept …", ("Ctrl+N",), "file-plus"),
    Command("open", "Konzept öffnen …", ("Ctrl+O",), "folder-open"),
    Command("close", "Konzept schließen", ("Ctrl+W",)),
    Command("save", "Jetzt sichern", ("Ctrl+S",)),
    Command("save_as", "Speichern unter …", ("F12",)),
    Command("give_copy", "Kopie weitergeben …"),
    Command("style", "Gestaltung …", icon="stamp"),
    Command("export", "Ausgeben …", ("Ctrl+P",), "file-output"),
    Command("give_out", "Zur Durchsicht geben …", icon="users"),
    Command("import", "Aus Word übernehmen …", ("Ctrl+Shift+O",), "download"),
    Command("take_in", "Rückläufe aufnehmen …", icon="inbox"),
    Command("compare", "Fassungen vergleichen …", icon="git-compare"),
    Command("record_decisions", "Protokoll der Rückläufe …", icon="file-text"),
    Command("print_overview", "Liste der Abschnitte drucken …", icon="printer"),
    Command("records_to_table", "Einträge als Tabelle speichern …", icon="file-spreadsheet"),
    Command("overview_to_table", "Überblick als Tabelle speichern …", icon="file-spreadsheet"),
    Command("trash", "Papierkorb …", icon="trash-2"),
    Command("properties", "Angaben zum Konzept …"),
    Command("settings", "Einstellungen …", icon="settings"),
    Command("quit", "Beenden", ("Ctrl+Q",)),
    Command("undo", "Rückgängig", ("Ctrl+Z",), "undo-2"),
    Command("redo", "Wiederholen", ("Ctrl+Y", "Ctrl+Shift+Z"), "redo-2"),
    Command("cut", "Ausschneiden", ("Ctrl+X",), "scissors"),
    Command("copy", "Kopieren", ("Ctrl+C",), "copy"),
    Command("paste", "Einfügen", ("Ctrl+V",), "clipboard"),
    Command("paste_plain", "Nur Text einfügen", ("Ctrl+Shift+V",)),
    Command("convert_paste", "Eingefügtes gliedern", ("Ctrl+Shift+G",)),
    Command("find", "Suchen …", ("Ctrl+F",), "search"),
    Command("replace", "Suchen und ersetzen …", ("Ctrl+H",), "replace"),
    Command("find_next", "Weitersuchen", ("F3",)),
    Command("find_previous", "Rückwärts weitersuchen", ("Shift+F3",)),
    Command("go_to", "Gehe zu …", ("Ctrl+G",), "corner-up-right"),
    Command("palette", "Alle Befehle …", ("Ctrl+Shift+P",), "square-terminal"),
    Command("bold", "Fett", ("Ctrl+B", "Ctrl+Shift+F"), "bold", checkable=True),
    Command("italic", "Kursiv", ("Ctrl+I", "Ctrl+Shift+K"), "italic", checkable=True),
    Command("superscript", "Hochgestellt", ("Ctrl+.",), "superscript", checkable=True),
    Command("subscript", "Tiefgestellt", ("Ctrl+,",), "subscript", checkable=True),
    Command("kind", "Art des Absatzes …", ("Ctrl+Shift+A",)),
    Command("bullets", "Aufzählung", ("Ctrl+Shift+L",), "list", checkable=True),
    Command("numbers", "Nummerierung", icon="list-ordered", checkable=True),
    Command("quote", "Zitat", icon="quote", checkable=True),
    Command("typography", "Typografie verbessern"),
    Command("footnote", "Fußnote", ("Ctrl+Shift+N",), "asterisk"),
    Command("reference", "Querverweis …", ("Ctrl+Shift+Q",), "corner-up-right"),
    Command("figure", "Bild …", ("Ctrl+Shift+B",), "image"),
    Command("attachment", "PDF als Anlage …", icon="paperclip"),
    Command("records_from_table", "Einträge aus Tabelle übernehmen …", icon="file-spreadsheet"),
    Command("link", "Link …", ("Ctrl+K",), "link"),
    Command("table", "Tabelle …", ("Ctrl+Shift+T",), "table"),
    Command("edit_table", "Tabelle bearbeiten"),
    Command("unlink", "Link entfernen", icon="x"),
    Command("open_link", "Link im Browser öffnen …", icon="external-link"),
    Command("note_from_text", "Auswahl in Fußnote umwandeln"),
    Command("note_to_text", "Fußnote in Text umwandeln"),
    Command("note_jump", "Zwischen Fußnote und Text wechseln", ("Ctrl+J",)),
    Command("notes", "Fußnoten", ("Shift+F9",), "asterisk"),
    Command("dangling", "Querverweise ohne Ziel …", icon="triangle-alert"),
    Command("back", "Zurück", ("Alt+Left",), "arrow-left"),
    Command("forward", "Vor", ("Alt+Right",), "arrow-right"),
    Command("abbreviations", "Abkürzungen …"),
    Command("comment", "Interne Notiz", ("Ctrl+Shift+M",), "message-square"),
    Command("comments", "Alle Notizen", ("Ctrl+F9",), "message-square"),
    Command("new_after", "Neuer Abschnitt", ("Ctrl+Return", "Ctrl+Enter"), "plus"),
    Command("new_below", "Neuer Unterabschnitt", ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")),
    Command("rename", "Umbenennen", ("F2",)),
    Command("move_up", "Nach oben", ("Alt+Shift+Up",), "arrow-up"),
    Command("move_down", "Nach unten", ("Alt+Shift+Down",), "arrow-down"),
    Command("promote", "Eine Ebene höher", ("Alt+Shift+Left",)),
    Command("demote", "Eine Ebene tiefer", ("Alt+Shift+Right",)),
    Command("duplicate", "Abschnitt verdoppeln", ("Ctrl+D",)),
    Command("delete_section", "Abschnitt löschen", icon="trash-2"),
    Command("template", "Felder und Arten …", icon="layout-list"),
    Command("previous_section", "Vorheriger Abschnitt", ("Ctrl+PgUp",)),
    Command("next_section", "Nächster Abschnitt", ("Ctrl+PgDown",)),
    Command("writing", "Schreiben", ("Ctrl+1",), "pencil"),
    Command("overview", "Überblick", ("Ctrl+2",), "layout-list"),
    Command("returns", "Rückläufe", ("Ctrl+3",), "inbox"),
    Command("show_outline", "Gliederung", ("F8",), checkable=True),
    Command("show_inspector", "Angaben zum Abschnitt", ("F9",), checkable=True),
    Command("second_text", "Zweiter Text …", ("Shift+F8",), "columns-2", checkable=True),
    Command("preview", "Seitenansicht", ("Ctrl+F8",), "eye", checkable=True),
    Command("next_pane", "Nächster Bereich", ("F6",)),
    Command("previous_pane", "Vorheriger Bereich", ("Shift+F6",)),
    Command("full_screen", "Nur der Text (Vollbild)", ("F11",), "maximize", checkable=True),
    Command("typewriter", "Zeile in der Mitte halten", checkable=True),
    Command("zoom_in", "Text größer", ("Ctrl++", "Ctrl+="), "plus"),
    Command("zoom_out", "Text kleiner", ("Ctrl+-",), "minus"),
    Command("zoom_reset", "Text in normaler Größe", ("Ctrl+0",)),
    Command("handbook", "Handbuch", ("F1",), "book-open"),
    Command("practice", "Übungskonzept anlegen …"),
    Command("next_finding", "Nächster Befund", ("F7",), "chevron-down"),
    Command("previous_finding", "Vorheriger Befund", ("Ctrl+Shift+F7",), "chevron-up"),
    Command("findings", "Befunde zeigen", icon="list"),
    Command("spelling", "Rechtschreibung prüfen", checkable=True),
    Command("suggestions", "Vorschläge an der Schreibmarke", ("Shift+F7",)),
    Command("dictionaries", "Wörterbücher …", icon="book-open"),
    Command("log", "Protokoll öffnen"),
    Command("about", "Über iKonzept"),
)

CHANGING = (
    *("new_after", "new_below", "rename", "move_up", "move_down", "promote", "demote", "duplicate", "delete_section"),
    *("comment", "cut", "paste", "undo", "redo", "typography", "give_out", "take_in", "import"),
    "records_from_table",
)
"""What cannot be done to a concept that is open to be read only, wherever the caret is."""

NEW_OF_KIND = "new_of_kind"
KIND_OF_SECTION = "kind_of_section"
"""Stand for the menus of the kinds of section, which the concept's own template names."""

_SEARCHING = ("find", "replace", "find_next", "find_previous", "", "go_to")

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "&Datei",
        (
            "new",
            "open",
            "import",
            "",
            "save",
            "save_as",
            "give_copy",
            "",
            "style",
            "export",
            "give_out",
            "take_in",
            "compare",
            "record_decisions",
            "print_overview",
            "overview_to_table",
            "records_to_table",
            "",
            "properties",
            "abbreviations",
            "trash",
            "settings",
            "",
            "close",
            "quit",
        ),
    ),
    (
        "&Bearbeiten",
        ("undo", "redo", "", "cut", "copy", "paste", "paste_plain", "convert_paste", "", *_SEARCHING),
    ),
    (
        "&Einfügen",
        (
            *("footnote", "reference", "link", "", "figure", "table", "edit_table", "attachment"),
            *("records_from_table", "", "comment", ""),
            *("note_from_text", "note_to_text", "", "unlink", "open_link"),
        ),
    ),
    (
        "&Text",
        ("bold", "italic", "superscript", "subscript", "", "kind", "bullets", "numbers", "quote", "", "typography"),
    ),
    (
        "&Gliederung",
        (
            "new_after",
            "new_below",
            NEW_OF_KIND,
            "rename",
            KIND_OF_SECTION,
            "template",
            "",
            "move_up",
            "move_down",
            "promote",
            "demote",
            "",
            "duplicate",
            "delete_section",
            "",
            "previous_section",
            "next_section",
        ),
    ),
    (
        "&Prüfen",
        ("next_finding", "previous_finding", "findings", "", "spelling", "suggestions", "dictionaries"),
    ),
    (
        "&Ansicht",
        (
            *("writing", "overview", "returns", "", "show_outline", "show_inspector", "notes", "comments", "dangling"),
            *("second_text", "preview", "", "back", "forward", "note_jump", "next_pane", "previous_pane", ""),
            *("full_screen", "typewriter", "", "zoom_in", "zoom_out", "zoom_reset"),
        ),
    ),
    ("&Hilfe", ("handbook", "practice", "palette", "", "log", "about")),
)

OUTLINE_MENU = (
    *("new_after", "new_below", NEW_OF_KIND, "rename", KIND_OF_SECTION, "duplicate"),
    *("move_up", "move_down", "promote", "demote", "delete_section"),
)
"""What the context menu of a section offers."""


def commands_by_menu() -> list[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    """Give the name and the shortcuts of every command by the name of its menu, in the order of the menus."""
    known = {command.key: command for command in COMMANDS}
    return [
        (title.replace("&", ""), [(known[key].text.rstrip(" …"), known[key].shortcuts) for key in keys if key in known])
        for title, keys in MENUS
    ]


def build_actions(
    parent: QWidget,
    handlers: Mapping[str, Callable[[], object]],
    set_icon: Callable[[QAction, str], object],
) -> dict[str, QAction]:
    """Make an action of every command, by key; raises KeyError for a command that nobody handles."""
    actions: dict[str, QAction] = {}
    for command in COMMANDS:
        action = QAction(parent)
        action.setObjectName(command.key)
        action.setShortcuts([QKeySequence(keys) for keys in command.shortcuts])
        set_name(action, command.text)
        action.setCheckable(command.checkable)
        if command.icon:
            set_icon(action, command.icon)
        handler = handlers[command.key]
        action.triggered.connect(lambda _checked=False, call=handler: call())
        parent.addAction(action)
        actions[command.key] = action
    return actions


def set_name(action: QAction, name: str) -> None:
    """Give an action its name in the menu, and buttons what they say of it, which Qt asks for at every change."""
    if action.text() == name:
        return
    action.setText(name)
    action.setIconText(name.rstrip(" …"))
    action.setToolTip(tip(action))


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction], inner: Mapping[str, QMenu]) -> list[QMenu]:
    """Put the actions, and the inner menus by key, into the menus; an empty key is a line."""
    menus = []
    for title, keys in MENUS:
        menu = bar.addMenu(title)
        for key in keys:
            if key in inner:
                menu.addMenu(inner[key])
            elif key:
                menu.addAction(actions[key])
            else:
                menu.addSeparator()
        menus.append(menu)
    return menus


def tip(action: QAction) -> str:
    """Give what a button's tool tip says: the name, and the first shortcut as Germans read it."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{action.text().rstrip(' …')} ({keys})" if keys else action.text()
