"""The overview before it is printed: its pages, the format, and the ways to paper or to a PDF."""

from pathlib import Path

from PySide6.QtGui import QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import QDialog, QFileDialog, QGraphicsView, QHBoxLayout, QVBoxLayout, QWidget

from ikonzept_desktop import atomic_file
from ikonzept_desktop.ui.kit import labels
from ikonzept_desktop.ui.kit.buttons import push_button
from ikonzept_desktop.ui.kit.segments import Choice, Segments
from ikonzept_desktop.ui.window.overview import print_texts as texts
from ikonzept_desktop.ui.window.overview.printing import Sheet, page_layout, print_sheet

_DPI = 300


class PrintDialog(QDialog):
    """A preview with buttons for paper and PDF; works without a printer."""

    def __init__(self, sheet: Sheet, concept: Path, parent: QWidget | None = None) -> None:
        """Show a sheet; the PDF is proposed beside the concept's file."""
        super().__init__(parent)
        self.setWindowTitle(texts.TITLE)
        self.resize(900, 640)
        self._sheet = sheet
        self._concept = concept
        self._printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        if QPrinterInfo.defaultPrinter().isNull():
            self._printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        ways = [Choice("landscape", texts.LANDSCAPE), Choice("portrait", texts.PORTRAIT)]
        self.format = Segments(texts.FORMAT, ways, self)
        self._preview = QPrintPreviewWidget(self._printer, self)
        self._told = labels.hint()
        self.paper = push_button(texts.PRINT, "printer", primary=True)
        self.pdf = push_button(texts.PDF, "file-output")
        self._lay_out()
        self._printer.setPageLayout(page_layout(landscape=True))
        self._preview.paintRequested.connect(lambda printer: print_sheet(self._sheet, printer))
        self.format.chosen.connect(self._turn)
        self.paper.clicked.connect(lambda _on=False: self._print())
        self.pdf.clicked.connect(lambda _on=False: self._ask_for_pdf())

    def write_pdf(self, path: Path) -> bool:
        """Write the sheet as a PDF in one step; False, with a sentence, where that cannot be."""
        try:
            with atomic_file.writing(path) as beside:
                writer = QPdfWriter(str(beside))
                writer.setResolution(_DPI)
                writer.setTitle(f"{self._sheet.title} – {texts.TITLE}")
                writer.setPageLayout(page_layout(landscape=self._landscape()))
                if not print_sheet(self._sheet, writer):
                    raise OSError(str(path))
        except (OSError, atomic_file.FileHeldOpen):
            self._told.setText(texts.CANNOT_WRITE.format(name=path.name))
            return False
        self._told.setText(texts.WRITTEN.format(name=path.name))
        return True

    def _landscape(self) -> bool:
        return self.format.key == "landscape"

    def _turn(self, _key: str) -> None:
        self._printer.setPageLayout(page_layout(landscape=self._landscape()))
        self._preview.updatePreview()

    def _print(self) -> None:
        if QPrinterInfo.defaultPrinter().isNull() and not QPrinterInfo.availablePrinters():
            self._told.setText(texts.NO_PRINTER)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(landscape=self._landscape()))
        printer.setDocName(self._sheet.title)
        if QPrintDialog(printer, self).exec():
            print_sheet(self._sheet, printer)
            self.accept()

    def _ask_for_pdf(self) -> None:
        proposed = str(self._concept.with_name(texts.file_name(self._concept.stem)))
        chosen, _ = QFileDialog.getSaveFileName(self, texts.PDF.rstrip(" …"), proposed, texts.PDF_FILES)
        if chosen:
            path = Path(chosen)
            self.write_pdf(path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf"))

    def _lay_out(self) -> None:
        for pages in self._preview.findChildren(QGraphicsView):  # it scrolls by the keys
            pages.setAccessibleName(texts.PREVIEW)
            pages.setProperty("role", "field")  # whose edge shows that it has the keyboard
        shut = push_button(texts.CLOSE)
        shut.clicked.connect(lambda _on=False: self.reject())
        self.paper.setDefault(True)
        top = QHBoxLayout()
        top.addWidget(self.format)
        top.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._told, 1)
        for button in (self.pdf, self.paper, shut):
            foot.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self._preview, 1)
        layout.addLayout(foot)
