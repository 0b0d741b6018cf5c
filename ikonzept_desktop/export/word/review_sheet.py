"""What a copy for review says of itself: its covering page, and above each section whether it is to be reviewed.

All of it stands in styles of its own („Durchsicht …“) and under no bookmark, so that it is not taken for the concept.
"""

from ikonzept_desktop.export.copies import CopyOrder, Protection
from ikonzept_desktop.export.word import measures
from ikonzept_desktop.export.word.heights import text_extent
from ikonzept_desktop.export.word.page import TEXT_WIDTH
from ikonzept_desktop.export.word.sheets import Extent
from ikonzept_desktop.export.word.xml import paragraph, text_run
from ikonzept_desktop.publication.copy_marks import FOR_READING, FOR_REVIEW
from ikonzept_desktop.publication.tree import Publication, PublishedSection, all_sections

TITLE, HEADING, TEXT = "IKReviewTitle", "IKReviewHeading", "IKReviewText"
OPEN, SHUT = "IKReviewOpen", "IKReviewShut"
_MOST_SECTIONS = 12
"""Sections of a packet named on the page; of more it tells the number."""

_STEPS = (
    "Schreiben Sie Ihre Änderungen unmittelbar in den Text; die Nachverfolgung ist eingeschaltet und zeichnet sie auf.",
    "Fragen und Hinweise setzen Sie als Kommentar an die Stelle, um die es geht.",
    "Speichern Sie die Datei als Word-Datei (.docx); wie sie heißt, ist gleich.",
)
_BACK = (
    "Bitte schicken Sie diese Datei zurück, auch wenn Sie nichts geändert haben. Jede Änderung und jeder Kommentar "
    "wird mit Ihrem Namen an seiner Stelle vorgelegt und einzeln entschieden."
)


def sheet_lines(publication: Publication, copy: CopyOrder) -> list[tuple[str, str]]:
    """Give the covering page as styles and lines."""
    cover = publication.cover
    named = " – ".join(part for part in (cover.title, cover.draft) if part)
    lines = [(TITLE, "Zur Durchsicht"), (TEXT, named), (HEADING, "Für"), (TEXT, copy.reviewer)]
    lines += [(HEADING, "Was Sie durchsehen"), *((TEXT, line) for line in _extent(publication, copy))]
    lines += [(HEADING, "Bis wann und an wen"), (TEXT, _due(copy))]
    lines += [(HEADING, "So gehen Sie vor"), *((TEXT, f"{at}. {step}") for at, step in enumerate(_STEPS, 1))]
    return [*lines, (HEADING, "Was zurückkommt"), (TEXT, _BACK)]


def _extent(publication: Publication, copy: CopyOrder) -> list[str]:
    if copy.editable is None:
        shut = copy.protection is Protection.REVISIONS
        return ["Das ganze Konzept." + (" Word zeichnet jede Änderung auf." if shut else "")]
    wanted = set(copy.editable)
    named = [
        f"{section.number} {section.title}".strip()
        for section in all_sections(publication.sections)
        if section.id in wanted
    ]
    head = f"Das Paket „{copy.packet}“. Die übrigen Abschnitte sind zum Lesen dabei und lassen sich nicht ändern."
    if len(named) > _MOST_SECTIONS:
        return [head, f"Ihre {len(named)} Abschnitte sind im Text mit „Zur Durchsicht“ gekennzeichnet."]
    return [head, *(f"• {name}" for name in named)]


def _due(copy: CopyOrder) -> str:
    by = f"bis zum {copy.due:%d.%m.%Y}" if copy.due else ""
    to = f"an {copy.return_to}" if copy.return_to else ""
    if not (by or to):
        return "Bitte schicken Sie die Datei an die Stelle zurück, von der Sie sie haben."
    return f"Bitte schicken Sie die Datei {' '.join(part for part in (by, to) if part)} zurück."


def sheet_xml(publication: Publication, copy: CopyOrder) -> str:
    """Write the covering page."""
    return "".join(paragraph(style, text_run(line)) for style, line in sheet_lines(publication, copy))


def mark_of(section: PublishedSection, copy: CopyOrder | None) -> str:
    """Give the style of the line below a section's heading; nothing where there is none."""
    if copy is None or copy.editable is None or not section.elements:
        return ""
    return OPEN if section.id in copy.editable else SHUT


def mark_xml(style: str) -> str:
    """Write the line that says what a section is there for."""
    return paragraph(style, text_run(FOR_REVIEW if style == OPEN else FOR_READING))


def mark_extent(style: str) -> Extent:
    """Give the room it takes."""
    return text_extent(FOR_REVIEW if style == OPEN else FOR_READING, measures.REVIEW_MARK, TEXT_WIDTH)


def editing_begins(number: int) -> str:
    """Begin what everybody may edit in a document that is shut otherwise (ECMA-376 Part 1, 17.13.7.2)."""
    return f'<w:permStart w:id="{number}" w:edGrp="everyone"/>'


def editing_ends(number: int) -> str:
    """End it."""
    return f'<w:permEnd w:id="{number}"/>'
