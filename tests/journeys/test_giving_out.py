"""A packet is given to a working group, with real keys: from the menu to the file, and back as returned."""

from ikonzept_desktop.model.document import CopyState, find_section
from ikonzept_desktop.model.store.loading import load
from ikonzept_desktop.publication.packets import groups, packet
from tests.export.word import reading
from tests.journeys.desk import Desk
from tests.journeys.ways import WINDOW, choose_in_menu

DIALOG = "^Zur Durchsicht geben$"
GROUP = "AG Sprache und Bildung"


def test_a_packet_goes_out_and_comes_back(desk: Desk) -> None:
    file = desk.documents / "Beispiel.ikonzept"
    desk.tell("example", file)
    program = desk.start(file)
    desk.window(WINDOW)
    desk.settle()
    give_out_a_packet(desk)
    desk.press("ctrl+3")
    desk.settle()
    desk.picture("copies")
    desk.press("Return")
    desk.settle()
    desk.picture("returned")
    desk.press("ctrl+q")
    assert desk.ended(program) == 0

    document = load(file).document
    (copy,) = document.properties.copies
    assert (copy.reviewer, copy.packet, copy.return_to) == (GROUP, GROUP, "Sozialamt")
    assert copy.state is CopyState.RETURNED
    word = reading.read(desk.documents / copy.file)
    said = {one.get("name"): one[0].text for one in word.parts["docProps/custom.xml"]}
    assert (said["ikCopy"], said["ikPacket"], said["ikSnapshot"]) == (copy.id, GROUP, copy.version)
    opened = len(list(word.body.iter(f"{reading.W}permStart")))
    sections = [find_section(document, id) for id in packet(document, GROUP)]
    assert opened == len(sections) > 0
    assert desk.said() == ""


def give_out_a_packet(desk: Desk) -> None:
    """The second field of the row is the choice of groups; the name follows it."""
    choose_in_menu(desk, "give_out")
    desk.window(DIALOG)
    desk.settle()
    desk.press("Tab", *["Down"] * (groups_before() + 1))
    desk.settle()
    desk.picture("packet")
    desk.press("Tab", "Tab")  # past the button for another person; one row cannot be taken away
    desk.write("12.12.2099")
    desk.press("Tab")
    desk.write("Sozialamt")
    desk.settle()
    desk.picture("filled")
    desk.press("Return")
    desk.wait(lambda: next(desk.documents.glob("*.docx"), None), "the file of the packet")
    desk.settle()
    desk.picture("given")
    desk.press("Escape")
    desk.no_window(DIALOG)
    desk.window(WINDOW)


def groups_before() -> int:
    """Give how many groups stand before it in the list."""
    from ikonzept_desktop.example.concept import read_example
    from ikonzept_desktop.paths import resource

    return groups(read_example(resource("example")).document).index(GROUP)
