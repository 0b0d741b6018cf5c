"""The verb that takes a foreign document into a concept: a whole new one, or a part of one that is there."""

import argparse
import json
import os
from datetime import datetime

from ikonzept_desktop.cli_files import (
    DEFAULT_TEMPLATE,
    DONE,
    FINDINGS,
    Refused,
    check_target,
    create_concept,
    own_template,
    read_concept,
    taking_its_place,
)
from ikonzept_desktop.importing import report_texts
from ikonzept_desktop.importing.manuscript import Manuscript
from ikonzept_desktop.importing.plan import Plan
from ikonzept_desktop.importing.reading_in import ImportRefused, read_apart
from ikonzept_desktop.importing.recognition import proposed
from ikonzept_desktop.importing.report import Report, as_data, counts_text, refusal, report_of
from ikonzept_desktop.importing.stepping import step
from ikonzept_desktop.model.application import apply
from ikonzept_desktop.model.document import Document, walk
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.model.store.opened import OpenProject
from ikonzept_desktop.model.store.project_file import open_project
from ikonzept_desktop.publication.labels import labels

_STEP = "Übernehmen aus einem Dokument"


def take_over(asked: argparse.Namespace) -> int:
    """Take a document over and tell how much came; raises Refused, with nothing changed."""
    if asked.json is not None:
        check_target(asked.json, ".json", asked.file)
    _check(asked)
    try:
        report = _into_section(asked) if asked.into else _into_new_file(asked)
    except ImportRefused as error:
        _write(asked, refusal(asked.source.name, str(error)))
        raise Refused(str(error)) from error
    _write(asked, report)
    _tell(asked, report)
    return FINDINGS if report.needs_a_look else DONE


def _check(asked: argparse.Namespace) -> None:
    if asked.into and asked.template is not None:
        raise Refused("--template gehört zu einem neuen Konzept, --into zu einem alten. Nichts wurde übernommen.")
    if not asked.into and os.path.lexists(asked.file):
        raise Refused(
            f"„{asked.file}“ gibt es schon. Nichts wurde übernommen; nennen Sie eine neue Datei oder mit "
            "--into den Abschnitt, unter den der Text kommen soll."
        )


def _into_new_file(asked: argparse.Namespace) -> Report:
    empty = Document(own_template(asked.template or DEFAULT_TEMPLATE))
    manuscript = read_apart(asked.source, asked.source.name)
    plan = proposed(manuscript, empty.template)
    taken = step(empty, manuscript, plan, datetime.now().astimezone())
    document = empty if taken.edit is None else apply(empty, taken.edit)
    create_concept(asked.file, document, taken.files)
    return report_of(document, manuscript, plan, taken.built, taken.proposals)


def _into_section(asked: argparse.Namespace) -> Report:
    _section(read_concept(asked.file), asked.into)  # what cannot be done is told before anything is written to
    manuscript = read_apart(asked.source, asked.source.name)
    try:
        opened = open_project(asked.file)
        try:
            section = _section(opened.project.document, asked.into)
            return _taken_into(opened, manuscript, section)
        finally:
            opened.store.leave()
    except StoreError as error:
        raise Refused(str(error)) from error


def _taken_into(opened: OpenProject, manuscript: Manuscript, section: str) -> Report:
    document = opened.project.document
    plan: Plan = proposed(manuscript, document.template)
    taken = step(document, manuscript, plan, datetime.now().astimezone(), into=section)
    for data in taken.files:
        opened.store.add_image(data)
    if taken.edit is not None:
        opened.project.apply(taken.edit, _STEP)
    return report_of(opened.project.document, manuscript, plan, taken.built, taken.proposals)


def _section(document: Document, named: str) -> str:
    """Give the id of the section of that number, title or id."""
    wanted = named.strip()
    numbers = labels(document)
    every = list(walk(document.sections))
    ways = (
        [each.id for each in every if numbers.number(each.id).rstrip(".") == wanted.rstrip(".")],
        [each.id for each in every if each.title.strip().casefold() == wanted.casefold()],
        [each.id for each in every if each.id == wanted],
    )
    found = next((ids for ids in ways if ids), [])
    if not found:
        raise Refused(f"Einen Abschnitt „{named}“ gibt es nicht. Nichts wurde übernommen.")
    if len(found) > 1:
        raise Refused(f"„{named}“ heißen {len(found)} Abschnitte. Nichts wurde übernommen; nennen Sie die Nummer.")
    return found[0]


def _write(asked: argparse.Namespace, report: Report) -> None:
    if asked.json is not None:
        with taking_its_place(asked.json) as unfinished:
            unfinished.write_text(json.dumps(as_data(report), ensure_ascii=False, indent=1), encoding="utf-8")


def _tell(asked: argparse.Namespace, report: Report) -> None:
    print(f"{asked.file}: {counts_text(report.counts) or report_texts.NOTHING_CAME}")
    for line in report.sections:
        if not line.sure:
            print(f"Bitte ansehen: {line.number} {line.title}".rstrip())
    for stretch in report.inbox:
        print(f"Im Eingang: {stretch.head}")
