"""The judges themselves: each of them speaks up about a file with a fault, so that their silence means something."""

import pikepdf
import pytest

from tests.export.pdf.builders import concept
from tests.export.pdf.judging import PRINT, WEB, complaints, give_out
from tests.export.pdf.test_writer import EVERYTHING, IMAGES


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is said of a web file without a structure and a print file without its intent."""
    folder = give_out(concept(*EVERYTHING, notes=("Vgl. Bericht 2014.",)), IMAGES, tmp_path_factory.mktemp("judging"))
    with pikepdf.open(folder / WEB, allow_overwriting_input=True) as web:
        del web.Root.StructTreeRoot
        del web.Root.MarkInfo
        web.save()
    with pikepdf.open(folder / PRINT, allow_overwriting_input=True) as press:
        del press.Root.OutputIntents
        press.save()
    return list(complaints(folder))


@pytest.mark.parametrize("judge", ["ua1: ", "2a: ", "outloud: ", "X-4: "])
def test_a_judge_complains_of_a_faulty_file(said: list[str], judge: str) -> None:
    assert [each for each in said if each.startswith(judge)]
