"""Our own check of finished files: what we write passes, and whatever is broken in it afterwards is noticed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest

from ikonzept_desktop.export.pdf.conformity import content
from ikonzept_desktop.export.pdf.conformity.check import flaws_of
from ikonzept_desktop.export.pdf.conformity.content import Scans
from ikonzept_desktop.export.pdf.conformity.flaws import Rule
from ikonzept_desktop.export.pdf.conformity.scan import Scan
from tests.export.pdf.builders import concept, written
from tests.export.pdf.test_writer import EVERYTHING, IMAGES

Fault = Callable[[pikepdf.Pdf], object]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file with everything a concept has."""
    out, _ = written(tmp_path_factory.mktemp("sound"), concept(*EVERYTHING, notes=("Vgl. Bericht 2014.",)), IMAGES)
    return out


def test_what_we_write_passes(sound: Path) -> None:
    assert flaws_of(sound) == ()


def test_a_file_that_only_was_saved_anew_still_passes(sound: Path, tmp_path: Path) -> None:
    assert broken_rules(sound, tmp_path, lambda pdf: None) == set()


def no_alternative(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "Figure")["/Alt"]


def blank_alternative(pdf: pikepdf.Pdf) -> None:
    first(pdf, "Figure")["/Alt"] = pikepdf.String(" ")


def no_scope(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "TH")["/A"]


def wrong_parent_of_the_page(pdf: pikepdf.Pdf) -> None:
    pages = [page.obj for page in pdf.pages if "/StructParents" in page.obj]
    pages[0].StructParents, pages[1].StructParents = pages[1].StructParents, pages[0].StructParents


def wrong_parent_of_a_mark(pdf: pikepdf.Pdf) -> None:
    marks = parents_of(pdf, pdf.pages[-1])
    marks[0] = first(pdf, "Document")


def no_parent_of_the_page(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1].obj["/StructParents"]


def a_mark_nobody_has(pdf: pikepdf.Pdf) -> None:
    element = next(each for each in elements(pdf) if each.S == "/P" and isinstance(each.get("/K"), pikepdf.Array))
    element.K.append(999)


def an_element_below_another_than_its_parent(pdf: pikepdf.Pdf) -> None:
    first(pdf, "TR").P = first(pdf, "Document")


def an_element_twice(pdf: pikepdf.Pdf) -> None:
    document = first(pdf, "Document")
    document.K.append(document.K[0])


def a_circle(pdf: pikepdf.Pdf) -> None:
    first(pdf, "Sect").K.append(first(pdf, "Document"))


def a_tag_of_its_own(pdf: pikepdf.Pdf) -> None:
    first(pdf, "BlockQuote").S = pikepdf.Name("/Zitat")


def a_cell_outside_of_rows(pdf: pikepdf.Pdf) -> None:
    first(pdf, "TR").S = pikepdf.Name("/Div")


def a_cell_lacks(pdf: pikepdf.Pdf) -> None:
    rows = [each for each in elements(pdf) if each.S == "/TR"]
    del rows[-1].K[-1]


def skipped_heading(pdf: pikepdf.Pdf) -> None:
    first(pdf, "H2").S = pikepdf.Name("/H4")


def first_heading_of_the_second_level(pdf: pikepdf.Pdf) -> None:
    first(pdf, "H1").S = pikepdf.Name("/H2")


def a_note_without_id(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "Note")["/ID"]


def two_notes_of_one_id(pdf: pikepdf.Pdf) -> None:
    element = first(pdf, "BlockQuote")
    element.S, element.ID = pikepdf.Name("/Note"), first(pdf, "Note").ID


def untagged_text(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"BT /F0 9 Tf 20 20 Td <0001>Tj ET")


def untagged_line(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"0 0 m 9 9 l S")


def an_untagged_image(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"q 9 0 0 9 0 0 cm /Im0 Do Q")


def tagged_text_within_an_artifact(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"/Artifact BMC /P<</MCID 0>>BDC EMC EMC")


def marked_content_that_does_not_end(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"/Artifact BMC")


def marked_content_that_ends_twice(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"EMC")


def colours_for_print(pdf: pikepdf.Pdf) -> None:
    append(pdf, b"/Artifact BMC 0 0 0 1 k 0 0 9 9 re f EMC")


