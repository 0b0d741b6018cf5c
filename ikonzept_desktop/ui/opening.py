"""Opening, making and copying concepts for the windows; what goes wrong comes back as a sentence with ways out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.json_forms import FormError
from ikonzept_desktop.model.outline import new_document
from ikonzept_desktop.model.store.errors import AlteredFile, DamagedFile, StoreError
from ikonzept_desktop.model.store.freezing import freeze
from ikonzept_desktop.model.store.opened import OpenProject
from ikonzept_desktop.model.store.project_file import create_project, open_project, save_copy
from ikonzept_desktop.model.store.snapshots import Snapshot
from ikonzept_desktop.model.store.whereabouts import working_folder
from ikonzept_desktop.model.template import Template
from ikonzept_desktop.paths import is_same_file, resource
from ikonzept_desktop.ui import program_texts as texts
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.trouble import Trouble

Result = TypeVar("Result")


class FileKeeper:
    """Stands between a session and its open project file."""

    def __init__(self, opened: OpenProject) -> None:
        """Speak for an open project file."""
        self.opened = opened
        self.flush = opened.store.flush
        self.close = opened.store.close
        self.unacknowledged = opened.store.unacknowledged
        self.image = opened.store.image
        self.add_image = opened.store.add_image
        self.on_acknowledged = opened.store.on_acknowledged
        self.on_trouble = opened.store.on_trouble

    def snapshot_for_export(self, now: datetime) -> str:
        """Freeze the concept as it stands and give the id of that state."""
        return freeze(self.opened, texts.SNAPSHOT_REASON, now)

    def snapshots(self) -> frozenset[str]:
        """Give the ids of the states that were frozen; raises StoreError."""
        return frozenset(each.id for each in self.opened.store.snapshots())


def open_concept(path: Path, *, read_only: bool = False) -> Session | Trouble:
    """Open a concept; what cannot be opened is left unchanged."""
    told = _told(lambda: _session(open_project(path, read_only=read_only)))
    if isinstance(told, Trouble) and (kept := _kept_copy(path)) is not None:
        return replace(told, backups=((texts.SEE_WORKING_COPY, kept), *told.backups))
    return told


def _kept_copy(path: Path) -> Path | None:
    """Give the working copy of a concept that cannot be opened, where it has words of its own."""
    if not working_folder().exists():
        return None
    from ikonzept_desktop.model.store.shared.opening import kept_copy

    return kept_copy(path.absolute())


def create_concept(path: Path, template: str) -> Session | Trouble:
    """Make a concept from a template, by its key, in the place of what stands at the path."""
    from ikonzept_desktop.model.template_file import TemplateFileError, read_template
    from ikonzept_desktop.ui.own_templates import path_of

    try:
        document = new_document(read_template(path_of(template)))
    except TemplateFileError as error:
        return Trouble(str(error))
    return _told(lambda: _session(create_project(path, document)))


def create_empty(path: Path, template: Template) -> Session | Trouble:
    """Make a concept of a template without any section, in the place of what stands at the path."""
    return _told(lambda: _session(create_project(path, Document(template))))


def create_practice(path: Path) -> Session | Trouble:
    """Make the example concept that comes with the program, in the place of what stands at the path."""
    from ikonzept_desktop.example.concept import read_example
    from ikonzept_desktop.example.source import MarkupError

    try:
        example = read_example(resource("example"))
    except (MarkupError, OSError):
        return Trouble(texts.NO_PRACTICE)
    return _told(lambda: _session(create_project(path, example.document, example.images.values())))


def save_as(session: Session, path: Path) -> Session | Trouble:
    """Write the concept with its history to another file and open that."""
    trouble = _copy(session, path, history=True)
    return trouble or open_concept(path)


def give_copy(session: Session, path: Path) -> Trouble | None:
    """Write the concept to another file, without history and Papierkorb."""
    return _copy(session, path, history=False)


def rescue(path: Path, target: Path) -> Session | Trouble:
    """Put what can be read of a damaged file into a new one and open that; the damaged one stays as it is."""
    if is_same_file(path, target):
        return Trouble(texts.RESCUE_ELSEWHERE)

    from ikonzept_desktop.model.store.salvage import salvage
    from ikonzept_desktop.model.template_file import read_template

    def rescued() -> Session:
        saved = salvage(path, read_template(resource("templates", f"{texts.DEFAULT_TEMPLATE}.toml")))
        return _session(create_project(target, saved.document, saved.images))

    told = _told(rescued)
    # What may be open elsewhere is the new place; to open to read is offered for the damaged file, which cannot be.
    return replace(told, readable=False) if isinstance(told, Trouble) else told


def _copy(session: Session, path: Path, *, history: bool) -> Trouble | None:
    if is_same_file(path, session.path):
        return Trouble(texts.SAME_FILE)
    keeper = session.keeper
    assert isinstance(keeper, FileKeeper)
    told = _told(lambda: save_copy(keeper.opened, path, history=history))
    return told if isinstance(told, Trouble) else None


def _session(opened: OpenProject) -> Session:
    return Session(
        opened.path,
        opened.project,
        FileKeeper(opened),
        read_only=opened.read_only,
        file=opened.file,
        giving_back=opened.giving_back,
    )


def _told(do: Callable[[], Result]) -> Result | Trouble:
    try:
        return do()
    except DamagedFile as error:
        backups = ((texts.backup_of(error.backup.made), error.backup.path),) if error.backup else ()
        return Trouble(str(error), error.readable, backups, rescuable=not isinstance(error, AlteredFile))
    except StoreError as error:
        return Trouble(str(error), error.readable)


def versions(session: Session) -> tuple[Snapshot, ...] | Trouble:
    """Give the states of a concept that its file keeps, the latest first."""
    keeper = session.keeper
    if not isinstance(keeper, FileKeeper):
        return ()
    found = _told(keeper.opened.store.snapshots)
    return found if isinstance(found, Trouble) else tuple(sorted(found, key=lambda kept: kept.created, reverse=True))


def version(session: Session, id: str) -> Document | Trouble:
    """Give a state that the file keeps, by its id."""
    keeper = session.keeper
    assert isinstance(keeper, FileKeeper)
    store = keeper.opened.store
    try:
        return _told(lambda: store.snapshot_document(id))
    except (KeyError, FormError):
        return Trouble(texts.NO_VERSION)
