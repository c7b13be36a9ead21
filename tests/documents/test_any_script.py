"""Any name, in any script, is printed whole and right: shaped, ordered, in letters that travel with the page."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf.pdfa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from seen_pdf import POPPLER, loose_paint, not_embedded, opened, poppler, read_aloud
from told_family import told

from app.documents import fonts, paper, words, writing
from app.documents.setting import Line, Part, set_lines
from app.documents.shaping import Letter, pieces
from app.documents.writing import MISSING, drawable, isolated, lacking
from app.paths import resources

URDU = "محمد احمد خان"
SCRIPTS = {
    "Urdu": "بچے کا نام ۲۵ ہے، کیا آپ؟",
    "Arabic": "اسمي لُبْنى وعمري ٧ سنوات.",
    "Sorani": "ناوم هێڤیە",
    "Hebrew": "שלום (עולם)",
    "Welsh": "Siân Llŷr, Tŷ Gwyn ŵ",
    "Irish": "Saoirse Ní Dhónaill, Ṡeán",
    "Polish": "Zażółć gęślą jaźń",
    "Romanian": "Ștefan Țurcanu, ăâî",
    "Turkish": "Işıl Ğüneş",
    "Somali": "Caasha Cabdi",
    "Vietnamese": "Nguyễn Thị Hồng",
    "Yoruba": "Ọlá Ẹ̀kọ́",
    "Cyrillic": "Олександра Їжак",
    "Greek": "Ελένη Παπαδάκη",
    "Bengali": "আমার নাম শ্রী",
    "Hindi": "मेरा नाम श्रीमती",
    "Punjabi": "ਮੇਰਾ ਨਾਮ ਸਿੰਘ",
    "Gujarati": "મારું નામ શ્રી",
    "Tamil": "என் பெயர் ஸ்ரீ",
    "Malayalam": "എന്റെ പേര്",
    "Tigrinya": "ሰላም እዩ",
    "Armenian": "Անի",
    "Georgian": "ნინო",
    "Thai": "สมชาย",
    "simplified Chinese": "我叫王小明，今年七岁。",
    "traditional Chinese": "我叫陳國華，今年七歲。",
    "emoji": "😀 👍 ⚽",
}
with_poppler = pytest.mark.skipif(not POPPLER, reason="poppler is not on PATH: NOT read by another program")


def page(*texts: str) -> bytes:
    """Return the texts as blocks of one document."""
    return paper.as_pdf([paper.block(text) for text in texts], "Note", date(2026, 12, 14))


def lines_of(text: str, room: float = 100_000) -> list[Line]:
    return set_lines([Part(drawable(text), fonts.REGULAR)], room)


def glyphs(text: str) -> Iterator[int]:
    for line in lines_of(text):
        for word in line.words:
            for piece in word.pieces:
                yield from (glyph.number for glyph in piece.glyphs)


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_named_is_drawn_without_a_box(script: str) -> None:
    assert not lacking(SCRIPTS[script])
    assert 0 not in list(glyphs(SCRIPTS[script]))


@with_poppler
@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_is_read_back_as_it_was_written(script: str) -> None:
    assert drawable(SCRIPTS[script]) in read_aloud(page(SCRIPTS[script]))


@with_poppler
def test_an_urdu_name_is_found_by_another_reader_in_the_title_and_beside_a_label() -> None:
    text = poppler("pdftotext", told(id__given=URDU).copy())
    plain = "".join(letter for letter in text if not "\u202a" <= letter <= "\u202e")
    assert f"Our plan for {URDU}" in plain
    assert f"Given name: {URDU}" in plain


def test_all_scripts_together_keep_to_pdf_a_and_to_the_tree() -> None:
    pdf = page(*SCRIPTS.values(), " ".join(SCRIPTS.values()))
    assert pikepdf.pdfa.check(opened(pdf), "2b").findings == []
    assert loose_paint(pdf) == []
    assert not_embedded(pdf) == []


def test_arabic_letters_join_and_stand_from_the_right() -> None:
    (line,) = lines_of("محمد")
    (word,) = line.words
    (piece,) = word.pieces
    alone = [glyph.number for letter in "محمد" for glyph in next(pieces(letters_of(letter))).glyphs]
    assert (line.base, piece.level % 2, piece.face.name) == (1, 1, "NotoNaskhArabic-Regular")
    assert not set(alone[:3]) & {glyph.number for glyph in piece.glyphs}
    assert [glyph.text for glyph in piece.glyphs] == list("دمحم")


def edges_of(line: Line) -> dict[str, float]:
    """Return how far from the left each piece of a line stands."""
    return {piece.text: edge for _, places in line.placed() for piece, edge in places}


def letters_of(text: str) -> list[Letter]:
    return [Letter(letter, face, fonts.REGULAR, 1) for letter, face in writing.with_faces(text, fonts.REGULAR)]


def test_an_urdu_name_in_an_english_sentence_leaves_the_sentence_alone() -> None:
    (line,) = set_lines([Part(f"Ask {isolated(URDU)}, 5 School Lane", fonts.REGULAR)], 100_000)
    edges = edges_of(line)
    first, *_, last = URDU.split()
    assert line.base == 0
    assert edges["Ask"] < edges[last] < edges[first] < edges["5"] < edges["Lane"]


def test_an_urdu_line_with_an_english_name_in_it_runs_from_the_right() -> None:
    (line,) = lines_of("میرا نام (Ahmed Khan) ہے")
    edges = edges_of(line)
    assert line.base == 1
    assert edges["ہے"] < edges[")"] < edges["Ahmed"] < edges["Khan"] < edges["("] < edges["نام"] < edges["میرا"]


def test_lines_break_between_words_and_none_is_wider_than_the_page() -> None:
    lines = lines_of("یہ ایک لمبی سطر ہے " * 200, room=30_000)
    assert len(lines) > 20
    assert all(0 < line.advance <= 30_000 for line in lines)
    assert [word for line in lines for word in "".join(w.text for w in line.words).split()] == [
        "یہ",
        "ایک",
        "لمبی",
        "سطر",
        "ہے",
    ] * 200


def test_a_word_longer_than_a_line_is_broken_and_nothing_of_it_is_lost() -> None:
    long = "ک" * 5000 + "👨‍👩‍👧" * 500
    lines = lines_of(long, room=30_000)
    assert all(line.advance <= 30_000 for line in lines)
    assert "".join(word.text for line in lines for word in line.words) == long


@pytest.mark.parametrize(
    ("sequence", "drawn"),
    [("👨‍👩‍👧", 1), ("👍🏽", 1), ("🇬🇧", 1), ("🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", 1)],
)
def test_joined_emoji_are_one_picture(sequence: str, drawn: int) -> None:
    assert len(list(glyphs(sequence))) == drawn


def test_an_unknown_joined_sequence_falls_back_to_its_parts() -> None:
    numbers = list(glyphs("🦉\u200d🧶"))
    assert len(numbers) == 2
    assert 0 not in numbers


@with_poppler
def test_emoji_are_heard_with_the_words_around_them() -> None:
    assert "“I like PE 😀 and ⚽ with Ben” now" in read_aloud(page("“I like PE 😀 and ⚽ with Ben” now"))


def test_marks_stand_on_their_letter_and_are_not_drawn_apart() -> None:
    (line,) = lines_of("x\u0323\u0301")
    (piece,) = line.words[0].pieces
    assert piece.advance == next(pieces([Letter("x", piece.face, fonts.REGULAR, 0)])).advance


HIDDEN = "\u202egnihton\u202c \u202dx\u202c \u2066y\u2069 \u2067z\u2069 \u202bw\u202c \u200b\u2060\ufeff\u00ad"


def test_hidden_orders_turn_nothing_about_and_are_not_on_paper() -> None:
    kept = "".join(letter for letter in drawable(HIDDEN) if letter not in writing.ISOLATES)
    assert kept == "gnihton x y z w "
    (line,) = lines_of(HIDDEN + URDU[:1])
    edges = [places[0][1] for word, places in line.placed() if word.text.isascii()]
    assert edges == sorted(edges)


def test_a_name_cannot_end_its_own_isolation() -> None:
    spoilt = isolated(drawable(f"{URDU}\u2069\u2069 and"))
    assert spoilt == f"\u2068{URDU} and\u2069"


@with_poppler
def test_angle_brackets_ampersands_and_quotes_stand_as_typed_beside_any_script() -> None:
    text = f"<b>O'Connor & Sons</b> “{URDU}” &amp; ‘x’ </para>"
    assert f"<b>O'Connor & Sons</b> “{URDU}” &amp; ‘x’ </para>" in read_aloud(page(text))


@with_poppler
def test_line_breaks_in_an_address_stay_in_any_script() -> None:
    text = poppler("pdftotext", told(id__given=f"{URDU}\nLlys y Môr\r\nFlat 2").copy(), "-layout")
    found = [line.strip() for line in text.splitlines()]
    assert "Llys y Môr" in found
    assert "Flat 2" in found


@with_poppler
def test_twenty_thousand_characters_in_urdu_are_all_there() -> None:
    long = " ".join(f"لفظ{number}" for number in range(3000))
    assert len(long) > 20_000
    heard = read_aloud(told(d1__behaviour__needs=long).copy())
    assert [number for number in range(3000) if f"لفظ{number}" not in heard] == []


def test_a_letter_that_no_face_has_is_a_box_and_the_copy_says_so() -> None:
    assert drawable("Zoë ꦲ") == f"Zoë {MISSING}"
    assert words.MISSING_LETTERS.split(".")[0] in told(id__given="ꦲ").text()
    assert words.MISSING_LETTERS.split(".")[0] not in told(id__given=URDU).text()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_no_text_at_all_stops_a_page(text: str) -> None:
    assert loose_paint(page(text, f"{URDU} {text}")) == []


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_drawable_text_is_stable_and_holds_no_controls(text: str) -> None:
    once = drawable(text)
    assert drawable(once).rstrip("\n") == once.rstrip("\n")
    assert not any(letter < " " and letter != "\n" for letter in once)


def test_plain_letters_never_wake_the_other_faces() -> None:
    code = (
        "import sys; from datetime import date; from app.documents import paper, fonts\n"
        "paper.as_pdf([paper.block('Siân & Zażółć – Ελένη')], 'Note', date(2026, 12, 14))\n"
        "assert fonts.all_letters.cache_info().currsize == 0\n"
        "assert fonts.face.cache_info().currsize == 0\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=False)  # noqa: S603 - ours
    assert done.stderr.decode() == ""
    assert done.returncode == 0


def test_each_face_named_is_in_the_folder_and_none_is_there_unnamed() -> None:
    named = {face.name for role in (fonts.REGULAR, fonts.BOLD, fonts.ITALIC) for face in fonts.faces_for(role)}
    assert named == {path.stem for path in (resources() / "fonts").glob("*.ttf")}
