"""A concept with every kind of page: what the judges read, and what is looked at."""

from dataclasses import replace

from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.model.template import Placement, Role
from ikonzept_desktop.publication.tree import BoxElement, Element, Publication, PublishedSection, TextRun
from tests.export.word.publications import (
    bold,
    box,
    br,
    bullets,
    cell,
    figure,
    images,
    label,
    link,
    note,
    numbers,
    p,
    page_of,
    picture,
    publication,
    quote,
    runs,
    section,
    see,
    table,
)

SENTENCE = (
    "Die Einrichtungen des Kreises stimmen ihre Angebote einmal im Jahr miteinander ab und veröffentlichen einen "
    "gemeinsamen Kalender, der in allen zehn Städten ausliegt. "
)
CHART, TALL_CHART = picture(), picture(300, 600, "#A05A1B")


def sample() -> tuple[Publication, dict[str, bytes]]:
    """Give a concept of some twenty pages and its images."""
    chapters = (*front(), *first_chapters(), fields_of_action(), *annexes())
    return publication(*chapters), images(CHART, TALL_CHART)


def front() -> tuple[PublishedSection, ...]:
    def outside(title: str, role: Role, *content: Element) -> PublishedSection:
        return section(title, *content, placement=Placement.FRONT, role=role, in_contents=False)

    imprint = p("Herausgeber: Kreis Musterstadt", br(), "Der Landrat")
    return (
        outside("Titel", Role.COVER, p("Foto: Pressestelle")),
        outside("Impressum", Role.IMPRINT, imprint, p("Gefördert durch das Ministerium")),
        section("Grußwort", p(SENTENCE * 4), placement=Placement.FRONT),
    )


def first_chapters() -> tuple[PublishedSection, ...]:
    balance = section("Bilanz 2007", p(SENTENCE * 2), number="3.1")
    today = section("Was will das Konzept heute", p(SENTENCE * 12), number="3.2")
    long_notes = [p(SENTENCE * 4, note("Fußnote zur Einleitung, " + SENTENCE)) for _ in range(9)]
    notes = [p(SENTENCE * 6, note("Siehe Beschlussvorlage 50/020/2015.")) for _ in range(10)]
    tall = figure(TALL_CHART, "Hohes Bild", 1, "Ein hohes Bild", 0.9)
    return (
        section("Einleitung", *long_notes, number="1"),
        section("Situation", p(SENTENCE * 3), tall, number="2"),
        section("Vom Rahmenkonzept zum Integrationskonzept", balance, today, number="3"),
        section("Leitlinien und Leitziele", *notes, number="4"),
    )


def fields_of_action() -> PublishedSection:
    language = language_field()
    education = section(
        "Bildung und Ausbildung",
        p("Siehe Kapitel ", see(language, "5.2.1"), ", ", see(language, "Sprache"), " und ",
          see(language, "5.2.1 Sprache"), " auf Seite ", page_of(language), "."),
        figure(CHART, "Zuzüge 2010 bis 2014", 2, "Säulen, die höher werden", 0.8, "Quelle: eigene Darstellung"),
        p(SENTENCE * 5),
        number="5.2.2",
        kind="field_of_action",
    )  # fmt: skip
    return section(
        "Querschnittsaufgaben und Handlungsfelder",
        section("Querschnittsaufgaben", p(SENTENCE), number="5.1"),
        section("Handlungsfelder", language, education, number="5.2"),
        number="5",
    )


def language_field() -> PublishedSection:
    offers = table(
        ["Angebot", "Zielgruppe", "Träger"],
        ["Integrationskurs", runs("Erwachsene", note("Mit Bleiberecht; siehe § 44 AufenthG.")), "Volkshochschulen"],
        ["Sprachförderung", "Kinder ab 4 Jahren", "Kindertagesstätten"],
        [cell("Lesepaten", down=2), "Schulkinder", "Ehrenamt"],
        [None, cell("Eltern, Familienzentren", across=2)],
        caption="Angebote nach Zielgruppe",
        number=1,
        source="Quelle: Bestandsaufnahme 2014",
    )
    marked = (bold("Fett"), " und ", TextRun("kursiv", Marks.ITALIC), " und m", TextRun("2", Marks.SUPERSCRIPT), ".")
    survey = note("Bestandsaufnahme der Arbeitsgruppe Sprache und Bildung, 2014.")
    page = link("www.kreis.example", "https://www.kreis.example/Integration?a=1&b=2")
    groups = bullets("in Grundschulen", numbers("eins", "zwei", level=2), "in Kitas", level=1)
    offices = numbers("im Sozialamt", "im Jugendamt", level=1)
    return section(
        "Sprache",
        label("Ausgangslage"),
        p(SENTENCE * 3, "Danach folgt mehr.", survey, " ", *marked),
        quote("Alle Menschen im Kreis können sich auf Deutsch verständigen."),
        label("Bestehende Angebote"),
        p("Siehe ", see(offers, "Tabelle 1"), " auf Seite ", page_of(offers), "; mehr unter ", page, "."),
        offers,
        bullets("Elterncafés", "Lesepaten", groups, "Gesprächskreise"),
        label("Teilziele"),
        numbers("Kinder kommen mit sicherem Deutsch in die Schule.", "Verständigung ist gesichert.", offices, "Kurse."),
        p("Danach eine zweite Liste:"),
        numbers("neu eins", "neu zwei"),
        label("Maßnahmen"),
        *measures(),
        p("Oberstes Ziel ist die Verständigung.", label="Leitziel"),
        number="5.2.1",
        kind="field_of_action",
    )


def measures() -> tuple[BoxElement, ...]:
    pool = p("Geschulte Sprachmittler begleiten Gespräche in Ämtern.", note("Beschluss vom 18.12.2012."))
    return (
        box("S 1", "Sprachförderung in Kitas verzahnen", ("Federführung", p("Kreisjugendamt"))),
        box("S 2", "Sprachmittlerpool aufbauen", ("Beschreibung", pool), ("Schritte", bullets("Schulung", "Einsatz"))),
    )


def annexes() -> tuple[PublishedSection, ...]:
    quarters = [f"Q{quarter}/{year}" for year in (2015, 2016) for quarter in (1, 2, 3, 4)]
    rows = [[f"Maßnahme {row}", *("ja" if (row + place) % 3 else "nein" for place in range(8))] for row in range(1, 30)]
    plan = table(["Maßnahme", *quarters], *rows, caption="Zeitplan", number=2, widths=(0.28, *[0.09] * 8))
    members = [[str(row), f"Institution {row} mit einem ziemlich langen Namen", "Leitung"] for row in range(1, 70)]
    list_of_members = table(["Nr.", "Institution", "Funktion"], *members, widths=(0.1, 0.5, 0.4))

    def annex(title: str, *content: Element | PublishedSection, number: str = "") -> PublishedSection:
        return section(title, *content, number=number, kind="annex", placement=Placement.ANNEX)

    notes_on_it = section("Erläuterung", p("Er gilt bis 2016."), number="Anlage 1.1", kind="annex")
    first = replace(annex("Zeitplan", plan, notes_on_it, number="Anlage 1"), id="zeitplanaaaa")
    second = annex(
        "Mitglieder des Arbeitskreises", list_of_members, p("Siehe ", see(first, "Anlage 1"), "."), number="Anlage 2"
    )
    return first, second, annex("Teilnehmerkreis der Workshops", p(SENTENCE))
