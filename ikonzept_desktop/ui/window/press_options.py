"""The choices for a print file: printer profile, crop marks, the cover as a file of its own."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ikonzept_desktop.export.pdf.press_profiles import DEFAULT, ProfileError
from ikonzept_desktop.export.pdf.press_shelf import Shelf, shelf
from ikonzept_desktop.export.press import Colours, Part, Press, PressProfile, cover_beside
from ikonzept_desktop.os_errors import in_german
from ikonzept_desktop.ui.kit.labels import hint, label_for, set_role
from ikonzept_desktop.ui.kit.tips import tip
from ikonzept_desktop.ui.window import press_texts as texts


@dataclass(slots=True)
class PressChoice:
    """What was chosen last, kept from one dialog to the next."""

    profile: str = DEFAULT
    marks: bool = False
    own_cover: bool = False


class PressOptions(QWidget):
    """Asks how a concept is printed; the profiles are read when it is first seen."""

    def __init__(self, choice: PressChoice, profiles: Shelf | None = None) -> None:
        """Offer the profiles of a shelf, the user's where none is given, as it was chosen last."""
        super().__init__()
        self._choice = choice
        self._shelf = profiles or shelf()
        self._profiles: tuple[PressProfile, ...] = ()
        self.profile = QComboBox(self)
        self.add_button = QPushButton(texts.ADD, self)
        self.remove_button = QPushButton(texts.REMOVE, self)
        self.marks = QCheckBox(texts.MARKS, self)
        self.own_cover = QCheckBox(texts.OWN_COVER, self)
        self.words = hint()
        self._lay_out()
        self.marks.setChecked(choice.marks)
        self.own_cover.setChecked(choice.own_cover)
        self.profile.currentIndexChanged.connect(self._take_profile)
        self.marks.toggled.connect(self._take_marks)
        self.own_cover.toggled.connect(self._take_cover)
        self.add_button.clicked.connect(self._choose_file)
        self.remove_button.clicked.connect(self.remove)

    def files(self, path: Path) -> list[tuple[Path, Press]]:
        """Give the files that are to be made and how each is printed, a cover of its own last."""
        profile, marks = self.current, self.marks.isChecked()
        if not self.own_cover.isChecked():
            return [(path, Press(profile, marks))]
        return [(path, Press(profile, marks, Part.INSIDE)), (cover_beside(path), Press(profile, marks, Part.COVER))]

    @property
    def current(self) -> PressProfile:
        """The profile that is chosen."""
        self._read()
        return self._profiles[max(self.profile.currentIndex(), 0)]

    def add(self, path: Path) -> None:
        """Take a shop's profile into the list and choose it, or say why not."""
        try:
            added = self._shelf.add(path)
        except ProfileError as error:
            self._say(texts.no_profile(path.name, str(error)), "red")
        except OSError as error:
            self._say(texts.not_kept(in_german(error)), "red")
        else:
            self._fill(added.key)
            self._say(texts.added(added.title), "green")

    def remove(self) -> None:
        """Take the chosen profile out of the list, where it is one that was added."""
        gone = self.current
        try:
            self._shelf.remove(gone)
        except OSError as error:
            self._say(texts.not_kept(in_german(error)), "red")
        else:
            self._fill(DEFAULT)
            self._say(texts.removed(gone.title), "muted")

    def showEvent(self, event: QShowEvent) -> None:
        """Read the profiles before they are seen."""
        self._read()
        super().showEvent(event)

    def _read(self) -> None:
        if not self._profiles:
            self._fill(self._choice.profile)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(label_for(texts.PROFILE, self.profile))
        line = QHBoxLayout()
        line.addWidget(self.profile, 1)
        line.addWidget(self.add_button)
        line.addWidget(self.remove_button)
        column.addLayout(line)
        column.addWidget(self.words)
        boxes = QHBoxLayout()
        boxes.setSpacing(24)
        boxes.addWidget(self.marks)
        boxes.addWidget(self.own_cover)
        boxes.addStretch(1)
        column.addLayout(boxes)
        for widget, text in (
            (self.profile, texts.PROFILE_TIP),
            (self.add_button, texts.ADD_TIP),
            (self.remove_button, texts.REMOVE_TIP),
            (self.marks, texts.MARKS_TIP),
            (self.own_cover, texts.OWN_COVER_TIP),
        ):
            widget.setToolTip(tip(text))

    def _fill(self, chosen: str) -> None:
        self._profiles = self._shelf.profiles()
        keys = [profile.key for profile in self._profiles]
        self.profile.blockSignals(True)
        self.profile.clear()
        self.profile.addItems([profile.title for profile in self._profiles])
        self.profile.setCurrentIndex(keys.index(chosen) if chosen in keys else 0)
        self.profile.blockSignals(False)
        self._take_profile()

    def _take_profile(self) -> None:
        profile = self.current
        self._choice.profile = profile.key
        self.remove_button.setVisible(self._shelf.is_own(profile))
        is_grey = profile.colours is Colours.GRAY
        self._say(texts.describe(profile.bleed_mm, is_grey=is_grey, lowest_dpi=profile.lowest_dpi), "muted")

    def _take_marks(self, marks: bool) -> None:
        self._choice.marks = marks

    def _take_cover(self, own: bool) -> None:
        self._choice.own_cover = own

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, texts.CHOOSE_FILE, "", texts.FILE_FILTER)
        if chosen:
            self.add(Path(chosen))

    def _say(self, sentence: str, role: str) -> None:
        self.words.setText(sentence)
        set_role(self.words, role)
