"""What the panel for tables says, in German."""

from ikonzept_desktop.model.blocks import NumberFormat, Total

CELLS = "Zellen"
CELLS_HELP = (
    "Tab geht zur nächsten Zelle, F2 bearbeitet sie, die Menütaste nennt alle Werkzeuge, "
    "Strg+Tab führt zur Beschriftung, Esc schließt die Tabelle."
)
TOOLS = "Werkzeuge für die Tabelle"
CAPTION = "Beschriftung"
SOURCE = "Quelle"
CAPTION_HELP = "Was die Tabelle zeigt"
SOURCE_HELP = "Woher die Angaben stammen"
ROW, COLUMN, HEADERS, NUMBERS, TOTAL, SORT = "Zeile", "Spalte", "Kopf", "Zahlen", "Summe", "Sortieren"

NAMES = {
    "row_above": "Zeile davor einfügen",
    "row_below": "Zeile danach einfügen",
    "row_up": "Zeile nach oben",
    "row_down": "Zeile nach unten",
    "delete_rows": "Zeile löschen",
    "column_left": "Spalte davor einfügen",
    "column_right": "Spalte danach einfügen",
    "column_back": "Spalte nach links",
    "column_on": "Spalte nach rechts",
    "delete_columns": "Spalte löschen",
    "equal_widths": "Alle Spalten gleich breit",
    "width": "Breite der Spalte …",
    "merge": "Zellen verbinden",
    "split": "Zellen teilen",
    "left": "Linksbündig",
    "centre": "Zentriert",
    "right": "Rechtsbündig",
    "header_rows": "Kopfzeilen bis hier",
    "no_header_rows": "Keine Kopfzeile",
    "header_columns": "Kopfspalten bis hier",
    "no_header_columns": "Keine Kopfspalte",
    "clear": "Inhalt löschen",
    "bold": "Fett",
    "italic": "Kursiv",
    "sort_up": "Aufsteigend",
    "sort_down": "Absteigend",
    "words": "Text",
    "number_format": "Anderes Format …",
}
TOTALS = {
    Total.SUM: "Summe",
    Total.AVERAGE: "Durchschnitt",
    Total.COUNT: "Anzahl",
    Total.NONE: "Nichts berechnen",
}
FORMATS = {
    "whole": ("Ganze Zahl: 1.234", NumberFormat(0)),
    "two": ("Kommazahl: 1.234,50", NumberFormat(2)),
    "percent": ("Prozent: 12,5 %", NumberFormat(1, unit="%")),
    "euro": ("Euro: 1.234 €", NumberFormat(0, unit="€")),
    "year": ("Jahr, Nummer: 2015", NumberFormat(0, thousands=False)),
}

ALIGNMENT = "Ausrichtung"
FILL, CELL_PASTE, CELL_CUT = "Zellen einfügen", "Einfügen", "Ausschneiden"
MARKED = "Formatierung"
WIDTH = "Spaltenbreite"
NUMBER_FORMAT = "Zahlenformat"
TOTAL_STEP = "Summe ändern"
HEADER_STEP = "Kopf der Tabelle"
TITLE = "Tabelle"

WIDTH_TITLE = "Breite der Spalte"
WIDTH_LABEL = "Anteil an der Breite der Tabelle in Prozent"
TAKE_OVER = "Übernehmen"
CANCEL = "Abbrechen"
FORMAT_TITLE = "Zahlenformat"
DECIMALS = "Stellen nach dem Komma"
AS_TYPED = "wie eingegeben"
THOUSANDS = "Punkt zwischen Tausendern"
UNIT = "Einheit"
SAMPLE = "Beispiel"
NO_UNIT = "keine"
EVERYTHING = "Tabelle als Ganzes löschen: Markieren Sie sie im Text und drücken Sie Entf."

TOO_LARGE = (
    "Das sind mehr Zellen, als eine Tabelle haben kann (100.000 Zellen, 10.000 Zeilen). Nichts wurde eingefügt; "
    "kopieren Sie einen kleineren Bereich."
)
NO_IMAGES = "In Zellen steht nur Text. Fügen Sie das Bild im Text vor oder nach der Tabelle ein."


def width_of(share: float) -> str:
    """Say how wide a column is."""
    return f"{share * 100:.0f} % der Breite"


def no_number(text: str) -> str:
    """Say of a cell of a column of numbers that it holds something else."""
    return f"„{text[:60]}“ ist keine Zahl dieser Spalte und wird nicht mitgerechnet."


def no_numbers(count: int) -> str:
    """Say how many cells of columns of numbers hold something else."""
    if count == 1:
        return "1 Zelle in einer Zahlenspalte ist keine Zahl. Sie bleibt, wie sie ist, und wird nicht mitgerechnet."
    return f"{count} Zellen in Zahlenspalten sind keine Zahlen. Sie bleiben, wie sie sind, und zählen nicht mit."


def size(rows: int, columns: int) -> str:
    """Say how large a table is."""
    lines = "1 Zeile" if rows == 1 else f"{rows:,} Zeilen".replace(",", ".")
    return f"{lines}, {'1 Spalte' if columns == 1 else f'{columns} Spalten'}"


def named(number: str, caption: str) -> str:
    """Name a table in the head of its panel."""
    return f"{number or TITLE}: {caption}" if caption else number or TITLE
