"""A concept with everything in it that can come back: all kinds, five people, a conflict, a shifted one, a comment."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ikonzept_desktop.model.document import Comment, Document, Section, find_section, walk
from ikonzept_desktop.model.fields import RichText
from ikonzept_desktop.model.inline import Text, plain
from ikonzept_desktop.model.proposals import Ground, KeptProposal, Kind, LeftOut, ReturnedFile, Source, Variant
from ikonzept_desktop.ui.kit import fonts, theme
from ikonzept_desktop.ui.live_labels import LiveLabels
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.returns.stage import ReturnsStage
from tests.builders import cell, chapter, doc, p, row, table
from tests.review.marked import change, proposal
from tests.ui.desk import settle
from tests.ui.window.sessions import session

CAME = datetime(2015, 3, 5, 9, tzinfo=UTC)
NAMES = {"jc": "Jobcenter", "cv": "Caritasverband", "as": "AG Sprache", "ja": "Kreisjugendamt", "sa": "Schulamt"}
FILES = tuple(
    ReturnedFile(
        id,
        id,
        f"{name}.docx",
        name,
        CAME + timedelta(days=day),
        "0" * 64,
        certainty=0.93 if id == "sa" else 1.0,
        left_out=(LeftOut("chart", "word/document.xml#4"),) if id == "as" else (),
    )
    for day, (id, name) in enumerate(NAMES.items())
)


def _sections() -> tuple[Section, Section]:
    language = chapter(
        "Sprache",
        p("Wer gerade erst ankommt, braucht eine Stelle.", id="a"),
        p("Die Kurse stimmen sich einmal im Jahr ab.", id="b"),
        p("Ehrenamtliche ", Text("Lesepaten", comments=("k",)), " helfen.", id="c"),
        table(row(cell("Ort", id="o"), "Zahl"), row(cell("Hilden", id="h"), cell("8", id="z")), id="t"),
        p("Am Ende steht das.", id="e"),
        id="sprache",
    )
    remark = Comment("k", "Frau Demir", CAME, "Wie viele sind es?", origin="cv:1")
    return replace(language, comments=(remark,)), chapter("Bildung", p("Schulen helfen mit.", id="s"), id="bildung")


BARE = doc(*_sections(), concept="konzept")


def by(kept: KeptProposal, *copies: str, tracked: bool = True) -> KeptProposal:
    """Have these people, and nobody else, want it."""
    sources = tuple(Source(copy, tracked=tracked) for copy in copies)
    return replace(kept, variants=(Variant(kept.variants[0].text, sources),))


GONE = by(change(BARE, "a", "gerade erst ", "", "gone"), "jc")
SWAPPED = by(change(BARE, "a", "Stelle", "Anlaufstelle", "swapped"), "cv", "sa")
CONTESTED = proposal(BARE, Kind.TEXT, "b", "zweimal", "dreimal", old="einmal", id="contested")
CELL = by(change(BARE, "z", "8", "9", "cell"), "as")
ADDED = by(proposal(BARE, Kind.INSERT, "e", "Lotsen kommen dazu.", id="added"), "sa", tracked=False)
FORMED = by(proposal(BARE, Kind.FORMAT, "e", "rPrChange", id="formed"), "ja")
SHIFTED = by(replace(change(BARE, "s", "helfen", "unterstützen", "shifted"),
                     grounds=(Ground("s", "Vereine wirken dort.", 8, 14),)), "ja")  # fmt: skip
ALL = tuple(replace(each, place=at) for at, each in enumerate((GONE, SWAPPED, CONTESTED, CELL, ADDED, FORMED, SHIFTED)))
"""In the order of the text; the comment stands behind the conflict."""
IDS = ["gone", "swapped", "contested", "k", "cell", "added", "formed", "shifted"]


def concept(*proposals: KeptProposal, files: tuple[ReturnedFile, ...] = FILES) -> Document:
    """Give the concept with these proposals, or with all of them."""
    kept = tuple(sorted(proposals or ALL, key=lambda each: (each.place, each.id)))
    return replace(BARE, returned=files, proposals=kept)


def reviewed(*proposals: KeptProposal, read_only: bool = False) -> Session:
    """Give a session over the concept with these proposals, or with all of them."""
    return session(concept(*proposals), read_only=read_only)[0]


def stage_of(qtbot: QtBot, opened: Session, width: int = 1366) -> ReturnsStage:
    """Show the workspace of a session."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    fonts.load(app)
    theme.apply(app, theme.Scheme.LIGHT, high_contrast=False)
    stage = ReturnsStage(opened, LiveLabels(opened), lambda: ("Frau Kaya", "FK"), {})
    qtbot.addWidget(stage)
    stage.resize(width, 720)
    stage.show()
    stage.activateWindow()
    stage.first().setFocus()
    settle()
    return stage


def decision_of(opened: Session, id: str) -> str:
    """Give how a proposal was decided, nothing where it was not."""
    kept = next(each for each in opened.document.proposals if each.id == id)
    return kept.decision.verdict.value if kept.decision else ""


def words(opened: Session, block: str) -> str:
    """Give the words of a paragraph as they are now; nothing where it is gone."""
    for section in walk(opened.document.sections):
        for field in section.fields:
            blocks = field.value.blocks if isinstance(field.value, RichText) else ()
            for each in blocks:
                if each.id == block:
                    return plain(each.inlines)  # type: ignore[union-attr]  # a paragraph, as named here
    return ""


def comment(opened: Session) -> Comment:
    """Give the comment as it is now."""
    section = find_section(opened.document, "sprache")
    assert section is not None
    return section.comments[0]
