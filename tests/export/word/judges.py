"""Other programs that read our drafts: pandoc, and LibreOffice by way of its PDF."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def pandoc(path: Path) -> tuple[list[str], list[list[str]]]:
    """Give the words pandoc reads, the table of contents left out, and apart from them those of each note."""
    answer = subprocess.run(["pandoc", "-f", "docx", "-t", "json", path], capture_output=True, check=True)
    notes: list[list[str]] = []
    blocks = [block for block in json.loads(answer.stdout)["blocks"] if not _is_contents_line(block)]
    return "".join(_text(blocks, notes)).split(), notes


def _is_contents_line(block: dict[str, Any]) -> bool:
    inlines = block["c"] if block["t"] == "Para" else []
    return len(inlines) == 1 and inlines[0]["t"] == "Link" and inlines[0]["c"][2][0].startswith("#")


def _text(node: Any, notes: list[list[str]]) -> Iterator[str]:
    if isinstance(node, list):
        for part in node:
            yield from _text(part, notes)
    elif isinstance(node, dict):
        match node.get("t"):
            case "Str":
                yield node["c"]
            case "Space" | "SoftBreak" | "LineBreak":
                yield " "
            case "Note":
                notes.append("".join(_text(node["c"], notes)).split())
            case "Image":
                pass
            case _:
                yield from _text(node.get("c", []), notes)
                yield " " if node["t"] in {"Para", "Plain", "Header"} else ""


def libreoffice(path: Path, folder: Path, to: str = "pdf") -> Path:
    """Convert with LibreOffice, with a profile of its own and the fonts of the system."""
    environment = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", to]
    out = folder / "out"
    subprocess.run([*command, "--outdir", out, path], capture_output=True, check=True, env=environment, timeout=240)
    return out / f"{path.stem}.{to}"


def pages(pdf: Path) -> list[list[str]]:
    """Give the lines of each page in the order of the page's own stream."""
    answer = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True)
    return [page.splitlines() for page in answer.stdout.decode().split("\f")[:-1]]


def without_margins(page: list[str]) -> list[str]:
    """Leave out header and footer: the first line and the last, but for the cover, which has none."""
    return page[1:-1] if page and re.search(r"Seite \d+ von \d+$", page[-1]) else page


GRANTED = (
    re.compile(
        r"required relationship type '\S+/theme' is missing"
    ),  # at most one, none is well (ECMA-376 Part 1, 14.2.7)
    re.compile(r"Numbering definition '0' referenced"),  # takes a number off, refers to none (17.9.18)
)
"""Findings of the validator that the standard does not bear out."""


def faults(path: Path) -> list[str]:
    """Give what is not as the schemas of Office Open XML and the rules beside them want it, with the part it is in.

    The validator is a port of the rules of Microsoft's Open XML SDK. It lets attributes pass that nobody knows.
    """
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "openxml_audit",
        "-o",
        "json",
        "-m",
        "0",
        "-f",
        "microsoft365",
        path,
    ]
    answer = subprocess.run(command, capture_output=True, check=False, timeout=240)
    assert answer.stdout, answer.stderr.decode()
    (told,) = json.loads(answer.stdout)
    found = [f"{each['part_uri']} {each['node']}: {each['description']}" for each in told["errors"]]
    return [each for each in found if not any(known.search(each) for known in GRANTED)]
