"""An attribute stands once, where it means something; a text said in one language serves both, with a note."""

from __future__ import annotations

import pytest

import electrules
from electrules.source.read import read_text
from electrules.syntax import declare, parse
from electrules.syntax.format import format_document

HEADS = {"en": "language: English\n\nvocabulary\n  ", "vi": "ngôn ngữ: tiếng Việt\n\ntừ vựng\n  "}

REFUSED = [
    ("en", "Miền núi | mountainous: yes or no; unit xã | commune, communes.", "ER0208", "unit xã"),
    ("en", "Loại | kind: one of xã | commune; phường | ward; unit đơn vị | unit, units.", "ER0208", "unit đơn vị"),
    ("en", "Ủy ban | committee: body; rank 2.", "ER0208", "rank 2"),
    ("en", 'Ngày họp | day of meeting: day; says "có" | "has".', "ER0208", 'says "có"'),
    ("en", "Quốc hội | Parliament: authority; unit nghị sĩ | member, members.", "ER0208", "unit nghị sĩ"),
    ("en", 'Bầu | election: event; no unless said "không" | "no".', "ER0208", 'no unless said "không"'),
    ("en", "Quốc hội | Parliament: conclusion; authority.", "ER0208", "Quốc hội | Parliament: conclusion; authority"),
    ("en", "Dân số | population: whole number from 0.5 to 9.", "ER0207", "Dân số | population: whole number from 0.5 to 9"),
    ("en", "Dân số | population: whole number from 0 to 9; unit dân | person, people; unit xã | commune.", "ER0209", "unit xã"),
    ("en", 'Ghế | seats: conclusion; whole number from 0 to 9; says "có" | "has"; says "được" | "gets".', "ER0209", 'says "được"'),
    ("en", "Loại | kind: one of xã | commune; xã | village.", "ER0209", "Loại | kind: one of xã | commune; xã | village"),
    ("en", "Loại | kind: one of xã | commune, since 2020-01-01, since 2021-01-01.", "ER0209", "since 2021-01-01"),
    ("en", "Loại | kind: one of xã | commune, since 2020-01-01, until before 2019-01-01.", "ER0207", None),
    ("vi", "Hạng phí | band: một trong hạng một | band one; bậc hai | band two.", "ER0207", "bậc hai"),
    ("vi", "Miền núi | mountainous: có hoặc không; bậc 1.", "ER0208", "bậc 1"),
]


@pytest.mark.parametrize(("lang", "declaration", "code", "place"), REFUSED)
def test_what_would_be_dropped_is_refused_at_its_place(lang: str, declaration: str, code: str, place: str | None) -> None:
    text = HEADS[lang] + declaration + "\n"
    (file,) = read_text(text).value
    (said,) = declare((file,)).diagnostics
    assert said.span is not None
    assert (said.code, text[said.span.start : said.span.end]) == (code, declaration.rstrip(".") if place is None else place)


@pytest.mark.parametrize("form", ["decision on", "actual day of"])
def test_a_term_has_one_decision_and_one_actual_day(form: str) -> None:
    about = "Bầu | election: event." if form == "actual day of" else "Ghế | seats: conclusion; whole number from 0 to 9."
    name = "election" if form == "actual day of" else "seats"
    text = f"{HEADS['en']}{about}\n  Một | first: {form} {name}.\n  Hai | second: {form} {name}.\n"
    (file,) = read_text(text).value
    (said,) = declare((file,)).diagnostics
    assert (said.code, text[said.span.start : said.span.end] if said.span else "") == ("ER0209", f"Hai | second: {form} {name}")


def test_there_is_one_day_asked() -> None:
    text = f"{HEADS['en']}Ngày bầu cử | election day: day asked.\n  Ngày thanh tra | inspection day: day asked.\n"
    (file,) = read_text(text).value
    (said,) = declare((file,)).diagnostics
    assert (said.code, dict(said.data)["case"]) == ("ER0209", "asked")


