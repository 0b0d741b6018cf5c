"""What finished PDFs are judged by: programs and readers that know nothing of how they were made."""

import re
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pikepdf
from PIL import Image


def raw_text(path: Path, page: int = 0) -> str:
    """Give what pdftotext reads in the order of the file, of one page, counted from 1, or of all."""
    pages = _pages(path, path.stat().st_mtime_ns)
    return pages[page - 1] if page else "".join(pages)


@lru_cache(maxsize=4)
def _pages(path: Path, _changed: int) -> list[str]:
    result = subprocess.run(["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True)
    # The signs pdftotext puts round words that run right to left are its own.
    text = re.sub("[\u202a-\u202e]", "", result.stdout.decode("utf-8"))
    return [page.rstrip("\n") + "\n" for page in text.split("\f")[:-1]]


def words(path: Path, page: int = 0) -> list[str]:
    """Give the words of a page or of all in the order of the file."""
    return raw_text(path, page).split()


def page_of(path: Path, phrase: str, after: int = 0) -> int:
    """Give the first page behind another whose text has the phrase, counted from 1; 0 for none."""
    for page in range(after + 1, len(_pages(path, path.stat().st_mtime_ns)) + 1):
        if phrase in " ".join(words(path, page)):
            return page
    return 0


def complaints_of_qpdf(path: Path) -> str:
    """Give what qpdf --check has to complain of."""
    result = subprocess.run(["qpdf", "--check", str(path)], check=False, capture_output=True)
    return "" if result.returncode == 0 else result.stderr.decode("utf-8") + result.stdout.decode("utf-8")


def fonts(path: Path) -> list[tuple[str, bool, bool]]:
    """Give the fonts of the file, each with whether it is embedded and can be copied from."""
    lines = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True).stdout.decode("utf-8").splitlines()
    found = []
    for line in lines[2:]:
        embedded, _, unicode = re.findall(r"\b(yes|no)\b", line)[:3]
        found.append((line.split()[0], embedded == "yes", unicode == "yes"))
    return found


@dataclass(frozen=True, slots=True)
class Tag:
    """An element of the structure tree."""

    name: str
    kids: tuple["Tag", ...]
    contents: int
    """How many pieces of the page or annotations hang directly under it."""
    attributes: str
    alternative: str | None
    language: str | None

    def walk(self) -> list["Tag"]:
        """Give it and all below in reading order."""
        return [self, *(each for kid in self.kids for each in kid.walk())]

    def named(self, *names: str) -> list["Tag"]:
        """Give all of those names in reading order."""
        return [each for each in self.walk() if each.name in names]


def structure(path: Path) -> Tag:
    """Give the structure tree of a file."""
    with pikepdf.open(path) as pdf:
        return _tag(pdf.Root.StructTreeRoot.K[0])


def _tag(element: pikepdf.Object) -> Tag:
    kids, contents = [], 0
    entries: pikepdf.Object | list[pikepdf.Object] = element.get("/K", [])
    for kid in entries if isinstance(entries, pikepdf.Array) else [entries]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            kids.append(_tag(kid))
        else:
            contents += 1
    attributes = str(element.A.unparse()) if "/A" in element else ""
    alternative = str(element.Alt) if "/Alt" in element else None
    language = str(element.Lang) if "/Lang" in element else None
    return Tag(str(element.S)[1:], tuple(kids), contents, attributes, alternative, language)


def dark_share(path: Path, page: int, folder: Path) -> float:
    """Give how much of a page, counted from 1, is printed dark."""
    place = ["-f", str(page), "-l", str(page), "-singlefile"]
    subprocess.run(["pdftoppm", "-r", "20", "-gray", *place, path, folder / "page"], check=True, capture_output=True)
    with Image.open(folder / "page.pgm") as image:
        counts = image.histogram()
    return sum(counts[:128]) / sum(counts)


def strokes(path: Path, page: int) -> list[tuple[float, float, float]]:
    """Give the horizontal lines drawn on a page, counted from 1: left end, right end and height."""
    command: list[str | Path] = ["qpdf", "--qdf", "--pages", path, str(page), "--", path, "-"]
    stream = subprocess.run(command, check=True, capture_output=True).stdout.decode("latin-1")
    lines = re.findall(r"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S", stream)
    return [(float(left), float(right), float(y)) for left, y, right, until in lines if y == until]
