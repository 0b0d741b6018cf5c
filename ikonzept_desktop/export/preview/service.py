"""What the warm child process does: it keeps the pages of the one concept it was told of."""

import gc

from ikonzept_desktop.export.preview.press import Press
from ikonzept_desktop.export.preview.values import Answer, Images, Shown, Update, Wish
from ikonzept_desktop.jobs import Report

_presses: list[Press] = []


def serve(_report: Report, update: Update | None, images: Images, wish: Wish) -> Answer:
    """Take what has changed, and give pages; the first update after a start has to tell everything."""
    if update is not None and update.anew:
        for old in _presses:
            old.close()
        _presses[:] = [Press()]
    answer = _presses[0].serve(update, images, wish)
    if isinstance(answer, Shown) and answer.settled and update is None:
        gc.freeze()  # what is kept is kept for long: no search for circles need go through it
    return answer


def text(_report: Report, page: int) -> str:
    """Give the words of a page of the concept, counted from 0."""
    return _presses[0].text(page)
