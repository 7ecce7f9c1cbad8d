"""Addresses and citations, written and read in both languages, and their order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from electrules.source.citation import Address, Citation, instrument_key, label_key
from electrules.source.places import read_address, read_citation

numbers = st.sampled_from(["1", "2", "6a", "10", "18", "145"])
instruments = st.sampled_from(["1/2020/QH14", "154/2025/NĐ-CP", "33/VPHĐBCQG-PL", "Kế hoạch về ban, và việc khác", "Tờ trình được sửa đổi bởi luật"])
issuers = st.sampled_from(["Hội đồng nhân dân tỉnh Đồng Nai", "Bộ Văn hóa, Thể thao và Du lịch", "People's Council of Đồng Nai"])
addresses = st.builds(
    Address,
    instruments,
    article=st.none() | (numbers),
    clause=st.none() | (numbers),
    point=st.none() | (st.sampled_from(["a", "đ", "e", "aa"])),
    paragraph=st.none() | (st.sampled_from(["1", "2"])),
    sentence=st.none() | (st.sampled_from(["1", "2"])),
    annex=st.none() | (st.sampled_from(["I", "II", "3"])),
    namesake=st.none() | issuers.map(lambda name: (name, name)),
)
langs = st.sampled_from(["vi", "en"])


def cited(address: Address, amended_by: tuple[Citation, ...] = ()) -> Citation:
    return address.cited(amended_by)


citations = st.builds(cited, addresses, st.lists(addresses.map(cited), max_size=3).map(tuple))


def test_as_the_law_refers_to_itself() -> None:
    citation = Citation("77/2015/QH13", "18", "1", "b", amended_by=(Citation("47/2019/QH14", "2"),))
    assert str(citation) == "điểm b khoản 1 Điều 18 của 77/2015/QH13 được sửa đổi bởi Điều 2 của 47/2019/QH14"
    assert citation.text("en") == "point b clause 1 article 18 of 77/2015/QH13 as amended by article 2 of 47/2019/QH14"
    assert str(citation.said_in("en")) == citation.text("en")
    assert str(Address("1/2020/QH14")) == "1/2020/QH14"


@given(address=addresses, lang=langs)
def test_an_address_reads_back(address: Address, lang: str) -> None:
    assert read_address(address.text(lang), lang) == address == read_address(address.text(lang))
    assert read_address(address.text(lang).upper(), lang) == read_address(address.text(lang).upper())


@given(citation=citations, lang=langs)
def test_a_citation_reads_back(citation: Citation, lang: str) -> None:
    assert read_citation(citation.text(lang), lang) == citation == read_citation(citation.text(lang))


@pytest.mark.parametrize(
    "text",
    [
        "điểm b khoản 1 Điều 18 của 1/2020/QH14",
        "1/2020/QH14 điều 18 khoản 1 điểm b",
        "1/2020/QH14, điều 18, khoản 1, điểm b",
        "article 18 clause 1 point b of 1/2020/QH14",
        "POINT B CLAUSE 1 ARTICLE 18 OF 1/2020/QH14.",
    ],
)
def test_ways_to_write_an_address(text: str) -> None:
    assert read_address(text) == Address("1/2020/QH14", "18", "1", "b")


def test_a_case_may_leave_out_as() -> None:
    assert read_citation("article 1 of 1/2020/QH14 amended by article 2 of 2/2021/QH14") == cited(
        Address("1/2020/QH14", "1"), (Citation("2/2021/QH14", "2"),)
    )


def test_an_instrument_may_have_words_for_a_number() -> None:
    assert read_address("khoản 2 Điều 111 của Hiến pháp") == Address("Hiến pháp", "111", "2")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Điều 18",
        "khoản này",
        "số đại biểu",
        "điều 1 điều 2 của 1/2020/QH14",
        "điều 1 điểm a khoản 2 của 1/2020/QH14",
        "điều １ của 1/2020/QH14",
        "x" * 10_000,
    ],
)
def test_what_is_no_address(text: str) -> None:
    assert read_address(text) is None and read_citation(text) is None


@given(text=st.text(max_size=40))
def test_any_text_may_be_asked(text: str) -> None:
    address, citation = read_address(text), read_citation(text)
    assert address is None or read_address(address.text()) == address
    assert citation is None or read_citation(citation.text()) == citation


def test_places_sort_as_the_law_numbers_them() -> None:
    assert sorted(["10", "6", "6a", "1a", "1", "2"], key=label_key) == ["1", "1a", "2", "6", "6a", "10"]
    assert sorted(["e", "đ", "d", "a", "g"], key=label_key) == ["a", "d", "đ", "e", "g"]
    assert sorted(["IX", "V", "IV", "X", "II"], key=label_key) == ["II", "IV", "V", "IX", "X"]
    numbers = ["47/2019/QH14", "77/2015/QH13", "9/2015/QH13"]
    assert sorted(numbers, key=instrument_key) == ["9/2015/QH13", "77/2015/QH13", "47/2019/QH14"]


@given(some=st.lists(addresses, max_size=8))
def test_any_addresses_can_be_sorted(some: list[Address]) -> None:
    turned = some[::-1]
    assert sorted(some, key=lambda each: each.sort_key) == sorted(turned, key=lambda each: each.sort_key)
