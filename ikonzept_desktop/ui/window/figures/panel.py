"""The panel of one figure: its image with what is cut away, its description, caption, source and width."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from ikonzept_desktop.export.house_style import house_style
from ikonzept_desktop.model.blocks import Figure
from ikonzept_desktop.model.cropping import WHOLE, Crop
from ikonzept_desktop.model.edits import ReplaceBlocks
from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.project import Notice
from ikonzept_desktop.ui.editor.context import EditorContext, Pending
from ikonzept_desktop.ui.editor.figure_images import FigureImages
from ikonzept_desktop.ui.editor.line_field import LineField
from ikonzept_desktop.ui.editor.port import blocks_at
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.labels import label_for
from ikonzept_desktop.ui.window.drawer import DrawerPanel
from ikonzept_desktop.ui.window.figures import texts
from ikonzept_desktop.ui.window.figures.crop_field import CropField
from ikonzept_desktop.ui.window.figures.description import Description
from ikonzept_desktop.ui.window.figures.width_field import Fineness, WidthField
from ikonzept_desktop.ui.window.panel_parts import labelled, scrolling
from ikonzept_desktop.ui.window.surroundings import Surroundings

_PREVIEW = 700
"""px of width the image is made ready in."""


class FigurePanel(DrawerPanel):
    """Shows and changes one figure; every change is a step of the concept's history."""

    replace_asked = Signal()
    save_asked = Signal()

    def __init__(self, room: Surroundings) -> None:
        """Show no figure yet."""
        super().__init__()
        self._room = room
        session = room.session
        self._address, self._block = FieldAddress("", ""), ""
        self._shown: Figure | None = None
        context = EditorContext(session, room.labels)
        style = house_style(session.document.template.house_style)
        self._images = FigureImages(session.keeper)
        self.crop = CropField(self)
        self.description = Description(self)
        self.lines = {
            "caption": LineField(context, texts.CAPTION, "caption", self),
            "source": LineField(context, texts.SOURCE, "source", self),
        }
        self.width_field = WidthField(style, self)
        self.fineness = Fineness(style, self)
        self.replace_button = push_button(texts.REPLACE)
        self.save_button = push_button(texts.SAVE)
        self._words = Pending(self._take_words, self)
        self._cutting = Pending(self._take_crop, self)
        self._lay_out()
        self._connect()

    def show_figure(self, address: FieldAddress, block: str) -> None:
        """Show the figure of that id in the text at an address."""
        self.commit()
        self._address, self._block, self._shown = address, block, None
        for line in self.lines.values():
            line.show_line(address, block)
        self._refresh()

    def figure(self) -> Figure | None:
        """Give the figure as it stands; None where it is gone."""
        found = (block for block in blocks_at(self._room.session.document, self._address) if block.id == self._block)
        block = next(found, None)
        return block if isinstance(block, Figure) else None

    def title(self) -> str:
        """Give the figure's number."""
        return self._room.labels.number(self._block) or texts.FIGURE

    def take_keyboard(self) -> None:
        """Begin with the description where it is missing, else with the crop."""
        missing = self.description.is_missing() and not self._room.session.read_only
        (self.description.words if missing else self.crop.view).setFocus()

    def commit(self) -> None:
        """Put what is still being typed, or cut, into the concept."""
        self._words.finish()
        self._cutting.finish()

    def restore(self, selection: Selection) -> bool:
        """Put the caret back into caption or source; of a step made here the panel shows the outcome already."""
        if selection.address != self._address or selection.block != self._block:
            return False
        lines = self.lines.values()
        return any(line.restore(selection) for line in lines) or (not selection.line and self._has_keyboard())

    def replace_image(self, digest: str) -> None:
        """Show another image in the figure's place, whole."""
        self._change(texts.CHANGE_IMAGE, image=digest, crop=WHOLE)

    def sizeHint(self) -> QSize:
        """Ask for room to cut in."""
        return QSize(600, 300)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of the colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "lines"):
            for line in self.lines.values():
                line.restyle()

    def _lay_out(self) -> None:
        both = QHBoxLayout(self)
        both.setContentsMargins(16, 0, 4, 10)
        both.setSpacing(12)
        both.addWidget(scrolling(self._image_and_width()), 1)
        both.addWidget(scrolling(self._words_and_deeds()), 1)

    def _image_and_width(self) -> QWidget:
        form = QWidget(self)
        left = QVBoxLayout(form)
        left.setContentsMargins(0, 0, 8, 0)
        left.setSpacing(6)
        left.addWidget(self.crop, 1)
        width = QHBoxLayout()
        width.setSpacing(8)
        width.addWidget(label_for(texts.WIDTH, self.width_field.share))
        width.addWidget(self.width_field, 1)
        left.addLayout(width)
        left.addWidget(self.fineness)
        return form

    def _words_and_deeds(self) -> QWidget:
        form = QWidget(self)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(8)
        column.addWidget(self.description)
        for line, name in ((self.lines["caption"], texts.CAPTION), (self.lines["source"], texts.SOURCE)):
            column.addWidget(labelled(name, line))
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
        read_only = session.read_only
        self.crop.set_read_only(read_only)
        self.description.set_read_only(read_only)
        self.width_field.setEnabled(not read_only)
        self.replace_button.setEnabled(not read_only)
        self.crop.cropping.connect(self._show_fineness_of)
        self.crop.cropped.connect(self._show_fineness_of)
        self.crop.cropped.connect(lambda _crop: self._cutting.begin())
        self.description.typed.connect(self._words.begin)
        self.description.decorative_chosen.connect(self._take_decorative)
        self.width_field.changed.connect(self._take_width)
        self.replace_button.clicked.connect(self.replace_asked)
        self.save_button.clicked.connect(self.save_asked)
        for line in self.lines.values():
            line.focused.connect(self._room.text.take_text)
            line.reference_opened.connect(self._room.text.section_asked)
        session.changed.connect(self._take)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)

    def _take(self, notice: Notice) -> None:
        if not self._block or not self.isVisible():
            return
        changes = notice.changes
        if self.figure() is not self._shown:
            for line in self.lines.values():
                line.take(notice)
            self._refresh()
        if changes.blocks or changes.outline:
            self._room.drawer.refresh_title()
            for line in self.lines.values():
                line.refresh_names()

    def _refresh(self) -> None:
        """Show what the figure is now; shut where it is gone."""
        figure = self.figure()
        if figure is self._shown:
            return
        before, self._shown = self._shown, figure
        if figure is None:
            self._words.drop()
            self._cutting.drop()
            if self._room.drawer.panel is self:
                self._room.drawer.shut()
            return
        if not self._cutting.waits and (before is None or (before.image, before.crop) != (figure.image, figure.crop)):
            image = self._images.image(figure.image, WHOLE, _PREVIEW)
            self.crop.show_image(image, figure.crop)
        if before is None or before.caption != figure.caption:
            self.description.caption = "".join(getattr(inline, "text", "") for inline in figure.caption)
            self.description.advise()
        said = (figure.alternative_text, figure.decorative)
        if before is None or (not self._words.waits and said != (before.alternative_text, before.decorative)):
            self.description.show_text(figure.alternative_text, decorative=figure.decorative)
        if before is None or (before.width, before.width_mm) != (figure.width, figure.width_mm):
            self.width_field.show_width(figure.width, figure.width_mm)
        self._show_fineness_of(self.crop.view.crop())

    def _show_fineness_of(self, crop: Crop) -> None:
        figure = self._shown
        if figure is not None:
            size = self._images.size(figure.image, crop)
            self.fineness.show_image((size.width(), size.height()), figure.width, figure.width_mm)

    def _take_words(self) -> None:
        self._change(texts.CHANGE_ALTERNATIVE, alternative_text=self.description.text())

    def _take_crop(self) -> None:
        self._change(texts.CHANGE_CROP, crop=self.crop.view.crop())

    def _take_decorative(self, on: bool) -> None:
        self.commit()
        self._change(texts.CHANGE_DECORATIVE, decorative=on)

    def _take_width(self, share: float, mm: float) -> None:
        self.commit()
        self._change(texts.CHANGE_WIDTH, width=share, width_mm=mm)

    def _change(self, label: str, **parts: Any) -> None:
        figure = self.figure()
        if figure is None or (changed := replace(figure, **parts)) == figure:
            return
        blocks = blocks_at(self._room.session.document, self._address)
        edit = ReplaceBlocks(self._address, blocks.index(figure), (figure,), (changed,))
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
