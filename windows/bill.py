"""The bill of materials (CycloneDX 1.6, ECMA-424): what the setup lays down, for scanners and for whoever checks it.

Every program and library file stands in it with its SHA-256, and so does the list of those of all files (windows.sums):
an installation can be held against it.
"""

import json
import re
import subprocess
import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from windows import sums
from windows.components import Component, Part
from windows.fetching import sha256
from windows.payload import PayloadError

SPECIFICATION = "1.6"
RUNNABLE = (".dll", ".exe", ".pyd")
_JUDGE = Path(__file__).with_name("bill_judge.py")
_SPACE = uuid.UUID("6b0c5b0e-7c55-4c38-9e0e-3d6e5a6a3f10")


def bill(version: str, components: Sequence[Component], payload: Path, now: datetime) -> dict[str, Any]:
    """Give the bill of a payload; files that no component has are the program's own."""
    owners = {file: each.source.name for each in components for file in each.source.files}
    own = [file for file in (*_runnable(payload), sums.NAME) if file not in owners and (payload / file).exists()]
    told = [_component(each, payload) for each in sorted(components, key=lambda each: each.source.name)]
    main = {
        "type": "application",
        "bom-ref": f"ikonzept-desktop@{version}",
        "name": "iKonzept Desktop",
        "version": version,
        "licenses": [{"expression": "EUPL-1.2"}],
        "components": [_file(payload, file) for file in own],
    }
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{SPECIFICATION}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, json.dumps([main, told]))}",
        "version": 1,
        "metadata": {
            "timestamp": now.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            "component": main,
        },
        "components": told,
        "dependencies": [{"ref": main["bom-ref"], "dependsOn": [each["bom-ref"] for each in told]}],
    }


def written(bill: Mapping[str, Any]) -> str:
    """Give a bill as the text of its file."""
    return json.dumps(bill, ensure_ascii=False, indent=1) + "\n"


def check(tools: Path, file: Path) -> None:
    """Hold a bill's file against the published schema; `tools` is a Python that has it. Raises PayloadError."""
    ran = subprocess.run([tools, _JUDGE, file], capture_output=True, text=True, check=False)
    if ran.returncode:
        raise PayloadError(f"{file.name} is not CycloneDX {SPECIFICATION}: {(ran.stdout + ran.stderr)[-2000:]}")


def _component(each: Component, payload: Path) -> dict[str, Any]:
    source = each.source
    parts = [_part(part, source.name) for part in each.parts]
    files = [_file(payload, file) for file in sorted(source.files) if file.endswith(RUNNABLE)]
    told: dict[str, Any] = {
        "type": "library" if source.purl else "data" if not files else "application",
        "bom-ref": f"{source.name}@{source.version}" if source.version else source.name,
        "name": source.title or each.title,
        "version": source.version,
        "cpe": each.cpe,
        "purl": source.purl,
        "hashes": [{"alg": "SHA-256", "content": source.sha256}] if source.sha256 else [],
        "licenses": _licences(each.licence),
        "externalReferences": [{"type": "source-distribution", "url": address} for address in each.addresses],
        "components": [*parts, *files],
    }
    return _filled(told)


def _part(part: Part, owner: str) -> dict[str, Any]:
    told = {
        "type": "library",
        "bom-ref": f"{owner}/{part.name}",
        "name": part.name,
        "version": part.version,
        "cpe": part.cpe,
        "licenses": _licences(part.licence) if part.licence else [],
    }
    return _filled(told)


def _file(payload: Path, file: str) -> dict[str, Any]:
    return {
        "type": "file",
        "bom-ref": f"file:{file}",
        "name": file,
        "hashes": [{"alg": "SHA-256", "content": sha256(payload / file)}],
    }


def _licences(said: str) -> list[dict[str, Any]]:
    """Give a licence as CycloneDX has it: by its name where SPDX knows none, else as an expression."""
    if re.fullmatch(r"LicenseRef-[\w.-]+", said):
        return [{"license": {"name": said.removeprefix("LicenseRef-").replace("-", " ")}}]
    return [{"expression": said}]


def _runnable(payload: Path) -> list[str]:
    files = (file.relative_to(payload).as_posix() for file in payload.rglob("*") if file.is_file())
    return sorted(file for file in files if file.endswith(RUNNABLE))


def _filled(told: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is not known."""
    return {key: value for key, value in told.items() if value not in ("", [])}
