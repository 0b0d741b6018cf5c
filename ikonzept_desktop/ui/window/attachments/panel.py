"""The panel of one attached PDF: its pages to look through, its title, which pages are printed and how large."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ikonzept_desktop.model.blocks import Attachment, ForeignPdf
from ikonzept_desktop.model.edits import ReplaceBlocks
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.page_choice import pages_of, undescribed
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.model.store.errors import NoImage
from ikonzept_desktop.ui.editor.context import EditorContext
from ikonzept_desktop.ui.editor.line_field import LineField
from ikonzept_desktop.ui.editor.port import blocks_at
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.labels import hint, label_for
from ikonzept_desktop.ui.kit.segments import Choice, Segments
from ikonzept_desktop.ui.window.attachments import texts
from ikonzept_desktop.ui.window.attachments.intake import PagePictures
from ikonzept_desktop.ui.window.attachments.page_fields import PageChoice, PageDescription
from ikonzept_desktop.ui.window.attachments.page_view import PageView
from ikonzept_desktop.ui.window.attachments.remarks import RemarkList, remarks_on
from ikonzept_desktop.ui.window.drawer import DrawerPanel
from ikonzept_desktop.ui.window.panel_parts import labelled, scrolling
from ikonzept_desktop.ui.window.surroundings import Surroundings

_SIDE = 900
"""px of the longer side of a page that is looked at."""
_AREA, _WHOLE = "area", "whole"


class AttachmentPanel(DrawerPanel):
    """Shows and changes one attached PDF; every change is a step of the concept's history."""

    replace_asked = Signal()
    save_asked = Signal()

    def __init__(self, room: Surroundings) -> None:
        """Show no PDF yet."""
        super().__init__()
        self._room = room
        self._address, self._block = FieldAddress("", ""), ""
        self._shown: Attachment | None = None
        self._number = 1
        context = EditorContext(room.session, room.labels)
        self.page = PageView(self)
        self.pictures = PagePictures(self)
        self.line = LineField(context, texts.TITLE, "caption", self)
        self.choice = PageChoice(self)
        self.description = PageDescription(self)
        self.size_choice = Segments(
            texts.SIZE, (Choice(_AREA, texts.IN_TEXT_AREA), Choice(_WHOLE, texts.WHOLE_PAGE)), self
        )
        self.remarks = RemarkList(self)
        self.replace_button = push_button(texts.REPLACE)
        self.save_button = push_button(texts.SAVE)
        self._lay_out()
        self._connect()

    def show_attachment(self, address: FieldAddress, block: str) -> None:
        """Show the PDF of that id in the text at an address, from its first printed page on."""
        self.commit()
        self._address, self._block, self._shown = address, block, None
        self._number = 0
        self.line.show_line(address, block)
        self._refresh()

    def attachment(self) -> Attachment | None:
        """Give the PDF as it stands; None where it is gone."""
        found = (block for block in blocks_at(self._room.session.document, self._address) if block.id == self._block)
        block = next(found, None)
        return block if isinstance(block, Attachment) else None

    def title(self) -> str:
        """Give what is being worked on."""
        return texts.ATTACHMENT

    def take_keyboard(self) -> None:
        """Begin with the title."""
        self.line.setFocus()

    def commit(self) -> None:
        """Put what is still being typed into the concept."""
        self.description.commit()
        self.choice.commit()

    def restore(self, selection: Selection) -> bool:
        """Put the caret back into the title; of a step made here the panel shows the outcome already."""
        if selection.address != self._address or selection.block != self._block:
            return False
        return self.line.restore(selection) or (not selection.line and self._has_keyboard())

    def replace_file(self, file: ForeignPdf) -> None:
        """Put another PDF in its place; what was chosen of the old one's pages holds no more."""
        self.commit()
        self._number = 0
        self._change(texts.CHANGE_FILE, file=file, pages="", descriptions=())

    def sizeHint(self) -> QSize:
        """Ask for room to look at a page."""
        return QSize(600, 320)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "line"):
            self.line.restyle()

    def _lay_out(self) -> None:
        both = QHBoxLayout(self)
        both.setContentsMargins(16, 0, 4, 10)
        both.setSpacing(12)
        both.addWidget(self.page, 2)
        both.addWidget(scrolling(self._form()), 3)

    def _form(self) -> QWidget:
        form = QWidget(self)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(labelled(texts.TITLE, self.line))
        choices = QHBoxLayout()
        choices.setSpacing(16)
        choices.addWidget(self.choice, 1)
        size = QVBoxLayout()
        size.setSpacing(2)
        for part in (label_for(texts.SIZE, self.size_choice), self.size_choice, hint(texts.SIZE_HELP)):
            size.addWidget(part)
        size.addStretch(1)
        choices.addLayout(size, 1)
        column.addLayout(choices)
        column.addWidget(self.remarks)
        column.addWidget(self.description)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button, help in ((self.replace_button, texts.REPLACE_HELP), (self.save_button, texts.SAVE_HELP)):
            button.setToolTip(help)
            button.setAccessibleDescription(help)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return form

    def _connect(self) -> None:
        session = self._room.session
        self.choice.field.setReadOnly(session.read_only)
        self.description.words.setReadOnly(session.read_only)
        self.size_choice.setEnabled(not session.read_only)
        self.replace_button.setEnabled(not session.read_only)
        self.page.turned.connect(self._turn_to)
        self.pictures.drawn.connect(self._take_picture)
        self.choice.chosen.connect(lambda pages: self._change(texts.CHANGE_PAGES, pages=pages))
        self.size_choice.chosen.connect(self._take_size)
        self.description.described.connect(self._take_words)
        self.description.next_asked.connect(self._go_to_undescribed)
        self.replace_button.clicked.connect(self.replace_asked)
        self.save_button.clicked.connect(self.save_asked)
        self.line.focused.connect(self._room.text.take_text)
        self.line.reference_opened.connect(self._room.text.section_asked)
        session.changed.connect(self._take)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def _take(self, notice: Notice) -> None:
        if self._block and self.isVisible() and self.attachment() is not self._shown:
            self.line.take(notice)
            self._refresh()

    def _refresh(self) -> None:
        """Show what the PDF is now; shut where it is gone."""
        attachment, before = self.attachment(), self._shown
        self._shown = attachment
        if attachment is None:
            self.description.drop()
            self.choice.drop()
            if self._room.drawer.panel is self:
                self._room.drawer.shut()
            return
        self.choice.show_choice(attachment.pages, attachment.file.pages)
        self.size_choice.choose(_WHOLE if attachment.whole_page else _AREA)
        self.remarks.show_remarks(remarks_on(attachment))
        if not self._number or before is None or before.file != attachment.file:
            chosen = pages_of(attachment.pages, attachment.file.pages)
            self._number = chosen[0] if chosen else 1
            self._ask_for_picture()
        self._show_page()

    def _show_page(self) -> None:
        """Show the number of the page, and what is said of it where it needs that."""
        attachment = self._shown
        if attachment is None:
            return
        number, count = self._number, attachment.file.pages
        self.page.show_page(number, count, printed=number in pages_of(attachment.pages, count))
        self.description.show_page(
            number,
            dict(attachment.descriptions).get(number, ""),
            needed=number in attachment.file.wordless,
            more=any(page != number for page in undescribed(attachment)),
        )

    def _turn_to(self, number: int) -> None:
        self.description.commit()
        self._number = number
        self._ask_for_picture()
        self._show_page()

    def _go_to_undescribed(self) -> None:
        self.description.commit()
        missing = undescribed(self._shown) if self._shown is not None else ()
        others = [page for page in missing if page != self._number]
        if others:
            self._turn_to(next((page for page in others if page > self._number), others[0]))
            self.description.words.setFocus()

    def _ask_for_picture(self) -> None:
        """Have the page drawn; the one before stays in sight until then, for that is quick."""
        attachment = self._shown
        if attachment is None:
            return
        try:
            if self._number == 1:
                preview = self._room.session.keeper.image(attachment.file.preview)
                self.page.sheet.show_image(QImage.fromData(preview))
            data = self._room.session.keeper.image(attachment.file.digest)
        except NoImage:
            self.page.sheet.show_image(QImage(), texts.NO_PAGE)
            return
        self.pictures.ask(attachment.file.digest, data, self._number, _SIDE)

    def _take_picture(self, digest: str, number: int, picture: bytes) -> None:
        if self._shown is not None and (digest, number) == (self._shown.file.digest, self._number):
            self.page.sheet.show_image(QImage.fromData(picture), texts.NO_PAGE)

    def _take_size(self, key: str) -> None:
        self.commit()
        self._change(texts.CHANGE_SIZE, whole_page=key == _WHOLE)

    def _take_words(self, page: int, said: str) -> None:
        attachment = self.attachment()
        if attachment is None:
            return
        described = {**dict(attachment.descriptions), page: said}
        kept = tuple(sorted((number, words) for number, words in described.items() if words))
        self._change(texts.CHANGE_DESCRIPTION, descriptions=kept)

    def _change(self, label: str, **parts: Any) -> None:
        attachment = self.attachment()
        if attachment is None or (changed := replace(attachment, **parts)) == attachment:
            return
        blocks = blocks_at(self._room.session.document, self._address)
        edit = ReplaceBlocks(self._address, blocks.index(attachment), (attachment,), (changed,))
        place = Selection(self._address.section, self._address, self._block, "", 0, 1)
        self._room.session.apply(edit, label, selection=place, initiator=self)

    def _has_keyboard(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Have the tools act on no text while another control in here has the keyboard, and on none that is hidden."""
        inside = now is not None and self.isAncestorOf(now)
        held = self._room.text.text
        if (inside and not isinstance(now, RichTextEdit)) or (
            held is not None and self.isAncestorOf(held) and not self.isVisible()
        ):
            self._room.text.take_text(None)
