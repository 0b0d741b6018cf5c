"""What is told while a concept is built: decisions in the order they were made."""

from ikonzept_desktop.importing.manuscript import Told


class Telling:
    """Collects decisions."""

    def __init__(self) -> None:
        """Begin with none."""
        self.told: list[Told] = []

    def tell(self, kind: str, text: str = "", *, place: str = "", about: str = "") -> None:
        """Tell a decision of that kind (a key of `report_texts`), with all letters of the document it took away."""
        self.told.append(Told(kind, text.strip(), place, about))
