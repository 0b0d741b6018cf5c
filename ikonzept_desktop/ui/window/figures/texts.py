"""What the figure's dialog and panel say, in German."""

CHOOSE = "Bild wählen"
FILTER = "Bilder (*.png *.jpg *.jpeg *.jpe *.tif *.tiff *.svg *.webp *.gif *.bmp);;Alle Dateien (*)"
NEW_FIGURE = "Abbildung einfügen"
FIGURE = "Abbildung"
INSERT = "Einfügen"
CANCEL = "Abbrechen"
PREVIEW = "Vorschau des Bildes"
ALTERNATIVE_TEXT = "Alternativtext"
ALTERNATIVE_ADVICE = (
    "Sagen Sie in ein, zwei Sätzen, was zu sehen ist und was es hier zeigt: "
    "für alle, die das Bild nicht sehen, und für die Webfassung vorgeschrieben."
)
ALTERNATIVE_MISSING = "Der Alternativtext fehlt. Beschreiben Sie das Bild, oder kreuzen Sie an, dass es nur schmückt."
ALTERNATIVE_STILL = "Passt der Alternativtext noch zum neuen Bild?"
DECORATIVE = "Das Bild schmückt nur"
CAPTION = "Bildunterschrift"
SOURCE = "Quelle"
SOURCE_EXAMPLE = "Foto: Kreis …; Zahlen: IT.NRW, 2014"
WIDTH = "Breite"
WIDTH_IN_MM = "Breite in Millimetern"
IN_MM = "in Millimetern"
SHARES = {1.0: "ganze Textbreite", 2 / 3: "zwei Drittel", 0.5: "Hälfte", 1 / 3: "ein Drittel", 0.25: "ein Viertel"}
KNOWN_IMAGE = "Dieses Bild steht schon im Konzept; gespeichert wird es nur einmal."

CROP = "Zuschnitt"
EDGES = {"left": "Links", "top": "Oben", "right": "Rechts", "bottom": "Unten"}
WHOLE_IMAGE = "Ganzes Bild"
CROP_HELP = (
    "Ziehen Sie die Kanten. Mit der Tastatur: Leertaste wählt die nächste Kante, Pfeile schieben sie um 1 Prozent, "
    "mit Umschalt um 0,1."
)
REPLACE = "Bild ersetzen …"
REPLACE_HELP = "Bild ersetzen; Unterschrift, Alternativtext und Verweise bleiben"
SAVE = "Bild sichern unter …"
SAVE_HELP = "Bild als Datei sichern, ganz und so fein, wie es im Konzept steht"
SAVE_TITLE = "Bild sichern unter"
SAVE_FILTERS = {".png": "PNG-Bild (*.png)", ".jpg": "JPEG-Bild (*.jpg)"}
UNDERSTOOD = "Verstanden"

CHANGE_ALTERNATIVE = "Alternativtext"
CHANGE_WIDTH = "Breite der Abbildung"
CHANGE_CROP = "Zuschnitt"
CHANGE_IMAGE = "Bild ersetzen"
CHANGE_DECORATIVE = "Bild schmückt nur"


def checking(name: str) -> str:
    """Say that an image is being looked at."""
    return f"{name} wird geprüft …" if name.startswith("Das Bild") else f"„{name}“ wird geprüft …"


def remote(names: tuple[str, ...]) -> str:
    """Say why files on paths into the net are not opened."""
    some = f"„{names[0]}“ liegt" if len(names) == 1 else f"{len(names)} Dateien liegen"
    return (
        f"{some} auf einem Netzwerkpfad. Beim Ziehen und Einfügen öffnet iKonzept solche Pfade aus Vorsicht nicht; "
        "Ihr Text ist unverändert. Wählen Sie das Bild über „Bild …“ im Menü „Einfügen“."
    )


def fineness(dpi: int, mm: float, enough: int) -> str:
    """Say how finely an image is resolved in print."""
    return f"{dpi} dpi: für den Druck unter {enough} dpi" if dpi < enough else f"{dpi} dpi bei {round(mm)} mm Breite"


def too_coarse(dpi: int, mm: float, enough: int, fine_mm: float) -> str:
    """Say at what width that is, and up to which one it would be enough."""
    more = f" Bis {int(fine_mm)} mm Breite hätte es {enough} dpi." if fine_mm >= 10 else ""
    return f"{dpi} dpi bei {round(mm)} mm Breite.{more}"


def pixels(width: int, height: int) -> str:
    """Say how large an image is."""
    return f"{width:,} × {height:,} Bildpunkte".replace(",", ".")


def share(value: float) -> str:
    """Name a share of the text's width."""
    return f"{round(value * 100)} Prozent"


def percent_of(edge: str) -> str:
    """Name the number of an edge."""
    return f"{EDGES[edge]} (%)"


def edge_at(edge: str, percent: float) -> str:
    """Say which edge is chosen and how much is cut away there, for a screen reader."""
    return f"{EDGES[edge]}: {german(percent)} Prozent abgeschnitten"


def german(number: float) -> str:
    """Write a number with one decimal at most, and a comma."""
    return f"{number:.1f}".removesuffix(".0").replace(".", ",")
