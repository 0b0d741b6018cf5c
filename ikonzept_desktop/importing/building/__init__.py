"""A manuscript and what is to become of it, made into one edit of a concept; every decision of it is told."""

from ikonzept_desktop.importing.building.assembling import built
from ikonzept_desktop.importing.building.conservation import missing
from ikonzept_desktop.importing.building.result import Built

__all__ = ["Built", "built", "missing"]
