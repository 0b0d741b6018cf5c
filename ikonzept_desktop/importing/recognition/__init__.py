"""Proposes what the pieces of a foreign document become: sections, fields, records, and why."""

from ikonzept_desktop.importing.recognition.proposing import proposed

__all__ = ["proposed"]
