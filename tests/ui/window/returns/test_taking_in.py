"""Word files that came back: from the dialog into the concept, each recognised, and none of them lost."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from ikonzept_desktop.export.copies import CopyWish, made_copies
from ikonzept_desktop.export.word.writer import DraftOptions, write_draft
from ikonzept_desktop.model.copies import find_copy, give_out
from ikonzept_desktop.model.document import CopyState
from ikonzept_desktop.publication.build import build
from ikonzept_desktop.ui.opening import give_copy, open_concept
from ikonzept_desktop.ui.session import Session
from ikonzept_desktop.ui.window.returns import arrival_texts as texts
from ikonzept_desktop.ui.window.returns.left_out_dialog import LeftOutDialog
from ikonzept_desktop.ui.window.returns.page import ReturnsPage, word_files
from ikonzept_desktop.ui.window.returns.take_in_dialog import FileCard, TakeInDialog
from tests.builders import chapter, doc, p
from tests.review.test_taking_over import CONCEPT, draft, edited
from tests.test_round_trip import CHART
from tests.ui.desk import made, settle

WHEN = datetime(2015, 3, 5, 9, tzinfo=UTC)
LONGEST = 60_000
"""ms"""


class Office:
    """A concept that is open, and the folder in which its copies come back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        opened = open_concept(made(folder / "a.ikonzept", CONCEPT))
        assert isinstance(opened, Session)
        self.session = opened

    @classmethod
    def of(cls, folder: Path, session: Session) -> "Office":
        """Give the office of a concept that is open already."""
        office = cls.__new__(cls)
        office.folder, office.session = folder, session
        return office

    def give(self, reviewer: str) -> bytes:
        """Give a copy out."""
        document = self.session.document
        version = self.session.keeper.snapshot_for_export(WHEN)
        orders, copies = made_copies(document, [CopyWish(reviewer)], version, WHEN)
        self.session.apply(give_out(document, orders[0].concept, copies), "Zur Durchsicht")
        out = self.folder / "out.docx"
        write_draft(build(document, snapshot=version), {}, out, DraftOptions(issued=WHEN, copy=orders[0]))
        return out.read_bytes()

    def comes(self, name: str, data: bytes, *changes: tuple[str, str]) -> Path:
        """Put a file where it came."""
        path = self.folder / name
        path.write_bytes(edited(data, *changes) if changes else data)
        return path


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path)
    yield office
    office.session.close()


def dialog_on(office: Office, qtbot: QtBot, *paths: Path) -> TakeInDialog:
    dialog = TakeInDialog(office.session, paths)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.round.is_busy, timeout=LONGEST)
    settle()
    return dialog


def take(dialog: TakeInDialog, qtbot: QtBot) -> None:
    dialog.start_button.click()
    qtbot.waitUntil(lambda: not dialog.round.is_busy, timeout=LONGEST)
    settle()


def said(dialog: TakeInDialog) -> list[str]:
    return [card.file.refused or card.file.found for card in dialog.cards]


def test_a_copy_is_recognised_and_becomes_proposals_in_one_step(office: Office, qtbot: QtBot) -> None:
    path = office.comes("umbenannt.docx", office.give("Jobcenter"), ("zwei Jahre", "drei Jahre"))
    before = office.session.document
    dialog = dialog_on(office, qtbot, path)
    assert not dialog.cards[0].name.isVisible()
    take(dialog, qtbot)
    assert said(dialog) == ["1 Vorschlag."]
    document = office.session.document
    (kept,) = document.proposals
    (came,) = document.returned
    assert (kept.before, kept.variants[0].text, came.reviewer, came.name) == ("zwei", "drei", "Jobcenter", path.name)
    assert office.session.keeper.image(came.digest) == path.read_bytes()
    copy = find_copy(document, came.copy)
    assert copy is not None
    assert copy.state is CopyState.RETURNED
    assert office.session.project.undo_label() == "Rücklauf von Jobcenter aufgenommen"
    office.session.project.undo()
    assert office.session.document == before


