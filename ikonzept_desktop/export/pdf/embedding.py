"""Faces into the file: a subset of the font, its widths, and what each code says (ISO 32000-1, 9.7 and 9.10.3)."""

import uharfbuzz as hb

from ikonzept_desktop.export.pdf.document import Raw, Stream, StreamedDocument, name
from ikonzept_desktop.export.pdf.lettering import UsedFace
from ikonzept_desktop.export.pdf.shaping import Face

_UNUSED_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "DSIG", "cmap", "name", "OS/2", "post", "gasp", "meta")
"""What a PDF's reader does not look at in an embedded TrueType font (ISO 32000-1, 9.9)."""
_ALLOWED = {0x0000: 0xFFFD, 0xFEFF: 0x2060, 0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}
"""What a code stands for in place of what it must not stand for (ISO 14289-1, 7.21.7); a word joiner does the same."""
_CHUNK = 100
_SERIF = 2
_SYMBOLIC = 4
_ITALIC = 64


def embed_fonts(document: StreamedDocument, faces: tuple[UsedFace, ...]) -> dict[str, str]:
    """Write every face that was used; give the references by resource name."""
    return {face.name: _embed(document, face) for face in faces if len(face.used) > 1}


def _embed(document: StreamedDocument, used: UsedFace) -> str:
    data, new_glyphs = _subset(used)
    key, face = used.name, used.face
    base = f"{_tag(used)}+{_postscript_name(face)}"
    file = document.put(f"{key}.file", Stream(data, f"/Length1 {len(data)}"))
    descriptor = document.put(f"{key}.descriptor", Raw(_descriptor(face, base, file)))
    glyph_map = bytearray(2 * max(used.used) + 2)
    for code, (glyph, _) in used.used.items():
        glyph_map[2 * code : 2 * code + 2] = new_glyphs[glyph].to_bytes(2, "big")
    to_glyphs = document.put(f"{key}.glyphs", Stream(bytes(glyph_map)))
    descendant = document.put(
        f"{key}.cid",
        Raw(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name(base)}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor}/DW 1000/W[{_widths(used)}]/CIDToGIDMap {to_glyphs}>>"
        ),
    )
    to_unicode = document.put(f"{key}.unicode", Stream(_to_unicode(used).encode("ascii")))
    return document.put(
        key,
        Raw(
            f"<</Type/Font/Subtype/Type0/BaseFont{name(base)}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant}]/ToUnicode {to_unicode}>>"
        ),
    )


def _widths(used: UsedFace) -> str:
    """Give the widths of all codes, those of neighbours in one array (ISO 32000-1, 9.7.4.3)."""
    parts: list[str] = []
    before = -2
    for code, (glyph, _) in sorted(used.used.items()):
        width = f"{used.face.advance(glyph):g}"
        parts.append(f" {width}" if code == before + 1 else f"{']' if parts else ''}{code}[{width}")
        before = code
    return "".join([*parts, "]"])


def _subset(face: UsedFace) -> tuple[bytes, dict[int, int]]:
    """Give the font with the glyphs that were used alone, and their numbers in it."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update({glyph for glyph, _ in face.used.values()})
    dropped = wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG)
    dropped.update({int.from_bytes(tag.encode("ascii"), "big") for tag in _UNUSED_TABLES})
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    plan = hb.SubsetPlan(face.face.hb_face, wanted)
    return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)


def _descriptor(face: Face, base: str, file: str) -> str:
    table = face.hb_face.reference_table("head").data
    low_x, low_y, high_x, high_y = (
        round(int.from_bytes(table[at : at + 2], "big", signed=True) * face.scale) for at in (36, 38, 40, 42)
    )
    post = face.hb_face.reference_table("post").data
    angle = int.from_bytes(post[4:8], "big", signed=True) / 65536
    extents = hb.Font(face.hb_face).get_font_extents("ltr")
    flags = _SYMBOLIC | (_SERIF if "Serif" in base else 0) | (_ITALIC if angle else 0)
    weight = 120 if "Bold" in base else 80
    return (
        f"<</Type/FontDescriptor/FontName{name(base)}/Flags {flags}/FontBBox[{low_x} {low_y} {high_x} {high_y}]"
        f"/ItalicAngle {angle:g}/Ascent {round(extents.ascender * face.scale)}"
        f"/Descent {round(extents.descender * face.scale)}/CapHeight {_cap_height(face)}/StemV {weight}"
        f"/FontFile2 {file}>>"
    )


def _cap_height(face: Face) -> int:
    table = face.hb_face.reference_table("OS/2").data
    version = int.from_bytes(table[:2], "big")
    height = int.from_bytes(table[88:90], "big", signed=True) if version >= 2 else 0
    return round(height * face.scale) or 660


def _postscript_name(face: Face) -> str:
    return face.path.stem.replace("_", "-")


def _tag(face: UsedFace) -> str:
    """Give six letters that mark a subset (ISO 32000-1, 9.6.4), another for each face of a file."""
    count = int(face.name.removeprefix("F"))
    return "IKAA" + chr(65 + count // 26 % 26) + chr(65 + count % 26)


def _to_unicode(face: UsedFace) -> str:
    entries = [
        f"<{code:04X}> <{text.translate(_ALLOWED).encode('utf-16-be').hex().upper()}>"
        for code, (_, text) in sorted(face.used.items())
        if code and text
    ]
    blocks = []
    for at in range(0, len(entries), _CHUNK):
        chunk = entries[at : at + _CHUNK]
        blocks.append(f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar\n")
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        + "".join(blocks)
        + "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )
