"""Which pages of a file are meant, as one writes it: `1-3, 5`."""

import re

from ikonzept_desktop.model.blocks import Attachment

MOST_PAGES = 500
"""Of a PDF that is attached."""
_PART = re.compile(r"(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?")


def pages_of(choice: str, count: int) -> tuple[int, ...]:
    """Give the pages meant, each once, counted from 1, in the order written; of nothing written all of them.

    What cannot be understood, or names a page the file has not, gives no pages.
    """
    if not choice.strip():
        return tuple(range(1, count + 1))
    found: dict[int, None] = {}
    for part in re.split(r"[,;]", choice.strip().rstrip(",;")):
        match = _PART.fullmatch(part.strip())
        if match is None:
            return ()
        first = int(match[1])
        last = int(match[2] or first)
        if not 1 <= first <= last <= count:
            return ()
        found.update(dict.fromkeys(range(first, last + 1)))
    return tuple(found)


def pages_in_words(choice: str, count: int) -> str:
    """Say in German which pages are meant: `12 Seiten`, `Seiten 1–3, 5 von 12`."""
    chosen = pages_of(choice, count)
    if len(chosen) == count:
        return "1 Seite" if count == 1 else f"{count} Seiten"
    noun = "Seite" if len(chosen) == 1 else "Seiten"
    return f"{noun} {', '.join(_runs(chosen))} von {count}"


def _runs(pages: tuple[int, ...]) -> list[str]:
    runs: list[tuple[int, int]] = []
    for page in pages:
        if runs and page == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], page)
        else:
            runs.append((page, page))
    return [str(first) if first == last else f"{first}–{last}" for first, last in runs]


def undescribed(attachment: Attachment) -> tuple[int, ...]:
    """Give the pages that are printed, hold no words that can be read, and are not described either."""
    described = {number for number, words in attachment.descriptions if words.strip()}
    chosen = pages_of(attachment.pages, attachment.file.pages)
    return tuple(sorted(set(chosen) & set(attachment.file.wordless) - described))
