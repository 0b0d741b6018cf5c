"""Files with tables in them: separated values, Excel's workbooks, LibreOffice Calc's documents.

For the child process only: the files are anybody's.
"""

import io
import zipfile
from pathlib import Path

from ikonzept_desktop.jobs import Report
from ikonzept_desktop.reading.cells import NoSheet, Sheet, separated_rows, sheet_of

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes of a file."""
LARGEST_UNPACKED = 400 * 1024 * 1024
"""Bytes of what is packed in a file."""
MOST_PACKED, HARMLESS = 100, 10 * 1024 * 1024
"""How many times its size a part of a file may unpack to, and the bytes up to which that does not matter: of tables
in earnest, parts unpack to ten or twenty times."""
SECONDS, MEGABYTES = 30, 1024
"""What the child may take."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_TOO_LARGE = (
    "Die Datei ist zu groß. Öffnen Sie sie in Ihrem Tabellenprogramm und kopieren Sie den Teil, den Sie brauchen."
)
_OLD = (
    "Die Datei hat das alte Excel-Format (.xls), das hier nicht gelesen wird. "
    "Speichern Sie sie in Excel als Arbeitsmappe (.xlsx) und wählen Sie diese."
)
_UNKNOWN = "Die Datei enthält keine Tabelle, die gelesen werden kann. Möglich sind .xlsx, .ods und .csv."
_DAMAGED = "Die Datei ist beschädigt oder geschützt und kann nicht gelesen werden. An der Datei wurde nichts geändert."
_EMPTY = "In der Datei steht keine Tabelle."


def read_sheets(report: Report, path: Path) -> tuple[Sheet, ...]:
    """Read the sheets of a file that hold anything; raises NoSheet or OSError."""
    report(0.0, path.name)
    if path.stat().st_size > LARGEST_FILE:
        raise NoSheet(_TOO_LARGE)
    data = path.read_bytes()
    if data.startswith(_OLD_OFFICE):
        raise NoSheet(_OLD)
    found = _packed(data) if data.startswith(b"PK") else (sheet_of(path.stem, separated_rows(data)),)
    filled = tuple(each for each in found if each.rows)
    if not filled:
        raise NoSheet(_EMPTY)
    return filled


def _packed(data: bytes) -> tuple[Sheet, ...]:
    """Read a packed file by what stands in it, whatever its name ends in."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            if sum(entry.file_size for entry in package.infolist()) > LARGEST_UNPACKED or any(
                map(_is_bomb, package.infolist())
            ):
                raise NoSheet(_TOO_LARGE)
            if "xl/workbook.xml" in names:
                from ikonzept_desktop.reading.workbook import read_workbook

                return read_workbook(data)
            if "content.xml" in names:
                from ikonzept_desktop.reading.calc_document import read_calc

                return read_calc(package.read("content.xml"))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, KeyError, ValueError, EOFError) as error:
        raise NoSheet(_DAMAGED) from error
    raise NoSheet(_UNKNOWN)


def _is_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > HARMLESS and entry.file_size > MOST_PACKED * entry.compress_size
