"""Qt's own words in German: the buttons of its dialogs, the entries of its menus, the names of keys."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from ikonzept_desktop.paths import resource


def load_german(app: QApplication) -> bool:
    """Have Qt speak German, with the names of keys as German keyboards bear them; tell whether all was found."""
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    qts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ours = str(resource("translations"))
    # Qt asks the translator that was installed last first.
    return all([_install(app, "qtbase_de", qts), _install(app, "keys_de", ours)])


def _install(app: QApplication, name: str, folder: str) -> bool:
    translator = QTranslator(app)
    return translator.load(name, folder) and app.installTranslator(translator)
