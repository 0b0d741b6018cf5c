"""Pastes pages as Word copies them into a chapter of a concept and prints how long that takes, in ms.

`python -m bench.paste_probe FILE PAGES`: from Ctrl+V until the text is painted; a page has 350 words, a heading, a list
and a note, and every second one a table.
"""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from bench.window_probe import leave
from ikonzept_desktop.app import make_program
from ikonzept_desktop.model.document import walk

_HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15">
<style><!-- @list l0:level1 {mso-level-number-format:bullet;} --></style>
</head><body lang=DE><!--StartFragment-->"""
_SENTENCE = (
    "Die <b style='mso-bidi-font-weight:normal'>Förderung</b> der Sprache gelingt im Kreis, wenn alle "
    "<span style='mso-spacerun:yes'> </span>Städte sich daran beteiligen und die Ämter <i>zusammenarbeiten</i>. "
)
_ITEM = (
    "<p class=MsoListParagraph style='margin-left:36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span "
    "style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt \"Times New Roman\"'>&nbsp;"
    "&nbsp;</span></span></span><![endif]>Sprachkurse am Vormittag<o:p></o:p></p>\n"
)
_CELL = "<td width=151 valign=top style='width:113.25pt'><p class=MsoNormal>Ratingen<o:p></o:p></p></td>"
_ROW = f"<tr>{_CELL * 4}</tr>"


def pages(count: int) -> str:
    """Give so many pages as Word puts them on the clipboard."""
    notes = "".join(
        f"<div style='mso-element:footnote' id=ftn{n}><p class=MsoFootnoteText><a href='#_ftnref{n}' name='_ftn{n}'>"
        f"[{n}]</a> Quelle, S. {n}.<o:p></o:p></p></div>"
        for n in range(1, count + 1)
    )
    return _HEAD + "".join(map(_page, range(1, count + 1))) + "<!--EndFragment-->" + notes + "</body></html>"


def _page(number: int) -> str:
    mark = f"<a style='mso-footnote-id:ftn{number}' href='#_ftn{number}' name='_ftnref{number}'>[{number}]</a>"
    paragraph = f"<p class=MsoNormal>{_SENTENCE * 4}<o:p></o:p></p>\n"
    table = f"<table class=MsoTableGrid border=1>{_ROW * 8}</table>" if number % 2 else ""
    return f"<h2>Abschnitt {number}<o:p></o:p></h2><p class=MsoNormal>Siehe{mark}.</p>{paragraph * 4}{_ITEM * 5}{table}"


def main() -> None:
    """Paste, and tell."""
    path, data = Path(sys.argv[1]), QMimeData()
    data.setHtml(pages(int(sys.argv[2])))
    data.setText("Text")
    window = make_program().open(path)
    if window is None:
        sys.exit("the concept could not be opened")
    chapter = next(section for section in walk(window.session.document.sections) if section.kind == "chapter")
    window.show_section(chapter.id)
    window.text.focus_field()
    QApplication.processEvents()
    text = window.text.text
    if text is None:
        sys.exit("there is no text to paste into")
    begun = time.perf_counter()
    text.insertFromMimeData(data)
    QApplication.processEvents()
    leave((time.perf_counter() - begun) * 1000)


if __name__ == "__main__":
    main()
