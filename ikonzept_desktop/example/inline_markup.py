"""Reads a line of the example's markup into runs, breaks, notes and references (resources/example/README.md)."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time

from ikonzept_desktop.example.source import NAME, Source
from ikonzept_desktop.model.document import Comment, Reply
from ikonzept_desktop.model.inline import (
    CrossReference,
    Footnote,
    Inline,
    Inlines,
    LineBreak,
    Marks,
    NoteInline,
    ReferenceForm,
    Text,
    normalise,
)
from ikonzept_desktop.values import dataclass

_SPECIAL = re.compile(r"[ \n]*==\}|[\\*^~\[\]{}\n]")
_REFERENCE = re.compile(rf"\{{@({NAME})(?::([a-z_]+))?\}}")
_COMMENT = re.compile(r"\{>>\s*(.*?)\s*<<\}", re.DOTALL)
_COMMENT_HEAD = re.compile(
    r"(?P<author>[^:()]+?)(?: \((?P<initials>[^)]+)\))? "
    r"(?P<day>\d{4}-\d{2}-\d{2})(?:T(?P<time>\d{2}:\d{2}))?: (?P<text>.+)"
)
_LINK_END = re.compile(r"\(((?:https?://|mailto:)[^\s()]+)\)")
_LANGUAGE_END = re.compile(r"\{lang=([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\}")
_MARKS = {"**": Marks.BOLD, "*": Marks.ITALIC, "^": Marks.SUPERSCRIPT, "~": Marks.SUBSCRIPT}
_NOON = time(12)


@dataclass(frozen=True, slots=True)
class _Look:
    """How the run at hand looks, and whether it may hold notes."""

    marks: Marks = Marks.NONE
    comments: tuple[str, ...] = ()
    in_note: bool = False

    def run(self, text: str) -> Text:
        return Text(text, self.marks, comments=self.comments)


def read_inlines(text: str, line: int, source: Source) -> Inlines:
    """Read text that begins in that line of the file; its own line ends are spaces. Raises MarkupError."""
    return normalise(_Reader(text, line, source).until("", _Look()))


def read_comments(text: str, line: int, source: Source) -> Comment:
    """Read a comment with its answers that stands alone, and so is about the section. Raises MarkupError."""
    reader = _Reader(text, line, source)
    comment = reader.thread(source.fresh_id())
    if reader.text[reader.position :].strip():
        raise reader.error("Nach einer Notiz zum Abschnitt kommt eine Leerzeile.")
    return comment


def unescape(text: str) -> str:
    """Give plain text without the backslashes before its signs."""
    return re.sub(r"\\([^\w\s])", r"\1", text)


class _Reader:
    """Reads one text from left to right."""

    def __init__(self, text: str, line: int, source: Source) -> None:
        self.text, self.line, self.source = text, line, source
        self.position = 0

    def error(self, message: str) -> Exception:
        return self.source.error(self.line + self.text.count("\n", 0, self.position), message)

    def until(self, stop: str, look: _Look) -> Inlines:
        """Read up to the closing sign, or to the end where there is none."""
        found: list[Inline] = []
        start = self.position
        while match := _SPECIAL.search(self.text, self.position):
            found.append(look.run(self.text[self.position : match.start()]))
            self.position = match.start()
            if stop and self._closes(match[0], stop, look):
                self.position += len(match[0]) if match[0].endswith("==}") else len(stop)
                return tuple(found)
            found.extend(self._special(match[0], look))
        if stop:
            self.position = start
            raise self.error(f"Das schließende „{stop}“ fehlt.")
        found.append(look.run(self.text[self.position :]))
        return tuple(found)

    def _closes(self, sign: str, stop: str, look: _Look) -> bool:
        if sign == "*" and self.text.startswith("**", self.position):
            return stop == "**" or (stop == "*" and Marks.BOLD in look.marks)
        return sign.strip() == stop

    def _special(self, sign: str, look: _Look) -> Inlines:
        match sign:
            case "\\":
                return self._escape(look)
            case "\n":
                self.position += 1
                return (look.run(" "),)
            case "^" if self.text.startswith("^[", self.position):
                return self._note(look)
            case "*" | "^" | "~":
                return self._marked(look)
            case "[":
                return self._bracket(look)
            case "{":
                return self._brace(look)
            case _:
                raise self.error(
                    f"„{sign.strip()}“ steht hier allein; als Zeichen gemeint schreibt man „\\{sign.strip()}“."
                )

    def _escape(self, look: _Look) -> Inlines:
        following = self.text[self.position + 1 : self.position + 2]
        self.position += 2
        if following in {"\n", "n", ""}:
            return (LineBreak(),)
        if following.isalnum() or following.isspace():
            self.position -= 2
            raise self.error("Ein „\\“ steht nur vor einem Satzzeichen, vor n oder am Zeilenende.")
        return (look.run(following),)

    def _marked(self, look: _Look) -> Inlines:
        sign = "**" if self.text.startswith("**", self.position) else self.text[self.position]
        mark = _MARKS[sign]
        if mark in look.marks:
            raise self.error(f"„{sign}“ ist schon offen.")
        self.position += len(sign)
        start = self.position
        inside = self.until(sign, replace(look, marks=look.marks | mark))
        marked = self.text[start : self.position - len(sign)]
        if not marked or marked != marked.strip():
            raise self.error(f"Zwischen „{sign}“ und dem Wort, das es auszeichnet, steht kein Leerzeichen.")
        return inside

    def _note(self, look: _Look) -> Inlines:
        if look.in_note:
            raise self.error("Eine Fußnote kann keine Fußnote enthalten.")
        self.position += 2
        id = self.source.fresh_id()
        content = normalise(self.until("]", _Look(in_note=True)))
        if not content:
            raise self.error("Die Fußnote ist leer.")
        return (Footnote(id, tuple(part for part in content if isinstance(part, NoteInline))),)

    def _bracket(self, look: _Look) -> Inlines:
        """Read `[text](https://…)` or `[text]{lang=tr}`."""
        self.position += 1
        inside = self.until("]", look)
        if link := _LINK_END.match(self.text, self.position):
            self.position = link.end()
            return tuple(replace(run, link=link[1]) if isinstance(run, Text) else run for run in inside)
        if language := _LANGUAGE_END.match(self.text, self.position):
            self.position = language.end()
            return tuple(replace(run, language=language[1]) if isinstance(run, Text) else run for run in inside)
        raise self.error(
            "Nach „]“ kommt „(https://…)“, „(mailto:…)“ oder „{lang=…}“; als Zeichen gemeint schreibt man „\\[“."
        )

    def _brace(self, look: _Look) -> Inlines:
        if match := _REFERENCE.match(self.text, self.position):
            return (self._reference(match),)
        if self.text.startswith("{==", self.position):
            return self._commented(look)
        if self.text.startswith("{>>", self.position):
            raise self.error("Eine Notiz steht hinter „{== … ==}“ oder in einem eigenen Absatz.")
        raise self.error("„{“ beginnt hier keinen Verweis und keine Notiz; als Zeichen gemeint schreibt man „\\{“.")

    def _reference(self, match: re.Match[str]) -> CrossReference:
        name, form = match[1], match[2] or ReferenceForm.NUMBER
        if form not in set(ReferenceForm):
            raise self.error(f"„{form}“ ist keine Form eines Verweises; möglich sind {', '.join(ReferenceForm)}.")
        line = self.line + self.text.count("\n", 0, self.position)
        self.position = match.end()
        return CrossReference(self.source.use(name, "", line), ReferenceForm(form))

    def _commented(self, look: _Look) -> Inlines:
        if look.in_note:
            raise self.error("In einer Fußnote kann keine Notiz stehen.")
        id = self.source.fresh_id()
        self.position += len("{==")
        self.position += len(self.text[self.position :]) - len(self.text[self.position :].lstrip(" \n"))
        inside = self.until("==}", replace(look, comments=tuple(sorted((*look.comments, id)))))
        self.source.comments.append(self.thread(id))
        return inside

    def thread(self, id: str) -> Comment:
        """Read a comment with the answers right behind it."""
        match = self._said()
        comment = Comment(id, match["author"], _moment(match), match["text"], match["initials"] or "")
        while self.text.startswith("{>>", self.position):
            if (closing := _COMMENT.match(self.text, self.position)) and closing[1] == "erledigt":
                self.position = closing.end()
                return replace(comment, resolved=True)
            match = self._said()
            reply = Reply(
                self.source.fresh_id(), match["author"], _moment(match), match["text"], match["initials"] or ""
            )
            comment = replace(comment, replies=(*comment.replies, reply))
        return comment

    def _said(self) -> re.Match[str]:
        whole = _COMMENT.match(self.text, self.position)
        head = _COMMENT_HEAD.fullmatch(" ".join(whole[1].split())) if whole else None
        if not whole or not head or not _is_moment(head):
            raise self.error("Eine Notiz lautet „{>> Name 2015-03-10: Text <<}“.")
        self.position = whole.end()
        return head


def _is_moment(head: re.Match[str]) -> bool:
    try:
        _moment(head)
    except ValueError:
        return False
    return True


def _moment(head: re.Match[str]) -> datetime:
    clock = time.fromisoformat(head["time"]) if head["time"] else _NOON
    return datetime.combine(date.fromisoformat(head["day"]), clock, UTC)
