"""What a concept's outline is made of as JSON: the template, and what is said of a section and of the concept itself,
what came back of it among that.

These few forms are apart from those of texts and edits because the outline is read before all else.
"""

from ikonzept_desktop.model.document import Properties, Section
from ikonzept_desktop.model.json_forms import Form, Forms, Parts
from ikonzept_desktop.model.proposals import Decision, Ground, KeptProposal, ReturnedFile
from ikonzept_desktop.model.template import Template

TAGS: dict[type, str] = {Decision: "decision", Ground: "ground"}
_FORMS = Forms(TAGS, {})

PROPERTIES: Form[Properties] = _FORMS.of(Properties)
TEMPLATE: Form[Template] = _FORMS.of(Template)
RETURNED: Form[tuple[ReturnedFile, ...]] = _FORMS.of(tuple[ReturnedFile, ...])
PROPOSAL: Form[KeptProposal] = _FORMS.of(KeptProposal)
OWN_PARTS = Parts(Section, _FORMS, without=("id", "fields", "children"))
"""What a section's own row says; its id, its fields and the sections below it stand in rows of their own."""
