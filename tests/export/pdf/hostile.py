"""Gives hostile concepts out as both PDFs, in a process that tells what files, nets and programs it reached for.

`python -m tests.export.pdf.hostile FOLDER` prints one line of JSON for each concept: what came of it.
"""

import io
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from PIL import Image

from ikonzept_desktop.export.orders import Kind, Order, carry_out
from ikonzept_desktop.export.pdf.press_profiles import bundled_profiles
from ikonzept_desktop.export.press import Press, PressError
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.publication.tree import Cover, Publication, TextRun
from tests.export.pdf.builders import (
    DATE,
    WORDS,
    box,
    concept,
    figure,
    item,
    items,
    note,
    p,
    runs,
    section,
    table,
)

_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "urllib.", "webbrowser.")
_MARKUP = '<img src="file:///etc/passwd"> <a href="javascript:alert(1)">&amp; &lt; &#x41;</a> %PDF ) Tj ET >> endobj \\'
_BIDI = "abc \u202eגנב\u202c محمد 123 \u2066שלום\u2069 x\u200bx\u200dx\ufeffx\u00ad"


def _deep(level: int) -> Publication:
    inner = section("Tiefe 12", p("Ganz unten."), level=12)
    for depth in range(11, 0, -1):
        inner = section(f"Tiefe {depth}", level=depth, children=(inner,))
    return concept(*[inner] * level)


def _png(width: int, height: int) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(data, "PNG")
    return data.getvalue()


_IMAGES: Mapping[str, bytes] = {
    "tall": _png(1, 30_000),
    "wide": _png(30_000, 1),
    "none": b"<svg onload='x'/>",
    "torn": _png(300, 300)[:200],
}

CASES: Mapping[str, Callable[[], Publication]] = {
    "markup": lambda: concept(
        section(_MARKUP, p(_MARKUP, TextRun(_MARKUP, Marks.BOLD, link="javascript:alert(1)")), table((_MARKUP, "b"))),
        cover=Cover(_MARKUP, _MARKUP, _MARKUP, _MARKUP, ""),
    ),
    "a word of 40,000 letters": lambda: concept(
        section("Wort", p("Donau" * 8000), table(("a", "b"), ("x" * 4000, "y")))
    ),
    "a title of 4,000 letters": lambda: concept(
        section("Titel" * 800, p("Text.")), cover=Cover("T" * 4000, "", "", "", "")
    ),
    "a table of 1,000 rows": lambda: concept(
        section("Tabelle", table(("Nr.", "Wert", "Text"), *((str(n), f"{n},5", "Kreis") for n in range(1000))))
    ),
    "a table of 63 columns": lambda: concept(
        section("Tabelle", table([f"Spalte {n}" for n in range(63)], *([str(n)] * 63 for n in range(5))))
    ),
    "a row longer than a page": lambda: concept(section("Tabelle", table(("a", "b"), (WORDS * 30, "kurz")))),
    "a note of three pages": lambda: concept(section("Note", p("Hier.", note(1), " Da.")), notes=(WORDS * 40,)),
    "empty sections": lambda: concept(*(section("") for _ in range(5)), section("Leer", p(""), items(""), p(" "))),
    "twelve levels": lambda: _deep(2),
    "control characters": lambda: concept(
        section("A\x00B\x1f\x7f", p("x\x01y\x0bz\ufffe\uffff\x85 \u2028 \u2029 Ende"))
    ),
    "lone surrogates": lambda: concept(section("A", p(clean("x\ud800y \udfff Ende")))),
    "directions": lambda: concept(
        section(_BIDI, p(_BIDI, TextRun(_BIDI, Marks.ITALIC, language="ar")), table((_BIDI, "b")))
    ),
    "emoji": lambda: concept(section("😀", p("👩‍👩‍👧‍👦 🇩🇪 é̂̃̄ Z͑ͫ̓ͪ̂ͫ̽͏a 😀" * 50))),
    "an image of 1 x 30,000": lambda: concept(section("Bild", figure("tall"), figure("wide"))),
    "images that are none": lambda: concept(section("Bild", figure("none"), figure("torn"), figure("nowhere"))),
    "not a word": lambda: concept(cover=Cover("", "", "", "", "")),
    "a box longer than a page": lambda: concept(section("Kasten", box("S 1", WORDS, Ziel=WORDS * 30, Ort=""))),
    "items in items": lambda: concept(
        section("Liste", items(item("eins", below=(items(item(WORDS, below=(items("tief", level=2),)), level=1),))))
    ),
    "a language that is none": lambda: concept(section("A", p(TextRun("Wort", language="<x>")))),
    "notes without end": lambda: concept(
        section("Noten", p(*(part for n in range(1, 301) for part in ("Wort ", note(n))))),
        notes=tuple(runs(f"Note {n}.") for n in range(1, 301)),
    ),
}


def main() -> None:
    """Give each out twice, and tell."""
    folder = Path(sys.argv[1])
    reached: list[str] = []
    allowed = (str(folder), sys.prefix, sys.base_prefix, str(Path(__file__).resolve().parents[3]), "/dev/null")

    def look(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str) and not arguments[0].startswith(allowed):
            reached.append(arguments[0])
        elif event.startswith(_FORBIDDEN):
            reached.append(event)

    sys.addaudithook(look)
    for number, (name, make) in enumerate(CASES.items()):
        for kind in (Kind.PDF, Kind.PRINT):
            out = folder / f"{number}-{kind.value}.pdf"
            press = Press(bundled_profiles()[0]) if kind is Kind.PRINT else None
            reached.clear()
            try:
                delivery = carry_out(lambda _share, _doing: None, Order(kind, make(), _IMAGES, out, DATE, press))
            except PressError as refused:
                told = {"refused": str(refused)}
            else:
                told = {"findings": "\n".join(delivery.findings)}
            said = {"name": name, "kind": kind.value, "file": str(out), "reached": list(reached), **told}
            print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
