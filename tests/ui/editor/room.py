"""A section view over a concept in memory."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from ikonzept_desktop.model.document import Document, Section, find_section
from ikonzept_desktop.model.project import Project
from ikonzept_desktop.ui.editor.rich_text import RichTextEdit
from ikonzept_desktop.ui.editor.section_view import SectionView
from ikonzept_desktop.ui.live_labels import LiveLabels
from ikonzept_desktop.ui.session import Session
from tests.ui.editor.desk import Shelf

W = TypeVar("W", bound=QWidget)


class Memory(Shelf):
    """Keeps nothing on disk, and says that all is well."""

    def flush(self, timeout: float) -> bool:
        return True

    def close(self) -> None:
        pass

    def snapshot_for_export(self, now: datetime) -> str:
        return "0" * 64

    def snapshots(self) -> frozenset[str]:
        return frozenset()

    def unacknowledged(self) -> int:
        return 0

    def on_acknowledged(self, listener: Callable[[int, datetime], None]) -> None:
        pass

    def on_trouble(self, listener: Callable[[str], None]) -> None:
        pass


class Room:
    """A window's middle, and what a test wants to know of it."""

    def __init__(self, document: Document, *, read_only: bool = False) -> None:
        self.session = Session(Path("konzept.ikonzept"), Project(document), Memory(), read_only=read_only)
        self.view = SectionView(self.session, LiveLabels(self.session))
        self.view.resize(900, 700)
        self.view.show()
        self.view.activateWindow()

    def close(self) -> None:
        self.view.close()
        self.view.deleteLater()

    def section(self, id: str) -> Section:
        section = find_section(self.session.document, id)
        assert section is not None
        return section

    def named(self, kind: type[W], name: str, nth: int = 0) -> W:
        """Find a control on screen by the name a screen reader speaks."""
        page = self.view.pages.shown()
        assert page is not None
        page.form.finish()
        found = [w for w in page.findChildren(kind) if w.accessibleName() == name]
        assert len(found) > nth, [w.accessibleName() for w in page.findChildren(kind)]
        return found[nth]

    def text(self, name: str) -> RichTextEdit:
        return self.named(RichTextEdit, name)

    def undo(self) -> None:
        self.view.commit_pending()
        notice = self.session.project.undo()
        if notice is not None and notice.selection is not None:
            self.view.restore(notice.selection)
