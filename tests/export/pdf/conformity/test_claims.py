"""A file says that it is PDF/UA and PDF/A where it passes our check, and nowhere else."""

from dataclasses import replace
from pathlib import Path

import pikepdf

from ikonzept_desktop.export.orders import Kind, Order, carry_out
from ikonzept_desktop.export.pdf.conformity.claims import certify
from ikonzept_desktop.export.pdf.conformity.flaws import Flaw, Rule
from ikonzept_desktop.export.pdf.conformity.sentences import WITHDRAWN, sentence, sentences
from tests.export.pdf.builders import DATE, concept, figure, p, png, section, written
from tests.export.pdf.judges import complaints_of_qpdf, structure


def claims(path: Path) -> list[str | None]:
    """Give what a file says it is."""
    with pikepdf.open(path) as pdf:
        said = pdf.open_metadata()
        return [said.get("pdfuaid:part"), said.get("pdfaid:part"), said.get("pdfaid:conformance")]


def faulty(folder: Path) -> Path:
    """Give a file whose language is missing."""
    out, _ = written(folder, concept(section("Kapitel", p("Text."))))
    with pikepdf.open(out, allow_overwriting_input=True) as pdf:
        del pdf.Root["/Lang"]
        pdf.save(out)
    return out


def test_a_sound_file_is_left_as_it_is(tmp_path: Path) -> None:
    out, _ = written(tmp_path, concept(section("Kapitel", p("Text."))))
    before = out.read_bytes()
    assert certify(out) == ()
    assert out.read_bytes() == before
    assert claims(out) == ["1", "2", "A"]


def test_a_faulty_file_no_longer_claims_anything_and_is_still_sound(tmp_path: Path) -> None:
    out = faulty(tmp_path)
    assert [flaw.rule for flaw in certify(out)] == [Rule.LANGUAGE]
    assert claims(out) == [None, None, None]
    assert complaints_of_qpdf(out) == ""
    with pikepdf.open(out) as pdf:
        assert pdf.open_metadata()["dc:title"] == "Integrationskonzept – für den Kreis"


def test_claims_as_attributes_are_taken_back_too(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    out.write_bytes(b"""<rdf:Description pdfaid:part="2" pdfaid:conformance='A' pdfuaid:part="1"/>""")
    certify(out)
    assert out.read_bytes().split() == [b"<rdf:Description", b"/>"]


def test_what_is_lacking_is_said_in_german(tmp_path: Path) -> None:
    told = sentences(certify(faulty(tmp_path)))
    assert told[0].startswith("Das PDF ist fertig und lesbar, nennt sich aber nicht barrierefrei (PDF/UA)")
    assert all(each.endswith((".", ":", ")")) for each in told)
    assert sentences(()) == ()


def test_every_rule_has_a_sentence() -> None:
    for rule in Rule:
        assert sentence(Flaw(rule, 3, "x", 2)).startswith("Seite 3: ")
        assert sentence(Flaw(rule, 3, "x", 2)).endswith("(insgesamt 2-mal)")


def test_a_file_that_is_given_out_was_checked(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    order = Order(Kind.PDF, concept(section("Kapitel", p("Text."))), {}, out, DATE)
    assert carry_out(lambda _share, _doing: None, order).findings == ()
    assert claims(out) == ["1", "2", "A"]


def test_a_file_that_does_not_pass_is_given_out_without_the_claim_and_with_the_reason(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    publication = replace(concept(section("Kapitel", p("Text."))), language="kein Deutsch")
    delivery = carry_out(lambda _share, _doing: None, Order(Kind.PDF, publication, {}, out, DATE))
    assert delivery.pages == 3
    assert delivery.findings == (WITHDRAWN, "Eine Sprache fehlt oder ist keine („kein Deutsch“).")
    assert claims(out) == [None, None, None]


def test_a_figure_without_words_is_a_finding_and_its_caption_stands_for_it(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    undescribed = concept(section("Bilanz", figure("a", "Anteile", alt=" "), number="3.1"))
    delivery = carry_out(lambda _share, _doing: None, Order(Kind.PDF, undescribed, {"a": png()}, out, DATE))
    told = "Abbildung 1 „Anteile“ (3.1 Bilanz): Der Alternativtext fehlt; vorgelesen wird nur die Unterschrift."
    assert delivery.findings == (told,)
    (tag,) = structure(out).named("Figure")
    assert tag.alternative == "Abbildung 1 Anteile"


def test_a_picture_that_cannot_be_shown_is_named_with_its_section(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    lost = concept(section("Bilanz", figure("a", "Anteile"), number="3.1"))
    delivery = carry_out(lambda _share, _doing: None, Order(Kind.PDF, lost, {}, out, DATE))
    assert delivery.findings[0].startswith("Abbildung 1 „Anteile“ (3.1 Bilanz): Das Bild fehlt")
    assert claims(out) == ["1", "2", "A"]
