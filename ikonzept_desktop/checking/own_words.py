"""The user's own words: a plain file, one word a line, that every window and every sitting shares."""

from pathlib import Path

from ikonzept_desktop import atomic_file
from ikonzept_desktop.checking.lexicon import read_list
from ikonzept_desktop.paths import user_folders

MOST = 20_000


def own_words_file() -> Path:
    """Give the path of the user's own words; it roams with the settings."""
    return user_folders().config / "woerterbuch.txt"


def read(file: Path) -> tuple[str, ...]:
    """Give the words of the file; none where it is missing or cannot be read."""
    return read_list(file)[:MOST]


def change(file: Path, *, add: tuple[str, ...] = (), remove: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Put words in and take words out, as the file stands now, and give what it holds then; raises OSError."""
    words = [word for word in read(file) if word not in remove]
    words = sorted({*words, *add}, key=str.casefold)
    file.parent.mkdir(parents=True, exist_ok=True)
    atomic_file.write_text(file, "".join(f"{word}\n" for word in words))
    return tuple(words)
