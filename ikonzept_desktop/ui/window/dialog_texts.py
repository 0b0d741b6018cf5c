"""What the small dialogs say, in German."""

from datetime import datetime

from ikonzept_desktop import local_time
from ikonzept_desktop.ui.window.texts import UNTITLED, words_counted

TAKE_OVER = "Übernehmen"
CANCEL = "Abbrechen"
CLOSE = "Schließen"

SETTINGS = "Einstellungen"
WRITER = "Ihr Name"
INITIALS = "Kürzel"
WRITER_HINT = "Steht über Ihren internen Notizen. Beides wird nie gedruckt."
ZOOM = "Größe des Textes"
THEME = "Erscheinungsbild"
THEME_SYSTEM = "wie das System"
THEME_LIGHT = "hell"
THEME_DARK = "dunkel"

PROPERTIES = "Angaben zum Konzept"
PROPERTY_NAMES = {
    "title": "Titel",
    "subtitle": "Untertitel",
    "publisher": "Herausgeber",
    "as_of": "Stand",
    "draft": "Name des Entwurfs",
}
PROPERTY_EXAMPLES = {
    "title": "Integrationskonzept für den Kreis …",
    "subtitle": "Fortschreibung 2015",
    "publisher": "Kreis … – Der Landrat",
    "as_of": "März 2015",
    "draft": "Entwurf 0.7",
}
PRINTED_AFTER_CONTENTS = "Nach dem Inhalt gedruckt"
PRINTED_LISTS = {
    "print_tables_list": "Tabellenverzeichnis",
    "print_figures_list": "Abbildungsverzeichnis",
    "print_abbreviations": "Abkürzungsverzeichnis",
}

TRASH = "Papierkorb"
TRASH_EMPTY = "Der Papierkorb ist leer. Gelöschte Abschnitte warten hier, bis Sie sie zurückholen."
RESTORE = "Wiederherstellen"
RESTORE_STEP = "Abschnitt wiederherstellen"
PURGE = "Endgültig löschen"
PURGE_STEP = "Abschnitt endgültig löschen"
PURGE_QUESTION = "Die gewählten Abschnitte verschwinden aus dem Papierkorb. Möchten Sie sie endgültig löschen?"

COMMENT = "Interne Notiz"
COMMENT_ON = "Notiz zur markierten Stelle, sonst zum ganzen Abschnitt; sie wird nie gedruckt. Fertig mit Strg+Eingabe."
NOTE = "Notieren"
LINK = "Link"
LINK_TEXT = "Text"
LINK_TEXT_FIXED = "mehrere Absätze oder Zeichen; der Text bleibt, wie er ist"
LINK_TARGET = "Adresse"
LINK_HINT = "Zum Beispiel www.example.org oder integration@example.org. Was davor fehlt, wird ergänzt."
LINK_WRONG = "Das ist keine Adresse. Bitte so: https://www.example.org"
REMOVE_LINK = "Link entfernen"
EDIT_LINK = "Link bearbeiten …"
OPEN_LINK = "Link im Browser öffnen …"
WRITE_MAIL = "E-Mail schreiben …"
COPY_ADDRESS = "Adresse kopieren"
OPEN_QUESTION = "Der Link führt aus iKonzept hinaus zu dieser Adresse. Prüfen Sie sie, bevor Sie sie öffnen."
OPEN = "Öffnen"
LINK_NOT_OPENED = "Der Browser ließ sich nicht öffnen. Die Adresse liegt in der Zwischenablage."
NO_LINK_HERE = "Setzen Sie den Cursor in einen Link."


def trashed(title: str, words: int, when: datetime) -> str:
    """Describe a deleted section in one line."""
    return f"{title or UNTITLED} – {words_counted(words)}, gelöscht am {local_time.here(when):%d.%m.%Y um %H:%M Uhr}"
