"""The screen's own words in the language of this computer; no language is spoken that nobody has reviewed whole.

Words are written where they are shown, in our own language, inside ``tr``. ``tests/house/screenwords.py`` gathers them
into Qt's translation files, ``resources/i18n/ecaf_CODE.ts``, and makes the file that is spoken from, ``ecaf_CODE.qm``,
only once a translator has finished every one of them. What a person wrote never goes through ``tr``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from app.paths import resources

CONTEXT = "screen"


def tr(words: str) -> str:
    """Return fixed words of ours in the language in use; those that have no translation stay as they are."""
    return QCoreApplication.translate(CONTEXT, words)


def noted(words: str) -> str:
    """Return words as they are, and have them gathered: for tables of words that go through ``tr`` when shown."""
    return words


def speak(application: QCoreApplication, code: str = "") -> bool:
    """Speak a language, by default this computer's; say whether it is on offer. Windows made before do not change."""
    code = code or QLocale.system().name().partition("_")[0]
    file = resources() / "i18n" / f"ecaf_{code}.qm"
    translator = QTranslator(application)
    return file.exists() and translator.load(str(file)) and application.installTranslator(translator)
