"""PDFs as others make them: good ones, and each of those that cannot stand in our file as they are."""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
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


def good(pages: int = 1, size: tuple[float, float] = A4) -> bytes:
    """Give pages that conform."""
    return made(statute, pages, size)


def unembedded() -> bytes:
    """Give words in a font that is not in the file."""
    return made(lambda canvas, _: write(canvas, WORDS, font="Helvetica"))


def cmyk() -> bytes:
    """Give a page in the colours of a press."""

    def paint(canvas: Canvas, number: int) -> None:
        canvas.setFillColorCMYK(1, 0.2, 0, 0.1)
        canvas.rect(60, 300, 200, 100, fill=1)
        statute(canvas, number)

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
