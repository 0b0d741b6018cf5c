"""Of an SVG nothing stays but its drawing."""

import base64
import re

import pytest

from ikonzept_desktop.reading.images.svg import sanitised
from ikonzept_desktop.reading.images.taken import ImageRefused
from tests.reading.images.samples import halves, png_saying, saved, svg

NAME = "zeichnung.svg"
FILE = "file:///etc/passwd"


def clean(inner: str, **more: str) -> str:
    return sanitised(svg(inner, **more), NAME).decode("utf-8")


def inner_image(data: bytes, kind: str = "png") -> str:
    written = base64.b64encode(data).decode("ascii")
    return f'<image width="80" height="40" xlink:href="data:image/{kind};base64,{written}"/>'


def test_a_drawing_stays_as_it_is() -> None:
    inner = (
        '<defs><linearGradient id="a"><stop offset="0" stop-color="#f00"/></linearGradient></defs>'
        '<g transform="scale(2)"><path d="M0 0L9 9" fill="url(#a)" clip-path="url( \'#b\' )"/>'
        '<text x="1" y="2">Wörter <tspan>und mehr</tspan> davon</text><use xlink:href="#c"/><use href="#c"/></g>'
    )
    kept = clean(inner)
    for part in re.findall(r"<[a-zA-Z]+[^>]*>", inner):
        assert part.replace("'", "'").rstrip("/>") in kept.replace("\"url( '#b' )\"", "\"url( '#b' )\"")
    assert "Wörter <tspan>und mehr</tspan> davon" in kept


@pytest.mark.parametrize(
    "inner",
    [
        "<script>steal()</script>",
        '<script xlink:href="https://x.example/a.js"/>',
        "<foreignObject><body onload='steal()'/></foreignObject>",
        '<image xlink:href="file:///etc/passwd"/>',
        '<image href="//server/share/x.png"/>',
        '<image href="https://x.example/x.png"/>',
        '<image xlink:href="data:image/svg+xml;base64,PHN2Zy8+"/>',
        '<image xlink:href="data:text/html,steal()"/>',
        '<use xlink:href="other.svg#a"/>',
        '<use href="file:///etc/passwd#x"/>',
        '<a href="javascript:steal()"><rect width="9" height="9"/></a>',
        '<rect onclick="steal()" width="9" height="9"/>',
        '<rect fill="url(file:///etc/passwd)" width="9"/>',
        '<rect fill="URL( \'https://x.example/#a\')" width="9"/>',
        '<rect style="fill:url(//server/share/a#b)" width="9"/>',
        '<rect style="fill:u\\72l(//server/share/a)" width="9"/>',
        "<style>@import url(https://x.example/a.css); rect{fill:red}</style>",
        "<style>@import 'https://x.example/a.css';</style>",
        "<style>@font-face{font-family:x;src:url(//server/share/a.ttf)}</style>",
        "<style>rect{fill:ur/**/l(//server/share/a)}</style>",
        '<animate attributeName="href" values="javascript:steal()"/>',
        '<set attributeName="onclick" to="steal()"/>',
        '<feImage xlink:href="https://x.example/x.png"/>',
        '<x:frame xmlns:x="http://www.w3.org/1999/xhtml" src="file:///etc/passwd"/>',
        '<g xml:base="file:///etc/"><use href="#a"/></g>',
        '<?xml-stylesheet href="https://x.example/a.css"?>',
    ],
)
def test_nothing_runs_and_nothing_leads_outside(inner: str) -> None:
    kept = clean(inner)
    for word in ("steal", "file:", "//server", "x.example", "import", "passwd", "javascript", "data:", "base="):
        assert word not in kept


def test_what_a_link_holds_stays() -> None:
    assert '<g><rect width="9"/>' in clean('<a href="https://x.example"><rect width="9"/></a>').replace("svg:", "")


def test_rules_without_an_outside_stay() -> None:
    assert "rect{fill:red}" in clean("<style>@import 'a.css'; rect{fill:red}</style>")


def test_words_behind_what_goes_stay() -> None:
    assert "davor dahinter" in clean("<text>davor <script>x</script>dahinter</text>")


def test_an_image_written_out_stays_and_one_that_is_a_bomb_goes() -> None:
    assert "data:image/png" in clean(inner_image(saved(halves(), "PNG")))
    assert "data:image/jpeg" in clean(inner_image(saved(halves(), "JPEG"), "jpeg"))
    assert "data:" not in clean(inner_image(png_saying(9000, 9000)))
    assert "data:" not in clean(inner_image(b"no image"))
    many = inner_image(png_saying(3000, 3000)) * 4
    assert clean(many).count("data:image/png") == 2


def test_an_entity_opens_no_file() -> None:
    with_file = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{FILE}">]>'
    kept = clean("<text>a&x;b</text>", before=with_file)
    assert "root:" not in kept
    assert "<text>ab</text>" in kept.replace("svg:", "")
    with pytest.raises(ImageRefused):
        clean('<text class="&x;">a</text>', before=with_file)


def test_a_definition_from_outside_is_not_looked_for() -> None:
    outside = '<!DOCTYPE svg SYSTEM "file:///etc/passwd" [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>'
    assert "root:" not in clean("<rect/>", before=outside)
    public = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert "<rect/>" in clean("<rect/>", before=public)


def test_what_drawing_programs_shorten_is_written_out() -> None:
    named = '<!DOCTYPE svg [<!ENTITY colour "#ff0000">]>'
    assert 'fill="#ff0000"' in clean('<rect fill="&colour;"/>', before=named)


@pytest.mark.parametrize("inner", ["<text>&e11;</text>", '<text class="&e11;"/>'])
def test_entities_that_multiply_are_refused(inner: str) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    laughs = f'<!DOCTYPE svg [<!ENTITY e0 "haha">{levels}]>'
    with pytest.raises(ImageRefused):
        clean(inner, before=laughs)


@pytest.mark.parametrize(
    "data", [b"<svg", b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", b"<svg>\x00</svg>", b"<html><svg/></html>"]
)
def test_what_is_no_svg_is_refused(data: bytes) -> None:
    with pytest.raises(ImageRefused, match="Ihr Text ist unverändert"):
        sanitised(data, NAME)


def test_far_too_much_is_refused() -> None:
    with pytest.raises(ImageRefused, match="zu groß"):
        clean("<g/>" * 100_001)
    with pytest.raises(ImageRefused, match="zu groß"):
        clean("<text>" + "x" * 12_000_000 + "</text>")


def test_depth_without_end_is_refused() -> None:
    with pytest.raises(ImageRefused):
        clean("<g>" * 5000 + "</g>" * 5000)
