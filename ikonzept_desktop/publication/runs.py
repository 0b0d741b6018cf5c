"""Lines of the model as runs: notes under their numbers, cross-references resolved, comments left behind."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from ikonzept_desktop.model.inline import CrossReference, Footnote, Inlines, LineBreak, Marks, Text
from ikonzept_desktop.publication.labels import Labels
from ikonzept_desktop.publication.references import reference_run
from ikonzept_desktop.publication.tree import BreakRun, Note, NoteRun, ReferenceRun, Run, Runs, TextRun

_BREAK = BreakRun()
_SOURCE = "Quelle"


@dataclass(slots=True)
class Writer:
    """Writes lines with the labels of the whole concept, and gathers the notes it meets."""

    labels: Labels
    notes: list[Note] = field(default_factory=list)

    def runs(self, inlines: Inlines) -> Runs:
        """Write a line."""
        written: list[Run] = []
        for inline in inlines:
            match inline:
                case Text():
                    _add_text(written, inline)
                case LineBreak():
                    written.append(_BREAK)
                case CrossReference():
                    written.append(reference_run(inline, self.labels))
                case Footnote():
                    written.append(self._note(inline))
        return tuple(written)

    def _note(self, note: Footnote) -> NoteRun:
        number = self.labels.notes[note.id]
        self.notes.append(Note(note.id, number, self.runs(note.content)))
        return NoteRun(number, note.id)


def _add_text(written: list[Run], text: Text) -> None:
    """Add characters, joined with those before them if only a comment's edge has parted them."""
    last = written[-1] if written else None
    if (
        isinstance(last, TextRun)
        and last.marks == text.marks
        and last.link == text.link
        and last.language == text.language
    ):
        written[-1] = TextRun(last.text + text.text, text.marks, text.link, text.language)
    else:
        written.append(TextRun(text.text, text.marks, text.link, text.language))


def plain_runs(text: str) -> Runs:
    """Give a text without marks."""
    return (TextRun(text),) if text else ()


def added_runs(text: str, marks: Marks = Marks.NONE) -> Runs:
    """Give a text that the program adds to the concept's own words."""
    return (TextRun(text, marks, added=True),) if text else ()


def as_added(runs: Runs) -> Runs:
    """Give runs as something the program has added."""
    return tuple(replace(run, added=True) if isinstance(run, TextRun) else run for run in runs)


def own_words(runs: Runs) -> Runs:
    """Leave out what the program has put before and behind the concept's own words."""
    start, end = own_span(runs)
    return runs[start:end]


def own_span(runs: Runs) -> tuple[int, int]:
    """Give the first and the end of the runs that are the concept's own; both the same where none is."""
    start, end = 0, len(runs)
    while start < end and _is_added(runs[start]):
        start += 1
    while end > start and _is_added(runs[end - 1]):
        end -= 1
    return start, end


def _is_added(run: Run) -> bool:
    return isinstance(run, TextRun) and run.added


def joined(parts: Iterable[Runs], between: Run = _BREAK) -> Runs:
    """Set parts one after the other, each on a line of its own unless told otherwise."""
    written: list[Run] = []
    for part in parts:
        if written:
            written.append(between)
        written.extend(part)
    return tuple(written)


def source_runs(source: Runs) -> Runs:
    """Say of a source that it is one, unless it does so itself."""
    if not source or runs_text(source).startswith(_SOURCE):
        return source
    return (*added_runs(f"{_SOURCE}: "), *source)


def runs_text(runs: Runs) -> str:
    """Give the characters of runs: a new line for a break, nothing for notes and pages."""
    return "".join(map(_characters, runs))


def _characters(run: Run) -> str:
    match run:
        case TextRun(text=text) | ReferenceRun(text=text):
            return text
        case BreakRun():
            return "\n"
        case NoteRun():
            return ""
