"""Tells the process what has changed of a concept, and puts the concept together there again."""

from dataclasses import replace

from ikonzept_desktop.export.preview.values import Tree, Update
from ikonzept_desktop.model.document import Document, Section, walk


class Teller:
    """Finds what has changed since it was asked last; sections are told apart by identity, for they are frozen."""

    def __init__(self) -> None:
        """Begin with nothing told."""
        self._told: dict[str, Section] = {}
        self._revision = 0
        self._anew = True

    def forget(self) -> None:
        """Tell everything next time: the process that knew it is gone."""
        self._told = {}
        self._anew = True

    def update(self, document: Document) -> Update:
        """Give what the process has to be told."""
        now = {section.id: section for section in walk(document.sections)}
        changed = tuple(
            replace(section, children=()) for id, section in now.items() if self._told.get(id) is not section
        )
        self._told = now
        self._revision += 1
        shell = replace(document, sections=(), trash=())
        anew, self._anew = self._anew, False
        return Update(self._revision, shell, _tree(document.sections), changed, anew)


def _tree(sections: tuple[Section, ...]) -> Tree:
    return tuple((section.id, _tree(section.children)) for section in sections)


class Listener:
    """Keeps the concept as it was told; what did not change stays the same value, and with it what is known of it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._bare: dict[str, Section] = {}
        self._whole: dict[str, tuple[Section, tuple[Section, ...], Section]] = {}
        self._shell: Document | None = None

    def take(self, update: Update) -> Document:
        """Give the concept after an update."""
        self._bare.update((section.id, section) for section in update.sections)
        known, self._whole = self._whole, {}
        sections = self._assembled(update.tree, known)
        self._bare = {id: self._bare[id] for id in self._whole}
        if self._shell is None or self._shell.template != update.shell.template:
            self._shell = update.shell
        return replace(update.shell, template=self._shell.template, sections=sections)

    def _assembled(
        self, tree: Tree, known: dict[str, tuple[Section, tuple[Section, ...], Section]]
    ) -> tuple[Section, ...]:
        return tuple(self._one(id, self._assembled(below, known), known) for id, below in tree)

    def _one(
        self, id: str, children: tuple[Section, ...], known: dict[str, tuple[Section, tuple[Section, ...], Section]]
    ) -> Section:
        bare, old = self._bare[id], known.get(id)
        same = old is not None and old[0] is bare and len(old[1]) == len(children)
        if old is not None and same and all(a is b for a, b in zip(old[1], children, strict=True)):
            section = old[2]
        else:
            section = replace(bare, children=children)
        self._whole[id] = (bare, children, section)
        return section
