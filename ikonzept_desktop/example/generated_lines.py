"""Lines of generated text: sentences with notes, references, names and marks among them."""

from ikonzept_desktop.example.supplies import Part, Supplies, Target
from ikonzept_desktop.model.inline import (
    CrossReference,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Marks,
    ReferenceForm,
    Text,
    same_look,
)

_LINK = "https://www.kreis-mettmann.de/integration"
_FORMS = (
    ReferenceForm.NUMBER,
    ReferenceForm.NUMBER,
    ReferenceForm.NUMBER_TITLE,
    ReferenceForm.PAGE,
    ReferenceForm.TITLE,
)


class LineMaker:
    """Puts a line together in normal form and has every word of it taken down."""

    def __init__(self, supplies: Supplies) -> None:
        """Begin an empty line."""
        self._supplies = supplies
        self._said = supplies.said
        self._inlines: list[Inline] = []

    def add(self, text: str, marks: Marks = Marks.NONE, link: str = "", language: str = "") -> None:
        """Add a run; it begins and ends between words."""
        self._said.say(text)
        run = Text(text, marks, link, language)
        last = self._inlines[-1] if self._inlines else None
        if isinstance(last, Text) and same_look(last, run):
            self._inlines[-1] = Text(last.text + text, marks, link, language)
        else:
            self._inlines.append(run)

    def new_line(self) -> None:
        """Add a line break."""
        self._inlines.append(LineBreak())

    def refer(self, target: Target, form: ReferenceForm) -> None:
        """Add a cross-reference."""
        match form:
            case ReferenceForm.NUMBER:
                self._said.say(target.number or target.title)
            case ReferenceForm.TITLE:
                self._said.say(target.title)
            case ReferenceForm.NUMBER_TITLE:
                self._said.say(target.number_and_title)
            case ReferenceForm.PAGE:
                self._said.say_page()
        self._inlines.append(CrossReference(target.id, form))

    def note(self) -> None:
        """Add a footnote."""
        inner = LineMaker(self._supplies)
        with self._said.note():
            inner.add(self._supplies.sentences.sentence())
            if self._supplies.due(Part.REFERENCE):
                inner.add(" Siehe auch ")
                add_reference(inner, self._supplies)
                inner.add(".")
        content = tuple(part for part in inner.inlines() if not isinstance(part, Footnote))
        self._inlines.append(Footnote(self._supplies.ids(), content))

    def inlines(self) -> Inlines:
        """Give the line."""
        return tuple(self._inlines)


def add_reference(line: LineMaker, supplies: Supplies) -> None:
    """Add a reference to whatever there is, worded as its form asks for."""
    target = supplies.target()
    if target is None:
        line.add("die Einleitung")
        return
    form = supplies.chance.choice(_FORMS)
    if form is ReferenceForm.PAGE:
        line.add("Seite ")
    elif form is not ReferenceForm.TITLE and target.before:
        line.add(f"{target.before} ")
    line.refer(target, form)


def paragraph_line(supplies: Supplies) -> Inlines:
    """Write two to six sentences."""
    line = LineMaker(supplies)
    if supplies.due(Part.MARK):
        line.add(f"{supplies.sentences.title()}.", supplies.chance.choice((Marks.BOLD, Marks.BOLD | Marks.ITALIC)))
        line.add(" ")
    for count in range(supplies.chance.randint(2, 6)):
        if count:
            line.add(" ")
        _add_sentence(line, supplies)
    return line.inlines()


def _add_sentence(line: LineMaker, supplies: Supplies) -> None:
    if supplies.due(Part.NAME):
        _add_name(line, supplies)
    elif supplies.due(Part.REFERENCE):
        line.add(supplies.sentences.phrase() + ": siehe ")
        add_reference(line, supplies)
        line.add(".")
    else:
        line.add(supplies.sentences.sentence())
    if supplies.due(Part.NOTE):
        line.note()


def _add_name(line: LineMaker, supplies: Supplies) -> None:
    name = supplies.sentences.name()
    line.add("Daran hat ")
    line.add(name.name, Marks.ITALIC, language=name.language)
    line.add(f" in {supplies.sentences.place()} mitgewirkt; mehr dazu ")
    line.add("im Netz", link=_LINK)
    line.add(".")


def short_line(supplies: Supplies, text: str) -> Inlines:
    """Write a text as it is, now and then with a note."""
    line = LineMaker(supplies)
    line.add(text)
    if supplies.likely(0.1) and supplies.due(Part.NOTE):
        line.note()
    return line.inlines()
