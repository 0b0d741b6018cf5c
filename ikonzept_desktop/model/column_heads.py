"""Which column of a field a head over a foreign column means: by its label, by other words for it, by a part of it."""

from collections.abc import Sequence

from ikonzept_desktop.model.folding import folded
from ikonzept_desktop.model.template import FieldKind, FieldType

NUMBER = "#"
"""Stands for the number that the program gives a record; no key of a column is written so."""
SAME, ALIKE, PARTLY = 3, 2, 1
"""How well a head and a column go together; 0 for not at all."""
_LEAST_PART = 5
"""Letters that a part of a head must have to mean something."""
_NUMBER_HEADS = frozenset(
    {"", "nr", "no", "nummer", "lfdnr", "lfd", "laufendenummer", "massnahmennr", "massnahmennummer"}
)
_GROUPS = tuple(
    frozenset(words.split())
    for words in (
        "titel bezeichnung name thema gegenstand was vorhaben projekt massnahme massnahmentitel kurztitel uberschrift",
        "beschreibung inhalt erlauterung kurzbeschreibung text umsetzung umsetzungsschritte wie details",
        "federfuhrung federfuhrend zustandig zustandigkeit zustandigestelle wer ansprechpartner leitung",
        "federfuhrung verantwortlich verantwortliche verantwortung verantwortlichkeit",
        "partner kooperationspartner partnerinnen mitwirkende beteiligte beteiligung akteure kooperation mitwem",
        "zeitrahmen zeitraum termin termine frist laufzeit zeitplan zeitplanung umsetzungszeitraum wann biswann",
        "frist termin datum stichtag fallig falligkeit bis bisam biszum",
        "ressourcenundfinanzierung ressourcen finanzierung kosten mittel budget finanzen ressourcenbedarf aufwand",
        "prioritat prio wichtigkeit dringlichkeit rang",
        "umsetzungsstand stand status sachstand fortschritt bearbeitungsstand",
        "zielgruppe zielgruppen furwen adressaten",
        "zugeordnetesteilziel teilziel teilziele ziel ziele wozu",
        "herkunft ursprung fundstelle",
        "indikator kennzahl messgrosse",
        "indikatorbasis basis basiswert ausgangswert ist istwert",
        "indikatorsoll soll sollwert zielwert",
        "datenquelle quelle quellen",
        "gruppe arbeitsgruppe gremium",
        "aufgabe aufgaben auftrag funktion",
        "sitzungen treffen sitzungstermine",
        "institution einrichtung organisation trager stelle verein name",
        "kurzform abkurzung kurzel kurz",
        "kategorie art typ bereich",
        "ort stadt wohnort gemeinde sitz",
        "vorname nachname name person",
    )
)
"""Words for the same thing; what is beside others is the label of a column, or another word for it."""


def bare(text: str) -> str:
    """Give the letters and digits of a head, small and without umlauts."""
    return "".join(sign for sign in folded(text) if sign.isalnum())


def title_of(type: FieldType) -> FieldType | None:
    """Give the column that names a record: the first line among those that are not hidden."""
    return next((column for column in columns_of(type) if column.kind is FieldKind.LINE), None)


def columns_of(type: FieldType) -> tuple[FieldType, ...]:
    """Give the columns that can be filled."""
    return tuple(column for column in type.columns if not column.hidden)


def likeness(head: str, column: FieldType, type: FieldType) -> int:
    """Tell how well a head names a column of a field: SAME, ALIKE, PARTLY or 0."""
    word, label = bare(head), bare(column.label)
    if not word:
        return 0
    if word == label:
        return SAME
    if column is title_of(type) and word in {bare(type.singular), bare(type.label), *_GROUPS[0]}:
        return ALIKE
    if any(word in group and label in group for group in _GROUPS):
        return ALIKE
    parts = (word in label and len(word) >= _LEAST_PART, label in word and len(label) >= _LEAST_PART)
    return PARTLY if any(parts) else 0


def is_number_head(head: str) -> bool:
    """Tell whether a column under that head counts the rows."""
    word = bare(head)
    return bool(head.strip()) and (word in _NUMBER_HEADS or head.strip() == "#")


def keys_for(heads: Sequence[str], type: FieldType) -> tuple[str, ...]:
    """Give for each head the key of the column it means, NUMBER for a count, or nothing; each key once."""
    found = [NUMBER if type.numbering and is_number_head(head) else "" for head in heads]
    while found.count(NUMBER) > 1:
        found[len(found) - 1 - found[::-1].index(NUMBER)] = ""
    columns = columns_of(type)
    for wanted in (SAME, ALIKE, PARTLY):
        for place, head in enumerate(heads):
            if found[place]:
                continue
            fits = (c.key for c in columns if c.key not in found and likeness(head, c, type) == wanted)
            found[place] = next(fits, "")
    return tuple(found)
