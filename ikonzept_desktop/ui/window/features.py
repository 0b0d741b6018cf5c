"""The features of a concept's window; who writes another one enters it here."""

from collections.abc import Callable

from ikonzept_desktop.ui.window.abbreviation_feature import AbbreviationFeature
from ikonzept_desktop.ui.window.attachments.feature import Attachments
from ikonzept_desktop.ui.window.checking_feature import CheckingFeature
from ikonzept_desktop.ui.window.comments_feature import CommentsFeature
from ikonzept_desktop.ui.window.compare_feature import CompareFeature
from ikonzept_desktop.ui.window.elsewhere_feature import ElsewhereFeature
from ikonzept_desktop.ui.window.figures.feature import Figures
from ikonzept_desktop.ui.window.finding.feature import FindFeature
from ikonzept_desktop.ui.window.footnote_feature import FootnoteFeature
from ikonzept_desktop.ui.window.full_screen_feature import FullScreenFeature
from ikonzept_desktop.ui.window.import_feature import ImportFeature
from ikonzept_desktop.ui.window.link_feature import LinkFeature
from ikonzept_desktop.ui.window.overview_feature import OverviewFeature
from ikonzept_desktop.ui.window.palette.feature import PaletteFeature
from ikonzept_desktop.ui.window.paste_feature import PasteFeature
from ikonzept_desktop.ui.window.preview_feature import PreviewFeature
from ikonzept_desktop.ui.window.record_feature import RecordFeature
from ikonzept_desktop.ui.window.record_tables_feature import RecordTables
from ikonzept_desktop.ui.window.reference_feature import ReferenceFeature
from ikonzept_desktop.ui.window.returns_feature import ReturnsFeature
from ikonzept_desktop.ui.window.second_text_feature import SecondTextFeature
from ikonzept_desktop.ui.window.style_feature import StyleFeature
from ikonzept_desktop.ui.window.surroundings import Feature, Surroundings
from ikonzept_desktop.ui.window.table_feature import TableFeature
from ikonzept_desktop.ui.window.template_feature import TemplateFeature
from ikonzept_desktop.ui.window.travel import Travel
from ikonzept_desktop.ui.window.typography_feature import TypographyFeature

MAKERS: tuple[Callable[[Surroundings], Feature], ...] = (
    TableFeature,
    Figures,
    Attachments,
    RecordTables,
    PasteFeature,
    TypographyFeature,
    CheckingFeature,
    Travel,
    ReferenceFeature,
    LinkFeature,
    FootnoteFeature,
    AbbreviationFeature,
    OverviewFeature,
    ReturnsFeature,
    ImportFeature,
    CompareFeature,
    RecordFeature,
    CommentsFeature,
    SecondTextFeature,
    PreviewFeature,
    FullScreenFeature,
    TemplateFeature,
    StyleFeature,
    FindFeature,
    PaletteFeature,
    ElsewhereFeature,
)
"""What makes each feature, in the order of their pages and workspaces."""


def features_of(room: Surroundings) -> tuple[Feature, ...]:
    """Make the features of a window."""
    return tuple(make(room) for make in MAKERS)
