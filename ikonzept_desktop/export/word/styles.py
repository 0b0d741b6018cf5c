"""The styles of a draft: Word's own by their English built-in names, and a few of ours.

Names, not ids, are what Word knows a built-in style by (ECMA-376 Part 1, 17.7.4.9); it shows them in the user's
language. Their sizes and spaces stand in `measures`.
"""

from collections.abc import Iterable

from ikonzept_desktop.export.house_style import HouseStyle
from ikonzept_desktop.export.word import measures
from ikonzept_desktop.export.word.measures import Measure
from ikonzept_desktop.export.word.numbering import BULLETS, HEADINGS, LEVELS, NUMBERS
from ikonzept_desktop.export.word.page import TEXT_WIDTH
from ikonzept_desktop.export.word.xml import NAMESPACES, NEWER_NAMESPACES
from ikonzept_desktop.values import dataclass

FONT = "Calibri"
CONTENTS_INDENTS = (0, 454, 1078, 1872)
"""Where the lines of each level of the contents begin, in twips."""
DIRECTORY_INDENT = 1500
"""Where the titles in the lists of tables and figures begin, in twips; `Abbildung 12` stands before."""
ABBREVIATION_INDENT = 1701
"""Where the meanings in the list of abbreviations begin, in twips."""
_MUTED = "5A6670"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a draft as `RRGGBB`."""

    accent: str
    tint: str


def colours(style: HouseStyle) -> Colours:
    """Take the colours from the house style."""
    return Colours(style.accent_colour.lstrip("#"), style.tint_colour.lstrip("#"))


def styles_xml(
    look: Colours, language: str, plain_levels: Iterable[int], *, directories: bool = False, review: bool = False
) -> str:
    """Write the styles part; `plain_levels` are the levels that need a heading outside the contents.

    Those of the lists of tables, figures and abbreviations come where there are such `directories`, those of a copy
    for `review` where it is one.
    """
    papers = [
        *_text_styles(look),
        *_cover_styles(look),
        *(_heading(level, look) for level in range(1, LEVELS + 1)),
        *(_plain_heading(level) for level in sorted(plain_levels)),
        *_contents_styles(look),
        *(_directory_styles() if directories else ()),
        *_list_styles(),
        *(_review_styles(look) if review else ()),
        *_own_styles(look),
    ]
    latent = (
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" w:defUnhideWhenUsed="0" '
        'w:defQFormat="0" w:count="376"/>'
    )
    paragraphs = "".join(_style(paper) for paper in papers)
    others = _character_styles(look) + _table_styles(look)
    return f"<w:styles {NAMESPACES} {NEWER_NAMESPACES}>{_defaults(language)}{latent}{paragraphs}{others}</w:styles>"


def _defaults(language: str) -> str:
    """Write what holds for all text; kerned and with ligatures as in LibreOffice, so that lines break alike."""
    kerned = measures.BODY.weighted('<w:kern w:val="2"/>')
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="Arial"/>{kerned}'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
        '<w14:ligatures w14:val="standardContextual"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


@dataclass(frozen=True, slots=True)
class Paper:
    """A paragraph style to be."""

    id: str
    name: str
    measure: Measure | None = None
    colour: str = ""
    based_on: str = "Normal"
    after: str = ""
    """The style of the paragraph that Return begins."""
    before_spacing: str = ""
    """Paragraph properties that the schema has before `w:spacing`."""
    after_spacing: str = ""
    run: str = ""
    shown: bool = True
    """Whether it stands in the gallery of styles."""


def _style(style: Paper) -> str:
    own = ' w:customStyle="1"' if style.id.startswith("IK") else ' w:default="1"' if style.id == "Normal" else ""
    base = f'<w:basedOn w:val="{style.based_on}"/>' if style.based_on else ""
    following = f'<w:next w:val="{style.after}"/>' if style.after else ""
    spacing = style.measure.spacing_xml if style.measure else ""
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    look = style.measure.weighted(style.run + colour) if style.measure else style.run + colour
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}"><w:name w:val="{style.name}"/>{base}{following}'
        f"{'<w:qFormat/>' if style.shown else ''}"
        f"<w:pPr>{style.before_spacing}{spacing}{style.after_spacing}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def _text_styles(look: Colours) -> Iterable[Paper]:
    stripe = f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="{look.accent}"/></w:pBdr>'
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    quoted = f'<w:ind w:left="{measures.QUOTE_INDENT}" w:right="{measures.QUOTE_INDENT}"/>'
    yield Paper("Normal", "Normal", Measure(measures.BODY.half_points), based_on="")
    yield Paper("BodyText", "Body Text", measures.BODY)
    yield Paper("Quote", "Quote", measures.BODY, "", "BodyText", "BodyText", stripe, quoted, "<w:i/><w:iCs/>")
    yield Paper("Caption", "caption", measures.CAPTION, look.accent, after="BodyText")
    yield Paper("FootnoteText", "footnote text", measures.NOTE, shown=False)
    yield Paper("Header", "header", measures.MARGIN_TEXT, _MUTED, before_spacing=tabs, shown=False)
    yield Paper("Footer", "footer", measures.MARGIN_TEXT, _MUTED, before_spacing=tabs, shown=False)


def _cover_styles(look: Colours) -> Iterable[Paper]:
    sides = (("top", 24), ("left", 18), ("bottom", 24), ("right", 18))
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="{look.accent}"/>' for side, space in sides
    )
    band = f'<w:pBdr>{edges}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{look.accent}"/>'
    inset = '<w:ind w:left="380" w:right="380"/>'
    yield Paper(
        "Title", "Title", measures.TITLE, "FFFFFF", after="Subtitle",
        before_spacing=f"<w:keepNext/>{band}", after_spacing=inset,
    )  # fmt: skip
    yield Paper(
        "Subtitle", "Subtitle", measures.SUBTITLE, "FFFFFF", after="BodyText", before_spacing=band, after_spacing=inset
    )
    yield Paper("IKCoverText", "Titelseite", measures.COVER_TEXT, _MUTED)


def _heading(level: int, look: Colours) -> Paper:
    place = f'<w:ilvl w:val="{level - 1}"/>' if level > 1 else ""
    return Paper(
        f"Heading{level}", f"heading {level}", measures.HEADINGS[level - 1], look.accent, after="BodyText",
        before_spacing=f'<w:keepNext/><w:keepLines/><w:numPr>{place}<w:numId w:val="{HEADINGS}"/></w:numPr>',
        after_spacing=f'<w:outlineLvl w:val="{level - 1}"/>',
    )  # fmt: skip


def _plain_heading(level: int) -> Paper:
    return Paper(
        f"IKPlainHeading{level}", f"Überschrift {level} ohne Verzeichnis", based_on=f"Heading{level}", after="BodyText",
        before_spacing='<w:numPr><w:numId w:val="0"/></w:numPr>',
        after_spacing='<w:ind w:left="0" w:firstLine="0"/><w:outlineLvl w:val="9"/>', shown=False,
    )  # fmt: skip


def _contents_styles(look: Colours) -> Iterable[Paper]:
    tabs = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    yield Paper(
        "TOCHeading", "TOC Heading", measures.HEADINGS[0], look.accent, after="BodyText",
        before_spacing="<w:keepNext/>", shown=False,
    )  # fmt: skip
    for level, measure in enumerate(measures.CONTENTS, 1):
        indent = f'<w:ind w:left="{CONTENTS_INDENTS[min(level, 4) - 1]}"/>'
        yield Paper(
            f"TOC{level}",
            f"toc {level}",
            measure,
            after="Normal",
            before_spacing=tabs,
            after_spacing=indent,
            shown=False,
        )


def _directory_styles() -> Iterable[Paper]:
    left = f'<w:tab w:val="left" w:pos="{DIRECTORY_INDENT}"/>'
    tabs = f'<w:tabs>{left}<w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
    hanging = f'<w:ind w:left="{DIRECTORY_INDENT}" w:hanging="{DIRECTORY_INDENT}"/>'
    yield Paper(
        "TableofFigures", "table of figures", measures.DIRECTORY, after="Normal",
        before_spacing=tabs, after_spacing=hanging, shown=False,
    )  # fmt: skip
    short = f'<w:tabs><w:tab w:val="left" w:pos="{ABBREVIATION_INDENT}"/></w:tabs>'
    apart = f'<w:ind w:left="{ABBREVIATION_INDENT}" w:hanging="{ABBREVIATION_INDENT}"/>'
    yield Paper("IKAbbreviation", "Abkürzung", measures.DIRECTORY, before_spacing=short, after_spacing=apart)


def _list_styles() -> Iterable[Paper]:
    for base, name, instance in (("ListBullet", "List Bullet", BULLETS), ("ListNumber", "List Number", NUMBERS)):
        for level in range(5):
            suffix = str(level + 1) if level else ""
            place = f'<w:ilvl w:val="{level}"/>' if level else ""
            numbered = f'<w:numPr>{place}<w:numId w:val="{instance}"/></w:numPr>'
            yield Paper(
                base + suffix, f"{name} {suffix}".strip(), measures.LIST, based_on="BodyText", before_spacing=numbered
            )


def _character_styles(look: Colours) -> str:
    def character(id: str, name: str, run: str, default: bool = False) -> str:
        kind = ' w:default="1"' if default else ' w:customStyle="1"' if id.startswith("IK") else ""
        return (
            f'<w:style w:type="character"{kind} w:styleId="{id}"><w:name w:val="{name}"/><w:rPr>{run}</w:rPr></w:style>'
        )

    return (
        character("DefaultParagraphFont", "Default Paragraph Font", "", default=True)
        + character("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>')
        + character("Hyperlink", "Hyperlink", f'<w:color w:val="{look.accent}"/><w:u w:val="single"/>')
        + character("IKFieldName", "Feldname", f'<w:b/><w:bCs/><w:color w:val="{look.accent}"/>')
    )


def _own_styles(look: Colours) -> Iterable[Paper]:
    keep = "<w:keepNext/>"
    keep_whole = f"{keep}<w:keepLines/>"
    yield Paper(
        "IKFieldHeading", "Feldüberschrift", measures.FIELD_HEADING, look.accent, after="BodyText",
        before_spacing=keep_whole,
    )  # fmt: skip
    yield Paper("IKTableText", "Tabellentext", measures.TABLE_TEXT)
    yield Paper("IKTableHead", "Tabellenkopf", measures.TABLE_HEAD, "FFFFFF", "IKTableText", before_spacing=keep_whole)
    yield Paper("IKTableSide", "Tabellenspalte", measures.TABLE_HEAD, "", "IKTableText")
    yield Paper("IKBoxTitle", "Kastentitel", measures.BOX_TITLE, look.accent, "IKTableText", before_spacing=keep)
    yield Paper("IKBoxLabel", "Kastenbezeichnung", measures.BOX_LABEL, _MUTED, "IKTableText")
    yield Paper("IKFigure", "Bild", measures.FIGURE, after="Caption", before_spacing=keep)
    yield Paper("IKSource", "Quellenangabe", measures.SOURCE, _MUTED, after="BodyText")
    exact = f'<w:spacing w:before="0" w:after="0" w:line="{measures.SPACER}" w:lineRule="exact"/>'
    yield Paper("IKSpacer", "Abstand", before_spacing=exact, run='<w:sz w:val="8"/><w:szCs w:val="8"/>', shown=False)


def _review_styles(look: Colours) -> Iterable[Paper]:
    keep = "<w:keepNext/>"
    yield Paper("IKReviewTitle", "Durchsicht Titel", measures.REVIEW_TITLE, look.accent, before_spacing=keep)
    yield Paper("IKReviewHeading", "Durchsicht Überschrift", measures.REVIEW_HEADING, look.accent, before_spacing=keep)
    yield Paper("IKReviewText", "Durchsicht Text", measures.REVIEW_TEXT)
    edge = '<w:pBdr><w:left w:val="single" w:sz="24" w:space="6" w:color="{colour}"/></w:pBdr>'
    for id, name, colour in (("IKReviewOpen", "offen", look.accent), ("IKReviewShut", "zum Lesen", _MUTED)):
        bar = keep + edge.format(colour=colour)
        yield Paper(id, f"Durchsicht {name}", measures.REVIEW_MARK, colour, before_spacing=bar, shown=False)


def _table_styles(look: Colours) -> str:
    line = '<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
    rules = (
        line.format(side="top", size=8, colour=look.accent)
        + line.format(side="bottom", size=8, colour=look.accent)
        + line.format(side="insideH", size=4, colour="BFC8CC")
    )
    stripe = line.format(side="left", size=24, colour=look.accent)
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
        f'<w:tblInd w:w="0" w:type="dxa"/>{_cell_margins(0, 108)}</w:tblPr></w:style>'
        + _table_style("IKTable", "Tabelle Konzept", rules, _cell_margins(*measures.TABLE_MARGIN))
        + _table_style("IKBox", "Kasten Konzept", stripe, _cell_margins(*measures.BOX_MARGIN))
    )  # fmt: skip


def _table_style(id: str, name: str, borders: str, margins: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders>{margins}</w:tblPr></w:style>'
    )


def _cell_margins(vertical: int, side: int) -> str:
    edges = (("top", vertical), ("left", side), ("bottom", vertical), ("right", side))
    written = "".join(f'<w:{edge} w:w="{width}" w:type="dxa"/>' for edge, width in edges)
    return f"<w:tblCellMar>{written}</w:tblCellMar>"
