"""The verb that gives finished files out: what is asked for, made one after the other, with what was found."""

import argparse
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ikonzept_desktop.cli_files import DONE, FINDINGS, Refused, check_target, deliver, open_for_output
from ikonzept_desktop.export.copies import CopyOrder, CopyWish, Protection, made_copies
from ikonzept_desktop.export.orders import ENDINGS, Kind, Order
from ikonzept_desktop.export.press import Part, Press, PressProfile, cover_beside
from ikonzept_desktop.model.copies import give_out
from ikonzept_desktop.model.document import Document, GivenCopy
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.model.store.freezing import freeze
from ikonzept_desktop.model.store.opened import OpenProject
from ikonzept_desktop.model.text import clean
from ikonzept_desktop.os_errors import in_german
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.publication.packets import groups, packet
from ikonzept_desktop.publication.tree import Publication, all_sections, image_digests

Copies = tuple[tuple[CopyOrder, ...], tuple[GivenCopy, ...]]
"""What is made for somebody, and how the concept remembers it."""


def export(asked: argparse.Namespace) -> int:
    wanted = _wanted(asked)
    if not wanted:
        raise Refused(
            "Bitte nennen Sie --word DATEI.docx, --pdf DATEI.pdf, --print-pdf DATEI.pdf oder mehrere davon. "
            "Nichts wurde ausgegeben."
        )
    for kind, out, _press in wanted:
        check_target(out, ENDINGS[kind], asked.file)
    if len({out.absolute() for _, out, _ in wanted}) < len(wanted):
        raise Refused("Zwei Ausgaben hätten denselben Namen. Nichts wurde ausgegeben; wählen Sie zwei Namen.")
    now = datetime.now().astimezone()
    wish = _wish(asked)
    document, publication, images, copies = _frozen(asked.file, now, wish)
    findings = _tell_before(document, publication, now) if any(kind is not Kind.WORD for kind, *_ in wanted) else 0
    for kind, out, press in wanted:
        made_for = copies[0][0] if copies and kind is Kind.WORD else None
        findings += deliver(Order(kind, publication, images, out, now, press, made_for))
    findings += _keep(asked.file, *copies) if copies else 0
    return FINDINGS if findings else DONE


def _tell_before(document: Document, publication: Publication, now: datetime) -> int:
    """Name what would not conform before anything is made; give how much of it has to be mended before printing."""
    from ikonzept_desktop.checking.before_output import of_structure
    from ikonzept_desktop.checking.findings import Kind as Of
    from ikonzept_desktop.checking.findings import Severity

    headings = {each.id: f"{each.number} {each.title}".strip() for each in all_sections(publication.sections)}
    needed = 0
    for finding in of_structure(document, now.date()):
        if finding.kind in (Of.ALTERNATIVE_TEXT, Of.LOGO_TEXT):
            continue  # the file that needs it names the figure with its number
        must = finding.severity is Severity.MUST
        needed += must
        where = headings.get(finding.place.section, "Umschlag")
        print(f"{'Befund' if must else 'Hinweis'}: {where}: {finding.why}")
    return needed


def _wanted(asked: argparse.Namespace) -> list[tuple[Kind, Path, Press | None]]:
    """Give the files that are asked for, a cover of its own after what is inside it."""
    wanted = [(kind, out, None) for kind, out in ((Kind.WORD, asked.word), (Kind.PDF, asked.pdf)) if out is not None]
    if asked.print_pdf is None:
        if asked.profile or asked.crop_marks or asked.cover:
            raise Refused("--profile, --crop-marks und --cover gehören zu --print-pdf. Nichts wurde ausgegeben.")
        return [*wanted]
    press = Press(_profile(asked.profile), asked.crop_marks)
    if asked.cover != "own":
        return [*wanted, (Kind.PRINT, asked.print_pdf, press)]
    inside, cover = replace(press, part=Part.INSIDE), replace(press, part=Part.COVER)
    return [*wanted, (Kind.PRINT, asked.print_pdf, inside), (Kind.PRINT, cover_beside(asked.print_pdf), cover)]


