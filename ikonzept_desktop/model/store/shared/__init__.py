"""Concepts on shares and in synchronised folders: written in a copy on this machine, given back as whole files.

SQLite's locks and its journal count on a disk of one machine (SQLite, How To Corrupt, 2.1); a share may lose both, and
a synchronised folder carries a file away while it is written. So the words go into a working copy, in two seconds as
everywhere, and the whole file goes back after a pause and when the concept is closed.
"""
