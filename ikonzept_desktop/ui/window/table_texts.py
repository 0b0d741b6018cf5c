"""What the window says of tables, in German."""

TABLE_STEP = "Tabelle einfügen"
SELECT_FIRST = "Wählen Sie im Text eine Tabelle aus."
