"""Places visited: back, forth, and forgotten."""

from ikonzept_desktop.model.history import Selection
from ikonzept_desktop.ui.window.places import MOST, Places

A, B, C = Selection("a"), Selection("b"), Selection("c")


def test_back_leads_through_the_places_and_forward_the_same_way() -> None:
    places = Places()
    places.leave(A)
    places.leave(B)
    assert (places.back(C), places.back(B), places.back(A)) == (B, A, None)
    assert (places.forward(A), places.forward(B), places.forward(C)) == (B, C, None)


def test_who_goes_elsewhere_from_a_place_before_forgets_what_was_ahead() -> None:
    places = Places()
    places.leave(A)
    assert places.back(B) == A
    places.leave(A)
    assert places.forward(C) is None


def test_no_place_stands_twice_in_a_row_and_the_oldest_are_forgotten() -> None:
    places = Places()
    places.leave(A)
    places.leave(A)
    assert (places.back(B), places.back(A)) == (A, None)
    for number in range(MOST + 5):
        places.leave(Selection(str(number)))
    back = [places.back(None) for _ in range(MOST + 5)]
    assert back[MOST - 1] == Selection("5")
    assert back[MOST] is None