def test_several_are_put_together_and_one_that_comes_later_too(office: Office, qtbot: QtBot) -> None:
    one = office.comes("1.docx", office.give("Jobcenter"), ("zwei Jahre", "drei Jahre"))
    two = office.comes("2.docx", office.give("Schulamt"), ("zwei Jahre", "drei Jahre"), ("Hilden", "Haan"))
    three = office.comes("3.docx", office.give("Caritas"), ("zwei Jahre", "vier Jahre"))
    take(dialog_on(office, qtbot, one, two), qtbot)
    assert [len(kept.sources) for kept in office.session.document.proposals] == [2, 1]
    take(dialog_on(office, qtbot, three), qtbot)
    assert [kept.is_conflict for kept in office.session.document.proposals] == [True, False]
    assert len(office.session.document.returned) == 3


def test_the_same_copy_once_more_takes_the_place_of_the_first(office: Office, qtbot: QtBot) -> None:
    data = office.give("Jobcenter")
    take(dialog_on(office, qtbot, office.comes("1.docx", data, ("zwei Jahre", "drei Jahre"))), qtbot)
    again = dialog_on(office, qtbot, office.comes("2.docx", data, ("Hilden", "Haan")))
    assert again.cards[0].file.came_before is not None
    take(again, qtbot)
    document = office.session.document
    assert [came.name for came in document.returned] == ["2.docx"]
    assert [kept.before for kept in document.proposals] == ["Hilden"]


def test_of_a_file_without_marks_it_is_asked_whose_it_is(office: Office, qtbot: QtBot, tmp_path: Path) -> None:
    office.give("Jobcenter")
    plain = edited(draft(CONCEPT, tmp_path), ("_ik_", "x_"), ("zwei Jahre", "drei Jahre"))
    dialog = dialog_on(office, qtbot, office.comes("abgetippt.docx", plain))
    card = dialog.cards[0]
    assert card.name.isVisible()
    take(dialog, qtbot)
    assert not office.session.document.returned
    assert card.name.hasFocus() or dialog.focusWidget() is card.name
    card.name.setText("Schulamt")
    take(dialog, qtbot)
    (came,) = office.session.document.returned
    assert (came.reviewer, came.copy) == ("Schulamt", "")
    assert {source.author for kept in office.session.document.proposals for source in kept.sources} == {"Schulamt"}


def test_what_is_no_copy_is_told_in_a_sentence_and_the_rest_goes_on(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    good = office.comes("gut.docx", office.give("Jobcenter"), ("Hilden", "Haan"))
    data = good.read_bytes()
    concept = office.session.document.properties.concept
    strange = draft(doc(chapter("Haushalt", p("Die Straßen werden im Sommer geteert.", id="s"))), tmp_path)
    paths = [
        office.comes("anderes.docx", data, (f">{concept}<", ">anderes<")),
        office.comes("fremd.docx", strange),
        office.comes("kaputt.docx", b"PK\x03\x04"),
        office.comes("zweimal.docx", data),
        good,
        tmp_path / "fort.docx",
    ]
    dialog = dialog_on(office, qtbot, *paths)
    dialog.cards[1].name.setText("Tiefbauamt")
    take(dialog, qtbot)
    sentences = said(dialog)
    assert sentences[0] == texts.OTHER
    assert "kaum ein Wort gemein" in sentences[1]
    assert "kaputt.docx" in sentences[2]
    assert sentences[3] == "1 Vorschlag."
    assert "zweimal.docx" in sentences[4]
    assert "fort.docx" in sentences[5]
    assert len(office.session.document.returned) == 1


def test_where_nothing_can_be_taken_in_nothing_is_offered(office: Office, qtbot: QtBot) -> None:
    dialog = dialog_on(office, qtbot, office.comes("kaputt.docx", b"kein Word"))
    assert not dialog.start_button.isEnabled()
    assert dialog.stop_button.text() == texts.CLOSE
    dialog.stop_button.click()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_giving_up_while_it_is_compared_changes_nothing(office: Office, qtbot: QtBot) -> None:
    path = office.comes("1.docx", office.give("Jobcenter"), ("zwei Jahre", "drei Jahre"))
    before = office.session.document
    dialog = dialog_on(office, qtbot, path)
    dialog.start_button.click()
    dialog.stop_button.click()
    qtbot.waitUntil(lambda: not dialog.round.is_busy, timeout=LONGEST)
    assert office.session.document == before
    assert dialog.isVisible()
    take(dialog, qtbot)
    assert len(office.session.document.returned) == 1


def test_a_folder_stands_for_the_word_files_in_it(office: Office, tmp_path: Path) -> None:
    folder = tmp_path / "zurück"
    folder.mkdir()
    for name in ("b.docx", "a.DOCX", "~$b.docx", "Liste.xlsx"):
        (folder / name).touch()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder)), QUrl.fromLocalFile(str(tmp_path / "c.pdf"))])
    assert word_files(data) == [folder / "a.DOCX", folder / "b.docx", tmp_path / "c.pdf"]


