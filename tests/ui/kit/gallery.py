"""Every piece of the kit on one sheet, for looking at and for the tests to walk through.

`python -m tests.ui.kit.gallery FOLDER` draws it into PNG files: light, dark, larger, in high contrast.
"""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QMenuBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QToolBar,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ikonzept_desktop.ui.kit import fonts, german, labels, theme
from ikonzept_desktop.ui.kit.big_button import BigButton, CardButton
from ikonzept_desktop.ui.kit.buttons import IconButton, LinkButton, push_button
from ikonzept_desktop.ui.kit.cards import Card, Chip, EmptyState, Message
from ikonzept_desktop.ui.kit.day_edit import DayEdit
from ikonzept_desktop.ui.kit.fields import FieldNote, FilterField, WordBar
from ikonzept_desktop.ui.kit.icons import icon, set_icon, status_icon
from ikonzept_desktop.ui.kit.segments import Choice, Segments
from ikonzept_desktop.ui.kit.tabs import Tabs

STATUSES = (
    ("ring", "ink", "Offen"),
    ("half", "amber", "Entwurf"),
    ("diamond", "blue", "In Abstimmung"),
    ("tick", "green", "Abgestimmt"),
    ("lock", "accent", "Beschlossen"),
)
NIGHT_SKY = {
    QPalette.ColorRole.Window: "#000000",
    QPalette.ColorRole.Base: "#000000",
    QPalette.ColorRole.Button: "#000000",
    QPalette.ColorRole.WindowText: "#FFFFFF",
    QPalette.ColorRole.Text: "#FFFFFF",
    QPalette.ColorRole.ButtonText: "#FFEE32",
    QPalette.ColorRole.PlaceholderText: "#A6A6A6",
    QPalette.ColorRole.Highlight: "#D6B4FD",
    QPalette.ColorRole.HighlightedText: "#2B2B2B",
    QPalette.ColorRole.Link: "#8080FF",
}
"""One of the contrast themes of Windows 11, as Qt's palette has it."""


