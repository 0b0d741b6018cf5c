"""Five copies of the example as they come back: who did what in them, section by section.

Of all there is to do each is done tracked and untracked, and the most of it by way of another format too.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.office.running import Step
from tests.review.office_edits import (
    Edit,
    added,
    cell,
    copied,
    exchanged,
    joined,
    moved_up,
    noted,
    parted,
    remarked,
    removed,
    row_added,
    row_removed,
    struck,
    written,
)


@dataclass(frozen=True)
class Part:
    """What is done in one field of a section."""

    section: str
    field: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Round:
    """What one person does between opening and saving."""

    author: str
    """Nothing for one who does not track: then it is the reviewer's."""
    parts: tuple[Part, ...]

    @property
    def edits(self) -> Iterator[Edit]:
        return (edit for part in self.parts for edit in part.edits)


@dataclass(frozen=True)
class GivenOut:
    """A copy, to whom it was given, and all that is done in it."""

    reviewer: str
    rounds: tuple[Round, ...]
    by_way_of: tuple[str, ...] = ()
    """As which kinds of files it is saved, the edits being made in the last of them."""

    def everything(self) -> Iterator[tuple[Part, Edit, str]]:
        """Go through all that is done in it, with whose it is."""
        for each in self.rounds:
            for part in each.parts:
                for edit in part.edits:
                    yield part, edit, each.author or self.reviewer

    def steps(self, draft: str, folder: str) -> Iterator[Step]:
        """Go through all that hands do to it; what comes of it is REVIEWER.docx."""
        path = draft
        for count, suffix in enumerate(self.by_way_of):
            yield ("open", path)
            path = f"{folder}/{self.reviewer}-{count}{suffix}"
            yield from (("save", path), ("close",))
        for count, each in enumerate(self.rounds):
            yield ("open", path)
            yield from (("be", each.author or "Niemand"), ("track", bool(each.author)))
            for edit in each.edits:
                yield from edit.steps
            is_last = count + 1 == len(self.rounds)
            path = f"{folder}/{self.reviewer}.docx" if is_last else f"{folder}/{self.reviewer}-r{count}.docx"
            yield from (("save", path), ("close",))


def in_section(section: str, *edits: Edit, field: str = "text") -> Part:
    return Part(section, field, edits)


