"""The verb that gives out the record of what came back of the copies, and how it was decided."""

import argparse
from collections.abc import Mapping
from datetime import datetime

from ikonzept_desktop.cli_files import DONE, FINDINGS, Refused, check_target, deliver, open_for_output
from ikonzept_desktop.export.orders import ENDINGS, Kind, Order
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.publication.labels import Sort, labels
from ikonzept_desktop.publication.record.build import RecordChoice
from ikonzept_desktop.publication.record.build import record as record_of
from ikonzept_desktop.publication.tree import Publication, image_digests


def record(asked: argparse.Namespace) -> int:
    """Give the record out as Word file, as PDF or as both; raises Refused."""
    wanted = [(kind, out) for kind, out in ((Kind.WORD, asked.word), (Kind.PDF, asked.pdf)) if out is not None]
    if not wanted:
        raise Refused("Bitte nennen Sie --word DATEI.docx, --pdf DATEI.pdf oder beides. Nichts wurde ausgegeben.")
    for kind, out in wanted:
        check_target(out, ENDINGS[kind], asked.file)
    now = datetime.now().astimezone()
    publication, images = _read(asked, now)
    findings = sum(deliver(Order(kind, publication, images, out, now)) for kind, out in wanted)
    return FINDINGS if findings else DONE


def _read(asked: argparse.Namespace, now: datetime) -> tuple[Publication, Mapping[str, bytes]]:
    opened = open_for_output(asked.file, read_only=True)
    try:
        document = opened.project.document
        publication = record_of(document, now, RecordChoice(asked.decided, _section(document, asked.section)))
        return publication, {digest: opened.store.image(digest) for digest in image_digests(publication)}
    except StoreError as error:
        raise Refused(str(error)) from error
    finally:
        opened.store.leave()


def _section(document: Document, number: str) -> str:
    """Give the id of the section of that number; nothing where none is asked for."""
    if not number:
        return ""
    wanted = number.strip().rstrip(".")
    for id, label in labels(document).targets.items():
        if label.sort is Sort.SECTION and label.number.rstrip(".") == wanted:
            return id
    raise Refused(f"Einen Abschnitt „{number}“ gibt es nicht. Nichts wurde ausgegeben.")
