"""Where a target stands."""

from ikonzept_desktop.model.fields import FieldAddress
from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.model.targets import selection_of
from tests.builders import chapter, doc, field_of_action, figure, p, record, records, row, table


def test_sections_records_tables_and_figures_are_found_wherever_they_stand() -> None:
    measures = records("measures", record(id="m", title="Kurs", description=figure(id="bild")))
    document = doc(
        chapter("Zahlen", p("Wort"), table(row("a"), id="tabelle"), id="zahlen"),
        chapter("Felder", field_of_action("Sprache", measures, id="sprache")),
    )
    text, measure = FieldAddress("zahlen", "text"), FieldAddress("sprache", "measures", "m")
    assert selection_of(document, "zahlen") == Selection("zahlen")
    assert selection_of(document, "tabelle") == Selection("zahlen", text, "tabelle", "", 0, 1)
    assert selection_of(document, "m") == Selection("sprache", measure)
    inner = FieldAddress("sprache", "measures", "m", "description")
    assert selection_of(document, "bild") == Selection("sprache", inner, "bild", "", 0, 1)
    assert selection_of(document, "fort") is None
