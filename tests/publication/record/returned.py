"""A concept of which five copies went out and three came back, with proposals of every kind and every decision."""

from dataclasses import replace
from datetime import UTC, date, datetime

from ikonzept_desktop.model.document import Comment, CopyState, Document, GivenCopy, Reply, Section
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.model.proposals import (
    Decision,
    Ground,
    KeptProposal,
    Kind,
    LeftOut,
    ReturnedFile,
    Source,
    Variant,
    Verdict,
    in_order,
)
from tests.builders import cell, chapter, doc, field_of_action, fn, p, row, table

VERSION = "abcdef0123456789"
SENT = datetime(2015, 3, 1, 8, 0, tzinfo=UTC)
WHEN = datetime(2015, 3, 12, 10, 42, tzinfo=UTC)
JOBCENTER, SCHOOL, LEAGUE = (
    Source("c1", "Demir, Ayşe", "2015-03-03T09:00:00Z"),
    Source("c2", "Schulamt", "2015-03-04T09:00:00Z", tracked=False),
    Source("f3", "", "", tracked=False),
)
CYCLE = (
    "Alle zwei Jahre wird das Konzept fortgeschrieben. Die Städte wirken daran mit. Der Kreistag beschließt darüber."
)
LANGUAGE = "Der Kreis fördert Sprache von Anfang an."
ACCEPTED, REJECTED, LATER = (Decision(verdict, WHEN) for verdict in (Verdict.ACCEPTED, Verdict.REJECTED, Verdict.LATER))


def proposal(
    place: int,
    kind: Kind,
    before: str,
    *variants: tuple[str, *tuple[Source, ...]],
    grounds: tuple[Ground, ...] = (),
    decision: Decision | None = None,
    section: str = "ziele",
) -> KeptProposal:
    """Give a proposal as a concept keeps it."""
    wanted = tuple(Variant(text, tuple(sources)) for text, *sources in variants)
    return KeptProposal(
        f"p{place:02}",
        VERSION,
        kind,
        section,
        place,
        before,
        wanted,
        grounds=grounds,
        decision=decision,
    )


def ground(text: str, words: str | None = None, id: str = "b1") -> Ground:
    """Give words of a line of the concept."""
    start = text.index(words) if words is not None else 0
    return Ground(id, text, start, start + len(text if words is None else words))


def proposals() -> tuple[KeptProposal, ...]:
    """Give one of each kind, decided in every way."""
    two = ground(CYCLE, "zwei")
    end = Ground("b1", CYCLE, 49, 50)
    whole = ground(CYCLE)
    cells = (Ground("z1", "2013", 0, 4), Ground("z2", "412 Personen", 0, 12))
    found = (
        proposal(0, Kind.TEXT, "Ziele", ("Leitziele", JOBCENTER), grounds=(ground("Ziele", id="ziele"),)),
        proposal(
            1, Kind.TEXT, "zwei", ("drei", JOBCENTER, LEAGUE), ("vier", SCHOOL), grounds=(two,),
            decision=Decision(Verdict.ACCEPTED, WHEN, 1, None, "So beschlossen"),
        ),
        proposal(2, Kind.SPLIT, " ", ("\u2029", SCHOOL), grounds=(end,), decision=REJECTED),
        proposal(
            3, Kind.INSERT, "", ("Über die Fortschreibung wird öffentlich berichtet.", LEAGUE), grounds=(whole,),
            decision=Decision(Verdict.ACCEPTED, WHEN, 0, "Über die Fortschreibung wird jährlich berichtet."),
        ),
        replace(
            proposal(4, Kind.DELETE, LANGUAGE, ("", SCHOOL), grounds=(ground(LANGUAGE, id="b2"),), decision=LATER),
            against=(JOBCENTER,),
        ),
        proposal(5, Kind.MOVE, LANGUAGE, (CYCLE, JOBCENTER), grounds=(ground(LANGUAGE, id="b2"),), decision=ACCEPTED),
        proposal(
            6, Kind.JOIN, LANGUAGE, (" Und: ", LEAGUE), grounds=(whole, ground(LANGUAGE, id="b2")), decision=ACCEPTED
        ),
        proposal(7, Kind.ROW_INSERT, "", ("2014\t587 Personen", JOBCENTER), grounds=cells, section="sprache"),
        proposal(
            8, Kind.ROW_DELETE, "2013\t412 Personen", ("", SCHOOL), grounds=cells, section="sprache", decision=REJECTED
        ),
        proposal(9, Kind.FORMAT, "Kurse", ("rPrChange", JOBCENTER), section="sprache", decision=ACCEPTED),
        proposal(10, Kind.WITHDRAWN, "", ("Bitte streichen", SCHOOL), section="sprache"),
        replace(
            proposal(11, Kind.TEXT, "Kurse", ("Lehrgänge", LEAGUE), section="sprache", decision=REJECTED), outdated=True
        ),
        proposal(12, Kind.TEXT, "Entwurf", ("Fassung", SCHOOL), section=""),
        proposal(13, Kind.TEXT, "Altes", ("Neues", SCHOOL), section="verschwunden"),
    )  # fmt: skip
    return in_order(found)


