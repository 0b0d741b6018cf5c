"""What is said of an import, in German: a sentence for each kind of decision, for one of it and for several."""

from collections.abc import Mapping

from ikonzept_desktop.importing.plan import Reason
from ikonzept_desktop.values import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """How decisions of one kind are told."""

    one: str
    many: str
    """With `{count}`."""
    line: str = "{text}"
    """How each of them reads, by what it says: `{text}`, `{about}`, `{place}`."""


TITLE = "Übernahme aus „{name}“"
SECTIONS = "Abschnitte"
DECISIONS = "Was dabei entschieden wurde"
INBOX = "Im Eingang, wo es auf seinen Platz wartet"
NOTHING_DECIDED = "Es gab nichts zu entscheiden: Alles steht, wie es im Dokument stand."
UNSURE = "bitte ansehen"
NOTHING_CAME = "nichts übernommen"
UNTITLED = "Ohne Titel"

COUNTS: Mapping[str, tuple[str, str]] = {
    "sections": ("1 Abschnitt", "{count} Abschnitte"),
    "fields": ("1 Feld", "{count} Felder"),
    "records": ("1 Eintrag", "{count} Einträge"),
    "tables": ("1 Tabelle", "{count} Tabellen"),
    "figures": ("1 Abbildung", "{count} Abbildungen"),
    "notes": ("1 Fußnote", "{count} Fußnoten"),
    "references": ("1 Querverweis", "{count} Querverweise"),
    "comments": ("1 Kommentar", "{count} Kommentare"),
    "proposals": ("1 Änderung als Vorschlag", "{count} Änderungen als Vorschläge"),
    "unsure": ("1 Stelle zum Ansehen", "{count} Stellen zum Ansehen"),
    "inbox": ("1 Stück im Eingang", "{count} Stücke im Eingang"),
}

REASONS: Mapping[Reason, str] = {
    Reason.STYLE: "Überschrift nach Formatvorlage oder Gliederungsebene",
    Reason.NUMBER: "getippte Nummer wie bei anderen Überschriften",
    Reason.LOOK: "kurze Zeile für sich, fett oder größer als der Text",
    Reason.WORDS: "Wortlaut eines bekannten Abschnitts",
    Reason.RECURRING: "kehrt unter mehreren Überschriften wieder",
    Reason.HEADS: "Spaltenköpfe wie die eines Feldes",
    Reason.PLACE: "nach der Stelle im Dokument",
    Reason.PERSON: "von Hand entschieden",
}

_ABOUT = "{about}"
_BOTH = "{text} ({about})"
_PLACED = "{about} ({place})"

