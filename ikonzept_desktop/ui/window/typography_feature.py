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
        """Have the texts of the window leave out what the user has switched off."""
        from ikonzept_desktop.ui.editor.typing_help import choice_of

        choice_of(self._room.session.project).off = frozenset(self._room.memory.recall().typing_off)

    def _correct(self) -> None:
        from ikonzept_desktop.ui.editor.typesetting import typeset
        from ikonzept_desktop.ui.window import typography_texts as texts

        text = self._room.text.text
        if text is None or text.isReadOnly():
            self._room.status.say(texts.NO_TEXT)
            return
        count = typeset(text.loop, text.typing.choice.off)
        self._room.status.say(texts.corrected(count))
