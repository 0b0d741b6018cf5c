"""Judges a concept's two finished PDFs: what validators and readers that know nothing of their making say of them.

`python -m tests.export.pdf.judging PAGES [SEED]` makes a concept of that size, gives it out and judges it: for sizes
that take minutes.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pdf_oxide
import pikepdf

from ikonzept_desktop.example.generator import generate
from ikonzept_desktop.example.word_list import ANY_PAGE, bare_words
from ikonzept_desktop.export.pdf.conformity.check import flaws_of
from ikonzept_desktop.export.pdf.press_check import flaws_of as press_flaws_of
from ikonzept_desktop.export.pdf.press_profiles import bundled_profiles
from ikonzept_desktop.export.pdf.press_writer import write_print_pdf
from ikonzept_desktop.export.pdf.writer import write_pdf
from ikonzept_desktop.export.press import Press
from ikonzept_desktop.model.template_file import read_template
from ikonzept_desktop.paths import resource
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import Publication
from tests.export.pdf.builders import DATE
from tests.export.pdf.judges import complaints_of_qpdf, fonts, raw_text

_SPAN = re.compile(rb"/Span ?<<(?:(?!/MCID|>>).)*(?:>(?=>>))?>> ?BDC(.*?)EMC", re.DOTALL)
_LONGEST_CHAIN = 10_000
"""Of references that page-validation follows: the bookmarks of 2,000 pages are more than its own 256."""
WEB, PRINT = "web.pdf", "print.pdf"
_QUOTED = re.compile(r'^ *"(.*)"$')
_MOST_FRONT = 500
"""How many words of the body may stand before the table of contents."""
_LETTERS_BETWEEN = 1500
"""How many letters of notes may be read aloud between two words of the body."""
_BETWEEN = 200
"""How many words of notes, running heads and repeated heads may stand between two of the body."""


def give_out(publication: Publication, images: Mapping[str, bytes], folder: Path) -> Path:
    """Write both files into a folder."""
    write_pdf(publication, images, folder / WEB, date=DATE)
    write_print_pdf(publication, images, folder / PRINT, Press(bundled_profiles()[0]), date=DATE)
    return folder


def complaints(folder: Path) -> Iterator[str]:
    """Go through what the judges have against the two files; nothing where they pass."""
    import outloud
    import page  # here, where they judge: not every system has them, and what else is told needs none

    web, press = folder / WEB, folder / PRINT
    limits = page.SafetyLimits(max_reference_depth=_LONGEST_CHAIN)
    for profile in ("ua1", "2a"):
        report = page.validate_pdf(str(web), profile=profile, limits=limits)
        if not report.is_compliant:
            yield f"{profile}: {report}"
    heard = outloud.check(str(web))
    yield from filter(None, [heard.error])
    for finding in heard.findings:
        # The head of a box that is repeated on the next page is an artifact, as long as it may be.
        if finding.severity == "error" and not str(finding.evidence).endswith("(Fortsetzung)"):
            yield f"outloud: {finding}"
    yield from map(str, flaws_of(web))
    yield from map(str, press_flaws_of(press))
    judged = pdf_oxide.PdfDocument(str(press)).validate_pdf_x("4")
    if not judged["valid"]:
        yield f"X-4: {judged}"
    for file in (web, press):
        yield from filter(None, [complaints_of_qpdf(file)])
        yield from (f"{name} is not embedded or not to be copied from" for name, *good in fonts(file) if not all(good))


def letters_of_structure(path: Path) -> str:
    """Give all letters and digits as they are read aloud: in the order of the structure tree.

    poppler takes the end of a span within a marked content for the end of that content: it reads a copy without spans.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.pdf"
        with pikepdf.open(path) as pdf:
            for each in pdf.pages:
                each.obj.Contents = pdf.make_stream(_SPAN.sub(rb"\1", each.obj.Contents.read_bytes()))
            pdf.save(copy)
        done = subprocess.run(["pdfinfo", "-struct-text", str(copy)], check=True, capture_output=True)
    lines = done.stdout.decode("utf-8").splitlines()
    return letters("".join(said[1] for line in lines if (said := _QUOTED.match(line))))


def letters(text: str) -> str:
    """Give the letters and digits of a text."""
    return re.sub(r"[\W_]", "", text)


def first_unheard(expected: Sequence[str], heard: str) -> str:
    """Give the first word whose letters are not read aloud in their place, with what is; nothing where all are."""
    at = 0
    for count, word in enumerate(expected):
        if word == ANY_PAGE:
            continue
        said = letters(word)
        found = heard.find(said, at, at + len(said) + (_LETTERS_BETWEEN if count >= _MOST_FRONT else len(heard)))
        if found < 0:
            return f"{word!r} is not heard in {heard[max(0, at - 50) : at + 100]!r}"
        at = found + len(said)
    return ""


def first_astray(expected: Sequence[str], read: Sequence[str]) -> str:
    """Give the first word that is not read whole and in its place, with what is there; nothing where all are."""
    at = 0
    for count, word in enumerate(expected):
        reach = _BETWEEN if count >= _MOST_FRONT else max(_BETWEEN, len(expected) // 10)
        found = next((place for place in range(at, min(at + reach, len(read))) if _is(read[place], word)), None)
        if found is None:
            return f"{word!r} is not in {' '.join(read[max(0, at - 5) : at + 10])!r}"
        at = found + 1
    return ""


def _is(read: str, word: str) -> bool:
    """Tell whether a word was read, the number of a note perhaps behind it."""
    if word == ANY_PAGE:
        return read.isdigit()
    return read == word or (read.startswith(word) and re.fullmatch(r"\W*\d+", read[len(word) :]) is not None)


def main() -> int:
    """Judge a concept of any size; the exit status is 1 where somebody complains."""
    pages, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    made = generate(pages, seed, read_template(resource("templates", "integrationskonzept.toml")))
    with tempfile.TemporaryDirectory(prefix="ikonzept-judged-") as folder:
        out = give_out(build(made.document), made.images, Path(folder))
        found = list(complaints(out))
        for file in (WEB, PRINT):
            found += filter(None, [first_astray(made.body_words, bare_words(raw_text(out / file)))])
        found += filter(None, [first_unheard(made.body_words, letters_of_structure(out / WEB))])
    print("\n".join(found) or f"Both PDFs of {pages} pages pass every judge, and every word is in its place.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
