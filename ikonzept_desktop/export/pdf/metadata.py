"""What a PDF says about itself: title, language, dates, conformance, the colour space of its colours."""

from datetime import datetime
from functools import cache
from html import escape

from PIL import ImageCms
from reportlab.pdfbase import pdfdoc

from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.document import Raw, Stream, byte_string, text_string
from ikonzept_desktop.values import dataclass

PRODUCER = "iKonzept Desktop"

_EXTENSION = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{creator}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<xmpMM:DocumentID>uuid:{identifier}</xmpMM:DocumentID>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{extension}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

_CREATOR = """<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself."""

    title: str
    author: str
    """May be empty: then nothing is said of it."""
    language: str
    date: datetime
    """With its time zone."""
    identifier: str
    """32 hexadecimal digits."""


def describe(canvas: TaggedCanvas, data: Metadata) -> None:
    """Write the metadata into the file's catalog."""
    enter(canvas, data, xmp_of(_XMP, data, extension=_EXTENSION), _output_intent(canvas))


def enter(canvas: TaggedCanvas, data: Metadata, xmp: Stream, intent: str, more: str = "") -> None:
    """Put XMP, an output intent and what Info says, with more entries, where readers look for them."""
    document = canvas.document
    catalog = document.Catalog
    catalog.__NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]
    catalog.Lang = pdfdoc.PDFString(data.language)
    catalog.Metadata = xmp
    catalog.OutputIntents = f"[{intent}]"
    canvas.setViewerPreference("DisplayDocTitle", "true")
    document.info = Raw(_info(data, more))
    document.file_id = data.identifier


def xmp_of(form: str, data: Metadata, **more: str) -> Stream:
    """Give the XMP of a form with the metadata, and what else the form names, filled in."""
    text = form.format(
        title=escape(data.title, quote=False),
        creator=_CREATOR.format(author=escape(data.author, quote=False)) if data.author else "",
        language=escape(data.language, quote=False),
        date=data.date.isoformat(timespec="seconds"),
        producer=PRODUCER,
        identifier=data.identifier,
        **more,
    )
    return Stream(text.encode("utf-8"), "/Type/Metadata/Subtype/XML", compress=False)


def _info(data: Metadata, more: str) -> str:
    """Give the Info dictionary, which says the same as XMP."""
    date = byte_string(_pdf_date(data.date))
    author = f"/Author{text_string(data.author)}" if data.author else ""
    return (
        f"<</Title{text_string(data.title)}{author}/Creator{text_string(PRODUCER)}"
        f"/Producer{text_string(PRODUCER)}/CreationDate{date}/ModDate{date}/Trapped/False{more}>>"
    )


def _pdf_date(date: datetime) -> str:
    """Give a date as ISO 32000-1, 7.9.4 writes it."""
    zone = date.strftime("%z") or "+0000"
    return f"D:{date:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def _output_intent(canvas: TaggedCanvas) -> str:
    profile = canvas.document.put("sRGB", Stream(_srgb(), "/N 3"))
    return (
        "<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        f"/RegistryName(http://www.color.org)/DestOutputProfile {profile}>>"
    )


@cache
def _srgb() -> bytes:
    """Give the profile of sRGB with the date of its making taken out (ICC.1, 7.2: bytes 24 to 35, and the id)."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes.fromhex("07DF00010001000000000000")
    profile[84:100] = bytes(16)
    return bytes(profile)
