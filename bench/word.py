"""How long a Word file that came back takes to be read, beside pandoc; and the files of a corpus, where one is named.

`IKONZEPT_WORD_CORPUS` names a folder of Word files of others; `make_hostile.py` beside it writes hostile ones.
"""

import itertools
import os
import re
import sys
import zipfile
from pathlib import Path

from bench.figures import Figure, absolute, ratio
from bench.out import MIDDLE, concept, export
from bench.processes import RUNS, Took, answer, in_turn, median, python, run

CORPUS = "IKONZEPT_WORD_CORPUS"
SECONDS, MEGABYTES = 2.0, 300.0
COPIES = 5
_RUN = re.compile(r"<w:r>(?:(?!</w:r>).)*<w:t[ >](?:(?!</w:r>).)*</w:r>", re.DOTALL)
_EVERY = 5
"""Which run of a draft is changed: its text is deleted, and stands inserted beside."""


def measure(folder: Path, seed: int) -> list[Figure]:
    """Measure a reviewed copy of 200 pages, and the slowest of a corpus."""
    draft, copy = folder / "sent.docx", folder / "reviewed.docx"
    run(export(concept(folder, MIDDLE, seed), "--word", draft))
    _review(draft, copy)
    ours, theirs = in_turn(
        lambda: run(_inspect(copy, folder)),
        lambda: run(["pandoc", "--track-changes=all", str(copy), "-t", "json", "-o", str(folder / "theirs.json")]),
    )
    return [
        ratio("reviewed copy of 200 pages read", ours.seconds, "pandoc docx to json", theirs.seconds, 0.25),
        *_merged(draft, folder),
        *_of_the_corpus(folder),
    ]


def _merged(draft: Path, folder: Path) -> list[Figure]:
    """Measure how long five copies take to be put together once they are read, and the memory of all of it."""
    copies = [folder / f"reviewed{number}.docx" for number in range(COPIES)]
    for number, copy in enumerate(copies):
        _review(draft, copy, number)
    command = python("bench.merge_probe", str(draft), *map(str, copies))
    seconds = median([float(answer(command).split()[0]) for _ in range(RUNS)])
    return [
        absolute("five reviewed copies of 200 pages merged", seconds, 3, "s"),
        absolute("five reviewed copies read and merged, memory", run(command).memory_mb, 300, "MiB"),
    ]


def _inspect(copy: Path, folder: Path) -> list[str]:
    return python("ikonzept_desktop", "inspect", str(copy), "--json", str(folder / "ours.json"))


def _review(draft: Path, copy: Path, first: int = 1) -> None:
    """Change text all over a draft as Word tracks it (ECMA-376 Part 1, 17.13.5), from the `first` of five runs on."""
    count = itertools.count(first)
    with zipfile.ZipFile(draft) as before, zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            if name == "word/document.xml":
                data = _RUN.sub(lambda found: _changed(found[0], next(count)), data.decode()).encode()
            after.writestr(name, data)


def _changed(text: str, number: int) -> str:
    if number % _EVERY:
        return text
    by = f'w:id="{900000 + number}" w:author="Prüferin {number % 3}" w:date="2026-03-02T10:00:00Z"'
    deleted = text.replace("<w:t>", "<w:delText>").replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f"<w:del {by}>{deleted}</w:del><w:ins {by}>{text}</w:ins>"


def _of_the_corpus(folder: Path) -> list[Figure]:
    """Measure the whole process for each file of the corpus, and for each hostile one."""
    named = os.environ.get(CORPUS)
    if not named:
        return []
    found = _slowest("corpus", Path(named), folder)
    maker, hostile = Path(named).parent / "make_hostile.py", folder / "hostile"
    if maker.exists():
        run([sys.executable, "-W", "ignore", str(maker), str(hostile)])
        found += _slowest("hostile", hostile, folder)
    return found


def _slowest(name: str, files: Path, folder: Path) -> list[Figure]:
    taken: list[Took] = [run(_inspect(file, folder), (0, 2)) for file in sorted(files.iterdir())]
    seconds = sorted(took.seconds for took in taken)
    slow = seconds[min(int(len(seconds) * 0.99), len(seconds) - 1)]
    return [
        absolute(f"a file of the {name} read, p99", slow, SECONDS, "s"),
        absolute(f"a file of the {name} read, memory", max(took.memory_mb for took in taken), MEGABYTES, "MiB"),
    ]
