"""Whole publications as PDF files, judged by readers that know nothing of how they were made."""

import itertools
import re
import subprocess
from pathlib import Path

import pikepdf
import pytest

from ikonzept_desktop.export.house_style import Pairs
from ikonzept_desktop.export.pdf.writer import write_pdf
from ikonzept_desktop.model.blocks import ParagraphStyle
from ikonzept_desktop.model.inline import Marks
from ikonzept_desktop.model.template import Role
from ikonzept_desktop.publication.tree import BreakRun, Cover, ReferenceRun, TextRun
from tests.export.pdf.builders import (
    DATE,
    WORDS,
    bold,
    box,
    concept,
    figure,
    heading,
    italic,
    item,
    items,
    jpeg,
    note,
    p,
    png,
    section,
    table,
    written,
)
from tests.export.pdf.judges import complaints_of_qpdf, fonts, page_of, raw_text, structure, words

EVERYTHING = (
    section("Umschlag", figure("photo", "Marktplatz"), role=Role.COVER),
    section("Impressum", p("Der Landrat", label="Herausgeber"), role=Role.IMPRINT),
    section(
        "Einleitung",
        p(
            WORDS,
            bold(" Fachkräfte"),
            italic(" und Auflagen"),
            note(1),
            " ",
            TextRun("Seite", link="https://kreis.example"),
        ),
        p(WORDS, style=ParagraphStyle.QUOTE),
        items("eins", item("zwei", below=(items("innen", ordered=True, level=1),)), "drei"),
        number="1",
        children=(
            section(
                "Lage",
                p(WORDS),
                table(["Stadt", "Zahl"], ["Nord", "12"], ["Süd", "7"]),
                figure("chart"),
                number="1.1",
                level=2,
            ),
        ),
    ),
    section(
        "Sprache",
        heading("Ausgangslage"),
        p(WORDS),
        heading("Maßnahmen"),
        box("S 1", "Sprachmittlerpool aufbauen", Beschreibung=WORDS, Zeitrahmen="ab 2016"),
        number="2",
        kind="field_of_action",
    ),
)
IMAGES = {"photo": jpeg(), "chart": png()}


