"""Attached PDFs opened for the export: what one page is made of, and the words on it.

The bytes are foreign: this is done only in the worker. pikepdf and pdfium are loaded by the first attached PDF.
"""

import io
from dataclasses import replace
from functools import cached_property
from typing import Any

import pikepdf
import pypdfium2

from ikonzept_desktop.export.pdf.annex_places import Box, shown_upright, upright
from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.foreign_form import Form
from ikonzept_desktop.export.pdf.foreign_objects import ForeignObjects
from ikonzept_desktop.export.pdf.images import Picture
from ikonzept_desktop.export.pdf.setting import Setting
from ikonzept_desktop.reading.pdf_files.cleaning import links_of
from ikonzept_desktop.reading.pdf_files.drawing import drawn
from ikonzept_desktop.reading.pdf_files.faults import NotFit
from ikonzept_desktop.reading.pdf_files.fitting import PageFitter
from ikonzept_desktop.reading.pdf_files.opening import box_of, open_pdf, turn_of
from ikonzept_desktop.reading.pdf_files.taken import PdfRefused
from ikonzept_desktop.reading.pdf_files.words import Line, Word, has_ink, paragraphs_of

_QUALITY = 88


class AnnexFile:
    """One attached PDF."""

    def __init__(self, digest: str, pdf: pikepdf.Pdf, file: pypdfium2.PdfDocument) -> None:
        self.digest = digest
        self.pdf = pdf
        self.file = file
        self.fitter = PageFitter(pdf)
        self.pages = min(len(pdf.pages), len(file))
        self._objects: ForeignObjects | None = None

    def close(self) -> None:
        """Shut it; its pages are of no use then."""
        self.file.close()
        self.pdf.close()

    def page(self, number: int) -> "AnnexPage":
        """Give a page, counted from 1."""
        return AnnexPage(self, number)

    def objects(self, canvas: TaggedCanvas) -> ForeignObjects:
        """Give its objects in the file that is written."""
        if self._objects is None:
            self._objects = ForeignObjects(canvas.document, f"Annex{self.digest[:16]}")
        return self._objects


class AnnexPage:
    """One page of an attached PDF, upright as it is shown. Lengths in pt."""

    def __init__(self, file: AnnexFile, number: int) -> None:
        self.file = file
        self.number = number
        self.key = f"{file.digest}.{number}"
        """What the canvas knows its drawing by."""
        self._page = file.pdf.pages[number - 1]
        self._box = box_of(self._page)
        self._turn = turn_of(self._page)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        left, bottom, right, top = self._box
        width, height = right - left, top - bottom
        return (height, width) if self._turn in {90, 270} else (width, height)

    @property
    def upright(self) -> str:
        """The operands of `cm` from its own coordinates."""
        return upright(self._box, self._turn)

    def form(self) -> Form | None:
        """Give the page as it is; None where it does not conform."""
        try:
            content, resources = self.file.fitter.fit(self._page)
        except NotFit:
            return None
        return Form(content, resources, self._box, "/Group" in self._page.obj)

    def picture(self, width: float, height: float, dpi: int) -> Picture:
        """Give the page as an image for a room of that size on paper, in grey or RGB."""
        image = drawn(self._drawn, width, height, dpi)
        as_png, as_jpeg = io.BytesIO(), io.BytesIO()
        image.save(as_png, "PNG")
        image.save(as_jpeg, "JPEG", quality=_QUALITY, subsampling=0)
        return Picture(min(as_png.getvalue(), as_jpeg.getvalue(), key=len), *image.size)

    def paragraphs(self) -> tuple[tuple[Line, ...], ...]:
        """Give the words, where they stand on the page as it is shown."""
        return tuple(
            tuple(tuple(self._shown(word) for word in line) for line in paragraph)
            for paragraph in paragraphs_of(self._drawn)
        )

    def links(self) -> tuple[tuple[Box, str], ...]:
        """Give the links into the web, where they lie on the page as it is shown."""
        return tuple((shown_upright(box, self._box, self._turn), address) for box, address in links_of(self._page))

    def has_ink(self) -> bool:
        """Tell whether there is anything on it."""
        return has_ink(self._drawn)

    def _shown(self, word: Word) -> Word:
        box = shown_upright(word.box, self._box, self._turn)
        return replace(word, box=box, turn=(word.turn - self._turn) % 360)

    @cached_property
    def _drawn(self) -> Any:
        return self.file.file[self.number - 1]


def open_annex(setting: Setting, digest: str) -> AnnexFile | None:
    """Give an attached PDF, opened once; None where it is missing or cannot be read."""
    if digest not in setting.annexes:
        opened = setting.annexes[digest] = _opened(setting.images.get(digest, b""), digest)
        if opened is not None:
            setting.closing.callback(opened.close)
    file = setting.annexes[digest]
    assert file is None or isinstance(file, AnnexFile)
    return file


def _opened(data: bytes, digest: str) -> AnnexFile | None:
    try:
        return AnnexFile(digest, open_pdf(data, ""), pypdfium2.PdfDocument(data))
    except (PdfRefused, pypdfium2.PdfiumError):
        return None