def _profile(name: str | None) -> PressProfile:
    """Give a profile by its name or, of a print shop's own, by its file."""
    from ikonzept_desktop.export.pdf.press_profiles import DEFAULT, ProfileError, bundled_profiles, profile_from

    profiles = {profile.key: profile for profile in bundled_profiles()}
    if (known := profiles.get(name or DEFAULT)) is not None:
        return known
    path = Path(name or DEFAULT)
    if not path.is_file():
        names = ", ".join(profiles)
        raise Refused(f"Das Druckprofil „{name}“ gibt es nicht. Nennen Sie {names} oder eine vorhandene .icc-Datei.")
    try:
        return profile_from(path)
    except ProfileError as error:
        raise Refused(f"„{name}“: {error} Nichts wurde ausgegeben.") from error
    except OSError as error:
        raise Refused(f"„{name}“ ist nicht lesbar ({in_german(error)}). Nichts wurde ausgegeben.") from error


def _wish(asked: argparse.Namespace) -> CopyWish | None:
    """Give what is asked of a copy for somebody, or None where the draft is for nobody in particular."""
    said = (asked.packet, asked.reviewer, asked.due, asked.return_to, asked.revisions_only)
    if not any(said):
        return None
    packet, reviewer, return_to = map(_line, (asked.packet, asked.reviewer, asked.return_to))
    if asked.word is None or not (packet or reviewer):
        raise Refused(
            "--packet, --reviewer, --due, --return-to und --revisions-only gehören zu --word; wenigstens --packet "
            "oder --reviewer muss dabei sein. Nichts wurde ausgegeben."
        )
    protection = Protection.REVISIONS if asked.revisions_only else Protection.NONE
    return CopyWish(reviewer or packet, packet, asked.due, return_to, protection, clean(asked.word.name))


def _line(text: str | None) -> str:
    """Give what was typed as one line that a concept and a Word file can hold."""
    return " ".join(clean(text or "").split())


def _frozen(
    path: Path, now: datetime, wish: CopyWish | None
) -> tuple[Document, Publication, Mapping[str, bytes], Copies | None]:
    """Keep the concept as it stands for good, and give it as it is to be given out, with its pictures."""
    opened = open_for_output(path)
    try:
        with ExitStack() as ending:
            ending.callback(opened.store.leave)
            document = opened.project.document
            if wish is not None:
                _check_wish(opened, wish)
            publication = build(document, snapshot=freeze(opened, "Ausgabe", now))
            images = {digest: opened.store.image(digest) for digest in image_digests(publication)}
            copies = made_copies(document, [wish], publication.snapshot, now) if wish else None
            return document, publication, images, copies
    except StoreError as error:
        raise Refused(str(error)) from error


def _check_wish(opened: OpenProject, wish: CopyWish) -> None:
    """Give out no copy that the concept could not remember, and no packet without a section."""
    if opened.read_only:
        raise Refused(
            "Wer welche Kopie hat, wird im Konzept festgehalten; es lässt sich gerade nur lesen. "
            "Nichts wurde ausgegeben."
        )
    if wish.packet and not packet(opened.project.document, wish.packet):
        known = ", ".join(f"„{name}“" for name in groups(opened.project.document)) or "keine"
        raise Refused(
            f"Die Gruppe „{wish.packet}“ hat keinen Abschnitt. Nichts wurde ausgegeben. Gruppen im Konzept: {known}."
        )


def _keep(path: Path, orders: tuple[CopyOrder, ...], given: tuple[GivenCopy, ...]) -> int:
    """Keep in the concept who was given what, now that it is done; give how many findings that makes."""
    try:
        opened = open_for_output(path)
        try:
            opened.project.apply(give_out(opened.project.document, orders[0].concept, given), "Zur Durchsicht gegeben")
        finally:
            opened.store.leave()
    except (StoreError, Refused) as error:
        print(f"Befund: Die Kopie ist ausgegeben, aber im Konzept nicht festgehalten. {error}")
        return 1
    return 0
