"""A reviewer's hands in LibreOffice: opens a draft, edits it in many ways, tracked or not, and saves each copy.

Run with the system's Python, which alone has `uno`: `python3 office_edits.py PORT DRAFT.docx FOLDER`.
"""

import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import uno  # type: ignore[import-not-found]  # of the system's Python
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]  # made by uno

WORD, TEXT = "MS Word 2007 XML", "writer8"


class Hands:
    """LibreOffice, and one document open in it."""

    def __init__(self, port: str) -> None:
        """Reach the office that listens at a port, once it does."""
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        context = _patiently(
            lambda: resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        )
        make = context.ServiceManager.createInstanceWithContext
        self._desk = make("com.sun.star.frame.Desktop", context)
        self._dispatcher = make("com.sun.star.frame.DispatchHelper", context)
        self.document: Any = None

    def open(self, path: str) -> None:
        self.document = self._desk.loadComponentFromURL(f"file://{path}", "_blank", 0, (_said("Hidden", True),))

    def save(self, path: str, kind: str = WORD) -> None:
        self.document.storeToURL(f"file://{path}", (_said("FilterName", kind),))

    def close(self) -> None:
        self.document.close(True)

    def do(self, command: str, **named: str) -> None:
        properties = tuple(_said(name, value) for name, value in named.items())
        self._dispatcher.executeDispatch(self.document.CurrentController.Frame, f".uno:{command}", "", 0, properties)

    def type(self, words: str) -> None:
        self.do("InsertText", Text=words)

    @property
    def caret(self) -> Any:
        return self.document.CurrentController.ViewCursor

    def paragraph(self, beginning: str) -> Any:
        return next(each for each in self._paragraphs() if each.String.startswith(beginning))

    def _paragraphs(self) -> Iterator[Any]:
        each = self.document.Text.createEnumeration()
        while each.hasMoreElements():
            found = each.nextElement()
            if found.supportsService("com.sun.star.text.Paragraph"):
                yield found

    def select_word(self, beginning: str, word: str) -> None:
        paragraph = self.paragraph(beginning)
        self.caret.gotoRange(paragraph.Start, False)
        self.caret.goRight(paragraph.String.index(word), False)
        self.caret.goRight(len(word), True)

    def go_into(self, beginning: str, offset: int) -> None:
        self.caret.gotoRange(self.paragraph(beginning).Start, False)
        self.caret.goRight(offset, False)

    def go_behind(self, beginning: str) -> None:
        self.caret.gotoRange(self.paragraph(beginning).End, False)

    def select_from(self, beginning: str, until: str) -> None:
        self.caret.gotoRange(self.paragraph(beginning).Start, False)
        self.caret.gotoRange(self.paragraph(until).Start, True)

    def cell(self, name: str) -> Any:
        return self.document.TextTables.getByIndex(0).getCellByName(name).Text


def _patiently(ask: Callable[[], Any]) -> Any:
    for _ in range(200):
        try:
            return ask()
        except Exception:  # noqa: BLE001  # uno's own kinds are made when they are raised
            time.sleep(0.3)
    return ask()


def _said(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def replace(office: Hands) -> None:
    office.select_word("Der Kreis", "fördert")
    office.type("stärkt")


def insert(office: Hands) -> None:
    office.go_into("Alle zwei", 5)
    office.type("spätestens ")


def split(office: Hands) -> None:
    office.go_into("Alle zwei", 15)
    office.do("InsertPara")


def new_paragraph(office: Hands) -> None:
    office.go_behind("Alle zwei")
    office.do("InsertPara")
    office.type("Ein ganz neuer Absatz.")


def new_item(office: Hands) -> None:
    office.go_behind("Eltern")
    office.do("InsertPara")
    office.type("Ein neuer Punkt")


def merge(office: Hands) -> None:
    office.go_behind("Der Kreis")
    office.do("Delete")


def delete(office: Hands) -> None:
    office.select_from("Alle zwei", "Deutschkurse")
    office.do("Delete")


def move(office: Hands) -> None:
    office.go_into("Die Städte", 2)
    office.do("MoveUp")


def copy(office: Hands) -> None:
    office.select_from("Die Städte", "Am Ende")
    office.do("Copy")
    office.caret.gotoRange(office.paragraph("Alle zwei").Start, False)
    office.do("Paste")


def cell(office: Hands) -> None:
    office.caret.gotoRange(office.cell("B2").End, False)
    office.type("0")


def row(office: Hands) -> None:
    office.caret.gotoRange(office.cell("A2").Start, False)
    office.do("InsertRowsAfter")
    office.cell("A3").setString("Haan")


def note(office: Hands) -> None:
    found = office.document.Footnotes.getByIndex(0)
    found.insertString(found.End, " Und 2015 erneut.", False)


def comment(office: Hands) -> None:
    office.select_word("Alle zwei", "Konzept")
    office.do("InsertAnnotation", Text="Welches?", Author="Jugendamt")


def nothing(office: Hands) -> None:
    del office


EDITS: dict[str, Callable[[Hands], None]] = {
    each.__name__: each
    for each in (
        replace, insert, split, new_paragraph, new_item, merge, delete, move, copy, cell, row, note, comment, nothing,
    )
}  # fmt: skip


def main() -> None:
    """Make every copy."""
    port, draft, folder = sys.argv[1:4]
    office = Hands(port)
    for name, edit in EDITS.items():
        for how in ("tracked", "untracked"):
            office.open(draft)
            office.document.RecordChanges = how == "tracked"
            edit(office)
            office.save(f"{folder}/{name}-{how}.docx")
            office.close()
    _again(office, f"{folder}/replace-tracked.docx", f"{folder}/twice-tracked.docx", WORD)
    _again(office, draft, f"{folder}/detour.odt", TEXT)
    _again(office, f"{folder}/detour.odt", f"{folder}/detour-untracked.docx", WORD)


def _again(office: Hands, old: str, new: str, kind: str) -> None:
    office.open(old)
    office.save(new, kind)
    office.close()


if __name__ == "__main__":
    main()