class Gallery(QWidget):
    """The sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Gallery")
        grid = QVBoxLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(header())
        grid.addWidget(tools())
        row = QHBoxLayout()
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(24)
        for column in (outline(), start(), form(), inspector()):
            row.addWidget(column, 1)
        grid.addLayout(row, 1)


def header() -> QWidget:
    made = QWidget()
    made.setObjectName("header")
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    made.setFixedHeight(40)
    row = QHBoxLayout(made)
    row.setContentsMargins(6, 0, 12, 0)
    bar = QMenuBar()
    for title in ("&Datei", "&Bearbeiten", "&Einfügen", "&Gliederung", "&Ansicht", "&Hilfe"):
        bar.addMenu(title)
    tabs = Tabs("Arbeitsbereiche", emphasis="accent")
    for key, text, shape in (
        ("write", "Schreiben", "pencil"),
        ("overview", "Überblick", "layout-list"),
        ("review", "Rücklauf", "inbox"),
        ("versions", "Fassungen", "history"),
        ("output", "Ausgabe", "file-output"),
    ):
        tabs.add(key, text, shape)
    tabs.set_count("review", 12, "amber")
    search = FilterField("Suchen oder Befehl", "search", "Ctrl+Shift+P")
    search.setFixedWidth(282)
    row.addWidget(bar, 0, Qt.AlignmentFlag.AlignVCenter)
    row.addStretch(1)
    row.addWidget(tabs, 0, Qt.AlignmentFlag.AlignBottom)
    row.addStretch(1)
    row.addWidget(search)
    return made


def tools() -> QToolBar:
    bar = QToolBar()
    bar.setFixedHeight(40)
    style = QComboBox()
    style.setAccessibleName("Art des Absatzes")
    style.addItems(["Absatz", "Zitat"])
    style.setFixedWidth(132)
    bar.addWidget(style)
    for name in ("", "bold", "italic", "superscript", "subscript", "", "list", "list-ordered", "quote", "", *"()"):
        if name in {"(", ")"}:
            shape, text = ("asterisk", "Fußnote") if name == "(" else ("corner-up-right", "Verweis")
            action = bar.addAction(icon(shape), text)
            button = bar.widgetForAction(action)
            assert isinstance(button, QToolButton)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        elif name:
            action = bar.addAction(name)
            set_icon(action, name)
            action.setCheckable(True)
            action.setChecked(name == "list")
        else:
            bar.addSeparator()
    for name in ("link", "table", "image", "message-square", "undo-2", "redo-2"):
        set_icon(bar.addAction(name), name)
    bar.actions()[-1].setEnabled(False)
    return bar


def column(*parts: QWidget | int) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    for part in parts:
        if isinstance(part, int):
            layout.addSpacing(part)
        else:
            layout.addWidget(part)
    layout.addStretch(1)
    return made


def outline() -> QWidget:
    head = labels.SectionHeader("Gliederung")
    head.add(IconButton("plus", "Neuer Abschnitt", "Ctrl+Return"))
    more = IconButton("ellipsis", "Weitere Befehle")
    more.setMenu(QMenu(more))
    more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    head.add(more)
    tree = QTreeWidget()
    tree.setAccessibleName("Gliederung")
    tree.setHeaderHidden(True)
    tree.setAllColumnsShowFocus(True)
    tree.setColumnCount(2)
    top = QTreeWidgetItem(["3 Vom Rahmenkonzept zum Integrationskonzept"])
    tree.addTopLevelItem(QTreeWidgetItem(["2 Situation der Menschen"]))
    tree.addTopLevelItem(top)
    for number, (shape, token, title) in enumerate(STATUSES):
        item = QTreeWidgetItem([f"3.{number + 1} {title}"])
        item.setIcon(1, status_icon(shape, token))
        top.addChild(item)
    tree.expandAll()
    tree.setColumnWidth(0, 230)
    tree.setCurrentItem(top.child(1))
    listed = QListWidget()
    listed.setAccessibleName("Liste")
    listed.addItems([f"Eintrag {number}" for number in range(1, 30)])
    listed.setCurrentRow(1)
    listed.setFixedHeight(110)
    table = QTableWidget(2, 3)
    table.setAccessibleName("Tabelle")
    table.setHorizontalHeaderLabels(["Abschnitt", "Status", "Frist"])
    table.setItem(0, 0, QTableWidgetItem("Umschlag"))
    table.setItem(0, 2, QTableWidgetItem("20.03.2015"))
    table.setFixedHeight(110)
    return column(head, FilterField("Gliederung filtern"), tree, 8, listed, 8, table)


def start() -> QWidget:
    name = QLabel("iKonzept")
    name.setFont(fonts.step_font(fonts.TITLE))
    links = QWidget()
    row = QHBoxLayout(links)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(LinkButton("Erste Schritte", "circle-help"))
    row.addWidget(LinkButton("Fremde Datei prüfen …", "file-check"))
    row.addStretch(1)
    statuses = []
    for shape, token, words in STATUSES:
        status = labels.StatusLabel()
        status.show_status(shape, token, words)
        statuses.append(status)
    return column(
        name,
        labels.label("Konzepte gliedern, schreiben, abstimmen", "muted"),
        12,
        BigButton("file-plus", "Neues Konzept", "aus einer Mustervorlage", "Ctrl+N", primary=True),
        4,
        BigButton("folder-open", "Konzept öffnen …", "Datei mit der Endung .ikonzept", "Ctrl+O"),
        8,
        CardButton("book-open", "Integrationskonzept", "8 Kapitel, 2 Querschnittsaufgaben, 6 Handlungsfelder, Anhang"),
        8,
        labels.heading("Zuletzt geöffnet"),
        EmptyState("Noch kein Konzept.", "Neues Konzept", lambda: None),
        links,
        8,
        *statuses,
        8,
        Message("Letzte Sicherung heute um 08:14 Uhr, geprüft.", "quiet", "shield-check"),
        Message("1 Abschnitt ist überfällig.", "red", "circle-alert", "5.2.3 Wirtschaft und Arbeit, seit 6 Tagen"),
        Message("Der Leitsatz fehlt.", "amber", "triangle-alert"),
    )


def form() -> QWidget:
    title = QLineEdit("Sprachmittlerpool aufbauen")
    text = QTextEdit("Geschulte Sprachmittlerinnen begleiten Gespräche.")
    text.setProperty("role", "field")
    text.setAccessibleName("Beschreibung")
    text.setFixedHeight(64)
    missing, wrong, dead = QLineEdit(), QLineEdit("31.02.2015"), QLineEdit("gesperrt")
    missing.setPlaceholderText("noch leer")
    dead.setEnabled(False)
    notes = FieldNote(missing), FieldNote(wrong)
    notes[0].say("Der Ausgangswert fehlt, nötig erst für die Druckfassung.", "missing")
    notes[1].say("„31.02.2015“ ist kein Datum. Bitte so: 28.02.2015")
    people = QComboBox()
    people.setEditable(True)
    people.addItem("Kreisintegrationszentrum")
    segments = Segments(
        "Ansicht", [Choice("a", "Nebeneinander", "columns-2"), Choice("b", "Im Text"), Choice("c", "Liste")]
    )
    dead_button, dead_primary = QPushButton("Ablehnen"), push_button("Druck-PDF erzeugen …", primary=True)
    dead_button.setEnabled(False)
    dead_primary.setEnabled(False)
    buttons = QWidget()
    grid = QGridLayout(buttons)
    grid.setContentsMargins(0, 0, 0, 0)
    for place, button in enumerate(
        (push_button("Übernehmen", "check", primary=True), push_button("Später"), dead_primary, dead_button)
    ):
        grid.addWidget(button, place // 2, place % 2)
    return column(
        labels.label_for("Titel", title),
        title,
        labels.label_for("Beschreibung", text),
        text,
        labels.label_for("Federführung", people),
        people,
        labels.label_for("Indikator: Basis", missing),
        missing,
        notes[0],
        labels.label_for("Datum", wrong),
        wrong,
        notes[1],
        labels.label_for("Gesperrt", dead),
        dead,
        8,
        segments,
        8,
        buttons,
    )


def inspector() -> QWidget:
    tabs = Tabs("Seiten")
    for key, text in (("section", "Abschnitt"), ("findings", "Befunde"), ("page", "Seite")):
        tabs.add(key, text)
    tabs.set_count("findings", 1)
    status = QComboBox()
    for shape, token, words in STATUSES:
        status.addItem(status_icon(shape, token), words)
    status.setCurrentIndex(1)
    day, target = DayEdit("Frist", "Tag wählen"), QSpinBox()
    day.show_value(date(2015, 3, 20))
    target.setMaximum(9999)
    target.setValue(200)
    pair = QWidget()
    grid = QGridLayout(pair)
    grid.setContentsMargins(0, 0, 0, 0)
    for place, (text, field) in enumerate((("Frist", day), ("Ziel (Wörter)", target))):
        grid.addWidget(labels.label_for(text, field), 0, place)
        grid.addWidget(field, 1, place)
    bar, full = WordBar("Umfang"), WordBar("Umfang")
    bar.show_words(161, 200, "161 von 200 Wörtern")
    full.show_words(874, 800, "874 von 800 Wörtern")
    checks = [QCheckBox("Im Inhaltsverzeichnis"), QCheckBox("Nummer drucken"), QCheckBox("Gesperrt")]
    checks[0].setChecked(True)
    checks[1].setCheckState(Qt.CheckState.PartiallyChecked)
    checks[2].setEnabled(False)
    radio = QRadioButton("Web-PDF")
    radio.setChecked(True)
    chips = QWidget()
    row = QHBoxLayout(chips)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(Chip("AG Sprache", "AG Sprache entfernen"))
    row.addWidget(Chip("Koordinierungskreis"))
    row.addStretch(1)
    card = Card()
    card.body.addWidget(labels.hint("Sozialplanung, 10.03.2015"))
    card.body.addWidget(labels.hint("Bitte die Zahl der Institutionen mit dem Anhang abgleichen.", ""))
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setAccessibleName("Größe des Textes")
    slider.setValue(40)
    slider.setFixedWidth(72)
    cut = labels.Elided("5.2.6 Zusammenleben in Sicherheit und guter Nachbarschaft im ganzen Kreis")
    return column(
        tabs,
        4,
        labels.label_for("Status", status),
        status,
        pair,
        labels.hint("noch 8 Tage"),
        labels.SectionHeader("Umfang", "161 von 200 Wörtern"),
        bar,
        full,
        labels.hint("74 Wörter über dem Ziel", "amber"),
        *checks,
        radio,
        8,
        labels.SectionHeader("Interne Notizen", "wird nie gedruckt", "eye-off"),
        card,
        chips,
        cut,
        slider,
    )


def draw(target: Path, mode: str) -> None:
    """Draw the sheet into a PNG file: mode is light, dark or contrast."""
    app = QApplication([])
    fonts.load(app)
    german.load_german(app)
    theme.apply(app, theme.Scheme.DARK if mode == "dark" else theme.Scheme.LIGHT, high_contrast=mode == "contrast")
    if mode == "contrast":
        wear(app, NIGHT_SKY)
    sheet = Gallery()
    sheet.resize(1440, 820)
    sheet.show()
    field = sheet.findChildren(QLineEdit)[2]
    field.setFocus()
    app.processEvents()
    sheet.grab().save(str(target))


def wear(app: QApplication, roles: dict[QPalette.ColorRole, str]) -> None:
    """Have the program wear a palette of the system's."""
    palette = QPalette(QColor(roles[QPalette.ColorRole.Window]))
    for role, value in roles.items():
        palette.setColor(role, QColor(value))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#A6A6A6"))
    app.setPalette(palette)


def main(folder: Path) -> None:
    """Draw every look in a process of its own: the resolution is fixed when a program starts."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, mode, scale in (
        ("light", "light", "1"),
        ("dark", "dark", "1"),
        ("150", "light", "1.5"),
        ("contrast", "contrast", "1"),
    ):
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        call = [sys.executable, "-m", "tests.ui.kit.gallery", "--one", str(folder / f"{name}.png"), mode]
        subprocess.run(call, check=True, env=environment)


if __name__ == "__main__":
    if sys.argv[1] == "--one":
        draw(Path(sys.argv[2]), sys.argv[3])
    else:
        main(Path(sys.argv[1]))
