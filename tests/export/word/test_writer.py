"""A draft as a file: its properties, its images, what it says of what is missing, what it tells of its progress."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree

from ikonzept_desktop.export.copies import CopyOrder
from ikonzept_desktop.export.word.writer import write_draft
from tests.export.word import reading
from tests.export.word.publications import OPTIONS, figure, images, link, note, p, picture, publication, section, table

R, W = reading.R, reading.W
CHART = picture()


def test_a_draft_carries_its_version_copy_and_reviewer(tmp_path: Path) -> None:
    out = tmp_path / "Entwurf.docx"
    options = replace(
        OPTIONS, copy=CopyOrder("kopie-3", "konzept", "Leitung „Soziales“ & Co.", "AG Sprache", ("fort",))
    )
    write_draft(publication(section("A")), {}, out, options)
    custom = reading.read(out).parts["docProps/custom.xml"]
    assert {one.get("name"): one[0].text for one in custom} == {
        "ikSnapshot": "7f3a91c2" * 8,
        "ikVersion": "Entwurf 0.7",
        "ikConcept": "konzept",
        "ikCopy": "kopie-3",
        "ikReviewer": "Leitung „Soziales“ & Co.",
        "ikPacket": "AG Sprache",
    }
    core = docx.Document(str(out)).core_properties
    assert (core.title, core.author, core.language) == ("Integrationskonzept", "Kreis Musterstadt", "de-DE")


def test_what_is_not_known_is_not_said(tmp_path: Path) -> None:
    out = tmp_path / "Entwurf.docx"
    concept = publication(section("A"))
    write_draft(
        replace(concept, snapshot="", cover=replace(concept.cover, draft="")), {}, out, replace(OPTIONS, version="")
    )
    assert len(reading.read(out).parts["docProps/custom.xml"]) == 0


def test_every_relationship_a_part_names_is_its_own(tmp_path: Path) -> None:
    address = link("dort", "https://www.kreis.example/a")
    shown = figure(CHART, "Eins", 1)
    concept = publication(section("A", p(address, note("Siehe ", address)), shown))
    write_draft(concept, images(CHART), tmp_path / "a.docx", OPTIONS)
    word = reading.read(tmp_path / "a.docx")
    for name in ("document", "footnotes"):
        named = {value for node in word.parts[f"word/{name}.xml"].iter() for key, value in node.items() if R in key}
        given = {node.get("Id"): node.get("Target") for node in word.parts[f"word/_rels/{name}.xml.rels"]}
        assert named <= set(given)
        assert "https://www.kreis.example/a" in {given[one] for one in named}


def test_an_image_is_stored_once_however_often_it_is_shown(tmp_path: Path) -> None:
    out = tmp_path / "Entwurf.docx"
    shown = [figure(CHART, "Eins", 1, "Säulen & „Linien“"), figure(CHART, alternative="noch einmal")]
    report = write_draft(publication(section("A", *shown)), images(CHART), out, OPTIONS)
    word = reading.read(out)
    assert [name for name in word.names if "media" in name] == ["word/media/image1.png"]
    described = [node.get("descr") for node in word.body.iter("{*}docPr")]
    assert described == ["Säulen & „Linien“", "noch einmal"]
    numbers = [node.get("id") for node in word.body.iter("{*}docPr")]
    assert len(set(numbers)) == 2
    assert report.findings == ()


@pytest.mark.parametrize("data", [b"", b"kein Bild", CHART[:40]])
def test_a_missing_or_broken_image_is_told_and_its_description_kept(data: bytes, tmp_path: Path) -> None:
    out = tmp_path / "Entwurf.docx"
    shown = figure(data, "Zuzüge", 3, "Säulen")
    report = write_draft(publication(section("A", shown)), images(data) if data else {}, out, OPTIONS)
    assert "[Bild fehlt: Säulen]" in reading.text(reading.read(out).body)
    assert len(report.findings) == 1
    assert report.findings[0].startswith("Abbildung 3: Das Bild fehlt")


def test_images_keep_their_shape_and_stay_on_the_page(tmp_path: Path) -> None:
    out = tmp_path / "Entwurf.docx"
    tall = picture(100, 900)
    write_draft(publication(section("A", figure(tall), figure(CHART))), images(tall, CHART), out, OPTIONS)
    sizes = [
        (int(reading.value(node, "cx")), int(reading.value(node, "cy")))
        for node in reading.read(out).body.iter("{*}extent")
    ]
    assert sizes[0][1] < 9_100_000 * 0.75
    assert sizes[0][1] / sizes[0][0] == pytest.approx(9, rel=0.01)
    assert sizes[1][0] == 9070 * 635
    assert sizes[1][1] == pytest.approx(9070 * 635 / 2, rel=0.01)


def test_the_watermark_is_the_house_styles_or_the_options_or_none(tmp_path: Path) -> None:
    def words(name: str, watermark: str | None) -> set[str]:
        write_draft(concept, {}, tmp_path / name, replace(OPTIONS, watermark=watermark))
        parts = reading.read(tmp_path / name).parts
        headers = (part for part_name, part in parts.items() if "header" in part_name)
        shapes = [shape for header in headers for shape in header.iter("{*}shape")]
        assert all(shape.get("alt") == f"Wasserzeichen {shape[1].get('string')}" for shape in shapes)
        return {reading.value(shape[1], "string") for shape in shapes}

    concept = publication(section("A"))
    concept = replace(concept, house_style=(*concept.house_style, ("watermark", "VORLÄUFIG")))
    assert words("a.docx", None) == {"VORLÄUFIG"}
    assert words("b.docx", "ENTWURF & <") == {"ENTWURF & <"}
    assert words("c.docx", "") == set()


def test_the_house_style_colours_headings_and_tables(tmp_path: Path) -> None:
    concept = replace(publication(section("A", table(["x"]))), house_style=(("accent_colour", "#A1B2C3"),))
    write_draft(concept, {}, tmp_path / "a.docx", OPTIONS)
    word = reading.read(tmp_path / "a.docx")
    assert b"A1B2C3" in etree.tostring(word.parts["word/styles.xml"])
    assert {node.get(f"{W}fill") for node in word.body.iter(f"{W}shd")} == {"A1B2C3"}


def test_progress_goes_forward_and_says_what_is_done(tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    write_draft(publication(section("A", p("x"))), {}, tmp_path / "a.docx", OPTIONS, lambda *one: told.append(one))
    shares = [share for share, _ in told]
    assert shares == sorted(shares)
    assert len(shares) >= 3
    assert all(doing for _, doing in told)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gibtsnicht"):
        write_draft(publication(section("A")), {}, tmp_path / "gibtsnicht" / "a.docx", OPTIONS)


def test_texts_are_german_for_the_proofing_tools(tmp_path: Path) -> None:
    write_draft(publication(section("A")), {}, tmp_path / "a.docx", OPTIONS)
    styles = reading.read(tmp_path / "a.docx").parts["word/styles.xml"]
    assert reading.value(reading.find(styles, f"{W}docDefaults//{W}lang")) == "de-DE"