def test_a_concept_that_has_lost_what_it_gave_out_takes_files_in_all_the_same(
    office: Office, qtbot: QtBot, tmp_path: Path
) -> None:
    came = office.comes("1.docx", office.give("Jobcenter"), ("zwei Jahre", "drei Jahre"))
    assert give_copy(office.session, tmp_path / "ohne.ikonzept") is None
    reopened = open_concept(tmp_path / "ohne.ikonzept")
    assert isinstance(reopened, Session)
    other = Office.of(tmp_path, reopened)
    try:
        dialog = dialog_on(other, qtbot, came)
        take(dialog, qtbot)
        assert said(dialog) == ["1 Vorschlag."]
        assert states(other) == {"Jobcenter": CopyState.RETURNED}
    finally:
        reopened.close()


def test_the_file_word_keeps_beside_an_open_document_is_told_apart(office: Office, qtbot: QtBot) -> None:
    dialog = dialog_on(office, qtbot, office.comes("~$nzept.docx", b"\x05Frau"))
    assert said(dialog) == [texts.OWNER]


def test_files_are_dropped_on_the_page(office: Office, qtbot: QtBot) -> None:
    page = ReturnsPage(office.session)
    qtbot.addWidget(page)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/a/b.docx"), QUrl("https://kreis.example/c.docx")])
    drop = QDropEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(page.take_in_asked) as asked:
        page.dropEvent(drop)
    assert asked.args == [[Path("/a/b.docx")]]


def without_marks(data: bytes, *changes: tuple[str, str]) -> bytes:
    """Give a copy as a program saves it that drops what it does not know."""
    return edited(data, ("_ik_", "x_"), ('name="ik', 'name="x'), *changes)


def test_a_file_counts_as_the_copy_of_whoever_is_named_for_it(office: Office, qtbot: QtBot) -> None:
    plain = without_marks(office.give("Jobcenter"), ("zwei Jahre", "drei Jahre"))
    office.give("Schulamt")
    dialog = dialog_on(office, qtbot, office.comes("Kopie von Kopie.docx", plain))
    card = dialog.cards[0]
    card.name.setText("jobcenter")
    assert card.file.counts_as is not None
    assert "Zählt als die Kopie für Jobcenter" in shown_on(card)
    card.name.setText("Jobcenter, Herr Muster")
    assert "Zählt als" not in shown_on(card)
    card.name.setText("Jobcenter")
    take(dialog, qtbot)
    assert states(office) == {"Jobcenter": CopyState.RETURNED, "Schulamt": CopyState.OUT}
    assert said(dialog) == ["1 Vorschlag. Ohne Kennzeichen zugeordnet, zu 98 % sicher."]
    (kept,) = office.session.document.proposals
    assert (kept.before, kept.variants[0].text) == ("zwei", "drei")


