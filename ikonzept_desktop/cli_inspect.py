"""The verb that tells what stands in a Word file that came back, revisions, comments and all."""

import argparse
from pathlib import Path

from ikonzept_desktop.cli_files import DONE, Refused, taking_its_place
from ikonzept_desktop.paths import is_same_file
from ikonzept_desktop.reading.word.intake import WordRefused, count_apart, inspect_apart

_NAMES = {
    "paragraphs": "Absätze",
    "changes": "Änderungen",
    "comments": "Kommentare",
    "not_taken_over": "nicht übernommene Teile",
}
_DOCUMENTS = frozenset({".ikonzept", ".docx", ".docm", ".doc", ".odt", ".pdf"})


def inspect(asked: argparse.Namespace) -> int:
    """Read a Word file and write what was found as JSON, or count it; raises Refused."""
    if asked.json is not None:
        _check_target(asked.json, asked.copy)
    try:
        if asked.json is None:
            for name, count in count_apart(asked.copy, asked.copy.name).items():
                print(f"{_NAMES[name]}: {count:,}".replace(",", "."))
            return DONE
        found = inspect_apart(asked.copy, asked.copy.name)
    except WordRefused as error:
        raise Refused(str(error)) from error
    with taking_its_place(asked.json) as unfinished:
        unfinished.write_text(found, encoding="utf-8")
    return DONE


def _check_target(out: Path, copy: Path) -> None:
    if is_same_file(out, copy):
        raise Refused(f"„{out}“ ist die Kopie selbst. Nichts wurde ausgegeben; wählen Sie einen anderen Namen.")
    if out.suffix.lower() in _DOCUMENTS:
        raise Refused(f"„{out}“ müsste auf .json enden. Nichts wurde ausgegeben; wählen Sie einen anderen Namen.")
    if not out.absolute().parent.is_dir():
        raise Refused(f"Den Ordner „{out.parent}“ gibt es nicht. Nichts wurde ausgegeben; legen Sie ihn zuerst an.")
