"""Of which kind a section is where it comes: as planned where it may stand there, else what may."""

from dataclasses import replace

from ikonzept_desktop.model.grafts import text_field
from ikonzept_desktop.model.template import FieldKind, FieldType, Placement, Role, SectionKind, Template

INBOX_LABEL = "Eingang"


def top_kind(template: Template, wanted: str) -> SectionKind:
    """Give the kind of a section at the top: the wanted one, or the first of the body that takes running text."""
    known = {kind.key: kind for kind in template.kinds}
    if wanted in known:
        return known[wanted]
    body = [kind for kind in template.kinds if kind.placement is Placement.BODY and kind.role is Role.TEXT]
    with_text = [kind for kind in body or template.kinds if text_field(kind) is not None]
    return (with_text or body or list(template.kinds))[0]


def kind_below(template: Template, parent: SectionKind, wanted: str) -> SectionKind:
    """Give the kind of a section below another: the wanted one where it may stand there, else the first that may.

    Where the template has none for there it is of the parent's kind; cover and imprint pass theirs on to nobody.
    """
    allowed = [template.kind(key) for key in parent.child_kinds]
    if any(kind.key == wanted for kind in allowed):
        return template.kind(wanted)
    if not allowed:
        return parent if parent.role is Role.TEXT else top_kind(template, "")
    return next((kind for kind in allowed if text_field(kind) is not None), allowed[0])


def running_text(kind: SectionKind) -> FieldType | None:
    """Give the field that takes running text: in an inbox its own, which no export shows."""
    found = text_field(kind)
    if found is None and kind.role is Role.INBOX:
        return next((field for field in kind.fields if field.kind is FieldKind.RICH_TEXT), None)
    return found


def inbox_kind(template: Template) -> SectionKind:
    """Give the template's kind for what has no place yet; one made for it where it has none that takes text."""
    known = (kind for kind in template.kinds if kind.role is Role.INBOX and running_text(kind) is not None)
    found = next(known, None)
    if found is not None:
        return found
    keys = {kind.key for kind in template.kinds}
    key = next(key for key in ("inbox", *(f"inbox_{n}" for n in range(2, len(keys) + 3))) if key not in keys)
    text = FieldType("text", "Text", FieldKind.RICH_TEXT, heading=False, printed=False, internal=True)
    return SectionKind(
        key,
        INBOX_LABEL,
        Placement.ANNEX,
        (text,),
        plural="Eingänge",
        role=Role.INBOX,
        numbered=False,
        in_contents=False,
        hidden=True,
    )


def with_inbox(template: Template) -> Template:
    """Give the template with a kind for what has no place yet; the same where it has one."""
    kind = inbox_kind(template)
    if any(known.key == kind.key for known in template.kinds):
        return template
    return replace(template, kinds=(*template.kinds, kind))