PHRASES: Mapping[str, Phrase] = {
    # Building
    "typed_number": Phrase(
        "1 getippte Nummer entfernt; das Programm zählt selbst",
        "{count} getippte Nummern entfernt; das Programm zählt selbst",
        "{text}",
    ),
    "contents_change": Phrase(
        "1 Änderung im alten Inhaltsverzeichnis; das Programm schreibt es selbst",
        "{count} Änderungen im alten Inhaltsverzeichnis; das Programm schreibt es selbst",
    ),
    "record_number": Phrase(
        "1 Nummer eines Eintrags entfernt; das Programm zählt selbst",
        "{count} Nummern von Einträgen entfernt; das Programm zählt selbst",
        "{text}",
    ),
    "from_number": Phrase(
        "1 Angabe aus den Nummern der Einträge übernommen",
        "{count} Angaben aus den Nummern der Einträge übernommen",
        "{place}: {about}",
    ),
    "field_label": Phrase(
        "1 Zwischenüberschrift ist jetzt der Name eines Feldes",
        "{count} Zwischenüberschriften sind jetzt Namen von Feldern",
        "{text} → {about}",
    ),
    "column_head": Phrase(
        "1 Spaltenkopf ist jetzt der Name eines Feldes",
        "{count} Spaltenköpfe sind jetzt Namen von Feldern",
    ),
    "table_records": Phrase(
        "1 Tabelle ist jetzt eine Liste von Einträgen",
        "{count} Tabellen sind jetzt Listen von Einträgen",
        "{place}: {about}",
    ),
    "read_value": Phrase(
        "1 Angabe als Auswahl, Tag, Antwort oder Verweis gelesen",
        "{count} Angaben als Auswahl, Tag, Antwort oder Verweis gelesen",
        "{about}: {text}",
    ),
    "no_field": Phrase(
        "1 Zwischenüberschrift blieb fett im Text: Der Abschnitt hat kein solches Feld",
        "{count} Zwischenüberschriften blieben fett im Text: Ihre Abschnitte haben kein solches Feld",
        _PLACED,
    ),
    "stays_text": Phrase(
        "1 Angabe blieb Text, weil sie nicht in ihr Feld passt",
        "{count} Angaben blieben Text, weil sie nicht in ihr Feld passen",
        _PLACED,
    ),
    "no_text": Phrase(
        "1 Abschnitt nimmt keinen Text auf; er steht im Eingang",
        "{count} Abschnitte nehmen keinen Text auf; er steht im Eingang",
        "{place}",
    ),
    "headless": Phrase(
        "Der Text vor der ersten Überschrift steht in einem Abschnitt, der wie die Datei heißt",
        "{count} Texte vor der ersten Überschrift stehen in Abschnitten, die wie die Datei heißen",
        _ABOUT,
    ),
    "other_kind": Phrase(
        "1 Abschnitt ist von anderer Art als vorgeschlagen, weil diese dort nicht stehen kann",
        "{count} Abschnitte sind von anderer Art als vorgeschlagen, weil diese dort nicht stehen kann",
        "{place} ({about})",
    ),
    "renamed": Phrase(
        "1 Überschrift heißt anders als im Dokument",
        "{count} Überschriften heißen anders als im Dokument",
        "{text} → {about}",
    ),
    "title_merged": Phrase(
        "1 Überschrift entfällt: Was darunter stand, steht jetzt im Abschnitt, in den es kam",
        "{count} Überschriften entfallen: Was darunter stand, steht jetzt im Abschnitt, in den es kam",
        "{text} → {about}",
    ),
    "title_colon": Phrase(
        "1 Doppelpunkt hinter einer Überschrift entfernt",
        "{count} Doppelpunkte hinter Überschriften entfernt",
        _ABOUT,
    ),
    "title_same": Phrase(
        "1 Titel oder Angabe zum Ganzen stand schon im Konzept",
        "{count} Titel oder Angaben zum Ganzen standen schon im Konzept",
    ),
    "title_kept": Phrase(
        "1 Titel oder Angabe zum Ganzen steht im Eingang; das Konzept sagt dazu schon etwas",
        "{count} Titel oder Angaben zum Ganzen stehen im Eingang; das Konzept sagt dazu schon etwas",
        _ABOUT,
    ),
    "contents_line": Phrase(
        "1 Zeile des alten Inhaltsverzeichnisses ersetzt; das Programm schreibt es selbst",
        "{count} Zeilen des alten Inhaltsverzeichnisses ersetzt; das Programm schreibt es selbst",
    ),
    "reference": Phrase(
        "1 Verweis führt jetzt dorthin, wo sein Ziel im Konzept steht",
        "{count} Verweise führen jetzt dorthin, wo ihre Ziele im Konzept stehen",
    ),
    "lost_reference": Phrase(
        "1 Verweis führt nirgends hin und blieb der Text, der zu lesen war",
        "{count} Verweise führen nirgends hin und blieben der Text, der zu lesen war",
        _ABOUT,
    ),
    "to_inbox": Phrase("1 Stelle steht im Eingang", "{count} Stellen stehen im Eingang", _ABOUT),
    "rescued": Phrase(
        "Achtung: Für einige Zeilen fand sich kein Platz; sie stehen im Eingang",
        "Achtung: Für einige Zeilen fand sich kein Platz; sie stehen im Eingang",
        "{about} Zeilen",
    ),
    # Word
    "caption_label": Phrase(
        "1 getippte Bezeichnung einer Tabelle oder Abbildung entfernt; das Programm zählt selbst",
        "{count} getippte Bezeichnungen von Tabellen und Abbildungen entfernt; das Programm zählt selbst",
    ),
    "source_label": Phrase(
        "1-mal „Quelle:“ entfernt; das Programm schreibt es selbst",
        "{count}-mal „Quelle:“ entfernt; das Programm schreibt es selbst",
    ),
    "typed_signs": Phrase(
        "Die getippten Zeichen einer Liste entfernt; sie ist jetzt eine Liste",
        "Die getippten Zeichen von {count} Listen entfernt; sie sind jetzt Listen",
        "{text} ({place})",
    ),
    "counts_anew": Phrase(
        "1 Liste zählt jetzt von 1 an",
        "{count} Listen zählen jetzt von 1 an",
        "{place} (im Dokument {about})",
    ),
    "soft_hyphens": Phrase(
        "Bedingte Trennstriche entfernt; das Programm trennt selbst",
        "Bedingte Trennstriche entfernt; das Programm trennt selbst",
        "{about}",
    ),
    "nested_table": Phrase(
        "1 Tabelle in einer Zelle steht dort jetzt als Zeilen",
        "{count} Tabellen in Zellen stehen dort jetzt als Zeilen",
        "{place}",
    ),
    "large_table": Phrase(
        "1 Tabelle ist zu groß und steht als Text im Konzept",
        "{count} Tabellen sind zu groß und stehen als Text im Konzept",
        "{place}",
    ),
    "out_of_table": Phrase(
        "1 Abbildung aus einer Tabelle steht jetzt dahinter",
        "{count} Abbildungen aus Tabellen stehen jetzt dahinter",
        "{place}",
    ),
    "shape": Phrase(
        "1 Zeichnung ohne Bild nicht übernommen",
        "{count} Zeichnungen ohne Bild nicht übernommen",
        "{about} ({place})",
    ),
    "inner_link": Phrase(
        "1 Verknüpfung innerhalb des Dokuments blieb Text",
        "{count} Verknüpfungen innerhalb des Dokuments blieben Text",
        _PLACED,
    ),
    "link": Phrase(
        "1 Verknüpfung entfernt, deren Adresse nicht erlaubt ist; ihr Text blieb",
        "{count} Verknüpfungen entfernt, deren Adressen nicht erlaubt sind; ihr Text blieb",
        _PLACED,
    ),
    "field_code": Phrase("1 Feldfunktion entfernt; ihr Ergebnis blieb", "{count} Feldfunktionen entfernt"),
    "formula": Phrase("1 Formel steht als Text da", "{count} Formeln stehen als Text da", _PLACED),
    "symbol": Phrase(
        "1 Zeichen einer Symbolschrift ließ sich nicht deuten",
        "{count} Zeichen von Symbolschriften ließen sich nicht deuten",
        _PLACED,
    ),
    "page_number": Phrase("1 Seitenzahl entfernt", "{count} Seitenzahlen entfernt"),
    "repeated_head": Phrase(
        "1 wiederholte Kopf- oder Fußzeile nur einmal übernommen",
        "{count} wiederholte Kopf- oder Fußzeilen nur einmal übernommen",
    ),
    "running_head": Phrase(
        "1 wiederholte Kopf- oder Fußzeile nur einmal übernommen",
        "{count} wiederholte Kopf- oder Fußzeilen nur einmal übernommen",
    ),
    "note_reference": Phrase(
        "1 Verweis auf eine Fußnote blieb Text",
        "{count} Verweise auf Fußnoten blieben Text",
        _PLACED,
    ),
    "note_sign": Phrase(
        "1 getippte Nummer einer Fußnote entfernt; das Programm zählt selbst",
        "{count} getippte Nummern von Fußnoten entfernt; das Programm zählt selbst",
    ),
    "image_refused": Phrase(
        "1 Bild ließ sich nicht übernehmen; fügen Sie es als PNG oder JPEG ein",
        "{count} Bilder ließen sich nicht übernehmen; fügen Sie sie als PNG oder JPEG ein",
        _PLACED,
    ),
    "watermark": Phrase("1 Wasserzeichen nicht übernommen", "{count} Wasserzeichen nicht übernommen"),
    "comment": Phrase(
        "1 Kommentar ohne Text, an dem er stehen könnte",
        "{count} Kommentare ohne Text, an dem sie stehen könnten",
        "{about}: {text}",
    ),
    "chart": Phrase("1 Diagramm nicht übernommen", "{count} Diagramme nicht übernommen", "{place}: {text}"),
    "ole": Phrase(
        "1 eingebettetes Objekt nicht übernommen",
        "{count} eingebettete Objekte nicht übernommen",
        "{place}: {about} {text}",
    ),
    "smartart": Phrase("1 SmartArt-Grafik nicht übernommen", "{count} SmartArt-Grafiken nicht übernommen", "{place}"),
    "alternate": Phrase(
        "1 zweite Form für ältere Programme weggelassen; die erste ist übernommen",
        "{count} zweite Formen für ältere Programme weggelassen; die ersten sind übernommen",
    ),
    "chunk": Phrase(
        "1 eingebetteter Teil ließ sich nicht lesen",
        "{count} eingebettete Teile ließen sich nicht lesen",
        "{about} {text}",
    ),
    # Other formats
    "converted": Phrase(
        "Das Dokument wurde mit LibreOffice umgewandelt",
        "Das Dokument wurde mit LibreOffice umgewandelt",
        _ABOUT,
    ),
    "outside_link": Phrase(
        "1 Verbindung nach außen gekappt, die beim Öffnen nachgeladen würde",
        "{count} Verbindungen nach außen gekappt, die beim Öffnen nachgeladen würden",
        _ABOUT,
    ),
    "encoding": Phrase("Der Text ist in einer älteren Zeichenkodierung", "Der Text ist in älteren Kodierungen", _ABOUT),
    "letters_lost": Phrase(
        "Einige Zeichen ließen sich nicht lesen und sind durch � ersetzt",
        "Einige Zeichen ließen sich nicht lesen und sind durch � ersetzt",
        _ABOUT,
    ),
    "controls_left_out": Phrase("Steuerzeichen weggelassen", "Steuerzeichen weggelassen", _ABOUT),
    "remark_left_out": Phrase(
        "1 unsichtbare Anmerkung im Quelltext weggelassen",
        "{count} unsichtbare Anmerkungen im Quelltext weggelassen",
    ),
    "link_dropped": Phrase(
        "1 Verknüpfung entfernt, deren Adresse nicht erlaubt ist; ihr Text blieb",
        "{count} Verknüpfungen entfernt, deren Adressen nicht erlaubt sind; ihr Text blieb",
        _PLACED,
    ),
    "image_left_out": Phrase(
        "1 Bild nicht übernommen, weil es nicht in der Datei steht",
        "{count} Bilder nicht übernommen, weil sie nicht in der Datei stehen",
        _PLACED,
    ),
    "struck_out": Phrase(
        "1 durchgestrichene Stelle steht ohne Strich da",
        "{count} durchgestrichene Stellen stehen ohne Strich da",
        _PLACED,
    ),
    "markdown_as_text": Phrase(
        "Die Datei ist kein lesbares Markdown und wurde als Text gelesen",
        "Die Datei ist kein lesbares Markdown und wurde als Text gelesen",
    ),
    "front_matter": Phrase(
        "1 Angabe im Kopf der Datei nicht übernommen",
        "{count} Angaben im Kopf der Datei nicht übernommen",
    ),
    "link_title": Phrase("1 Titel einer Verknüpfung weggelassen", "{count} Titel von Verknüpfungen weggelassen", _BOTH),
    "link_unused": Phrase("1 ungenutzte Adresse weggelassen", "{count} ungenutzte Adressen weggelassen", _BOTH),
}

OTHER = Phrase("1 weitere Angabe", "{count} weitere Angaben", "{place} {about} {text}")
"""Of a kind that nobody has found words for."""


def counted(words: tuple[str, str], count: int) -> str:
    """Say how many, the German way: 10.444."""
    return words[0] if count == 1 else words[1].format(count=f"{count:,}".replace(",", "."))
