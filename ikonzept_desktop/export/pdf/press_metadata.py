"""What a print PDF says about itself: PDF/X-4, its printing condition, the same in XMP and in Info (ISO 15930-7)."""

import hashlib

from ikonzept_desktop.export.pdf.canvas import TaggedCanvas
from ikonzept_desktop.export.pdf.document import Stream, byte_string, text_string
from ikonzept_desktop.export.pdf.metadata import Metadata, enter, xmp_of
from ikonzept_desktop.export.press import Colours, PressProfile

CLAIM = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
"""What makes a file call itself PDF/X-4; readers of the older parts of the standard look for the key in Info."""
CLAIM_KEY = "/GTS_PDFXVersion"
REGISTRY = "http://www.color.org"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{creator}
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate><xmp:CreatorTool>{producer}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer><pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:{identifier}</xmpMM:DocumentID><xmpMM:InstanceID>uuid:{instance}</xmpMM:InstanceID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
{claim}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def describe_for_press(canvas: TaggedCanvas, data: Metadata, profile: PressProfile) -> None:
    """Write the metadata into the file's catalog."""
    instance = hashlib.sha256(data.identifier.encode("ascii")).hexdigest()[:32]
    xmp = xmp_of(_XMP, data, instance=instance, claim=CLAIM)
    enter(canvas, data, xmp, _output_intent(canvas, profile), f"{CLAIM_KEY}(PDF/X-4)")


def _output_intent(canvas: TaggedCanvas, profile: PressProfile) -> str:
    components = 4 if profile.colours is Colours.CMYK else 1
    icc = canvas.document.put("PressProfile", Stream(profile.icc, f"/N {components}"))
    described = text_string(profile.description or profile.title)
    registry = f"/RegistryName{byte_string(REGISTRY)}" if profile.registered else ""
    return (
        f"<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier{_identifier(profile.condition)}"
        f"/OutputCondition{described}/Info{described}{registry}/DestOutputProfile {icc}>>"
    )


def _identifier(condition: str) -> str:
    return byte_string(condition) if condition.isascii() else text_string(condition)
