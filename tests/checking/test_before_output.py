"""What is worth a look before a concept is given out."""

from dataclasses import replace
from pathlib import Path

from ikonzept_desktop.checking.before_output import Means, before_output
from ikonzept_desktop.checking.findings import Finding, Kind
from ikonzept_desktop.export.figure_sizes import printed_mm
from ikonzept_desktop.export.house_style import house_style
from ikonzept_desktop.export.stock import take_stock
from ikonzept_desktop.model.blocks import Figure
from ikonzept_desktop.model.cropping import Crop
from ikonzept_desktop.model.document import Document, Logo
from ikonzept_desktop.model.inline import Text
from ikonzept_desktop.model.template import FieldType, SectionKind
from tests.builders import TEMPLATE, chapter, doc, figure, fn, p, ref, row, table
from tests.checking.desk import found
from tests.export.pdf.builders import jpeg, png

IMAGES = {"wide": png(2000, 1000), "rough": png(320, 200), "photo": jpeg(1200, 800), "broken": b"none"}
STOCK = take_stock(lambda _share, _doing: None, IMAGES)
MEANS = Means(STOCK.characters, STOCK.sizes, printed_mm(house_style(())))


def told(document: Document, means: Means | None = MEANS) -> list[Finding]:
    return list(before_output(document, found(document), means))


def kinds(document: Document, means: Means | None = MEANS) -> list[Kind]:
    return [finding.kind for finding in told(document, means)]


def with_field(key: str, **changes: bool) -> tuple[SectionKind, ...]:
    """Give the kinds of the template with the fields of that key changed."""

    def changed(one: FieldType) -> FieldType:
        return replace(one, **changes) if one.key == key else one  # type: ignore[arg-type]

    return tuple(replace(kind, fields=tuple(map(changed, kind.fields))) for kind in TEMPLATE.kinds)


def test_a_sound_concept_has_nothing() -> None:
    shown = figure("Anteile", image="wide", alt="Balken")
    assert kinds(doc(chapter("Voll", p("Ein Wort für Şule, Łukasz, Юлия und محمد."), shown))) == []


def test_what_only_matters_while_writing_is_left_out() -> None:
    document = doc(chapter("Voll", p("Ein  Wort ist ist falsch geschrieben, Wrot.")))
    assert {Kind.DOUBLE_SPACE, Kind.DOUBLE_WORD} <= {finding.kind for finding in found(document)}
    assert kinds(document) == []


def test_findings_stand_in_the_order_of_the_sections() -> None:
    document = doc(chapter("Leer"), chapter("Bild", figure("A", image="wide")), chapter("Auch leer"))
    assert kinds(document) == [Kind.EMPTY, Kind.ALTERNATIVE_TEXT, Kind.EMPTY]


def test_a_decorative_figure_needs_no_words() -> None:
    shown = replace(figure("", image="wide"), decorative=True)
    assert kinds(doc(chapter("Bild", p("Ein Wort."), shown))) == []


def test_a_table_without_any_header_is_told_and_one_with_a_header_column_is_not() -> None:
    rows = (row("Sprache", "12"), row("Arbeit", "9"))
    assert kinds(doc(chapter("T", table(*rows, caption="Kurse", headers=(0, 0))))) == [Kind.NO_HEADER]
    assert kinds(doc(chapter("T", table(*rows, caption="Kurse", headers=(0, 1))))) == []
    assert kinds(doc(chapter("T", table(row("Nur eine", "Zeile"), headers=(0, 0))))) == []


def test_a_link_on_spaces_alone_is_told_with_its_place() -> None:
    address = "https://kreis.de"
    (finding,) = told(doc(chapter("T", p("Siehe ", Text(" ", link=address), "dort."))))
    assert (finding.kind, finding.place.start, finding.place.end) == (Kind.EMPTY_LINK, 6, 7)
    in_parts = p(Text("Kreis", link=address), Text(" ", link=address, language="en"), Text("Land", link=address))
    assert kinds(doc(chapter("T", in_parts))) == []


def test_a_link_on_spaces_in_a_note_is_told_too() -> None:
    note = replace(fn("x"), content=(Text(" ", link="https://kreis.de"),))
    (finding,) = told(doc(chapter("T", p("Wort", note, "."))))
    assert (finding.kind, finding.place.note) == (Kind.EMPTY_LINK, note.id)


def test_a_reference_without_target_is_told() -> None:
    assert kinds(doc(chapter("T", p("Siehe ", ref("weg"), ".")))) == [Kind.DANGLING]


def test_an_image_that_is_missing_or_none_is_told() -> None:
    shown = (figure("A", image="weg", alt="x"), figure("B", image="broken", alt="x"))
    assert kinds(doc(chapter("T", *shown))) == [Kind.MISSING_IMAGE, Kind.MISSING_IMAGE]


def test_an_image_is_measured_at_the_size_it_is_printed_in() -> None:
    rough = figure("Grob", image="rough", alt="x")
    (finding,) = told(doc(chapter("T", rough)))
    assert finding.kind is Kind.LOW_RESOLUTION
    assert "unscharf" in finding.why
    assert finding.text == "Grob"
    assert kinds(doc(chapter("T", replace(rough, width_mm=25.0)))) == []


def test_what_is_fine_for_the_web_is_told_for_print_alone() -> None:
    photo = figure("Foto", image="photo", alt="x")
    (finding,) = told(doc(chapter("T", photo)))
    assert "für das Web genügt das" in finding.why
    assert kinds(doc(chapter("T", photo)), replace(MEANS, least_dpi=150)) == []


def test_a_crop_takes_dots_away() -> None:
    whole = figure("Breit", image="wide", alt="x")
    part: Figure = replace(whole, crop=Crop(left=0.6))
    assert kinds(doc(chapter("T", whole))) == []
    assert kinds(doc(chapter("T", part))) == [Kind.LOW_RESOLUTION]


def test_a_character_no_font_has_is_told_at_its_first_place() -> None:
    (finding,) = told(doc(chapter("T", p("Das Zeichen 漢 und noch einmal 漢."))))
    assert (finding.kind, finding.text, finding.place.start) == (Kind.NO_GLYPH, "漢", 12)


def test_words_of_another_language_are_looked_at_too() -> None:
    assert kinds(doc(chapter("T", p("Wort ", Text("漢字", language="ja"), ".")))) == [Kind.NO_GLYPH, Kind.NO_GLYPH]
    assert kinds(doc(chapter("T", p("Wort ", Text("welcome", language="en"), ".")))) == []


def test_a_note_and_a_reference_are_no_characters() -> None:
    document = doc(chapter("T", p("Wort", fn("Beleg."), " und ", ref("s"), "."), id="s"))
    assert kinds(document) == []


def test_what_is_not_printed_is_left_out() -> None:
    section = chapter("T", p("漢"), figure("A", image="weg"), p("Siehe ", ref("weg")))
    assert len(told(doc(section))) == 4
    hidden = replace(TEMPLATE, kinds=with_field("text", internal=True))
    assert kinds(doc(section, template=hidden)) == []


def test_before_fonts_and_images_are_known_the_rest_is_told() -> None:
    assert kinds(doc(chapter("T", p("漢"), figure("A", image="weg"))), None) == [Kind.ALTERNATIVE_TEXT]


def test_stock_opens_nothing_but_images(tmp_path: Path) -> None:
    assert sorted(STOCK.sizes) == ["photo", "rough", "wide"]
    assert STOCK.sizes["rough"] == (320, 200)
    assert list(tmp_path.iterdir()) == []


def with_logos(*logos: Logo) -> Document:
    document = doc(chapter("T", p("Ein Wort.")))
    return replace(document, properties=replace(document.properties, logos=logos))


def test_a_logo_nobody_described_or_whose_image_is_gone_is_told_before_the_sections() -> None:
    found = told(with_logos(Logo("wide", "Wappen"), Logo("wide", " ", "imprint"), Logo("weg", "Land", "back")))
    assert [(each.kind, each.text, each.place.section) for each in found] == [
        (Kind.LOGO_TEXT, "Logo 2, Impressum", ""),
        (Kind.LOGO_IMAGE, "Logo 3, letzte Seite", ""),
    ]
    assert len({each.key for each in found}) == 2


def test_a_logo_that_is_printed_nowhere_is_not_told_of() -> None:
    assert kinds(with_logos(Logo("weg", "", "spine"))) == []


def test_without_the_means_of_printing_no_logo_is_said_to_be_missing() -> None:
    assert kinds(with_logos(Logo("weg", "Land")), None) == []
