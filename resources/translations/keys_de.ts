<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- The names that keys bear on German keyboards, where Qt's own German names differ.
     After a change: pyside6-lrelease resources/translations/keys_de.ts -->
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>QShortcut</name>
    <message><source>Return</source><translation>Eingabe</translation></message>
    <message><source>Enter</source><translation>Eingabe</translation></message>
    <message><source>PgUp</source><translation>Bild auf</translation></message>
    <message><source>PgDown</source><translation>Bild ab</translation></message>
    <message><source>Up</source><translation>↑</translation></message>
    <message><source>Down</source><translation>↓</translation></message>
    <message><source>Left</source><translation>←</translation></message>
    <message><source>Right</source><translation>→</translation></message>
</context>
</TS>
