"""The German words by which sections, fields and columns of foreign concepts are known."""

import re
from collections.abc import Iterable, Mapping

from ikonzept_desktop.importing.recognition.words import bare_key, key


def _groups(said: str) -> tuple[frozenset[str], ...]:
    """Read groups of words that mean the same, parted by bars; each begins a line, indented lines go on in it."""
    groups = re.split(r"\n(?! )", said.strip())
    return tuple(frozenset(_both(re.split(r"\s*\|\s*", group))) for group in groups)


def _both(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        yield key(word)
        yield bare_key(word)


FIELDS = _groups("""
Ausgangslage | Ausgangssituation | Ist-Stand | Ist-Situation | Ist-Analyse | Situation | Situationsbeschreibung |
    Situationsanalyse | Bestandsaufnahme | Sachstand | Hintergrund | Status quo | Wo stehen wir
Bestehende Angebote | Angebote | Angebotsstruktur | Bisherige Angebote | Angebote und Projekte | Bestehende Projekte
    | Bestehende Strukturen | Vorhandene Strukturen | Bisherige Aktivitäten | Aktivitäten | Was es gibt | Was es
    schon gibt | Was gibt es schon
Bedarf | Handlungsbedarf | Bedarfslage | Bedarfsanalyse | Entwicklungsbedarf | Herausforderungen | Problemlage |
    Bedarf und Herausforderungen | Handlungsbedarf und Herausforderungen | Was fehlt |
    Was brauchen wir | Was wird gebraucht
Zielgruppe | Adressaten | Zielgruppen und Adressaten
Leitziel | Oberziel | Hauptziel | Gesamtziel | Zielsetzung | Übergeordnetes Ziel | Strategisches Ziel | Ziel |
    Wo wollen wir hin | Was wollen wir erreichen | Was wir erreichen wollen
Teilziel | Unterziel | Einzelziel | Handlungsziel | Mittlerziel | Konkretes Ziel | Konkrete Ziele | Zwischenziel |
    Operative Ziele | Ziele im Einzelnen
Maßnahme | Maßnahmenplan | Maßnahmenkatalog | Maßnahmentabelle | Maßnahmenübersicht | Maßnahmen und Projekte |
    Projekt | Vorhaben | Handlungsempfehlung | Empfehlungen | Handlungsschritte | Umsetzungsschritte | Ziele und
    Maßnahmen | Was ist zu tun | Was tun wir | Was wir tun | Was wollen wir tun
Akteure | Akteurinnen und Akteure | Akteure und Partner | Beteiligte | Beteiligte Akteure | Partner |
    Kooperationspartner | Netzwerkpartner | Partnerinnen und Partner | Kooperationspartnerinnen und
    Kooperationspartner | Zuständigkeiten | Träger |
    Wer macht mit | Wer ist beteiligt
Querschnittsbezug | Querbezüge | Bezüge | Schnittstellen | Querverbindungen | Bezug zu anderen Handlungsfeldern
Indikator | Kennzahlen | Erfolgskriterien | Erfolgsindikatoren | Messgrößen | Zielindikatoren | Woran wir den Erfolg
    messen
Quelle | Quellen und Literatur | Quellenangaben | Quellenverzeichnis | Literatur | Literaturverzeichnis | Literatur
    und Quellen
Grundsätze | Grundsatz | Prinzipien | Leitsätze | Regeln
Arbeitsgruppen | Arbeitskreise | Gremien
Institutionen | Beteiligte Institutionen | Einrichtungen | Organisationen | Beteiligte Einrichtungen
Personen | Teilnehmende | Teilnehmerinnen und Teilnehmer | Beteiligte Personen
Herausgeber | Herausgeberin | Herausgegeben von
Anschrift | Adresse | Kontakt | Postanschrift
Redaktion | Text und Redaktion | Redaktion und Text | Redaktionelle Bearbeitung | Bearbeitung und Redaktion
Gestaltung und Druck | Gestaltung | Layout | Druck | Satz und Druck | Satz | Layout und Druck | Grafik
Bildnachweise | Fotos | Fotonachweis | Bildrechte | Abbildungen | Titelfoto | Titelbild | Bilder
Gefördert durch | Förderung | Gefördert von | Mit Unterstützung von | Gefördert aus Mitteln
Stand | Redaktionsschluss
Unterzeichnet von | Unterschrift
""")
"""Labels of fields that mean the same; a field is known by all of a group that holds its label."""

COLUMNS = _groups("""
Titel | Maßnahme | Bezeichnung | Projekt | Vorhaben | Name der Maßnahme | Maßnahmentitel | Titel der Maßnahme |
    Maßnahme Titel | Handlungsempfehlung | Was
Beschreibung | Inhalt | Kurzbeschreibung | Erläuterung | Beschreibung der Maßnahme | Inhalt der Maßnahme | Inhalte |
    Kurze Beschreibung | Vorgehen | Was geschieht
Zugeordnetes Teilziel | Ziel | Teilziel | Zielsetzung | Ziel der Maßnahme | Zugeordnetes Ziel | Bezug zum Ziel
Zielgruppe | Adressaten | Für wen
Federführung | Verantwortlich | Verantwortliche | Verantwortung | Verantwortlichkeit | Zuständig | Zuständigkeit |
    Federführend | Zuständige Stelle | Verantwortliche Stelle | Wer | Träger | Leitung
Partner | Kooperation | Kooperationspartner | Beteiligte | Mitwirkung | Mitwirkende | Beteiligte Akteure | Akteure |
    Mit wem | Kooperation mit
Zeitrahmen | Zeitraum | Termin | Bis wann | Frist | Laufzeit | Zeitplan | Zeit | Wann | Zeitschiene |
    Umsetzungszeitraum | Zeithorizont | Beginn
Ressourcen und Finanzierung | Ressourcen | Kosten | Finanzierung | Mittel | Budget | Finanzen | Kosten und
    Finanzierung | Personal und Kosten | Aufwand | Haushalt
Priorität | Prio | Dringlichkeit
Indikator Basis | Basis | Ausgangswert | Indikator (Basis) | Ist-Wert | Ist | Basiswert
Indikator Soll | Indikator | Soll | Zielwert | Indikator (Soll) | Erfolgskriterium | Messgröße | Kennzahl |
    Erfolgsindikator | Soll-Wert
Umsetzungsstand | Stand | Status | Stand der Umsetzung | Umsetzung | Sachstand
Herkunft | Alte Nr. | Alte Nummer | Ursprung | Bisherige Nr.
Datenquelle | Quelle | Erhebung
Name | Vor- und Nachname | Vorname Name | Name Vorname | Person | Nachname
Name | Institution | Einrichtung | Organisation | Verein
Institution | Einrichtung | Organisation | Stelle | Dienststelle | Behörde | Firma
Funktion | Position | Rolle | Aufgabe | Tätigkeit
Gremien | Gremium | Arbeitsgruppe | AG | Arbeitskreis
Gruppe | Arbeitsgruppe | Gremium | Arbeitskreis | AG
Kurzform | Abkürzung | Kürzel | Kurzbezeichnung
Kategorie | Bereich
Stadt | Ort | Gemeinde | Kommune | Sitz | Wohnort
Sitzungen | Treffen | Termine
Aufgabe | Auftrag | Thema | Themen
Anrede | Herr/Frau
Gremium | Ausschuss | Beratung
""")
"""Heads of columns that mean the same."""

NUMBER_HEADS = frozenset(
    map(key, ("Nr.", "Nummer", "Lfd. Nr.", "Lfd.-Nr.", "Maßnahmen-Nr.", "Maßnahme Nr.", "Pos.", "Kennziffer", "#"))
)
"""Heads of a column of numbers that ours replace."""


def _titles(said: str) -> frozenset[str]:
    return frozenset(_both(said.split(" | ")))


KINDS: Mapping[str, frozenset[str]] = {
    "cover": _titles("Umschlag | Deckblatt | Titelseite | Titelblatt"),
    "imprint": _titles("Impressum | Impressum und Kontakt | Herausgeber und Impressum"),
    "foreword": _titles("Grußwort | Vorwort | Geleitwort | Zum Geleit | Vorwort und Dank"),
    "contributors": _titles(
        "Mitwirkende | Mitglieder des Arbeitskreises | Teilnehmerkreis | Teilnehmerliste | Teilnehmende | Beteiligte | "
        "Liste der Mitwirkenden | Liste der Beteiligten | Teilnehmerinnen und Teilnehmer | Arbeitskreismitglieder"
    ),
    "annex": _titles("Anlage | Anhang | Anlagenverzeichnis"),
}
"""Titles by which a kind is known, by its key in our own template; elsewhere by its label, which is among them."""

BEGINNINGS: Mapping[str, tuple[str, ...]] = {
    "foreword": ("grusswort", "vorwort", "geleitwort"),
    "contributors": ("mitglied", "teilnehm", "mitwirk"),
    "annex": ("anlage", "anhang"),
}
"""What titles of such a kind begin with, in small letters."""

CONTENTS = _titles(
    "Inhalt | Inhaltsverzeichnis | Inhaltsübersicht | Abbildungsverzeichnis | Tabellenverzeichnis | "
    "Verzeichnis der Abbildungen | Verzeichnis der Tabellen | Abbildungs- und Tabellenverzeichnis | "
    "Tabellen- und Abbildungsverzeichnis"
)
"""Headings of what the program computes."""

TITLE_STYLES = frozenset(("title", "titel", "haupttitel", "dokumenttitel", "document title", "buchtitel"))
SUBTITLE_STYLES = frozenset(("subtitle", "untertitel", "dokumentuntertitel"))
"""Names of styles, in small letters."""

CONCEPT = re.compile(
    r"(?i)\b(?:integrations|rahmen|gesamt|handlungs)?konzept(?:es|s)?\b|\bmasterplan\b"
    r"|\b(?:aktions|integrations|teilhabe|maßnahmen)plan\b|\bintegrationsstrategie\b"
)
"""A title with such a word is that of a whole concept."""

NUMBERED_WORDS = (
    "Anlage",
    "Anhang",
    "Kapitel",
    "Abschnitt",
    "Teil",
    "Handlungsfeld",
    "Querschnittsaufgabe",
    "Querschnittsthema",
    "Themenfeld",
    "Schwerpunkt",
    "Modul",
    "Baustein",
)
"""What may stand before the number of a heading."""
