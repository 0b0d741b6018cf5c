"""PDFs as others make them: good ones, and each of those that cannot stand in our file as they are."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.misc import eexec
from fontTools.misc.psCharStrings import T1CharString, T2CharString
from PIL import Image, ImageDraw
from reportlab.lib.pagesizes import A3, A4, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ikonzept_desktop.paths import resource

WORDS = "Satzung über die Unterbringung vom 22. Juni 2015"
SECOND = "§ 2 Gebühren werden nach Personen erhoben"
Paint = Callable[[Canvas, int], object]


def made(paint: Paint, pages: int = 1, size: tuple[float, float] = A4) -> bytes:
    """Give a PDF that ReportLab has painted, each page by its number from 1."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, initialFontName=embedded())
    canvas._doc.info.producer = ""
    for number in range(1, pages + 1):
        paint(canvas, number)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def embedded() -> str:
    """Give the name of a font that is embedded where it is used."""
    if "Foreign" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Foreign", str(resource("fonts", "SourceSans3-Regular.ttf"))))
    return "Foreign"


def write(canvas: Canvas, text: str, x: float = 72, y: float = 700, font: str = "", size: float = 12) -> None:
    """Write a line in an embedded font, or in another one."""
    canvas.setFont(font or embedded(), size)
    canvas.drawString(x, y, text)


def statute(canvas: Canvas, number: int) -> None:
    """Paint a page that conforms: words in an embedded font, a frame in RGB."""
    canvas.setStrokeColorRGB(0.1, 0.3, 0.4)
    canvas.rect(60, 640, 300, 90)
    write(canvas, f"{WORDS}, Seite {number}")
    write(canvas, SECOND, y=660)


def ordinance(canvas: Canvas, number: int) -> None:
    """Paint a page full of paragraphs, as a statute looks."""
    write(canvas, "Satzung über die Unterbringung", y=770, size=22)
    write(canvas, "des Kreises, in der Fassung vom 22. Juni 2015", y=748, size=13)
    for paragraph in range(5):
        top = 705 - paragraph * 126
        write(canvas, f"§ {5 * (number - 1) + paragraph + 1}", y=top, size=14)
        for line in range(5):
            write(
                canvas,
                "Gebühren werden nach der Zahl der Personen und für jeden Monat erhoben, in dem",
                72,
                top - 20 - line * 16,
            )


def good(pages: int = 1, size: tuple[float, float] = A4) -> bytes:
    """Give pages that conform."""
    return made(statute, pages, size)


def unembedded() -> bytes:
    """Give words in a font that is not in the file."""
    return made(lambda canvas, _: write(canvas, WORDS, font="Helvetica"))


def inked() -> bytes:
    """Give a page with lines and letters in the colours of a press."""

    def paint(canvas: Canvas, number: int) -> None:
        canvas.setFillColorCMYK(1, 0.2, 0, 0.1)
        canvas.rect(60, 300, 200, 100, fill=1)
        canvas.setFillColorCMYK(0, 0, 0, 1)
        write(canvas, "Amtsblatt", y=500)
        statute(canvas, number)

    return made(paint)


def cmyk() -> bytes:
    """Give a page with a photograph in the colours of a press."""

    def change(pdf: pikepdf.Pdf) -> None:
        photograph = pdf.make_stream(
            bytes(range(64)) * 4,
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=8,
            Height=8,
            ColorSpace=pikepdf.Name.DeviceCMYK,
            BitsPerComponent=8,
        )
        pdf.pages[0].Resources.XObject = pikepdf.Dictionary(Photo=photograph)
        pdf.pages[0].contents_add(b"q 100 0 0 100 72 300 cm /Photo Do Q")

    return changed(good(), change)


def colourful() -> bytes:
    """Give a page with words and a photograph in colours."""

    def paint(canvas: Canvas, number: int) -> None:
        statute(canvas, number)
        canvas.drawInlineImage(Image.new("RGB", (20, 20), (200, 30, 30)), 72, 300, 100, 100)

    return made(paint)


