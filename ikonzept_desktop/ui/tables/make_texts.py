"""What the dialog that makes tables says, in German."""

TITLE = "Tabelle einfügen"
WAYS = "Woraus die Tabelle entsteht"
EMPTY, CLIPBOARD, FILE = "Leer", "Zwischenablage", "Datei"
ROWS, COLUMNS = "Zeilen", "Spalten"
PICK = "Größe mit der Maus wählen"
HEADER = "Die erste Zeile ist die Kopfzeile"
CAPTION = "Beschriftung"
CAPTION_HINT = "Was die Tabelle zeigt; lässt sich später ergänzen"
INSERT = "Einfügen"
CANCEL = "Abbrechen"
CHOOSE_FILE = "Datei wählen …"
CHOOSE_TITLE = "Tabelle aus einer Datei"
FILTER = "Tabellen (*.xlsx *.xlsm *.ods *.csv *.tsv *.txt);;Alle Dateien (*)"
SHEET = "Tabellenblatt"
PREVIEW = "Vorschau"
READING = "Die Datei wird gelesen …"
NO_CELLS = (
    "In der Zwischenablage liegen keine Zellen. Markieren Sie in Word, Excel oder LibreOffice Calc einen Bereich "
    "und kopieren Sie ihn mit Strg+C."
)
NO_FILE = "Möglich sind Arbeitsmappen (.xlsx), Calc-Dokumente (.ods) und Textdateien mit Trennzeichen (.csv)."
NOT_READ = "Die Datei konnte nicht gelesen werden. An ihr wurde nichts geändert. Prüfen Sie, ob sie erreichbar ist."


def counted(rows: int, columns: int, left_out: int) -> str:
    """Say how much is taken over."""
    lines = "1 Zeile" if rows == 1 else f"{rows:,} Zeilen".replace(",", ".")
    said = f"{lines}, {'1 Spalte' if columns == 1 else f'{columns} Spalten'}"
    if not left_out:
        return said
    rest = "1 weitere Zeile wird" if left_out == 1 else f"{left_out:,} weitere Zeilen werden".replace(",", ".")
    return f"{said}. {rest} nicht übernommen, weil die Tabelle zu lang würde."
