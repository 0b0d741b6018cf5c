"""Where pieces stand: text boxes at their anchor, running heads once, what is loose or an object."""

from tests.importing.word.said import manuscript, pieces, said, told
from tests.reading.word.files import box, p, r, relationship


def test_a_text_box_follows_the_paragraph_it_hangs_in_with_words_to_find_it() -> None:
    found = manuscript(p("Davor"), p("Der Kreis", box(p("im Kasten"))), p("Die Städte"))
    assert pieces(found) == ["p: Davor", "p: Der Kreis", "box p: im Kasten", "p: Die Städte"]
    assert found.pieces[2].place == "Der Kreis"


def test_a_box_of_an_empty_paragraph_is_found_by_the_words_before() -> None:
    found = manuscript(p("Der Kreis"), p(box(p("im Kasten"))))
    assert [(each.where.value, each.place) for each in found.pieces] == [("body", ""), ("box", "Der Kreis")]


def test_running_heads_come_once_and_the_number_of_the_page_not_at_all() -> None:
    page = f'<w:fldSimple w:instr=" PAGE ">{r("3")}</w:fldSimple>'
    links = "".join(relationship(f"h{at}", "header", f"header{at}.xml") for at in (1, 2))
    head = (
        "<?xml version='1.0'?><w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{}</w:hdr>"
    )
    more = {f"word/header{at}.xml": head.format(p("Konzept 2015")) for at in (1, 2)}
    found = manuscript(p("Text"), links=links, more=more, footer=p("Seite ", page))
    assert pieces(found) == ["p: Text", "header p: Konzept 2015"]
    assert told(found) == [("repeated_head", "Konzept 2015"), ("page_number", "Seite 3")]


def test_what_a_diagram_says_is_a_piece_and_another_form_of_the_same_is_told() -> None:
    forms = f"<mc:Choice>{r('neu')}</mc:Choice><mc:Fallback>{r('alt')}</mc:Fallback>"
    found = manuscript(p(f"<mc:AlternateContent>{forms}</mc:AlternateContent>"))
    assert (pieces(found), told(found)) == (["p: neu"], [("alternate", "alt")])


def test_lines_of_the_contents_are_known_by_their_style() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="V1"><w:name w:val="toc 1"/></w:style>'
    link = f'<w:hyperlink w:anchor="_Toc1">{r("1 Sprache")}<w:r><w:tab/></w:r>{r("4")}</w:hyperlink>'
    assert said(p(link, properties='<w:pStyle w:val="V1"/>'), styles=styles) == ["contents p: 1 Sprache 4"]


def test_the_title_comes_from_the_properties() -> None:
    assert manuscript(p("Text")).name == "Konzept.docx"
