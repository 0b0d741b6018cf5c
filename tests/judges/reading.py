"""What other programs read in the files given out: pdftotext page by page, margins apart; pandoc."""

import json
import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

_LEADER = re.compile(r"\.{4,}")
_WIDEST = 2000
"""More than any page is wide or high. pt"""
_HEAD, _FOOT = 62, 52
"""Depth of the strips where running heads and page numbers stand. pt"""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as its words come in the file."""

    number: int
    words: tuple[str, ...]
    line_starts: frozenset[int]
    """Which words begin a line."""
    head: str
    foot: str


def pages(pdf: Path) -> list[Page]:
    """Read a PDF; the first page, a cover, has no margins."""
    found = {1: _page(1, _strip(pdf, 0, _WIDEST)[0], "", "")}
    heights = _heights(pdf)
    for height in set(heights):
        inner, heads, feet = (
            _strip(pdf, _HEAD, height - _HEAD - _FOOT),
            _strip(pdf, 0, _HEAD),
            _strip(pdf, height - _FOOT, _FOOT),
        )
        for number in range(2, len(heights) + 1):
            if heights[number - 1] == height:
                index = number - 1
                found[number] = _page(number, inner[index], _flat(heads[index]), _flat(feet[index]))
    return [found[number] for number in sorted(found)]


def _heights(pdf: Path) -> list[int]:
    answer = subprocess.run(["pdfinfo", "-f", "1", "-l", "9999", pdf], capture_output=True, check=True)
    sizes = re.findall(r"^Page +\d+ size: +\S+ x (\S+)", answer.stdout.decode(), re.MULTILINE)
    return [round(float(size)) for size in sizes]


def _flat(text: str) -> str:
    return " ".join(text.split())


def _strip(pdf: Path, top: int, height: int) -> list[str]:
    """Read what stands between two heights of every page, in the order of the page's own stream."""
    place = ["-r", "72", "-x", "0", "-y", str(top), "-W", str(_WIDEST), "-H", str(height)]
    answer = subprocess.run(["pdftotext", "-raw", *place, pdf, "-"], capture_output=True, check=True)
    return answer.stdout.decode("utf-8").split("\f")[:-1]


def _page(number: int, text: str, head: str, foot: str) -> Page:
    words: list[str] = []
    starts: set[int] = set()
    for line in _LEADER.sub(" ", text).splitlines():
        starts.add(len(words))
        words.extend(line.split())
    return Page(number, tuple(words), frozenset(starts), head, foot)


def pandoc(draft: Path, list_marks: bool = True) -> tuple[list[str], list[list[str]]]:
    """Give the words that pandoc reads in a draft, the marks of numbered lists among them, and those of each note."""
    answer = subprocess.run(["pandoc", "-f", "docx", "-t", "json", draft], capture_output=True, check=True)
    notes: list[list[str]] = []
    blocks = json.loads(answer.stdout)["blocks"]
    return "".join(_text(blocks, notes, list_marks)).split(), notes


def _text(node: Any, notes: list[list[str]], list_marks: bool) -> Iterator[str]:
    match node:
        case [*parts]:
            for part in parts:
                yield from _text(part, notes, list_marks)
        case {"t": "Str", "c": text}:
            yield text
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            yield " "
        case {"t": "Note", "c": content}:
            notes.append("".join(_text(content, notes, list_marks)).split())
        case {"t": "Image"}:
            pass
        case {"t": "OrderedList", "c": [[start, style, delimiter], items]}:
            for count, item in enumerate(items, start=start):
                yield f"{_mark(count, style['t'], delimiter['t'])} " if list_marks else ""
                yield from _text(item, notes, list_marks)
        case {"t": kind, "c": content}:
            yield from _text(content, notes, list_marks)
            yield " " if kind in {"Para", "Plain", "Header"} else ""


def _mark(count: int, style: str, delimiter: str) -> str:
    sign = {"Decimal": str(count), "LowerAlpha": chr(ord("a") + count - 1), "LowerRoman": "i" * count}[style]
    return f"{sign}." if delimiter == "Period" else f"{sign})"


def libreoffice(drafts: Sequence[Path], folder: Path) -> None:
    """Print drafts as PDF with LibreOffice, with a profile of its own and the fonts of the system."""
    environment = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, drafts)]
    subprocess.run(command, capture_output=True, check=True, env=environment, timeout=240)


def complaints(pdf: Path) -> str:
    """Give what qpdf has to complain of."""
    answer = subprocess.run(["qpdf", "--check", pdf], capture_output=True, check=False)
    return "" if answer.returncode == 0 else (answer.stdout + answer.stderr).decode("utf-8")


def fonts(pdf: Path) -> dict[str, bool]:
    """Give the fonts of a file, each with whether it is embedded."""
    lines = subprocess.run(["pdffonts", pdf], capture_output=True, check=True).stdout.decode("utf-8").splitlines()
    return {line.split()[0]: re.findall(r"\b(yes|no)\b", line)[0] == "yes" for line in lines[2:]}


@dataclass(frozen=True, slots=True)
class Jump:
    """Something in a PDF that leads to one of its pages."""

    page: int
    """Where it stands; 0 for a bookmark."""
    text: str
    to: int


def jumps(pdf: Path) -> list[Jump]:
    """Give the links within a PDF in the order of its pages."""
    with pikepdf.open(pdf) as file:
        places = _places(file)
        return [
            Jump(number, str(link.get("/Contents", "")), places[link.Dest[0].objgen])
            for number, page in enumerate(file.pages, start=1)
            for link in page.get("/Annots", pikepdf.Array())
            if "/Dest" in link
        ]


def _places(file: pikepdf.Pdf) -> dict[tuple[int, int], int]:
    """Give the number of each page by the object that it is."""
    return {page.obj.objgen: number for number, page in enumerate(file.pages, start=1)}


def bookmarks(pdf: Path) -> list[Jump]:
    """Give the bookmarks of a PDF from top to bottom."""
    with pikepdf.open(pdf) as file, file.open_outline() as outline:
        places = _places(file)
        return list(_bookmarks(outline.root, places))


def _bookmarks(items: Sequence[pikepdf.OutlineItem], places: dict[tuple[int, int], int]) -> Iterator[Jump]:
    for item in items:
        assert isinstance(item.destination, pikepdf.Array)
        yield Jump(0, item.title, places[item.destination[0].objgen])
        yield from _bookmarks(item.children, places)
