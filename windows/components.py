"""Everything that the setup lays down, by whom it was made: names, versions, licences with their texts, hashes.

It is gathered from the wheels' own metadata; what they do not say stands in `components.toml`. Licences page and bill
of materials are both written of this.
"""

import re
import tomllib
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from email.parser import Parser
from fnmatch import fnmatchcase as fnmatch
from pathlib import Path
from typing import Any

from windows.fetching import ROOT, normal_name, sha256
from windows.payload import PayloadError

TABLE = Path(__file__).with_name("components.toml")

_TEXT = re.compile(r"[^/]+\.dist-info/(?:licenses/(.+)|((?:licen[cs]e|copying|notice|authors)[^/]*))", re.IGNORECASE)
_BILL = re.compile(r"[^/]+\.dist-info/sboms/[^/]+\.json")


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a licence, or a notice."""

    name: str
    """The file's name, for instance `LICENSE.txt`."""
    content: str


@dataclass(frozen=True, slots=True)
class Part:
    """A library within a component."""

    name: str
    licence: str
    """As SPDX writes it; empty where nobody says."""
    version: str = ""
    cpe: str = ""
    """The name that lists of vulnerabilities have for it (CPE 2.3)."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a component comes in, before anything is said of it: a package's wheel, an archive, or our own files."""

    name: str
    """As it is looked up: the package's name, or a short one."""
    version: str
    files: tuple[str, ...]
    """What the setup lays down of it, below the program's folder, with slashes."""
    texts: tuple[Text, ...] = ()
    title: str = ""
    licence: str = ""
    sha256: str = ""
    """Of the file it came in."""
    purl: str = ""
    """The package's address as scanners know it."""
    bills: str = ""
    """The package's own bills of materials, as they are written."""


@dataclass(frozen=True, slots=True)
class Component:
    """What somebody made and the setup lays down, with all that is to be told of it."""

    source: Source
    title: str
    licence: str
    """As SPDX writes it."""
    texts: tuple[Text, ...]
    parts: tuple[Part, ...]
    cpe: str = ""
    """The name that lists of vulnerabilities have for it (CPE 2.3)."""
    addresses: tuple[str, ...] = ()
    """Where the source texts lie that its licence, or that of a library within, asks to be had."""


def said_of_all() -> dict[str, Any]:
    """Give what is said of the packages beside their own words."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def source_of_wheel(name: str, version: str, wheel: Path, files: Iterable[str]) -> Source:
    """Give what a wheel says of itself."""
    with zipfile.ZipFile(wheel) as archive:
        entries = archive.namelist()
        (place,) = (entry for entry in entries if re.fullmatch(r"[^/]+\.dist-info/METADATA", entry))
        metadata = Parser().parsestr(archive.read(place).decode("utf-8"))
        texts = [
            Text(found[1] or found[2], archive.read(entry).decode("utf-8", "replace"))
            for entry in sorted(entries)
            if not entry.endswith("/") and (found := _TEXT.fullmatch(entry))
        ]
        bills = [archive.read(entry).decode("utf-8") for entry in entries if _BILL.fullmatch(entry)]
    return Source(
        name,
        version,
        tuple(files),
        tuple(texts),
        title=metadata["Name"],
        licence=metadata["License-Expression"] or "",
        sha256=sha256(wheel),
        purl=f"pkg:pypi/{name}@{version}",
        bills="\n".join(bills),
    )


def sources_of_resources(said: Mapping[str, Any], resources: Path, folder: str) -> list[Source]:
    """Give what others made of our resources, which come to lie in `folder`; raises PayloadError for lost files."""
    found = []
    for entry in said["resources"]:
        files = [file for pattern in entry["files"] for file in sorted(resources.glob(pattern))]
        if not files:
            raise PayloadError(f"components.toml names files of {entry['title']} that are not there.")
        below = tuple(f"{folder}/{file.relative_to(resources).as_posix()}" for file in files)
        found.append(Source(resource_name(entry), "", below, title=entry["title"]))
    return found


def resource_name(entry: Mapping[str, Any]) -> str:
    """Give the short name of resources that others made."""
    return normal_name(re.sub(r"\W+", "-", entry["title"]).strip("-"))


def components(sources: Sequence[Source], said: Mapping[str, Any]) -> list[Component]:
    """Say all of each; raises PayloadError where a licence, its text or the proof of a version lacks."""
    own = {f"{source.name}: {text.name}": text for source in sources for text in source.texts}
    spoken = {**said, **{resource_name(entry): entry for entry in said["resources"]}}
    if strangers := said.keys() - {"resources"} - {source.name for source in sources}:
        raise PayloadError(f"components.toml speaks of {', '.join(sorted(strangers))}, which is not shipped.")
    return [_component(source, spoken.get(source.name, {}), own) for source in sources]


def _component(source: Source, said: Mapping[str, Any], own: Mapping[str, Text]) -> Component:
    licence = said.get("licence", source.licence)
    without = said.get("without", [])
    if idle := [pattern for pattern in without if not any(fnmatch(text.name, pattern) for text in source.texts)]:
        raise PayloadError(f"{source.name} has no text {', '.join(idle)} to leave out.")
    texts = [text for text in source.texts if not any(fnmatch(text.name, pattern) for pattern in without)]
    texts += [_further(name, own) for name in said.get("texts", [])]
    if not licence or not texts:
        raise PayloadError(f"components.toml has to say under which licence {source.name} is, and where its text is.")
    parts = tuple(_part(source, each) for each in said.get("parts", []))
    cpe = _cpe(said.get("cpe", ""), source.version)
    addresses = tuple(each.format(version=source.version) for each in said.get("sources", []))
    if not addresses and any(_asks_for_source(each) for each in (licence, *(part.licence for part in parts))):
        raise PayloadError(f"components.toml has to say where the source text of {source.name} lies.")
    return Component(source, said.get("title", source.title), licence, tuple(texts), parts, cpe, addresses)


def _asks_for_source(licence: str) -> bool:
    """Tell whether who passes programs on has to say where their source text is (GPL, LGPL, MPL)."""
    return any(name in licence for name in ("GPL-", "MPL-"))


def _further(name: str, own: Mapping[str, Text]) -> Text:
    if ": " in name:
        if (found := own.get(name)) is None:
            raise PayloadError(f"components.toml wants the text „{name}“, which no package has.")
        return found
    file = ROOT / name
    if not file.is_file():
        raise PayloadError(f"components.toml wants the text „{name}“, which is not there.")
    return Text(file.name, file.read_text(encoding="utf-8"))


def _part(source: Source, said: Sequence[str]) -> Part:
    name, licence, version, maker = [*said, "", ""][:4]
    if version == "=":
        return Part(name, licence, source.version, _cpe(maker, source.version))
    if version and not any(version in told for told in (source.bills, *(text.content for text in source.texts))):
        raise PayloadError(f"Nothing in {source.name} says that its {name} is {version}.")
    return Part(name, licence, version, _cpe(maker, version))


def _cpe(maker: str, version: str) -> str:
    """Give the name that lists of vulnerabilities have for a version of what is named "maker:product" there."""
    return f"cpe:2.3:a:{maker}:{version}:*:*:*:*:*:*:*" if maker else ""
