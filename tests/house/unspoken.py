"""Words in our modules that are not on the screen, or are not ours to translate, each with its reason."""

from __future__ import annotations

WHOLE = {
    "app/look/theme.py": "names of fonts and of styles",
    "app/look/text.py": "kinds of letters, as Unicode names them",
    "app/look/kit.py": "names of our own classes",
    "app/ui/sleep.py": "names on the system's bus",
    "app/ui/clipboard.py": "names of Windows' own",
}
"""Modules in which nothing is read on a screen."""
NOT_SHOWN: dict[str, tuple[frozenset[str], str]] = {
    "app/ui/coordinator/table.py": (
        frozenset({"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}),
        "short months of a table of dates, in which days of several widths would not stand under each other",
    ),
    "app/ui/finishing/languages.py": (frozenset({"English", "Cymraeg"}), "what a language calls itself"),
    "app/ui/mending.py": (frozenset({"eCAF copy {}"}), "the name of a folder"),
    "app/ui/shell/careroom.py": (frozenset({"eCAF backup {}.ecafbackup"}), "the name of a file"),
    "app/ui/shell/onpaper.py": (
        frozenset({"Written on paper on {}, typed today."}),
        "it is written into the record, which stays in the language it is written in",
    ),
    "app/ui/shell/gettingready.py": (
        frozenset(
            {
                "The interpreter is here.",
                "The interpreter has not come yet.",
                "Somebody else interprets than was booked: ",
            }
        ),
        "it is written into her own notes",
    ),
    "app/ui/share/saying.py": (frozenset({"fw.child.", "fw."}), "names of answers"),
    "app/ui/shell/leftoff.py": (frozenset({"note:", "quick:"}), "places where writing stopped, as they are kept"),
    "app/main.py": (frozenset({"PDF (*.pdf)"}), "a kind of file, as the system wants it"),
}
ELSEWHERE: dict[str, str] = {
    "app/forms/lint.py": "for whoever writes a form",
    "app/forms/fhir.py": "for whoever writes a form",
    "app/forms/codes.py": "for whoever writes a form",
    "app/forms/item_rules.py": "for whoever writes a form",
    "app/forms/languages.py": "for whoever writes a form",
    "app/forms/uses.py": "for whoever writes a form",
}
"""Modules below the windows whose sentences are not for the screen."""
