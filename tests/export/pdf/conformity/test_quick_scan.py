"""Streams read at a glance, held against the reading operator by operator."""

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ikonzept_desktop.export.pdf.conformity.content import scan_operators
from ikonzept_desktop.export.pdf.conformity.quick_scan import quick_scan

USUAL = (
    "BT 15.000 TL 1 0 0 1 70.87 757.22 Tm",
    "/P<</MCID 0>>BDC",
    "/H1 << /MCID 12 >> BDC",
    "/Span<</ActualText<FEFF0041>>>BDC",
    "/Artifact BMC",
    "/Artifact<</Type/Pagination>>BDC",
    "[<0041>-12<00420043>]TJ",
    "<0041>Tj",
    "EMC ET",
    "EMC",
    "0.090 0.100 0.110 rg",
    "0 0 0 1 K",
    "0 g",
    "/F4 10.50 Tf",
    "q [0 4.5] 0 d 1 0 0 RG 0.3 w 70 80 m 500 80 l S Q",
    "10 10 30 30 re f",
    "/Over gs",
    "q 100 0 0 50 70 400 cm/Im0 Do Q",
    "/Registration CS 1 SCN",
    "/DeviceRGB cs 1 0 0 sc",
    "/DeviceCMYK CS",
    "1 0 m 2 2 l W* n 0 0 5 5 re f* B b*",
)
STRANGE = (
    "(EMC) Tj",
    "% EMC\n",
    "/P /Named BDC",
    "/P<</MCID 1/Lang(de)>>BDC",
    "/P<</Nested<</MCID 3>>/MCID 4>>BDC",
    "/P<</MCID 5/E<FEFF>>>BDC",
    "/A#42 BMC",
    "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
    "(a) ' EMC",
    "[(EMC)]TJ",
)


def operators(data: bytes) -> object:
    """Give what the other reading finds."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pdf.make_stream(data)
        return scan_operators(pdf.pages[0], None)


@pytest.mark.parametrize("usual", USUAL)
def test_each_usual_operator_is_read(usual: str) -> None:
    assert quick_scan(usual.encode()) == operators(usual.encode())


@given(st.lists(st.sampled_from(USUAL), max_size=12), st.sampled_from([" ", "\n", "\r\n"]))
def test_what_is_read_at_a_glance_is_what_stands_there(parts: list[str], between: str) -> None:
    data = between.join(parts).encode()
    found = quick_scan(data)
    assert found is not None
    assert found == operators(data)


@given(st.lists(st.sampled_from([*USUAL, *STRANGE]), max_size=8))
def test_of_what_could_be_mistaken_nothing_wrong_is_said(parts: list[str]) -> None:
    data = "\n".join(parts).encode()
    found = quick_scan(data)
    assert found is None or found == operators(data)


@pytest.mark.parametrize("strange", STRANGE)
def test_what_is_not_usual_is_left_to_the_other_reading(strange: str) -> None:
    assert quick_scan(f"/P<</MCID 0>>BDC {strange} EMC".encode()) is None


@pytest.mark.parametrize(
    "broken",
    [
        "/P<</MCID 0 BDC",
        "<</MCID 1>> DP",
        "<</MCID 0>>BDC",
        "/P MCID 0>>BDC",
        "BMC",
        "0 Do",
        "/P<</MCID x>>BDC",
        "[<0041> TJ",
        "/P<</MCID 0>>BMC",
    ],
)
def test_what_is_broken_is_left_to_the_other_reading(broken: str) -> None:
    assert quick_scan(broken.encode()) is None
