"""LibreOffice as a judge that is used like a person uses it: its hands, and how they are lent."""
