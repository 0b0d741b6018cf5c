"""An OpenDocument text before LibreOffice sees it: nothing in it leads out, runs or was locked."""

import io
import zipfile

import pytest

from ikonzept_desktop.importing.office.stripping import stripped
from ikonzept_desktop.importing.refusals import ImportRefused
from tests.importing.office.files import HEAD, MIMETYPE, SPACES, h, manifest, odt, p, part


def content_of(data: bytes, name: str = "content.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(name).decode()


def names_of(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.namelist()


@pytest.mark.parametrize(
    "href",
    [
        "http://evil.example/a.png",
        "https://evil.example/a.png",
        "file:///etc/passwd",
        "/etc/passwd",
        "../a.png",
        "//server/share/a.png",
        "\\\\server\\share\\a.png",
        "Pictures/missing.png",
        "vnd.sun.star.script:Lib.Mod.Main?language=Basic&amp;location=document",
    ],
)
def test_what_leads_out_is_cut_and_told_of(href: str) -> None:
    clean, links = stripped(odt(p(f'<draw:frame><draw:image xlink:href="{href}"/></draw:frame>')), "a.odt")
    assert links == (href.replace("&amp;", "&"),)
    assert href not in content_of(clean)


def test_what_lies_within_stays_and_so_do_links_for_readers() -> None:
    image = '<draw:image xlink:href="Pictures/a%20b.png"/><draw:object xlink:href="./Object 1"/>'
    link = '<text:a xlink:href="http://kreis.example/">Kreis</text:a><text:a xlink:href="#Ziele">dort</text:a>'
    inner = part("document-content", '<draw:image xlink:href="Bilder/c.png"/>')
    more: dict[str, str | bytes] = {
        "Pictures/a b.png": b"x",
        "Object 1/content.xml": inner,
        "Object 1/Bilder/c.png": b"y",
    }
    clean, links = stripped(odt(p(image, link), more=more), "a.odt")
    assert links == ()
    for kept in ("Pictures/a%20b.png", "./Object 1", "http://kreis.example/", "#Ziele"):
        assert kept in content_of(clean)
    assert "Bilder/c.png" in content_of(clean, "Object 1/content.xml")


@pytest.mark.parametrize(
    "element",
    [
        '<text:section text:name="a"><text:section-source xlink:href="a"/><text:p>Wort</text:p></text:section>',
        '<text:section text:name="a"><office:dde-source office:dde-item="a"/><text:p>Wort</text:p></text:section>',
        "<office:event-listeners><script:event-listener/></office:event-listeners><text:p>Wort</text:p>",
        '<text:p>Vor<xforms:model><xforms:instance src="a"/></xforms:model>Wort</text:p>',
        '<text:p><text:span>Vor</text:span><xforms:model><xforms:instance src="a"/></xforms:model>Wort</text:p>',
    ],
)
def test_what_fetches_or_runs_goes_and_the_words_stay(element: str) -> None:
    clean = content_of(stripped(odt(element), "a.odt")[0])
    assert clean.find("Vor") < clean.index("Wort")
    for gone in ("section-source", "dde-source", "event-listener", "xforms:instance"):
        assert f"<{gone}" not in clean
        assert f":{gone}" not in clean


def test_programs_in_the_package_go_from_its_list_too() -> None:
    listed = manifest("content.xml", "styles.xml", "Basic/Standard/Modul.xml")
    more: dict[str, str | bytes] = {
        "META-INF/manifest.xml": listed,
        "Basic/Standard/Modul.xml": "<a/>",
        "Thumbnails/thumbnail.png": b"x",
    }
    clean = stripped(odt(p("Text"), more=more), "a.odt")[0]
    assert names_of(clean) == ["mimetype", "META-INF/manifest.xml", "content.xml", "styles.xml"]
    assert "Basic/" not in content_of(clean, "META-INF/manifest.xml")


SEALED = '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
DEEP = "<text:section>" * 400 + "</text:section>" * 400


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (odt(more={"META-INF/manifest.xml": manifest(inner=SEALED)}), "ist mit einem Kennwort"),
        (odt(more={"encrypted-package": b"x"}), "ist mit einem Kennwort"),
        (odt(p("Text"))[:-30], "ist beschädigt"),
        (odt(p("Text")).replace(b"PK\x01\x02", b"PK\x01\x09"), "ist beschädigt"),
        (odt(more={"content.xml": "<office:text>"}), "ist beschädigt"),
        (odt(DEEP), "ist beschädigt"),
        (odt(more={"../a.xml": "<a/>"}), "ist so gebaut"),
        (odt(more={"content.xml": f'{HEAD}<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "ist so gebaut"),
        (odt(more={"content.xml": f"{HEAD}<a {SPACES}>{' ' * (41 << 20)}</a>"}), "ist zu groß"),
        (odt(more={"Pictures/a.png": bytes(30 << 20)}), "ist zu groß"),
        (odt("".join(f"<a>{n}</a>" for n in range(610_000))), "ist zu groß"),
        (odt("<text:p/>" * 110_000), "hat mehr Absätze"),
        (odt(more={f"a{n}": b"" for n in range(6000)}), "ist zu groß"),
    ],
)
def test_what_is_wrong_with_a_package_is_said_in_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(ImportRefused, match=f"„a.odt“ {words}.*unverändert.*\\.$"):
        stripped(data, "a.odt")


def test_the_kind_stands_first_and_unpacked() -> None:
    clean = stripped(odt(h("Ziele")), "a.odt")[0]
    assert clean[30:].startswith(f"mimetype{MIMETYPE}".encode())
