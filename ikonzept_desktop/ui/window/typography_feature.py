"""The command that corrects the typography of what is selected, or else of the text with the keyboard."""

from collections.abc import Callable, Mapping

from ikonzept_desktop.ui.window.surroundings import Surroundings


class TypographyFeature:
    """Serves the command; the help as one types lives in the texts themselves."""

    def __init__(self, room: Surroundings) -> None:
        """Serve a window."""
        self._room = room

    def handlers(self) -> Mapping[str, Callable[[], object]]:
        """Give the handler of its command."""
        return {"typography": self._correct}

    def ready(self) -> None:
        """Nothing waits for the window."""

    def _correct(self) -> None:
        from ikonzept_desktop.ui.editor.typesetting import typeset
        from ikonzept_desktop.ui.window import typography_texts as texts

        text = self._room.text.text
        if text is None or text.isReadOnly():
            self._room.status.say(texts.NO_TEXT)
            return
        count = typeset(text.loop, self._room.text.typing.off)
        self._room.status.say(texts.corrected(count))
