"""NFC with a way back, folding that keeps lengths, likeness and order."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electrules.limits import MARKS
from electrules.source.text import fold_key, folded, nearest, nfc, normalised, plain_key, rewritten

VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ ĐẢO.,:;0123456789\n"
vietnamese = st.text(VIETNAMESE, max_size=40)
forms = st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"])


@given(text=st.text(max_size=60))
def test_the_normal_form_is_nfc(text: str) -> None:
    assert normalised(text)[0] == unicodedata.normalize("NFC", text)


@given(text=st.text(st.sampled_from("eêệ́̂́̉ᄀ가각ͅẹ́Ååxa\u09c7\u09be"), max_size=30))
def test_marks_jamo_and_singletons_compose_as_nfc_says(text: str) -> None:
    assert normalised(text)[0] == unicodedata.normalize("NFC", text)


@given(words=st.lists(st.tuples(vietnamese, forms), max_size=6))
def test_offsets_lead_back_to_the_letters_they_came_from(words: list[tuple[str, str]]) -> None:
    original = "".join(unicodedata.normalize(form, word) for word, form in words)
    text, way = normalised(original)
    back = [way.origin(offset) for offset in range(len(text) + 1)]
    assert back == sorted(back) and back[0] == 0 and back[-1] == len(original)
    for offset, char in enumerate(text):
        assert unicodedata.normalize("NFC", original[back[offset] : back[offset + 1]]) == char


def test_a_mile_of_marks_is_left_alone_and_fast() -> None:
    text = "e" + "\u0301\u0323" * 400_000
    start = time.thread_time()  # of this thread's own work: a busy machine counts for nothing
    assert normalised(text)[0] == text
    assert time.thread_time() - start < 3  # 0.1; hours where a run of marks is put in order
    assert normalised("e" + "\u0301" * (MARKS - 1))[0].startswith("é")


@given(text=st.text("abcde", max_size=20), cuts=st.lists(st.integers(0, 20), max_size=6), new=st.text("XY", max_size=3))
def test_rewriting_knows_the_way_back(text: str, cuts: list[int], new: str) -> None:
    places = sorted({min(cut, len(text)) for cut in cuts})
    edits = list(zip(places[::2], places[1::2], [new] * len(places), strict=False))
    made, way = rewritten(text, edits)
    back = [way.origin(offset) for offset in range(len(made) + 1)]
    assert back == sorted(back) and back[-1] == len(text)
    assert all(made[offset] == text[back[offset]] for offset in range(len(made)) if made[offset] not in "XY")


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("hoà", "hòa"),
        ("HOÀ BÌNH", "hòa bình"),
        ("khoẻ", "khỏe"),
        ("Uỷ ban", "ủy ban"),
        ("uỷ", "ủy"),
        ("thuý", "thúy"),
        ("quý", "quý"),
        ("toàn", "toàn"),
        ("khuỷu", "khuỷu"),
        ("Số\u00a0đại  biểu", "số đại biểu"),
        (unicodedata.normalize("NFD", "Hoà"), "hòa"),
        ("people’s council", "people's council"),
        ("2021–2026", "2021-2026"),
    ],
)
def test_one_name_has_one_key(written: str, key: str) -> None:
    assert fold_key(written) == key


@given(text=st.one_of(vietnamese, st.text(max_size=40)))
def test_folding_keeps_the_length_and_is_done_once(text: str) -> None:
    text = nfc(text)
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


def test_dotted_capital_i_does_not_break_lengths() -> None:
    assert len(folded("İ điểm")) == len("İ điểm")
    assert folded("İ ĐIỂM")[2:] == "điểm"


@given(text=vietnamese, form=forms)
def test_keys_do_not_depend_on_the_normal_form(text: str, form: str) -> None:
    assert fold_key(unicodedata.normalize(form, text)) == fold_key(text)


def test_nearest_looks_past_accents_but_prefers_them() -> None:
    names = ["số đại biểu", "dân số", "miền núi", "quân", "quận", "population"]
    assert nearest("so dai bieu", names)[0] == "số đại biểu"
    assert nearest("miền nuí", names)[0] == "miền núi"
    assert nearest("quậnn", names)[:2] == ("quận", "quân")
    assert nearest("populaton", names, 1) == ("population",)
    assert nearest("xyz", names) == ()
    assert nearest("a" * 1_000_000, names) == ()


def test_plain_key_is_for_search_only() -> None:
    assert plain_key("Đặc khu") == "dac khu"
    assert plain_key("quận") == plain_key("quân") == plain_key("quan")
