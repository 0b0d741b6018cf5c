"""What every verb of the command line does with files: opened, made, replaced, or refused in a sentence.

The store is imported where a concept is opened or made: a verb that reads a Word file has none.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ikonzept_desktop import atomic_file
from ikonzept_desktop.os_errors import in_german
from ikonzept_desktop.paths import is_same_file, resource

if TYPE_CHECKING:
    from ikonzept_desktop.export.orders import Order
    from ikonzept_desktop.model.document import Document
    from ikonzept_desktop.model.store.opened import OpenProject
    from ikonzept_desktop.model.template import Template

DONE, FINDINGS, UNUSABLE = 0, 1, 2
DEFAULT_TEMPLATE = "integrationskonzept"


class Refused(Exception):
    """What was asked for cannot be done; the message is one German sentence."""


def check_target(out: Path, ending: str, concept: Path) -> None:
    """Let nobody write a finished file over a concept, by whatever name, over a file of another kind, or nowhere."""
    if out.suffix.lower() != ending:
        raise Refused(f"„{out}“ müsste auf {ending} enden. Nichts wurde ausgegeben; wählen Sie einen anderen Namen.")
    if is_same_file(out, concept):
        raise Refused(f"„{out}“ ist das Konzept selbst. Nichts wurde ausgegeben; wählen Sie einen anderen Namen.")
    if not out.absolute().parent.is_dir():
        raise Refused(f"Den Ordner „{out.parent}“ gibt es nicht. Nichts wurde ausgegeben; legen Sie ihn zuerst an.")


@contextmanager
def taking_its_place(out: Path) -> Iterator[Path]:
    """Give the path of a file that, once written, takes the place of the old one."""
    try:
        with atomic_file.writing(out) as unfinished:
            yield unfinished
    except atomic_file.FileHeldOpen as held:
        atomic_file.clear_away(held.finished)
        raise Refused(f"{held} Die alte Datei ist unverändert; geben Sie danach noch einmal aus.") from held
    except OSError as error:
        sentence = f"„{out}“ konnte nicht geschrieben werden ({in_german(error)}). Eine ältere Datei ist unverändert."
        raise Refused(sentence) from error


def deliver(order: "Order") -> int:
    """Make one file beside its target and put it in its place; give how many findings there were."""
    from ikonzept_desktop.export.orders import carry_out
    from ikonzept_desktop.export.press import PressError

    with taking_its_place(order.out) as unfinished:
        try:
            delivery = carry_out(lambda _share, _doing: None, replace(order, out=unfinished))
        except PressError as error:
            raise Refused(f"„{order.out}“ wurde nicht fertig: {error} Ihr Konzept ist sicher.") from error
    blank = f", davon {delivery.blank_pages} leere" if delivery.blank_pages else ""
    print(f"{order.out}" + (f" ({delivery.pages} Seiten{blank})" if delivery.pages else ""))
    for finding in delivery.findings:
        print(f"Befund: {finding}")
    return len(delivery.findings)


def own_template(name: str) -> "Template":
    """Give a template that comes with the program; raises Refused."""
    from ikonzept_desktop.model.template_file import TemplateFileError, read_template

    path = resource("templates", f"{name}.toml")
    if Path(name).name != name or not path.is_file():
        known = ", ".join(sorted(file.stem for file in resource("templates").glob("*.toml")))
        raise Refused(f"Die Mustervorlage „{name}“ gibt es nicht. Vorhanden sind: {known}.")
    try:
        return read_template(path)
    except TemplateFileError as error:
        raise Refused(str(error)) from error


def create_concept(path: Path, document: "Document", files: Iterable[bytes]) -> None:
    """Make a concept's file where there is none, with the images and Word files it needs; raises Refused."""
    from ikonzept_desktop.model.store.errors import StoreError
    from ikonzept_desktop.model.store.project_file import create_project

    if os.path.lexists(path):
        raise Refused(f"„{path}“ gibt es schon. Nichts wurde überschrieben; wählen Sie einen anderen Namen.")
    if not path.absolute().parent.is_dir():
        raise Refused(f"Den Ordner „{path.parent}“ gibt es nicht. Nichts wurde angelegt; legen Sie ihn zuerst an.")
    try:
        create_project(path, document, files).store.close()
    except StoreError as error:
        raise Refused(str(error)) from error


def open_for_output(path: Path, *, read_only: bool = False) -> "OpenProject":
    """Open a concept, only to be read where it cannot be written; raises Refused."""
    from ikonzept_desktop.model.store.errors import StoreError
    from ikonzept_desktop.model.store.project_file import open_project

    try:
        return open_project(path, read_only=read_only)
    except StoreError as error:
        if error.readable and not read_only:
            # Somebody is writing in it, or nobody may: what can be read can be given out.
            return open_for_output(path, read_only=True)
        raise Refused(str(error)) from error


def read_concept(path: Path) -> "Document":
    """Give a concept as it stands; raises Refused."""
    opened = open_for_output(path, read_only=True)
    opened.store.close()
    return opened.project.document