def test_a_name_that_begins_like_an_attribute_stands_in_quotation_marks() -> None:
    (file,) = read_text(HEADS["en"] + "Hạng phí | band: one of hạng một | band one; bậc hai | band two.\n").value
    lexicon = declare((file,)).value
    vietnamese = format_document(parse(file, lexicon).value, file, lexicon, "vi")
    assert vietnamese.splitlines()[-1] == '  Hạng phí | band: một trong hạng một | band one; "bậc hai" | band two.'
    (again,) = read_text(vietnamese).value
    assert declare((again,)).value.terms == lexicon.terms


# ------------------------------------------------------ one text in the file's language is enough

ONE = {
    "en": """language: English

vocabulary
  board: authority; rank 1.
  kind: one of commune; ward; asks "Which kind of unit?".
  flooded: yes or no; says "lies under water"; otherwise says "lies dry"; no unless said "floods are announced".
  seats: conclusion; whole number from 0 to 9; unit seat, seats; says "elects"; unsure says "nobody knows"; otherwise says "elects nobody".

instrument 1/2000/QH1 "A": issued by the board on 2000-01-01; in force from 2000-01-02.

article 1
  A commune: elects 2 seats.
  A ward that lies dry: elects 3 seats.
  A ward that lies under water: elects nobody.
""",
    "vi": """ngôn ngữ: tiếng Việt

từ vựng
  hội đồng: cơ quan; bậc 1.
  loại: một trong xã; phường; hỏi "Đơn vị thuộc loại nào?".
  ngập: có hoặc không; nói "chìm trong nước"; không thì nói "khô ráo"; không nêu thì là không "lũ phải được công bố".
  số ghế: kết luận; số nguyên từ 0 đến 9; đơn vị ghế; nói "được bầu"; chưa biết thì nói "chưa ai rõ"; không thì nói "không bầu ai".

văn bản 1/2000/QH1 "A": do hội đồng ban hành ngày 01/01/2000; có hiệu lực từ ngày 02/01/2000.

điều 1
  Xã: được bầu 2 ghế.
  Phường khô ráo: được bầu 3 ghế.
  Phường chìm trong nước: không bầu ai.
""",
}
NAMES = {"en": ("seats", "kind", "commune", "ward", "flooded"), "vi": ("số ghế", "loại", "xã", "phường", "ngập")}


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_one_text_in_the_language_of_the_file_is_enough(lang: str) -> None:
    seats, kind, commune, ward, flooded = NAMES[lang]
    law = electrules.load(text=ONE[lang], base=None, lang=lang)
    found = [law.ask(seats, facts, on="2005-01-01") for facts in ({kind: commune}, {kind: ward}, {kind: ward, flooded: True})]
    assert [(each.outcome, each.value) for each in found] == [("answered", 2), ("answered", 3), ("not_applicable", None)]
    assert [each.statement for each in found[1].interpretations] == ["floods are announced" if lang == "en" else "lũ phải được công bố"]


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_the_other_language_falls_back_to_it_with_a_note(lang: str) -> None:
    other = "vi" if lang == "en" else "en"
    note = " (viết bằng tiếng Anh)" if other == "vi" else " (in Vietnamese)"
    seats, kind, _, ward, _ = NAMES[lang]
    law = electrules.load(text=ONE[lang], base=None, lang=other)
    lines = law.ask(seats, {}, on="2005-01-01").text().splitlines()
    asked, unsure = ("Which kind of unit?", "nobody knows") if lang == "en" else ("Đơn vị thuộc loại nào?", "chưa ai rõ")
    assert lines[0].endswith(f": {unsure}{note}")
    assert [each for each in lines if f"{asked}{note}" in each]
    presumed = law.ask(seats, {kind: ward}, on="2005-01-01").interpretations
    assert [each.lang for each in presumed] == [lang]


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_what_was_said_in_one_language_is_translated_and_read_again(lang: str) -> None:
    other = "vi" if lang == "en" else "en"
    (file,) = read_text(ONE[lang]).value
    lexicon = declare((file,)).value
    document = parse(file, lexicon).value
    translated = format_document(document, file, lexicon, other)
    (again,) = read_text(translated).value
    assert declare((again,)).value.terms == lexicon.terms
    assert parse(again, lexicon).value.blocks == document.blocks