def an_image_for_print(pdf: pikepdf.Pdf) -> None:
    image = next(each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image")
    image.ColorSpace = pikepdf.Name("/DeviceCMYK")


def no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def a_font_that_is_elsewhere(pdf: pikepdf.Pdf) -> None:
    descriptor = next(
        each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor"
    )
    del descriptor["/FontFile2"]


def helvetica(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Resources.Font.F99 = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )


def a_font_nobody_can_copy_from(pdf: pikepdf.Pdf) -> None:
    del font(pdf)["/ToUnicode"]


def a_code_that_says_zero(pdf: pikepdf.Pdf) -> None:
    table = font(pdf).ToUnicode
    table.write(table.read_bytes().replace(b"<0001> <0020>", b"<0001> <0000>"))


def no_title(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b"<dc:title>", b"<dc:other>", b"</dc:title>", b"</dc:other>")


def a_title_not_shown(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def no_language_at_all(pdf: pikepdf.Pdf) -> None:
    first(pdf, "P").Lang = pikepdf.String("?")


def no_mark_info(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/MarkInfo"]


def no_claim(pdf: pikepdf.Pdf) -> None:
    rewrite_metadata(pdf, b"<pdfuaid:part>1</pdfuaid:part>", b"")


def another_title_in_the_properties(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.Title = pikepdf.String("Anders")


def another_date_in_the_properties(pdf: pikepdf.Pdf) -> None:
    pdf.trailer.Info.CreationDate = pikepdf.String("D:20010101000000Z")


def a_link_without_description(pdf: pikepdf.Pdf) -> None:
    del link(pdf)["/Contents"]


def a_link_that_leads_to_another_element(pdf: pikepdf.Pdf) -> None:
    link(pdf).StructParent = 0 if link(pdf).StructParent else 1


def a_link_outside_of_the_structure(pdf: pikepdf.Pdf) -> None:
    first(pdf, "Link").S = pikepdf.Name("/Span")


def a_hidden_link(pdf: pikepdf.Pdf) -> None:
    link(pdf).F = 2


def a_sticky_note(pdf: pikepdf.Pdf) -> None:
    link(pdf).Subtype = pikepdf.Name("/Text")


def tabs_in_no_order(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        del page.obj["/Tabs"]


def a_script_on_opening(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.beep()"))


def a_named_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary())


def a_link_that_starts_a_program(pdf: pikepdf.Pdf) -> None:
    link(pdf).A = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("a.exe"))


def a_script_after_a_link(pdf: pikepdf.Pdf) -> None:
    after = pikepdf.Dictionary(S=pikepdf.Name.JavaScript)
    link(pdf).A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://a.de"), Next=after)


def no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def a_smoothed_image(pdf: pikepdf.Pdf) -> None:
    image = next(each for each in pdf.objects if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image")
    image.Interpolate = True


FAULTS: list[tuple[Fault, Rule]] = [
    (no_alternative, Rule.ALTERNATIVE),
    (blank_alternative, Rule.ALTERNATIVE),
    (no_scope, Rule.SCOPE),
    (wrong_parent_of_the_page, Rule.PARENT),
    (wrong_parent_of_a_mark, Rule.PARENT),
    (no_parent_of_the_page, Rule.PARENT),
    (a_mark_nobody_has, Rule.PARENT),
    (an_element_below_another_than_its_parent, Rule.TREE),
    (an_element_twice, Rule.TREE),
    (a_circle, Rule.TREE),
    (a_tag_of_its_own, Rule.TREE),
    (no_tree, Rule.TREE),
    (a_cell_outside_of_rows, Rule.NESTING),
    (a_cell_lacks, Rule.GRID),
    (skipped_heading, Rule.HEADINGS),
    (first_heading_of_the_second_level, Rule.HEADINGS),
    (a_note_without_id, Rule.NOTE),
    (two_notes_of_one_id, Rule.NOTE),
    (untagged_text, Rule.UNTAGGED),
    (untagged_line, Rule.UNTAGGED),
    (an_untagged_image, Rule.UNTAGGED),
    (tagged_text_within_an_artifact, Rule.UNTAGGED),
    (marked_content_that_does_not_end, Rule.BALANCE),
    (marked_content_that_ends_twice, Rule.BALANCE),
    (colours_for_print, Rule.COLOUR),
    (an_image_for_print, Rule.COLOUR),
    (no_intent, Rule.INTENT),
    (a_font_that_is_elsewhere, Rule.FONT),
    (helvetica, Rule.FONT),
    (a_font_nobody_can_copy_from, Rule.UNICODE),
    (a_code_that_says_zero, Rule.UNICODE),
    (no_title, Rule.TITLE),
    (a_title_not_shown, Rule.TITLE),
    (no_language, Rule.LANGUAGE),
    (no_language_at_all, Rule.LANGUAGE),
    (no_mark_info, Rule.MARKED),
    (no_claim, Rule.CLAIM),
    (another_title_in_the_properties, Rule.PROPERTIES),
    (another_date_in_the_properties, Rule.PROPERTIES),
    (a_link_without_description, Rule.LINK),
    (a_link_outside_of_the_structure, Rule.LINK),
    (a_link_that_leads_to_another_element, Rule.PARENT),
    (a_hidden_link, Rule.ANNOTATION),
    (a_sticky_note, Rule.ANNOTATION),
    (tabs_in_no_order, Rule.ANNOTATION),
    (a_script_on_opening, Rule.ACTION),
    (a_named_script, Rule.ACTION),
    (a_link_that_starts_a_program, Rule.ACTION),
    (a_script_after_a_link, Rule.ACTION),
    (a_smoothed_image, Rule.GRAPHICS),
]


@pytest.mark.parametrize(("fault", "rule"), FAULTS, ids=[fault.__name__ for fault, _ in FAULTS])
def test_a_planted_fault_is_noticed(sound: Path, tmp_path: Path, fault: Fault, rule: Rule) -> None:
    assert rule in broken_rules(sound, tmp_path, fault)


def test_every_rule_has_a_fault_that_breaks_it() -> None:
    assert {rule for _, rule in FAULTS} | {Rule.READABLE} == set(Rule)


@pytest.mark.parametrize("kept", [0, 5, 400, -700])
def test_a_torn_file_is_a_flaw_and_no_error(sound: Path, tmp_path: Path, kept: int) -> None:
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(sound.read_bytes()[:kept])
    assert Rule.READABLE in {flaw.rule for flaw in flaws_of(torn)}


def test_the_page_where_it_was_met_first_and_how_often_are_told(sound: Path, tmp_path: Path) -> None:
    def on_two_pages(pdf: pikepdf.Pdf) -> None:
        for page in (pdf.pages[1], pdf.pages[2]):
            page.contents_add(b"0 0 m 9 9 l S")

    with pikepdf.open(sound) as pdf:
        on_two_pages(pdf)
        pdf.save(tmp_path / "faulty.pdf")
    (flaw,) = flaws_of(tmp_path / "faulty.pdf")
    assert (flaw.rule, flaw.page, flaw.count) == (Rule.UNTAGGED, 2, 2)


def test_pages_that_were_read_for_an_earlier_file_are_not_read_again(
    sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pikepdf.open(sound) as pdf:
        untagged_text(pdf)
        pdf.save(tmp_path / "faulty.pdf", static_id=True)
    scans, read = Scans(), list[object]()
    scan = content.scan

    def noting(stream: pikepdf.Page, resources: pikepdf.Object | None) -> Scan:
        read.append(stream)
        return scan(stream, resources)

    monkeypatch.setattr(content, "scan", noting)
    assert flaws_of(sound, scans) == ()
    first = len(read)
    assert first > 1
    assert flaws_of(sound, scans) == ()
    assert len(read) == first
    faulty = flaws_of(tmp_path / "faulty.pdf", scans)
    assert len(read) == first + 1
    assert [flaw.rule for flaw in faulty] == [Rule.UNTAGGED]
    assert flaws_of(tmp_path / "faulty.pdf", scans) == faulty == flaws_of(tmp_path / "faulty.pdf")


def test_names_of_properties_are_looked_up_in_each_file(sound: Path, tmp_path: Path) -> None:
    """The same stream, with another meaning in another file."""
    scans = Scans()

    def named(number: int) -> list[Rule]:
        with pikepdf.open(sound) as pdf:
            page = pdf.pages[-1]
            marks = pikepdf.Dictionary(M0=pikepdf.Dictionary(MCID=number))
            page.Resources = pikepdf.Dictionary({**dict(page.Resources.items()), "/Properties": marks})
            data = page.Contents.read_bytes().replace(b"<</MCID 0>>BDC", b"/M0 BDC", 1)
            page.Contents = pdf.make_stream(data)
            pdf.save(tmp_path / "named.pdf")
        return [flaw.rule for flaw in flaws_of(tmp_path / "named.pdf", scans)]

    assert named(0) == []
    assert named(999) == [Rule.PARENT]


def broken_rules(sound: Path, folder: Path, fault: Fault) -> set[Rule]:
    """Plant a fault and give the rules that are broken then."""
    out = folder / "faulty.pdf"
    with pikepdf.open(sound) as pdf:
        fault(pdf)
        pdf.save(out)
    return {flaw.rule for flaw in flaws_of(out)}


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Go through all elements of the structure in reading order."""
    stack = [pdf.Root.StructTreeRoot.K[0]]
    while stack:
        element = stack.pop()
        yield element
        kids = element.get("/K")
        below = reversed(list(kids) if isinstance(kids, pikepdf.Array) else [])
        stack.extend(kid for kid in below if isinstance(kid, pikepdf.Dictionary) and "/S" in kid)


def first(pdf: pikepdf.Pdf, tag: str) -> pikepdf.Object:
    """Give the first element of a kind."""
    return next(element for element in elements(pdf) if f"/{tag}" == element.S)


def parents_of(pdf: pikepdf.Pdf, page: pikepdf.Page) -> pikepdf.Object:
    """Give the elements of a page's marks."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    keys = list(numbers)[::2]
    return numbers[2 * keys.index(page.obj.StructParents) + 1]


def append(pdf: pikepdf.Pdf, operators: bytes) -> None:
    """Paint more on the last page."""
    pdf.pages[-1].contents_add(operators)


def font(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Give the first font."""
    return pdf.pages[-1].Resources.Font.F0


def link(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Give the first link."""
    return next(each for page in pdf.pages for each in page.obj.get("/Annots", []))


def rewrite_metadata(pdf: pikepdf.Pdf, *pairs: bytes) -> None:
    """Put other words in the place of some."""
    data = pdf.Root.Metadata.read_bytes()
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert old in data
        data = data.replace(old, new)
    pdf.Root.Metadata.write(data)
