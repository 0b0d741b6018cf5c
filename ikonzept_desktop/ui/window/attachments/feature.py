"""Attached PDFs in a concept's window: the command, what is dropped, and the panel of the one that is opened.

Panel and child processes are made when they are first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ikonzept_desktop.model.blocks import Attachment
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.ui.window.attachments import texts
from ikonzept_desktop.ui.window.surroundings import Surroundings

if TYPE_CHECKING:  # for types alone: at run time they come when they are needed
    from ikonzept_desktop.model.blocks import ForeignPdf
    from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
    from ikonzept_desktop.ui.editor.tools import FormatState
    from ikonzept_desktop.ui.images.intake import ChildProcess
    from ikonzept_desktop.ui.images.source import Offer, Source
    from ikonzept_desktop.ui.window.attachments.intake import PdfIntake, TakenFile
    from ikonzept_desktop.ui.window.attachments.panel import AttachmentPanel

COMMAND = "attachment"


class Attachments:
    """Brings PDFs of others into the text, and opens the panel of one."""

    def __init__(self, room: Surroundings) -> None:
        """Wait to be asked."""
        self._room = room
        self._coming: PdfIntake | None = None
        self._replacing: PdfIntake | None = None
        self._panel: AttachmentPanel | None = None
        self._refused: list[str] = []
        self._folder: Path | None = None

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of the command."""
        return {COMMAND: self._ask_for_files}

    def ready(self) -> None:
        """Listen to the text."""
        text = self._room.text
        text.atom_opened.connect(self._open)
        text.images_given.connect(self._take_offer)
        text.format_changed.connect(self._show_what_can_be_done)
        self._show_what_can_be_done(text.format_state())

    def _show_what_can_be_done(self, state: FormatState) -> None:
        self._room.actions_by_key[COMMAND].setEnabled(state.editable and state.structured)

    def _ask_for_files(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from ikonzept_desktop.ui.images.source import Source

        self._intake().warm()
        chosen, _ = QFileDialog.getOpenFileNames(self._room.widget(), texts.CHOOSE, self._start(), texts.FILTER)
        if chosen:
            self._folder = Path(chosen[0]).parent
            self._take(Source(Path(file), Path(file).name) for file in chosen)

    def _start(self) -> str:
        return str(self._folder or self._room.session.path.absolute().parent)

    def _take_offer(self, offer: Offer) -> None:
        if pdfs := [source for source in offer.sources if source.is_pdf]:
            self._take(pdfs)

    def _take(self, sources: Iterable[Source]) -> None:
        self._refused = []
        self._intake().take(sources)

    def _intake(self) -> PdfIntake:
        if self._coming is None:
            self._coming = self._new_intake(self._insert)
        return self._coming

    def _new_intake(self, taken: Callable[[TakenFile], None]) -> PdfIntake:
        from ikonzept_desktop.ui.window.attachments.intake import PdfIntake

        intake = PdfIntake(self._room.widget())
        intake.begun.connect(lambda name: self._room.status.say(texts.checking(name)))
        intake.progressed.connect(lambda name, share: self._room.status.say(texts.checking(name, share)))
        intake.taken.connect(taken)
        intake.refused.connect(self._refuse)
        self._room.widget().destroyed.connect(partial(_end, intake.process))
        return intake

    def _refuse(self, sentence: str) -> None:
        """Tell why a PDF was not taken in, with what was told of those before it."""
        if sentence not in self._refused:
            self._refused.append(sentence)
        self._room.status.say("")
        banner = self._room.banner
        banner.say(" ".join(self._refused), "red", (texts.UNDERSTOOD, banner.be_quiet))

    def _insert(self, taken: TakenFile) -> None:
        """Put a PDF below the caret in one step, and show its panel; the keyboard stays in the text."""
        from ikonzept_desktop.model.ids import new_id
        from ikonzept_desktop.model.inline import Text

        text = self._room.text
        if text.text is None or text.text.isReadOnly():
            text.focus_field()
        file = self._kept(taken)
        if file is None:
            return
        title = _title_of(taken.name)
        attachment = Attachment(new_id(), file, (Text(title),) if title else ())
        if text.text is None or not text.insert_attachment(attachment):
            self._refuse(texts.NO_PLACE)
            return
        self._room.status.say(texts.inserted(title, file.pages))
        self._show(text.text.loop.port.address, attachment.id, keyboard=False)

    def _kept(self, taken: TakenFile) -> ForeignPdf | None:
        from ikonzept_desktop.model.blocks import ForeignPdf
        from ikonzept_desktop.model.store.errors import NoImage

        keeper, pdf = self._room.session.keeper, taken.pdf
        try:
            digest, preview = keeper.add_image(pdf.data), keeper.add_image(pdf.preview)
        except NoImage as error:
            self._refuse(str(error))
            return None
        return ForeignPdf(digest, preview, pdf.pages, _clean(taken.name), pdf.wordless, pdf.drawn, pdf.remarks)

    def _open(self, opened: tuple[FieldAddress, object]) -> None:
        address, block = opened
        if isinstance(block, Attachment):
            self._show(address, block.id)

    def _show(self, address: FieldAddress, block: str, *, keyboard: bool = True) -> None:
        from PySide6.QtCore import QTimer

        panel, text = self._at_hand(), self._room.text.text
        panel.show_attachment(address, block)
        self._room.drawer.show_panel(panel, keyboard=keyboard)
        if text is not None and not panel.isAncestorOf(text):
            QTimer.singleShot(0, text, partial(self._keep_in_sight, text))

    def _keep_in_sight(self, text: RichTextEdit) -> None:
        """Bring the PDF back to where it is seen: the panel took room from the text."""
        page = self._room.text.pages.shown()
        if page is not None and page.isAncestorOf(text):
            page.follow(text, always=True)

    def _at_hand(self) -> AttachmentPanel:
        if self._panel is None:
            from ikonzept_desktop.ui.window.attachments.panel import AttachmentPanel

            self._panel = AttachmentPanel(self._room)
            self._panel.setParent(self._room.drawer)
            self._panel.hide()
            self._panel.replace_asked.connect(self._ask_for_another)
            self._panel.save_asked.connect(self._save)
            self._room.widget().destroyed.connect(partial(_end, self._panel.pictures.process))
        return self._panel

    def _ask_for_another(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from ikonzept_desktop.ui.images.source import Source

        if self._replacing is None:
            self._replacing = self._new_intake(self._replace)
        self._replacing.warm()
        chosen, _ = QFileDialog.getOpenFileName(self._room.widget(), texts.CHOOSE, self._start(), texts.FILTER)
        if chosen:
            self._folder = Path(chosen).parent
            self._refused = []
            self._replacing.take([Source(Path(chosen), Path(chosen).name)])

    def _replace(self, taken: TakenFile) -> None:
        if self._panel is not None and self._panel.attachment() is not None and (file := self._kept(taken)):
            self._panel.replace_file(file)
            self._room.status.say("")

    def _save(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from ikonzept_desktop.model.store.errors import NoImage
        from ikonzept_desktop.paths import safe_file_name
        from ikonzept_desktop.ui.window.writing_out import NotWritten, write_out

        attachment = self._panel.attachment() if self._panel is not None else None
        if attachment is None:
            return
        self._refused = []
        try:
            data = self._room.session.keeper.image(attachment.file.digest)
            stem = attachment.file.name.removesuffix(".pdf") or texts.ATTACHMENT
            proposed = str(Path(self._start()) / safe_file_name(stem, ".pdf"))
            chosen, _ = QFileDialog.getSaveFileName(self._room.widget(), texts.SAVE_TITLE, proposed, texts.SAVE_FILTER)
            if chosen:
                self._room.status.say(write_out(Path(chosen if Path(chosen).suffix else f"{chosen}.pdf"), data))
        except (NoImage, NotWritten) as error:
            self._refuse(str(error))


def _end(process: ChildProcess, _window: object = None) -> None:
    process.end()


def _clean(name: str) -> str:
    from ikonzept_desktop.model.text import clean

    return clean(name).strip()


def _title_of(name: str) -> str:
    """Give a title out of the name of a file: `Satzung_2015.pdf` becomes `Satzung 2015`."""
    stem = _clean(name)
    stem = stem[:-4] if stem.lower().endswith(".pdf") else stem
    return " ".join(stem.replace("_", " ").split())