SITUATION, BALANCE = "2 Situation der Menschen mit Zuwanderungsgeschichte", "3.1 Bilanz des Rahmenkonzepts 2007"
JUGENDAMT = GivenOut(
    "Jugendamt",
    (
        Round(
            "Anna Amsel",
            (
                in_section(
                    "1 Einleitung",
                    exchanged("Der Kreis Mettmann ist seit", "Zuwanderungsland", "Einwanderungsland"),
                    written("Lange galt Integration", "galt", "genug "),
                    struck("Das vorliegende Konzept", "vorliegende "),
                    added("Wohin wollen wir?", "Wie kommen wir dorthin?"),
                    parted("Zum Begriff. Das Konzept", "Es meint damit"),
                ),
                in_section(
                    SITUATION,
                    added("Am 31.\xa0Dezember 2013 lebten", "Die Zahlen werden jährlich fortgeschrieben."),
                    cell("43.600", "43.650"),
                    row_added("28,1", "Heiligenhaus", "Neustadt", "1.000", "200", "100", "20,0"),
                    row_removed("italienisch", "6.700", "6.300", "–6,0"),
                    joined("Jünger als der Durchschnitt.", "Teilhabe bleibt ungleich"),
                    noted("Meldungen der zehn Städte", " Nachgetragen im März."),
                    remarked("Engagement. In den Statistiken", "Statistiken", "Welche sind gemeint?", "Anna Amsel",
                             answer="Die der Städte.", by="Ben Bach"),
                ),
                in_section(
                    BALANCE,
                    exchanged("Jedes Handlungsfeld erhält", "vier", "fünf"),
                    removed("Zwei Arbeitsfelder von 2007"),
                ),
                in_section(
                    "3.3 Fortschreibung",
                    moved_up("Betrifft er ein Ziel", over="Betrifft der Vorschlag",
                             after="Der Koordinierungskreis berät ihn in der nächsten Sitzung und gibt eine "
                             "Empfehlung ab."),
                    copied("Die Entscheidung wird begründet und im nächsten Bericht veröffentlicht.",
                           before="Der Koordinierungskreis berät ihn",
                           after="Das Kreisintegrationszentrum prüft mit"),
                ),
                in_section(
                    "3.3 Fortschreibung",
                    exchanged("Fortschreibung", "Fortschreibung", "Fortführung"),
                    field="title",
                ),
                in_section(
                    "5.2.1 Sprache", exchanged("Volkshochschule Hilden-Haan für", "Hilden-Haan", "Ratingen"),
                    field="lead",
                ),
            ),
        ),
    ),
)  # fmt: skip
JOBCENTER = GivenOut(
    "Jobcenter",
    (
        Round(
            "",
            (
                in_section(
                    "4 Leitlinien und Leitziele",
                    exchanged("Integration beruht auf", "Gegenseitigkeit", "Wechselseitigkeit"),
                    written("Das Grundgesetz gilt", "für alle", "uneingeschränkt "),
                    struck("Was allen dient", "verständliche Bescheide und "),
                    parted("Beteiligung heißt mitentscheiden", "Dafür stehen"),
                ),
                in_section(
                    "5.1.1 Interkulturelle Öffnung",
                    added("Steuerung. Ab dem Haushaltsjahr", "Haushalt. Jedes Fachamt nennt seine Mittel."),
                    joined("Eine Verwaltung ist für alle", "Die Kreisverwaltung hat 2014"),
                    noted("Anonyme Befragung des Hauptamtes", " Ein Bericht liegt vor."),
                ),
                in_section(
                    "5.1.1 Interkulturelle Öffnung",
                    exchanged("Jedes Angebot wird daraufhin", "daraufhin", "jährlich"),
                    field="title",
                ),
                in_section(
                    "5.1.2 Vernetzung",
                    moved_up("Zwischen den Ebenen vermittelt", over="Auf Kreisebene treffen",
                             after="Vor Ort arbeiten die Netzwerke der Städte. Sie kennen die Menschen und die "
                             "Angebote; was dort geregelt werden kann, bleibt dort."),
                    copied("Vor Ort arbeiten die Netzwerke der Städte. Sie kennen die Menschen und die Angebote; was "
                           "dort geregelt werden kann, bleibt dort.",
                           before="Vernetzung braucht schließlich", after="Vernetzung braucht Auskunft."),
                ),
                in_section("5.2 Handlungsfelder", removed("Alle Maßnahmen stehen unter")),
                in_section(
                    "5.2.2 Bildung und Ausbildung",
                    cell("13,8", "13,9"),
                    row_added("32,1", "Hauptschulabschluss", "Förderschulabschluss", "0,1", "0,2", "0,3", "0,4"),
                    row_removed("mittlerer Schulabschluss", "39,1", "37,6", "34,6", "38,9"),
                    field="situation",
                ),
                in_section("5.2.1 Sprache", exchanged("9 Einsätze auf Anfrage", "9", "11"), field="indicator_baseline"),
                in_section(
                    "6.1 Kreisintegrationszentrum",
                    remarked("Das KIZ bietet selbst", "wenig", "Zu wenig?", "Jobcenter"),
                ),
            ),
        ),
    ),
)  # fmt: skip
VOLKSHOCHSCHULE = GivenOut(
    "Volkshochschule",
    (
        Round(
            "Cem Celik",
            (
                in_section("4 Leitlinien und Leitziele", exchanged("Teilhabe ist der Maßstab", "Maßstab", "Prüfstein")),
                in_section(
                    "6.1 Kreisintegrationszentrum",
                    exchanged("Es hilft, Fördermittel zu finden", "Anträge", "Förderanträge"),
                    parted("Das KIZ bietet selbst nur", "Es berät"),
                    added("Es pflegt die Übersicht", "Es gibt einen Rundbrief heraus."),
                ),
            ),
        ),
        Round(
            "Dana Dorn",
            (
                in_section(
                    "6.2 Netzwerke auf Kreisebene",
                    removed("Auf Kreisebene arbeiten zwei Gremien"),
                    written("Arbeitskreis Integration. Er ist", "größere", "weitaus "),
                ),
                in_section("6.1 Kreisintegrationszentrum", struck("Das Kreisintegrationszentrum, kurz", ", kurz KIZ,")),
            ),
        ),
    ),
)
KREISSPORTBUND = GivenOut(
    "Kreissportbund",
    (
        Round(
            "Eva Ernst",
            (
                in_section(
                    "4 Leitlinien und Leitziele", exchanged("Teilhabe ist der Maßstab", "Maßstab", "Gradmesser")
                ),
                in_section(
                    "5.2 Handlungsfelder", exchanged("Alle Maßnahmen stehen unter", "Vorbehalt", "Haushaltsvorbehalt")
                ),
                in_section(
                    "5.2.5 Sport",
                    exchanged("Auf dem Platz zählt", "Ball", "Puck"),
                    removed("Nicht verschwiegen sei"),
                    field="situation",
                ),
                in_section(
                    "7 Integrationsberichterstattung und Controlling",
                    added("Controlling. Das KIZ fragt", "Die Antworten werden veröffentlicht."),
                    parted("Integrationsbericht. Die Sozialplanung", "Er stellt für"),
                ),
                in_section(
                    "Anlage 2 Abkürzungen und Rechtsgrundlagen",
                    added("KSB – Kreissportbund", "LSB – Landessportbund"),
                    exchanged("VHS – Volkshochschule", "Volkshochschule", "Volkshochschulen"),
                    removed("Kita – Kindertagesstätte"),
                    moved_up("IHK – Industrie", over="B1, B2", after="AG – Arbeitsgruppe"),
                ),
            ),
        ),
    ),
    by_way_of=(".odt",),
)
CARITAS = GivenOut(
    "Caritas",
    (
        Round(
            "",
            (
                in_section("1 Einleitung", exchanged("Der Kreis Mettmann ist seit", "Zuwanderungsland",
                                                     "Einwanderungsland")),
                in_section(
                    "8 Ausblick",
                    exchanged("Niemand kann heute sagen", "heute", "derzeit"),
                    parted("Zugleich wird der Kreis älter", "Viele Betriebe"),
                    added("Drei Vorhaben stehen nach", "Wir werden uns beteiligen."),
                    removed("Integration lässt sich nicht verordnen"),
                ),
                in_section(
                    "5.2.6 Zusammenleben in Sicherheit",
                    exchanged("Nachbarschaften lösen ihre", "früh", "rechtzeitig"),
                    field="title",
                ),
                in_section("Anlage 1 Auftrag und Beratungsfolge", joined("die Umsetzung des Rahmenkonzepts",
                                                                         "das Rahmenkonzept unter")),
            ),
        ),
    ),
    by_way_of=(".odt", ".docx"),
)  # fmt: skip
COPIES = (JUGENDAMT, JOBCENTER, VOLKSHOCHSCHULE, KREISSPORTBUND, CARITAS)
