"""The verb that shows two states of a concept as one Word file with tracked changes."""

import argparse
from datetime import datetime
from pathlib import Path

from ikonzept_desktop import local_time
from ikonzept_desktop.cli_files import DONE, FINDINGS, Refused, check_target, deliver, open_for_output
from ikonzept_desktop.export.states import PRESENT, GivenState, comparison, kept_name
from ikonzept_desktop.model.json_forms import FormError
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.model.store.opened import OpenProject
from ikonzept_desktop.model.store.snapshots import Snapshot
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.tree import image_digests


def compare(asked: argparse.Namespace) -> int:
    """Write the file; raises Refused for a state that is not there."""
    now = datetime.now().astimezone()
    old_path, old_id = _parted(asked.old)
    new_path, new_id = _parted(asked.new)
    for path in (old_path, new_path):
        check_target(asked.word, ".docx", path)
    old, old_images = _state(old_path, old_id, now)
    new, new_images = _state(new_path, new_id, now)
    order = comparison(old, new, {**old_images, **new_images}, asked.word, now)
    return FINDINGS if deliver(order) else DONE


def _parted(named: str) -> tuple[Path, str]:
    """Give the file and the beginning of the id of a snapshot, which is empty for the present state."""
    path, at, id = named.rpartition("@")
    if not at or Path(named).exists():
        return Path(named), ""
    if not id:
        raise Refused(f"Hinter „{path}@“ fehlt die Kennung der Fassung. Nichts wurde ausgegeben.")
    return Path(path), id


def _state(path: Path, id: str, now: datetime) -> tuple[GivenState, dict[str, bytes]]:
    """Give a state with the images it shows."""
    opened = open_for_output(path, read_only=True)
    try:
        state = _kept(opened, path, id) if id else GivenState(build(opened.project.document), PRESENT, now)
        return state, {digest: opened.store.image(digest) for digest in image_digests(state.publication)}
    except StoreError as error:
        raise Refused(str(error)) from error
    finally:
        opened.store.leave()


def _kept(opened: OpenProject, path: Path, id: str) -> GivenState:
    snapshot = found_in(opened.store.snapshots(), path, id)
    try:
        publication = build(opened.store.snapshot_document(snapshot.id))
    except FormError as error:
        raise Refused(f"Die Fassung „{id}“ ist in „{path}“ nicht mehr lesbar. Nichts wurde ausgegeben.") from error
    return GivenState(publication, kept_name(snapshot.reason, snapshot.created), snapshot.created)


def found_in(snapshots: tuple[Snapshot, ...], path: Path, id: str) -> Snapshot:
    """Give the snapshot whose id begins so; raises Refused where there is none, or several."""
    found = [each for each in snapshots if each.id.startswith(id)]
    if len(found) == 1:
        return found[0]
    if found:
        raise Refused(
            f"Mit „{id}“ beginnen mehrere Fassungen von „{path}“. Nichts wurde ausgegeben; nennen Sie mehr Zeichen."
        )
    known = ", ".join(f"{each.id[:8]} ({local_time.here(each.created):%d.%m.%Y})" for each in snapshots[-5:])
    there = f"Die letzten sind: {known}." if known else "Die Datei hält keine."
    raise Refused(f"Die Fassung „{id}“ gibt es in „{path}“ nicht. {there} Nichts wurde ausgegeben.")
