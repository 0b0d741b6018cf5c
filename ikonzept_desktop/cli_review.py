"""The verb that holds copies which came back against the text that went out."""

import argparse
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from ikonzept_desktop.cli_files import DONE, FINDINGS, Refused, check_target, open_for_output, taking_its_place
from ikonzept_desktop.model.document import Document
from ikonzept_desktop.model.store.errors import StoreError
from ikonzept_desktop.publication.block_ids import PREFIX, Spot, spots
from ikonzept_desktop.publication.tree import all_sections
from ikonzept_desktop.reading.word.content import Copy
from ikonzept_desktop.reading.word.intake import WordRefused, read_apart
from ikonzept_desktop.review.outcome import outcome
from ikonzept_desktop.review.proposals import Proposal
from ikonzept_desktop.review.reading_back import Form, ReadBack, Remark, Returned, read_back
from ikonzept_desktop.review.recognition import Origin, Recognised, recognise
from ikonzept_desktop.round_trip import FOREIGN, OTHER, STRANGE, Base, base_of, place_of, sheet_of
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class _Came:
    """A file that came, and what is known of it."""

    copy: Copy
    known: Recognised


def review(asked: argparse.Namespace) -> int:
    """Tell what copies propose; raises Refused for a file that is no copy of this concept."""
    if asked.json is not None:
        check_target(asked.json, ".json", asked.file)
    opened = open_for_output(asked.file, read_only=True)
    try:
        snapshots = frozenset(each.id for each in opened.store.snapshots())
        copies = {path: _read(path, opened.project.document, snapshots) for path in asked.copies}
        bases = {id: base_of(opened, id) for id in {each.known.version for each in copies.values()}}
    except StoreError as error:
        raise Refused(str(error)) from error
    finally:
        opened.store.leave()
    found = [(bases[id], read_back(bases[id].draft, _returned(bases[id], copies, id))) for id in sorted(bases)]
    for _, read in found:
        _refuse_foreign(read, copies)
    _tell(asked, found)
    return FINDINGS if any(proposal.is_conflict for _, read in found for proposal in read.proposals) else DONE


def _read(path: Path, document: Document, snapshots: frozenset[str]) -> _Came:
    try:
        copy = read_apart(path, path.name)
    except WordRefused as error:
        raise Refused(str(error)) from error
    known = recognise(dict(copy.properties), document, snapshots)
    if known.origin is Origin.OTHER:
        raise Refused(OTHER.format(name=path))
    return _Came(copy, known)


def _returned(base: Base, copies: Mapping[Path, _Came], version: str) -> dict[str, Returned]:
    of_this = ((path, came) for path, came in copies.items() if came.known.version == version)
    return {
        str(path): Returned(came.copy, came.known.reviewer, sheet_of(base, came.known.copy)) for path, came in of_this
    }


def _refuse_foreign(read: ReadBack, copies: Mapping[Path, _Came]) -> None:
    for path, came in copies.items():
        if read.certainty.get(str(path), 1.0) < FOREIGN and came.known.origin is Origin.UNMARKED:
            raise Refused(STRANGE.format(name=path))


def _tell(asked: argparse.Namespace, found: Iterable[tuple[Base, ReadBack]]) -> None:
    told = _told(found, asked.accept)
    if asked.json is None:
        for copy in told["copies"]:
            print(f"{copy['file']}: {copy['proposals']} Vorschläge, {copy['comments']} Kommentare")
        for line in told.get("text", ()):
            print(line)
        return
    with taking_its_place(asked.json) as unfinished:
        unfinished.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")


def _told(found: Iterable[tuple[Base, ReadBack]], accept: str | None) -> dict[str, Any]:
    """Give everything in the plain form that is written as JSON."""
    told: dict[str, Any] = {"copies": [], "proposals": [], "comments": [], "formatting": [], "not_taken_over": []}
    for base, read in found:
        known = spots(base.document)
        titles = {each.id: f"{each.number} {each.title}".strip() for each in all_sections(base.publication.sections)}
        told["copies"] += [_copy(name, read) for name in sorted(read.certainty)]
        told["proposals"] += [_proposal(each, read, known, titles) for each in read.proposals]
        told["comments"] += [_remark(each) for each in read.remarks]
        told["formatting"] += [_form(each) for each in read.forms]
        told["not_taken_over"] += [
            {"copy": name, "kind": each.kind, "place": place_of(each), "text": each.text}
            for name, each in read.not_taken
        ]
        if accept is not None:
            wanted = [each for each in read.proposals if accept == "all" and not each.is_conflict]
            told.setdefault("text", []).extend(outcome(read.units, wanted))
    return told


def _form(each: Form) -> dict[str, Any]:
    return {
        "copy": each.copy,
        "block": each.block or None,
        "kind": each.kind,
        "author": each.author,
        "text": each.text,
    }


def _copy(name: str, read: ReadBack) -> dict[str, Any]:
    return {
        "file": name,
        "certainty": round(read.certainty[name], 3),
        "proposals": sum(any(source.copy == name for source in each.sources) for each in read.proposals),
        "comments": sum(each.copy == name for each in read.remarks),
    }


def _proposal(each: Proposal, read: ReadBack, known: Mapping[str, Spot], titles: Mapping[str, str]) -> dict[str, Any]:
    spot = known.get(PREFIX + _block_at(each, read))
    agreed = each.variants[0].text if len(each.variants) == 1 else None
    return {
        "id": each.id,
        "section": titles.get(spot.address.section) if spot else None,
        "block": _block_at(each, read) or None,
        "field": (spot.address.column or spot.address.field or "title") if spot else None,
        "kind": each.kind.value,
        "authors": sorted({source.author or source.copy for source in each.sources}),
        "before": each.before,
        "after": agreed,
        "conflict": each.is_conflict,
        "variants": [
            {"text": one.text, "authors": sorted({source.author or source.copy for source in one.sources})}
            for one in each.variants
        ],
        "tracked": all(source.tracked for source in each.sources),
    }


def _block_at(each: Proposal, read: ReadBack) -> str:
    """Give the id of the block whose words are changed; nothing where they are the program's own."""
    if each.unit < 0:
        return ""
    ranges = read.units[each.unit].ranges
    held = [part.id for part in ranges if part.start <= each.start and each.end <= part.end]
    return held[0] if held else each.block


def _remark(each: Remark) -> dict[str, Any]:
    return {
        "copy": each.copy,
        "id": each.id,
        "author": each.author,
        "date": each.date,
        "text": each.text,
        "block": each.block or None,
        "anchor": each.anchor,
        "answers": each.answers or None,
        "resolved": each.resolved,
    }