def test_another_file_of_whoever_sent_one_takes_its_place(office: Office, qtbot: QtBot) -> None:
    data = office.give("Jobcenter")
    for name, change in (("1.docx", ("zwei Jahre", "drei Jahre")), ("2.docx", ("Hilden", "Haan"))):
        dialog = dialog_on(office, qtbot, office.comes(name, without_marks(data, change)))
        dialog.cards[0].name.setText("Jobcenter")
        assert ("wird durch diese ersetzt" in shown_on(dialog.cards[0])) is (name == "2.docx")
        take(dialog, qtbot)
        assert "Von Jobcenter: 1 Vorschlag." in shown_on(dialog.cards[0])
        assert ("ist ersetzt." in shown_on(dialog.cards[0])) is (name == "2.docx")
    document = office.session.document
    assert [came.name for came in document.returned] == ["2.docx"]
    assert [kept.before for kept in document.proposals] == ["Hilden"]


def test_two_files_of_one_name_are_two_files(office: Office, qtbot: QtBot) -> None:
    data = office.give("Jobcenter")
    one = office.comes("1.docx", without_marks(data, ("zwei Jahre", "drei Jahre")))
    two = office.comes("2.docx", without_marks(data, ("Hilden", "Haan")))
    dialog = dialog_on(office, qtbot, one, two)
    for card in dialog.cards:
        card.name.setText("Jobcenter")
    assert [card.file.counts_as is not None for card in dialog.cards] == [True, False]
    take(dialog, qtbot)
    assert [bool(came.copy) for came in office.session.document.returned] == [True, False]
    assert len(office.session.document.proposals) == 2


def test_the_same_file_twice_is_taken_in_once(office: Office, qtbot: QtBot) -> None:
    plain = without_marks(office.give("Jobcenter"))
    dialog = dialog_on(office, qtbot, office.comes("1.docx", plain), office.comes("1 (2).docx", plain))
    assert [card.file.refused for card in dialog.cards] == ["", texts.SAME_FILE.format(name="1.docx")]


def test_whose_a_file_is_begins_with_who_wrote_in_it_last(office: Office, qtbot: QtBot) -> None:
    by = 'w:id="99" w:author="Frau Beispiel" w:date="2015-03-06T08:00:00Z"'
    ins = f'zwei </w:t></w:r><w:ins {by}><w:r><w:t>neu</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> Jahre'
    data = office.give("Jobcenter")
    one = office.comes("1.docx", without_marks(data, ("zwei Jahre", ins)))
    two = office.comes("2.docx", without_marks(data, ("Hilden", "Haan")))
    dialog = dialog_on(office, qtbot, one, two)
    assert [card.name.text() for card in dialog.cards] == ["Frau Beispiel", ""]
    assert dialog.focusWidget() is dialog.cards[1].name


def test_a_copy_in_which_nothing_was_changed_is_back_and_leads_to_no_proposals(office: Office, qtbot: QtBot) -> None:
    dialog = dialog_on(office, qtbot, office.comes("1.docx", office.give("Jobcenter")))
    take(dialog, qtbot)
    assert said(dialog) == ["Nichts wurde geändert."]
    assert states(office) == {"Jobcenter": CopyState.RETURNED}
    assert not dialog.look_button.isVisible()
    assert dialog.stop_button.hasFocus() or dialog.focusWidget() is dialog.stop_button


def test_what_was_not_taken_over_can_be_looked_at(
    office: Office, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(LeftOutDialog, "exec", lambda self: seen.append(self.list.item(0).text()))
    text = '<w:t xml:space="preserve"> das Erlernen</w:t></w:r>'
    dialog = dialog_on(office, qtbot, office.comes("1.docx", office.give("Jobcenter"), (text, text + CHART)))
    (card,) = dialog.cards
    assert not card.look.isVisible()
    take(dialog, qtbot)
    assert said(dialog) == ["1 Vorschlag. 1 Stelle wurde nicht übernommen."]
    card.look.click()
    assert seen == ["Diagramm, bei „Der Kreis fördert das Erlernen der Sprache.“"]


def states(office: Office) -> dict[str, CopyState]:
    return {copy.reviewer: copy.state for copy in office.session.document.properties.copies}


def shown_on(card: FileCard) -> str:
    return " ".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())