def wide() -> bytes:
    """Give a page of A3 that is wider than high."""
    return good(size=landscape(A3))


def scan(pages: int = 1) -> bytes:
    """Give pages that are images alone."""
    sheet = Image.new("L", (620, 877), 245)
    ImageDraw.Draw(sheet).text((80, 80), "ein Brief", fill=20)
    out = io.BytesIO()
    sheet.convert("RGB").save(
        out, "PDF", resolution=75, save_all=True, append_images=[sheet.convert("RGB")] * (pages - 1)
    )
    return out.getvalue()


def changed(data: bytes, change: Callable[[pikepdf.Pdf], object], **saving: Any) -> bytes:
    """Give a PDF after a change by pikepdf."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out, **saving)
    return out.getvalue()


def turned() -> bytes:
    """Give a wide page as printers make it: its words run up an upright page that is turned when it is shown."""

    def paint(canvas: Canvas, number: int) -> None:
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        write(canvas, f"{WORDS}, Seite {number}", y=500)
        write(canvas, SECOND, y=480)

    def turn(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Rotate = 90

    return changed(made(paint), turn)


def with_script() -> bytes:
    """Give a page that wants to act when it is opened, and has a file in it."""

    def change(pdf: pikepdf.Pdf) -> None:
        act = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert('Hallo')"))
        pdf.Root.OpenAction = act
        pdf.pages[0].obj.AA = pikepdf.Dictionary(O=act)
        pdf.attachments["boese.exe"] = b"MZ"

    return changed(good(), change)


def with_links() -> bytes:
    """Give a page with a link into the web, one that starts a program, and a comment."""

    def change(pdf: pikepdf.Pdf) -> None:
        def link(action: pikepdf.Dictionary, y: float) -> pikepdf.Object:
            return pdf.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[70, y, 330, y + 20], A=action
                )
            )

        web = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://kreis.example/satzung"))
        launch = pikepdf.Dictionary(S=pikepdf.Name.Launch, F=pikepdf.String("calc.exe"))
        pdf.pages[0].obj.Annots = pikepdf.Array([link(web, 655), link(launch, 695)])

    return changed(good(), change)


def form() -> bytes:
    """Give a page with a field that is filled in."""

    def paint(canvas: Canvas, number: int) -> None:
        statute(canvas, number)
        canvas.acroForm.textfield(name="Name", x=72, y=500, width=200, height=24, value="Erika Muster")

    return made(paint)


def locked(user: str = "geheim") -> bytes:
    """Give a PDF with a password; an empty one is asked for by nobody."""
    return changed(good(), lambda _: None, encryption=pikepdf.Encryption(user=user, owner="amt"))


def layered() -> bytes:
    """Give a page with a layer that is hidden."""

    def change(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name=pikepdf.String("Geheim")))
        shown = pikepdf.Dictionary(Order=[layer], OFF=[layer])
        pdf.Root.OCProperties = pikepdf.Dictionary(OCGs=[layer], D=shown)
        page = pdf.pages[0]
        page.Resources.Properties = pikepdf.Dictionary(Lay=layer)
        page.contents_add(b"/OC /Lay BDC 72 72 100 100 re f EMC")

    return changed(good(), change)


def annotated(**entries: Any) -> bytes:
    """Give a page with an annotation."""

    def change(pdf: pikepdf.Pdf) -> None:
        annotation = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Rect=[70, 500, 330, 520], **entries)
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(annotation)])

    return changed(good(), change)


def stamped() -> bytes:
    """Give a page with a comment on it."""
    return annotated(Subtype=pikepdf.Name.Text, Contents=pikepdf.String("Stimmt das?"))


def with_film() -> bytes:
    """Give a page with a film on it."""
    return annotated(Subtype=pikepdf.Name.Movie, Movie=pikepdf.Dictionary(F=pikepdf.String("film.avi")))


def with_wrong_width() -> bytes:
    """Give a page whose font is said to be wider than it is."""

    def change(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            if "/Widths" in font:
                font.Widths = pikepdf.Array([900 for _ in font.Widths])

    return changed(good(), change)


def named_glyphs(kind: str, width: int = 600, shown: bytes = b"AB") -> bytes:
    """Give a page in a font with the glyphs A and B, 600 wide, that is said to be so wide, and says no characters."""

    def change(pdf: pikepdf.Pdf) -> None:
        program = type_1() if kind == "Type1" else compact()
        file = pdf.make_stream(program)
        descriptor = pikepdf.Dictionary(
            Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name("/ABCDEF+Probe"), Flags=4,
            FontBBox=[0, 0, 600, 700], ItalicAngle=0, Ascent=700, Descent=0, CapHeight=700, StemV=80,
        )  # fmt: skip
        if kind == "Type1":
            descriptor.FontFile = file
        else:
            file.Subtype = pikepdf.Name.Type1C
            descriptor.FontFile3 = file
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name("/ABCDEF+Probe"), FirstChar=65,
            LastChar=66, Widths=[width, width], FontDescriptor=pdf.make_indirect(descriptor),
            Encoding=pikepdf.Dictionary(Differences=[65, pikepdf.Name.A, pikepdf.Name.B]),
        )  # fmt: skip
        page = pdf.pages[0].obj
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
        page.Contents = pdf.make_stream(b"BT /F 20 Tf 72 700 Td (" + shown + b") Tj ET")

    return changed(good(), change)


def named_type_1() -> bytes:
    """Give a page in a Type 1 font that says no characters."""
    return named_glyphs("Type1")


def named_cff() -> bytes:
    """Give a page in a compact font that says no characters."""
    return named_glyphs("CFF")


_BOX = ["rmoveto", 300, "hlineto", 500, "vlineto", -300, "hlineto", "closepath", "endchar"]


def type_1() -> bytes:
    """Give a Type 1 program with a box for A and for B (Adobe Type 1 Font Format, chapter 2)."""
    strings = b""
    for name in (".notdef", "A", "B"):
        string = T1CharString(program=[0, 600, "hsbw", 50, 0, *_BOX])
        string.compile()
        code, _ = eexec.encrypt(b"\0\0\0\0" + string.bytecode, 4330)
        strings += f"/{name} {len(code)} RD ".encode() + code + b" ND\n"
    private = (
        b"dup /Private 8 dict dup begin\n/RD {string currentfile exch readstring pop} executeonly def\n"
        b"/ND {noaccess def} executeonly def\n/NP {noaccess put} executeonly def\n/lenIV 4 def\n/Subrs 0 array\nND\n"
        b"2 index /CharStrings 3 dict dup begin\n" + strings + b"end\nend\nreadonly put\nnoaccess put\n"
        b"dup /FontName get exch definefont pop\nmark currentfile closefile\n"
    )
    hidden: bytes = eexec.encrypt(b"\0\0\0\0" + private, 55665)[0]
    return (
        b"%!PS-AdobeFont-1.0: Probe 001.000\n11 dict begin\n/FontName /ABCDEF+Probe def\n"
        b"/FontType 1 def\n/PaintType 0 def\n"
        b"/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n/FontBBox {0 0 600 700} readonly def\n"
        b"/Encoding StandardEncoding def\ncurrentdict end\ncurrentfile eexec\n"
        + hidden
        + b"\n"
        + b"0" * 512
        + b"\ncleartomark\n"
    )


def compact() -> bytes:
    """Give the same as a CFF program."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A", "B"])
    builder.setupCharacterMap({65: "A", 66: "B"})
    box = [600, 50, 0, *_BOX]
    box.remove("closepath")
    strings = {name: T2CharString(program=list(box)) for name in (".notdef", "A", "B")}
    builder.setupCFF("Probe", {"FullName": "Probe"}, strings, {"nominalWidthX": 0, "defaultWidthX": 0})
    out = io.BytesIO()
    builder.font["CFF "].cff.compile(out, builder.font)
    return out.getvalue()