@pytest.fixture(name="everything", scope="module")
def _everything(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pdf")
    return written(folder, concept(*EVERYTHING, notes=("Vgl. Bericht 2014.",)), IMAGES)[0]


def test_qpdf_has_nothing_to_complain_of(everything: Path) -> None:
    assert complaints_of_qpdf(everything) == ""


def test_every_font_is_embedded_and_can_be_copied_from(everything: Path) -> None:
    found = fonts(everything)
    assert len(found) >= 4
    assert all(embedded and unicode for _, embedded, unicode in found)


def test_the_same_publication_and_date_give_the_same_bytes(tmp_path: Path) -> None:
    publication = concept(*EVERYTHING, notes=("Vgl. Bericht 2014.",))
    one, two = tmp_path / "1.pdf", tmp_path / "2.pdf"
    write_pdf(publication, IMAGES, one, date=DATE)
    write_pdf(publication, IMAGES, two, date=DATE)
    assert one.read_bytes() == two.read_bytes()


def test_the_file_says_its_title_language_and_date(everything: Path) -> None:
    with pikepdf.open(everything) as pdf:
        assert str(pdf.Root.Lang) == "de-DE"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == "Integrationskonzept – für den Kreis"
        assert str(pdf.docinfo.CreationDate) == "D:20150622120000+00'00'"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Integrationskonzept – für den Kreis"


def test_every_word_comes_out_in_order_and_whole(tmp_path: Path) -> None:
    text = " ".join(f"{WORDS} Absatz {count}." for count in range(30))
    out, _ = written(tmp_path, concept(section("Kapitel", p(text), p(text))))
    with pikepdf.open(out) as pdf:
        read = [word for page in range(3, len(pdf.pages) + 1) for word in _body_words(out, page)]
    assert read == ["Kapitel", *text.split(), *text.split()]


def _body_words(path: Path, page: int) -> list[str]:
    """Give the words of a page without its running head and foot."""
    lines = raw_text(path, page).strip().splitlines()
    kept = [line for line in lines if not re.fullmatch(r"(Integrationskonzept \d+|\f?Kapitel)", line)]
    return " ".join(["Kapitel"] * (page == 3) + kept).split()


def test_words_are_broken_at_the_ends_of_lines_but_never_in_the_text(tmp_path: Path) -> None:
    out, _ = written(tmp_path, concept(section("Kapitel", p(*[WORDS + " "] * 12))))
    with pikepdf.open(out) as pdf:
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert content.count(b"/Span<</ActualText") >= 8
    assert not re.search(r"\w-\s+[a-zäöü]", raw_text(out))


def test_names_of_many_scripts_come_out_right(tmp_path: Path) -> None:
    names = "Şule Yıldız-Gökçe, İğdır; Łukasz Żółć; Оксана Шевченко; Đặng Thị; Zoë Müßig"
    out, report = written(tmp_path, concept(section("Namen", p(names), p("محمد عبد الرحمن"))))
    assert names in " ".join(words(out))
    assert "محمد عبد الرحمن" in " ".join(words(out))
    assert report.missing_characters == ()


def test_protected_spaces_hold_a_line_together(tmp_path: Path) -> None:
    text = " ".join(["Wort z.\u00a0B.\u00a0so"] * 120)
    out, _ = written(tmp_path, concept(section("Kapitel", p(text))))
    for line in raw_text(out).splitlines():
        assert not line.startswith(("B.", "so")), line


def test_markup_in_the_text_is_text(tmp_path: Path) -> None:
    hostile = "<img src='file:///etc/passwd'/> <b>fett</b> &amp; (a\\b) %PDF EMC ET {x} \\n"
    out, _ = written(tmp_path, concept(section(hostile, p(hostile), items(hostile)), notes=(hostile,)))
    assert " ".join(words(out)).count(hostile) >= 3
    assert complaints_of_qpdf(out) == ""


def test_notes_are_drawn_once_each_on_the_page_of_their_mark(tmp_path: Path) -> None:
    paragraphs = [p(WORDS, " Stelle", note(count), " weiter. ", WORDS) for count in range(1, 31)]
    out, report = written(
        tmp_path, concept(section("Kapitel", *paragraphs), notes=tuple(f"Beleg Nummer{n}." for n in range(1, 31)))
    )
    assert report.notes == 30
    for count in range(1, 31):
        page = page_of(out, f"Stelle{count} ")
        text = " ".join(words(out, page))
        assert text.count(f"{count} Beleg Nummer{count}.") == 1
        assert " ".join(words(out)).count(f"Nummer{count}.") == 1


def test_a_raised_mark_at_the_end_of_a_paragraph_lifts_nothing_behind_it(tmp_path: Path) -> None:
    heights = []
    for ending in ((), (note(1),)):
        paragraphs = (p("Davor", *ending), p("Danach."), p("Zuletzt", note(1), " steht dies."))
        out, _ = written(tmp_path, concept(section("Kapitel", *paragraphs), notes=("Beleg",)))
        heights.append([heights_of(out, word) for word in ("Davor", "Danach", "Zuletzt", "steht")])
    assert heights[0] == heights[1]
    assert heights[0][2] == heights[0][3]


def heights_of(path: Path, word: str) -> list[str]:
    """Give how far below the upper edge a word stands, wherever it does."""
    boxes = subprocess.run(["pdftotext", "-bbox", path, "-"], check=True, capture_output=True).stdout.decode("utf-8")
    return re.findall(rf'yMin="([\d.]+)"[^>]*>{re.escape(word)}', boxes)


def test_a_note_longer_than_a_page_goes_on_and_loses_nothing(tmp_path: Path) -> None:
    long_note = " ".join(f"Wort{count}" for count in range(2500))
    out, report = written(
        tmp_path, concept(section("Kapitel", p(WORDS, note(1)), *[p(WORDS)] * 20), notes=(long_note,))
    )
    found = [word for word in words(out) if re.fullmatch(r"Wort\d+", word)]
    assert found == long_note.split()
    assert report.pages >= 5


def test_the_contents_give_the_pages_the_headings_stand_on(tmp_path: Path) -> None:
    chapters = [
        section(
            f"Kapitel-{n}",
            *[p(WORDS)] * 9,
            number=str(n),
            children=(section(f"Unter-{n}", *[p(WORDS)] * 9, number=f"{n}.1", level=2),),
        )
        for n in range(1, 9)
    ]
    out, _ = written(tmp_path, concept(*chapters))
    contents = " ".join(words(out, 2))
    for title in [f"{kind}-{n}" for n in range(1, 9) for kind in ("Kapitel", "Unter")]:
        match = re.search(rf"{title} (\d+)", contents)
        assert match is not None, title
        stands = _page_with_heading(out, title)
        assert int(match[1]) == stands


def _page_with_heading(path: Path, title: str) -> int:
    with pikepdf.open(path) as pdf:
        count = len(pdf.pages)
    pages = (raw_text(path, number).splitlines() for number in range(3, count + 1))
    # The running head stands at the end of a page's text, the heading where it is read.
    return next(
        number
        for number, lines in enumerate(pages, 3)
        if any(re.fullmatch(rf"[\d.]+ {title}", each) for each in lines[:-2])
    )


def test_a_reference_to_a_page_gives_its_number(tmp_path: Path) -> None:
    target = section("Ziel", p(WORDS), number="2")
    first = section(
        "Anfang", p("siehe Seite ", ReferenceRun(target.id, "", page=True), " dort"), *[p(WORDS)] * 40, number="1"
    )
    out, _ = written(tmp_path, concept(first, target))
    match = re.search(r"siehe Seite (\d+) dort", " ".join(words(out)))
    assert match is not None
    assert int(match[1]) == page_of(out, "2 Ziel", after=3)


def test_bookmarks_lead_to_every_section(everything: Path) -> None:
    with pikepdf.open(everything) as pdf, pdf.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
        below = [entry.title for entry in outline.root[2].children]
    assert titles == ["Impressum", "Inhalt", "1 Einleitung", "2 Sprache"]
    assert below == ["1.1 Lage"]


def test_only_the_links_of_the_text_leave_the_file(everything: Path) -> None:
    with pikepdf.open(everything) as pdf:
        annotations = [each for page in pdf.pages for each in page.get("/Annots", [])]
        addresses = {str(each.A.URI) for each in annotations if "/A" in each}
        assert all(str(each.Subtype) == "/Link" and "/Contents" in each for each in annotations)
    assert addresses == {"https://kreis.example"}


def test_a_forced_break_begins_a_new_line(tmp_path: Path) -> None:
    out, _ = written(
        tmp_path,
        concept(section("Anschrift", p("Kreis", BreakRun(), TextRun("Straße 26"), BreakRun(), TextRun("40822 Ort")))),
    )
    assert "Kreis\nStraße 26\n40822 Ort" in raw_text(out)


HEIGHTS = [(("margin_bottom_mm", float(height)),) for height in range(20, 36)]
"""House styles whose pages end a fifth of a line apart."""


@pytest.mark.parametrize("style", HEIGHTS)
def test_headings_stay_with_three_lines_of_what_follows(tmp_path: Path, style: Pairs) -> None:
    lines = [p(f"Zeile {n}") for n in range(27)]
    out, _ = written(
        tmp_path, concept(section("Kapitel", *lines, heading("Überschrift"), p(WORDS + WORDS)), style=style)
    )
    read = raw_text(out, page_of(out, "Überschrift")).splitlines()
    after = read[read.index("Überschrift") + 1 :]
    assert len(after) >= 3 + 1  # and the page's foot


@pytest.mark.parametrize("style", HEIGHTS)
def test_no_paragraph_leaves_a_line_alone(tmp_path: Path, style: Pairs) -> None:
    lines = [p(f"Zeile {n}") for n in range(28)]
    paragraph = p("Anfang " + WORDS + " Ende.")
    out, _ = written(tmp_path, concept(section("Kapitel", *lines, paragraph, *[p(WORDS)] * 3), style=style))
    first, last = page_of(out, "Anfang Integration"), page_of(out, "Ende.")
    if first != last:
        before, after = raw_text(out, first).splitlines(), raw_text(out, last).splitlines()
        start = next(at for at, line in enumerate(before) if line.startswith("Anfang"))
        end = next(at for at, line in enumerate(after) if line.endswith("Ende."))
        assert len(before) - start >= 2 + 1
        assert end >= 1


@pytest.mark.parametrize("style", HEIGHTS)
def test_a_chapter_does_not_end_with_a_line_or_two_on_a_page(tmp_path: Path, style: Pairs) -> None:
    lines = [p(f"Zeile {n}") for n in range(26)]
    chapters = [section(f"Kapitel{n}", *lines, p(f"Ein Ende. {WORDS} Schluss{n}")) for n in (1, 2)]
    out, _ = written(tmp_path, concept(*chapters, style=style))
    for n in (1, 2):
        read = raw_text(out, page_of(out, f"Schluss{n}")).splitlines()
        assert len(read) >= 3 + 2  # and the running head and the foot


def test_a_broken_word_is_whole_also_where_its_parts_look_different(tmp_path: Path) -> None:
    parts = [part for word in (WORDS * 6).split() for part in (bold(word[:4]), f"{word[4:]} ")]
    out, _ = written(tmp_path, concept(section("Kapitel", p(*parts))))
    with pikepdf.open(out) as pdf:
        assert pdf.pages[2].Contents.read_bytes().count(b"/Span<</ActualText<FEFF>>>") >= 4
    assert " ".join(words(out, 3)).startswith("Kapitel " + " ".join((WORDS * 6).split()))


def test_words_that_run_right_to_left_stand_from_the_right(tmp_path: Path) -> None:
    out, _ = written(tmp_path, concept(section("Namen", p("vor محمد عبد nach"))))
    command = ["pdftotext", "-bbox", str(out), "-"]
    boxes = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8")
    found = re.findall(r'xMin="([\d.]+)"[^>]*>([^<]+)</word>', boxes)
    left = {"".join(sorted(word)): float(x) for x, word in found}  # whichever way its letters are listed
    order = sorted(("vor", "محمد", "عبد", "nach"), key=lambda word: left["".join(sorted(word))])
    assert order == ["vor", "عبد", "محمد", "nach"]


def test_addresses_are_kept_to_the_letter(tmp_path: Path) -> None:
    address = "https://kreis.example/a(b)c\\d?e=(f"
    out, _ = written(tmp_path, concept(section("Kapitel", p(TextRun("hier", link=address)))))
    with pikepdf.open(out) as pdf:
        assert [str(each.A.URI) for each in pdf.pages[2].Annots] == [address]


def test_nothing_in_the_file_depends_on_the_clock_but_its_dates(everything: Path) -> None:
    with pikepdf.open(everything) as pdf:
        profile = pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()
    assert profile[24:36] == bytes.fromhex("07DF00010001000000000000")


def test_every_chapter_begins_on_a_page_of_its_own_however_short(tmp_path: Path) -> None:
    out, report = written(tmp_path, concept(*[section(f"Kurz{n}", p("Ein Satz.")) for n in range(4)]))
    assert report.pages == 6
    assert [page_of(out, f"Kurz{n}", after=2) for n in range(4)] == [3, 4, 5, 6]


def test_chapters_may_follow_each_other_on_a_page(tmp_path: Path) -> None:
    style = (("chapter_on_new_page", False),)
    _, report = written(tmp_path, concept(*[section(f"Kurz{n}", p("Ein Satz.")) for n in range(4)], style=style))
    assert report.pages == 3


def test_empty_sections_and_paragraphs_are_no_harm(tmp_path: Path) -> None:
    out, _ = written(tmp_path, concept(section(""), section("Leer", p(), p(""), items(), number="1")))
    assert complaints_of_qpdf(out) == ""
    assert "Leer" in words(out)


def test_twelve_levels_are_set_and_tagged_without_a_skip(tmp_path: Path) -> None:
    deepest = section("Ebene-12", p(WORDS), level=12)
    for level in range(11, 0, -1):
        deepest = section(f"Ebene-{level}", p("Text."), level=level, children=(deepest,))
    out, _ = written(tmp_path, concept(deepest))
    assert [word for word in words(out) if word.startswith("Ebene-")][-1] == "Ebene-12"
    levels = [int(tag.name[1]) for tag in structure(out).named("H1", "H2", "H3", "H4", "H5", "H6")]
    assert all(after <= before + 1 for before, after in itertools.pairwise([0, *levels]))


def test_a_word_wider_than_the_page_is_broken_and_lost_nowhere(tmp_path: Path) -> None:
    monster = "Xy" * 400
    out, _ = written(tmp_path, concept(section("Kapitel", p("Anfang ", monster, " Ende"))))
    assert monster in words(out)


@pytest.mark.parametrize("pieces", [["0" * 20] * 9, ["X"] * 150])
def test_a_word_of_many_faces_wider_than_the_page_is_broken_too(tmp_path: Path, pieces: list[str]) -> None:
    faces = [TextRun(piece, Marks.BOLD if at % 2 else Marks.NONE) for at, piece in enumerate(pieces)]
    out, _ = written(tmp_path, concept(section("Kapitel", p("Anfang ", *faces, " Ende"))))
    assert "".join(pieces) in "".join(words(out))


def test_pages_are_numbered_with_their_count_where_the_house_wants_it(tmp_path: Path) -> None:
    style = (("page_count", True),)
    out, report = written(tmp_path, concept(section("Kapitel", *[p(WORDS)] * 40), style=style))
    assert f"Seite {report.pages} von {report.pages}" in " ".join(words(out, report.pages))


def test_left_pages_mirror_the_margins_where_the_house_wants_it(tmp_path: Path) -> None:
    style = (("mirrored", True), ("margin_inner_mm", 40.0), ("margin_outer_mm", 15.0))
    out, _ = written(tmp_path, concept(section("Kapitel", *[p(WORDS)] * 60), style=style))
    with pikepdf.open(out) as pdf:
        lefts = [_leftmost(page.Contents.read_bytes()) for page in pdf.pages]
    assert lefts[2] == pytest.approx(40 * 72 / 25.4, abs=0.1)
    assert lefts[3] == pytest.approx(15 * 72 / 25.4, abs=0.1)


def _leftmost(content: bytes) -> float:
    return min(float(match[1]) for match in re.finditer(rb"1 0 0 1 ([\d.]+) [\d.]+ Tm", content))


def test_a_cover_says_what_it_is_given(tmp_path: Path) -> None:
    cover = Cover("Konzept", "Untertitel", "Kreis", "März 2015", "Entwurf 0.7")
    out, _ = written(tmp_path, concept(section("Kapitel", p("Text.")), cover=cover))
    assert " ".join(words(out, 1)) == "Konzept Untertitel Kreis März 2015 Entwurf 0.7"


def test_a_cover_sets_long_words_of_its_own_small_enough_to_stay_on_it(tmp_path: Path) -> None:
    title, subtitle, publisher = (" ".join(f"{letter}{n}lang" for n in range(180)) for letter in "TUK")
    cover = Cover(title, subtitle, publisher, "März 2015", "Entwurf 0.7")
    out, _ = written(tmp_path, concept(section("Kapitel", p("Text.")), cover=cover))
    assert " ".join(words(out, 1)) == f"{title} {subtitle} {publisher} März 2015 Entwurf 0.7"


def test_texts_a_cover_has_no_room_for_follow_on_the_next_page(tmp_path: Path) -> None:
    text = " ".join(f"Wort{n}" for n in range(900))
    cover = section("Umschlag", p(text), role=Role.COVER)
    out, _ = written(tmp_path, concept(cover, section("Kapitel", p("Text."))))
    assert "Wort0" not in words(out, 1)
    assert words(out, 2)[:900] == text.split()


def test_a_title_on_a_band_is_set_small_enough_to_stay_on_its_page(tmp_path: Path) -> None:
    title = " ".join(f"T{n}lang" for n in range(180))
    out, _ = written(tmp_path, concept(section(title, p("Text."), kind="field_of_action")))
    page = page_of(out, "Text.")
    assert words(out, page)[: len(title.split())] == title.split()


def test_nothing_of_a_cover_section_is_lost(tmp_path: Path) -> None:
    cover = section(
        "Umschlag",
        p("Foto", note(1), label="Bildnachweis"),
        items("aus", item("Holz", below=(items("und Stein", level=1),))),
        table(["Spalte"], ["Zelle"]),
        role=Role.COVER,
    )
    out, report = written(tmp_path, concept(cover, section("Kapitel", p("Text.")), notes=("Pressestelle.",)))
    first = " ".join(words(out, 1))
    assert "Bildnachweis: Foto (Pressestelle.)" in first
    assert {"aus", "Holz", "Stein"} <= set(first.split())
    assert "Zelle" in words(out, 2)
    assert report.notes == 1


@pytest.mark.parametrize("page_format", ["A5", "LETTER", "120 x 120"])
def test_pages_of_other_sizes_take_the_same_words(tmp_path: Path, page_format: str) -> None:
    out, _ = written(tmp_path, concept(*EVERYTHING, notes=("Vgl.",), style=(("page_format", page_format),)), IMAGES)
    text = " ".join(words(out))
    assert "zusammenarbeiten und sich über Angebote" in text
    assert complaints_of_qpdf(out) == ""


def test_progress_grows_to_the_end(tmp_path: Path) -> None:
    told: list[float] = []
    chapters = [section(f"K{n}", p(WORDS)) for n in range(5)]
    write_pdf(concept(*chapters), {}, tmp_path / "a.pdf", told.append, DATE)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len(told) == 6


def test_a_reference_says_where_it_leads(tmp_path: Path) -> None:
    target = section("Sprachförderung", p("Text"), number="2")
    first = section("Anfang", p("siehe ", ReferenceRun(target.id, "Kapitel 2"), " und ", ReferenceRun("weg", "dort")))
    out, _ = written(tmp_path, concept(first, target))
    with pikepdf.open(out) as pdf:
        said = [str(each.Contents) for page in pdf.pages for each in page.get("/Annots", [])]
    assert "Verweis auf Abschnitt 2 Sprachförderung" in said
    assert "Verweis im Konzept" in said
