"""The screen's own words in the language of this computer; no language is spoken that nobody has reviewed whole.

Words are written where they are shown, in our own language, inside ``tr``. ``tests/house/screenwords.py`` gathers them
into Qt's translation files, ``resources/i18n/ecaf_CODE.ts``, and makes the file that is spoken from, ``ecaf_CODE.qm``,
only once a translator has finished every one of them. What a person wrote never goes through ``tr``.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.paths import resources
from app.said import Said, noted

__all__ = ["CONTEXT", "each_told", "if_ours", "noted", "speak", "told", "tr"]
CONTEXT = "screen"


def tr(words: str) -> str:
    """Return fixed words of ours in the language in use; those that have no translation stay as they are."""
    if isinstance(words, Said):
        fields = {name: tr(value) if isinstance(value, Said) else value for name, value in words.fields.items()}
        return tr(words.words).format(**fields) if fields else tr(words.words)
    return QCoreApplication.translate(CONTEXT, words) if words else ""


def if_ours(words: str) -> str:
    """Return words in the language in use where they are ``said`` by us, and a person's own as they are."""
    return tr(words) if isinstance(words, Said) else words


def told(choices: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return choices, each with its code, in the language in use."""
    return [(code, tr(words)) for code, words in choices]


def each_told(many: Iterable[str]) -> list[str]:
    """Return several fixed words of ours, each in the language in use."""
    return [tr(words) for words in many]


def speak(application: QCoreApplication, code: str = "") -> bool:
    """Speak a language, by default this computer's; say whether it is on offer. Windows made before do not change."""
    code = code or QLocale.system().name().partition("_")[0]
    file = resources() / "i18n" / f"ecaf_{code}.qm"
    translator = QTranslator(application)
    return file.exists() and translator.load(str(file)) and application.installTranslator(translator)
