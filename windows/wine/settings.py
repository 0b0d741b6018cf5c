"""What Wine is told by its environment."""

from windows.wine.recipe import HOME

# mscoree, mshtml: Wine would ask for .NET and a browser. winemenubuilder: no menus for this Debian.
WITHOUT = ("mscoree", "mshtml", "winemenubuilder.exe")

WINE = {
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": f"{','.join(WITHOUT)}=",
    "WINEARCH": "win64",
    "HOME": HOME,
    "LANG": "de_DE.UTF-8",
    "LC_ALL": "de_DE.UTF-8",
}
