"""Figures in a concept's window: the command, what is pasted and dropped, and the panel of the one that is opened.

Dialog, panel and the child process are made when they are first needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ikonzept_desktop.model.blocks import Figure
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.ui.window.figures import texts
from ikonzept_desktop.ui.window.surroundings import Surroundings

if TYPE_CHECKING:  # for types alone: at run time they come when they are needed
    from PySide6.QtGui import QImage

    from ikonzept_desktop.export.house_style import HouseStyle
    from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
    from ikonzept_desktop.ui.editor.tools import FormatState
    from ikonzept_desktop.ui.images.intake import ChildProcess, ImageIntake, Taken
    from ikonzept_desktop.ui.images.source import Offer, Source
    from ikonzept_desktop.ui.window.figures.panel import FigurePanel

COMMAND = "figure"
_PREVIEW = 700
"""px of width the image is made ready in for the dialog."""


class Figures:
    """Brings images into the text, and opens the panel of a figure."""

    def __init__(self, room: Surroundings) -> None:
        """Wait to be asked."""
        self._room = room
        self._coming: ImageIntake | None = None
        self._replacing: ImageIntake | None = None
        self._panel: FigurePanel | None = None
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
        start = str(self._folder or self._room.session.path.absolute().parent)
        chosen, _ = QFileDialog.getOpenFileNames(self._room.widget(), texts.CHOOSE, start, texts.FILTER)
        if chosen:
            self._folder = Path(chosen[0]).parent
            self._take(Source(Path(file), Path(file).name) for file in chosen)

    def _take_offer(self, offer: Offer) -> None:
        self._refused = []
        if offer.remote:
            self._refuse(texts.remote(offer.remote))
        if images := [source for source in offer.sources if not source.is_pdf]:
            self._intake().take(images)

    def _take(self, sources: Iterable[Source]) -> None:
        self._refused = []
        self._intake().take(sources)

    def _intake(self) -> ImageIntake:
        if self._coming is None:
            self._coming = self._new_intake(self._describe)
        return self._coming

    def _new_intake(self, taken: Callable[[Taken], None]) -> ImageIntake:
        from ikonzept_desktop.ui.images.intake import ImageIntake

        intake = ImageIntake(self._room.widget())
        intake.begun.connect(lambda name: self._room.status.say(texts.checking(name)))
        intake.taken.connect(taken)
        intake.refused.connect(self._refuse)
        self._room.widget().destroyed.connect(partial(_end, intake.process))
        return intake

    def _refuse(self, sentence: str) -> None:
        """Tell why an image was not taken in, with what was told of those before it."""
        if sentence not in self._refused:
            self._refused.append(sentence)
        self._room.status.say("")
        banner = self._room.banner
        banner.say(" ".join(self._refused), "red", (texts.UNDERSTOOD, banner.be_quiet))

    def _describe(self, taken: Taken) -> None:
        """Ask at once what the image shows, and put it below the caret."""
        from ikonzept_desktop.model.ids import new_id
        from ikonzept_desktop.ui.window.figures.figure_dialog import FigureDialog

        room = self._room
        room.status.say("")
        if room.text.text is None or room.text.text.isReadOnly():
            room.text.focus_field()
        known = _known_figure(room, taken)
        dialog = FigureDialog(taken, _preview_of(taken), _style(room), known, room.widget())
        if dialog.exec() and (digest := self._kept(taken)):
            room.text.insert_figure(dialog.figure(new_id(), digest))
            room.text.setFocus()
        dialog.deleteLater()

    def _kept(self, taken: Taken) -> str:
        from ikonzept_desktop.model.store.errors import NoImage

        try:
            return self._room.session.keeper.add_image(taken.image.data)
        except NoImage as error:
            self._refuse(str(error))
            return ""

    def _open(self, opened: tuple[FieldAddress, object]) -> None:
        address, block = opened
        if not isinstance(block, Figure):
            return
        from PySide6.QtCore import QTimer

        panel, text = self._at_hand(), self._room.text.text
        panel.show_figure(address, block.id)
        self._room.drawer.show_panel(panel)
        if text is not None and not panel.isAncestorOf(text):
            QTimer.singleShot(0, text, partial(self._keep_in_sight, text))

    def _keep_in_sight(self, text: RichTextEdit) -> None:
        """Bring the figure back to where it is seen: the panel took room from the text."""
        page = self._room.text.pages.shown()
        if page is not None and page.isAncestorOf(text):
            page.follow(text, always=True)

    def _at_hand(self) -> FigurePanel:
        if self._panel is None:
            from ikonzept_desktop.ui.window.figures.panel import FigurePanel

            self._panel = FigurePanel(self._room)
            self._panel.setParent(self._room.drawer)
            self._panel.hide()
            self._panel.replace_asked.connect(self._ask_for_another)
            self._panel.save_asked.connect(self._save)
        return self._panel

    def _ask_for_another(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from ikonzept_desktop.ui.images.source import Source

        if self._replacing is None:
            self._replacing = self._new_intake(self._replace)
        self._replacing.warm()
        start = str(self._folder or self._room.session.path.absolute().parent)
        chosen, _ = QFileDialog.getOpenFileName(self._room.widget(), texts.CHOOSE, start, texts.FILTER)
        if chosen:
            self._folder = Path(chosen).parent
            self._refused = []
            self._replacing.take([Source(Path(chosen), Path(chosen).name)])

    def _replace(self, taken: Taken) -> None:
        if self._panel is not None and self._panel.figure() is not None and (digest := self._kept(taken)):
            self._panel.replace_image(digest)
            self._panel.description.ask_again()
            self._room.status.say(" ".join(taken.image.remarks))

    def _save(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        from ikonzept_desktop.model.store.errors import NoImage
        from ikonzept_desktop.paths import safe_file_name

        figure = self._panel.figure() if self._panel is not None else None
        if figure is None or self._panel is None:
            return
        try:
            data = self._room.session.keeper.image(figure.image)
        except NoImage as error:
            self._refuse(str(error))
            return
        suffix = ".jpg" if data.startswith(b"\xff\xd8") else ".png"
        folder = self._folder or self._room.session.path.absolute().parent
        proposed = str(folder / safe_file_name(self._panel.title(), suffix))
        kinds = texts.SAVE_FILTERS[suffix]
        chosen, _ = QFileDialog.getSaveFileName(self._room.widget(), texts.SAVE_TITLE, proposed, kinds)
        if chosen:
            self._write(Path(chosen) if Path(chosen).suffix else Path(chosen + suffix), data)

    def _write(self, path: Path, data: bytes) -> None:
        from ikonzept_desktop.ui.window.writing_out import NotWritten, write_out

        self._refused = []
        try:
            self._room.status.say(write_out(path, data))
        except NotWritten as error:
            self._refuse(str(error))


def _end(process: ChildProcess, _window: object = None) -> None:
    process.end()


def _known_figure(room: Surroundings, taken: Taken) -> Figure | None:
    """Give a figure of the concept that shows the same image, if there is one."""
    import hashlib

    from ikonzept_desktop.model.document import walk
    from ikonzept_desktop.model.store.images import figures_in

    digest = hashlib.sha256(taken.image.data).hexdigest()
    fields = (field for section in walk(room.session.document.sections) for field in section.fields)
    return next((figure for field in fields for figure in figures_in(field.value) if figure.image == digest), None)


def _preview_of(taken: Taken) -> QImage:
    from ikonzept_desktop.model.cropping import WHOLE
    from ikonzept_desktop.ui.editor.figure_images import FigureImages

    return FigureImages(_OneImage(taken.image.data)).image("", WHOLE, _PREVIEW)


class _OneImage:
    """Stands for the images of a concept before the image is among them."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def image(self, digest: str) -> bytes:
        return self._data

    def add_image(self, data: bytes) -> str:
        raise NotImplementedError


def _style(room: Surroundings) -> HouseStyle:
    from ikonzept_desktop.export.house_style import house_style

    return house_style(room.session.document.template.house_style)
