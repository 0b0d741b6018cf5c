"""A list of measures comes as a file: chosen, mapped by the program, taken over and taken back, with real keys."""

from tests.journeys.desk import Desk
from tests.journeys.ways import START, WINDOW

LIST = """Liste der AG Sprache;;;
Nr.;Maßnahme;zuständig;Kosten
1;Sprachmittlerpool aufbauen;Kreisintegrationszentrum;12.000 €
2;=Lesepaten gewinnen;VHS;
"""
TAKEN = {
    "1 Sprachmittlerpool aufbauen",
    "Federführung: Kreisintegrationszentrum",
    "Ressourcen und Finanzierung: 12.000 €",
    "2 =Lesepaten gewinnen",
}


def test_a_list_becomes_measures_in_one_step(desk: Desk) -> None:
    (desk.documents / "liste.csv").write_text(LIST, encoding="cp1252")
    program = desk.start()
    desk.window(START)
    desk.press("ctrl+n")
    desk.window("Neues Konzept anlegen")
    desk.press("ctrl+a")
    desk.write(str(desk.documents / "Kreis"))
    desk.press("Return")
    desk.window(WINDOW)
    desk.settle()
    desk.press(*["ctrl+Next"] * 15)  # to the first field of action
    take_over(desk)
    desk.press("ctrl+s")
    desk.settle()
    assert lines(desk) >= TAKEN
    desk.press("ctrl+z", "ctrl+q")
    assert desk.ended(program) == 0
    assert not TAKEN & lines(desk)
    assert desk.said() == ""


def take_over(desk: Desk) -> None:
    """The palette knows the command; the dialog proposes the rest."""
    desk.press("ctrl+shift+p")
    desk.settle()
    desk.write("aus tabelle")
    desk.press("Return")
    desk.window("^Eintr.*bernehmen$")
    desk.press("space")
    desk.window("^Tabelle aus einer Datei$")
    desk.write(str(desk.documents / "liste.csv"))
    desk.press("Return")
    desk.no_window("^Tabelle aus einer Datei$")
    desk.settle()
    desk.picture("mapped")
    desk.press("Return")
    desk.no_window("^Eintr.*bernehmen$")
    desk.window(WINDOW)
    desk.settle()
    desk.picture("taken")


def lines(desk: Desk) -> set[str]:
    return set(desk.tell("text", desk.documents / "Kreis.ikonzept").splitlines())