def returned() -> Document:
    """Give the concept."""
    goals = chapter("Ziele", p(CYCLE, id="b1"), p(LANGUAGE, fn("Quelle"), id="b2"), id="ziele")
    language = field_of_action("Sprache", id="sprache")
    numbers = chapter("Zahlen", table(row(cell("2013", id="z1"), cell("412 Personen", id="z2"))), id="zahlen")
    concept = doc(
        _remarked(goals), language, numbers, title="Integrationskonzept", publisher="Kreis", draft="Entwurf 0.7"
    )
    given = tuple(
        GivenCopy(
            f"c{at}",
            name,
            SENT,
            VERSION,
            due=date(2015, 3, 10),
            file=f"Kopie {at}.docx",
            state=state,
            returned=WHEN if state is CopyState.RETURNED else None,
        )
        for at, (name, state) in enumerate(_NAMES, start=1)
    )
    files = (
        ReturnedFile("c1", "c1", "Kopie 1.docx", "Jobcenter", WHEN, "a" * 64, VERSION),
        ReturnedFile("c2", "c2", "Kopie 2.docx", "Schulamt", WHEN, "b" * 64, VERSION, 0.876),
        ReturnedFile(
            "f3", "", "neu getippt.docx", "Kreisverband", WHEN, "c" * 64, "", 0.5,
            (LeftOut("chart", "word/document.xml#11", "Zugezogene 2013"),),
        ),
    )  # fmt: skip
    properties = replace(concept.properties, copies=given)
    return replace(concept, properties=properties, returned=files, proposals=proposals())


_NAMES = (
    ("Jobcenter", CopyState.RETURNED),
    ("Schulamt", CopyState.RETURNED),
    ("Polizei", CopyState.OUT),
    ("Sportbund", CopyState.CLOSED),
)


def _remarked(section: Section) -> Section:
    answers = (Reply("r1", "Sozialamt", WHEN, "Ja, bis Mai."),)
    first = Comment("k1", "Demir, Ayşe", SENT, "Steht das Jahr fest?", replies=answers, origin="c1:0", resolved=True)
    own = Comment("k2", "Sozialamt", SENT, "Nur für uns")
    whole = Comment("k3", "", SENT, "Fehlt hier die Polizei?", origin="c2:4")
    paragraph = section.blocks("text")[0]
    marked = p(Text("Alle zwei Jahre", comments=("k1",)), CYCLE.removeprefix("Alle zwei Jahre"), id=paragraph.id)
    made = chapter(section.title, marked, *section.blocks("text")[1:], id=section.id)
    return replace(made, comments=(first, own, whole))
