"""What comes of a foreign image: one that can be kept, or a sentence why not."""

from ikonzept_desktop.values import dataclass

MOST_BYTES = 80_000_000
"""Of a file that is taken in."""
MOST_PIXELS = 110_000_000
"""Of an image that is taken in: what the largest cameras of telephones make."""
LONGEST_SIDE = 20_000
"""px"""
KEPT_SIDE = 7_500
"""px of the longer side of what is kept: a whole page at 600 dpi, and no more than the PDF takes."""

_SAFE = "Ihr Text ist unverändert."
_KINDS = "Möglich sind PNG, JPEG, TIFF, SVG, WebP, GIF und BMP."


class ImageRefused(Exception):
    """An image that is not taken in; its text is a German sentence for the user."""


@dataclass(frozen=True, slots=True)
class TakenImage:
    """An image as it is kept: PNG or JPEG, upright, with nothing beside it but its colour profile."""

    data: bytes
    width: int
    """px"""
    height: int
    remarks: tuple[str, ...] = ()
    """German sentences on what was left out."""


def not_an_image(name: str) -> ImageRefused:
    """Refuse what is no image, or none of a kind that is known."""
    return ImageRefused(f"„{name}“ ist kein Bild, das iKonzept übernehmen kann. {_SAFE} {_KINDS}")


def damaged(name: str) -> ImageRefused:
    """Refuse what begins like an image and is not one to the end."""
    return ImageRefused(
        f"„{name}“ ist beschädigt oder unvollständig. {_SAFE} "
        "Öffnen Sie das Bild in einem anderen Programm, sichern Sie es dort neu und versuchen Sie es noch einmal."
    )


def too_large(name: str) -> ImageRefused:
    """Refuse what would take too much memory to look at."""
    return ImageRefused(
        f"„{name}“ ist zu groß. {_SAFE} Möglich sind Dateien bis {MOST_BYTES // 1_000_000} MB und Bilder bis "
        f"{MOST_PIXELS // 1_000_000} Millionen Bildpunkte; verkleinern Sie das Bild in einem anderen Programm."
    )


def unreadable(name: str, reason: str) -> ImageRefused:
    """Refuse a file that cannot be read; the reason is a half-sentence."""
    return ImageRefused(f"„{name}“ lässt sich nicht lesen: {reason}. {_SAFE} Prüfen Sie die Datei und das Laufwerk.")


def broken(name: str) -> ImageRefused:
    """Refuse an image that the program itself stumbled over."""
    return ImageRefused(
        f"„{name}“ konnte nicht übernommen werden. {_SAFE} "
        "Sichern Sie das Bild in einem anderen Programm als PNG und versuchen Sie es noch einmal."
    )


def reduced(width: int, height: int) -> str:
    """Say that an image was made smaller than it came."""
    before, after = (f"{max(sides):,}".replace(",", ".") for sides in ((width, height), (KEPT_SIDE,)))
    return f"Das Bild wurde von {before} auf {after} Bildpunkte verkleinert; das ist mehr, als der Druck zeigt."


def check_size(name: str, width: int, height: int) -> None:
    """Raise ImageRefused for more px than are taken in."""
    if width < 1 or height < 1:
        raise damaged(name)
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise too_large(name)
