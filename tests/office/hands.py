"""A reviewer's hands in LibreOffice: opens a draft, edits it in many ways, tracked or not, and saves it.

Run with the system's Python, which alone has `uno`: `python3 hands.py PORT WORK.json`, where WORK is a list of
copies, each a list of steps: the name of a method of `Hands`, and what it is given.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import uno  # type: ignore[import-not-found]  # of the system's Python
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]  # made by uno

_COLUMNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FILTERS = {".docx": "MS Word 2007 XML", ".odt": "writer8"}


class Hands:
    """LibreOffice, and one document open in it."""

    def __init__(self, port: str) -> None:
        """Reach the office that listens at a port, once it does."""
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        self._context = _patiently(
            lambda: resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        )
        self._desk = self._make("frame.Desktop")
        self._dispatcher = self._make("frame.DispatchHelper")
        self.document: Any = None

    def _make(self, name: str) -> Any:
        return self._context.ServiceManager.createInstanceWithContext(f"com.sun.star.{name}", self._context)

    # files

    def open(self, path: str) -> None:
        self.document = self._desk.loadComponentFromURL(f"file://{path}", "_blank", 0, (_said("Hidden", True),))

    def save(self, path: str) -> None:
        self.document.storeToURL(f"file://{path}", (_said("FilterName", _FILTERS[Path(path).suffix]),))

    def close(self) -> None:
        self.document.close(True)

    # whose hands, and whether they are watched

    def be(self, author: str) -> None:
        provider = self._make("configuration.ConfigurationProvider")
        name = "com.sun.star.configuration.ConfigurationUpdateAccess"
        user = provider.createInstanceWithArguments(name, (_said("nodepath", "/org.openoffice.UserProfile/Data"),))
        user.setPropertyValue("givenname", author)
        user.commitChanges()

    def track(self, on: bool) -> None:
        self.document.RecordChanges = on

    # where they are

    @property
    def caret(self) -> Any:
        return self.document.CurrentController.ViewCursor

    def select(self, beginning: str, words: str) -> None:
        """Select words in the paragraph that begins so; nothing of them stands in it before."""
        self._take(self._next(self._paragraph(beginning).Start, words))

    def select_all(self, beginning: str) -> None:
        """Select all that a paragraph, a cell say, has in it."""
        self._take(self._paragraph(beginning))

    def select_with_end(self, beginning: str) -> None:
        """Select a paragraph with its end."""
        cursor = self._paragraph(beginning)
        cursor.collapseToStart()
        cursor.gotoNextParagraph(True)
        self._take(cursor)

    def go_before(self, beginning: str, words: str = "") -> None:
        self.select(beginning, words or beginning)
        self.caret.collapseToStart()

    def go_behind(self, beginning: str) -> None:
        self.caret.gotoRange(self._paragraph(beginning).End, False)

    # what they do

    def do(self, command: str, **named: str) -> None:
        properties = tuple(_said(name, value) for name, value in named.items())
        self._dispatcher.executeDispatch(self.document.CurrentController.Frame, f".uno:{command}", "", 0, properties)

    def type(self, words: str) -> None:
        self.do("InsertText", Text=words)

    def fill_below(self, text: str, *words: str) -> None:
        """Write into the cells of the row below the cell that says this."""
        found = self._paragraph(text)
        table, row = found.TextTable, int(found.Cell.CellName.lstrip(_COLUMNS)) + 1
        names = [name for name in table.CellNames if name.lstrip(_COLUMNS) == str(row)]
        for name, each in zip(names, words, strict=False):
            self.caret.gotoRange(table.getCellByName(name).Text.Start, False)
            self.type(each)

    def note(self, beginning: str, more: str) -> None:
        """Write more at the end of the note that begins so."""
        notes = self.document.Footnotes
        each = next(n for n in map(notes.getByIndex, range(notes.Count)) if n.String.strip().startswith(beginning))
        each.insertString(each.End, more, False)

    def comment(self, text: str, author: str) -> None:
        self.do("InsertAnnotation", Text=text, Author=author)

    def answer(self, text: str) -> None:
        """Answer the comment just written, below the line that the program writes itself."""
        known = [each.Content for each in self._comments()]
        self.do("ReplyComment")
        (made,) = (each for each in self._comments() if each.Content not in known)
        made.Content += text

    def resolve(self, text: str) -> None:
        """Settle the comment that says this."""
        (found,) = (each for each in self._comments() if each.Content == text)
        found.Resolved = True

    def _comments(self) -> Iterator[Any]:
        each = self.document.TextFields.createEnumeration()
        while each.hasMoreElements():
            found = each.nextElement()
            if found.supportsService("com.sun.star.text.textfield.Annotation"):
                yield found

    def _paragraph(self, beginning: str) -> Any:
        """Give the paragraph that says this, or else begins so, cells too."""
        start = "^" + re.escape(beginning).replace("\\ ", " ")
        found = self._next(None, start + "$", pattern=True) or self._next(None, start, pattern=True)
        cursor = found.Text.createTextCursorByRange(found.Start)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def _next(self, place: Any, words: str, *, pattern: bool = False) -> Any:
        sought = self.document.createSearchDescriptor()
        sought.SearchString, sought.SearchCaseSensitive, sought.SearchRegularExpression = words, True, pattern
        return self.document.findFirst(sought) if place is None else self.document.findNext(place, sought)

    def _take(self, found: Any) -> None:
        self.caret.gotoRange(found.Start, False)
        self.caret.gotoRange(found.End, True)


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


def main() -> None:
    """Make every copy."""
    port, work = sys.argv[1:3]
    office = Hands(port)
    for copy in json.loads(Path(work).read_text(encoding="utf-8")):
        for name, *given in copy:
            getattr(office, name)(*given)


if __name__ == "__main__":
    main()
