"""Documents of other word processors made into Word files by LibreOffice, where it is installed."""
