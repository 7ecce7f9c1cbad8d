"""What is refused: one cause, one message, with its place; everything wrong is said at once."""

from __future__ import annotations

import pytest
from rule_texts import VOCABULARY, header, law, wrong

from electrules.diagnostics.errors import FactErrors, RuleErrors
from electrules.pipeline import load


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        (["ER0401"], "điều 1\n  Không áp dụng điều 99 khi thuộc hải đảo.\n"),
        (["ER0401"], "điều 1\n  Ngoại lệ của điều 1 của 9/2020/QH14: Tỉnh: được bầu 5 đại biểu.\n"),
        (["ER0401"], "điều 1\n  Xã không thuộc trường hợp quy định tại điểm a khoản này: được bầu 5 đại biểu.\n"),
        (["ER0403"], "điều 1\n  Tỉnh: được bầu 50 đại biểu.\nđiều 1\n  Xã: được bầu 60 đại biểu.\n"),
        (["ER0403"], "điều 1 khoản 1\n  Tỉnh: a) được bầu 50 đại biểu.\nđiểm a\n  Xã: được bầu 60 đại biểu.\n"),
        (["ER0502"], "điều 1\n  Tỉnh: số dân cư là 5.\n".replace("số dân cư", "dân số")),
        (["ER0502"], "điều 1\n  Tỉnh có dân số từ ngày 01/01/2020 trở đi: được bầu 5 đại biểu.\n".replace("có dân số", "dân số")),
        (["ER0503"], "điều 1\n  Tỉnh: được bầu 50 dân.\n"),
        (["ER0503"], "điều 1\n  Tỉnh: có từ 500.000 dân trở xuống được bầu 50 đại biểu; có trên 500.000 dân thì cứ thêm đủ 3 thôn được bầu thêm 1 đại biểu; tổng số không quá 99 đại biểu.\n"),
        (["ER0504"], "điều 1\n  Tỉnh: được bầu 501 đại biểu.\n"),
        (["ER0504"], "điều 1\n  Tỉnh: có từ 500 dân trở xuống được bầu 50 đại biểu; có trên 500 dân thì cứ thêm đủ 1 dân được bầu thêm 1 đại biểu.\n"),
        (["ER0504"], "điều 1\n  Tỉnh có từ 500 đến 400 dân: được bầu 50 đại biểu.\n"),
        (["ER0505"], "điều 1\n  Ngoại lệ của điều 2: Tỉnh: được bầu 50 đại biểu.\nđiều 2\n  Ngoại lệ của điều 1: Tỉnh: được bầu 60 đại biểu.\n"),
        (["ER0505"], "điều 1\n  Không áp dụng điều 2 khi thuộc hải đảo.\nđiều 2\n  Không áp dụng điều 1 khi thuộc miền núi.\n"),
        (["ER0505"], "điều 1\n  Tỉnh: được bầu 5 đại biểu.\nđiều 2\n  Tỉnh: được bầu 6 đại biểu.\nđiều 3\n  Ưu tiên áp dụng điều 1 so với điều 2.\n  Ưu tiên áp dụng điều 2 so với điều 1.\n"),
        (["ER0505"], "điều 1\n  Tỉnh đã xác định được số ban: được bầu 5 đại biểu.\nđiều 2\n  Tỉnh đã xác định được số đại biểu: được lập 1 ban.\n"),
        (["ER0505"], "điều 1\n  Xã không thuộc trường hợp quy định tại điều 2: được bầu 5 đại biểu.\nđiều 2\n  Xã không thuộc trường hợp quy định tại điều 1: được bầu 6 đại biểu.\n"),
        (["ER0505"], "điều 1\n  Xã: thực hiện theo quy định tại điều 2.\nđiều 2\n  Phường: thực hiện theo quy định tại điều 1.\n"),
        (["ER0506"], "điều 1\n  Tỉnh có từ 5 thành viên trở lên: được bầu 50 đại biểu.\n"),
        (["ER0507"], "điều 1\n  Tỉnh: được bầu 1/2 tổng số số đại biểu được quyết định.\n"),
        (["ER0509"], "điều 1\n  Tỉnh: có trên 500.000 dân thì cứ thêm đủ 30.000 dân được bầu thêm 1 đại biểu; tổng số không quá 99 đại biểu.\n"),
    ],
)  # fmt: skip
def test_wrong_rules_are_refused(codes: list[str], text: str) -> None:
    assert sorted(set(wrong(header(), text))) == codes


def test_a_name_that_is_on_another_list_is_refused_by_its_name() -> None:
    with pytest.raises(RuleErrors) as raised:
        law(
            header(), "điều 1\n  Khi hạng là tỉnh thì được bầu 5 đại biểu.\n", vocabulary=VOCABULARY + "  Hạng | grade: một trong hạng I | grade I.\n"
        )
    (said,) = raised.value.diagnostics
    assert (said.code, said.message("en"), said.expected) == ("ER0508", '"province" is not on the list of "grade".', ("hạng I",))


def test_units_that_do_not_multiply_are_both_named() -> None:
    with pytest.raises(RuleErrors) as raised:
        law(header(), "điều 1\n  Tỉnh: số đại biểu là số thôn nhân với 2 đại biểu.\nđiều 2\n  Tỉnh: số ban là số thôn chia cho 2 ban làm tròn lên.\n")
    product, quotient = (each.message("en") for each in raised.value.diagnostics)
    assert product.startswith("villages is in village and 2 in deputy: two numbers with units cannot be multiplied")
    assert quotient.startswith("villages is in village and 2 in board: only a number without unit")


def test_a_place_is_suggested_in_the_language_of_the_file() -> None:
    english = (
        "language: English\n\nvocabulary\n  Quốc hội | National Assembly: authority; rank 1.\n  Hải đảo | island: yes or no.\n"
        '  Số đại biểu | seats: conclusion; whole number from 0 to 9; says "được bầu" | "elects".\n'
        'instrument 1/2020/QH14 "Law": issued by the National Assembly on 2020-02-01; in force from 2020-03-01.\n'
        "article 1\n  Elects 5.\narticle 2\n  Do not apply article 9 when island.\n"
    )
    with pytest.raises(RuleErrors) as raised:
        load(text=english, base=None, lang="en")
    assert [(each.code, each.suggestion) for each in raised.value.diagnostics] == [("ER0401", "article 2 of 1/2020/QH14")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Tỉnh: do Quốc hội quyết định số ban.", 'The value that the authority decides is not declared: a term "decision on boards" is needed.'),
        ("Xã thuộc thị xã: được bầu 5 đại biểu.", 'How a unit lies in "town" is not declared: a term as that list is needed, which says "of".'),
    ],
)
def test_what_is_not_declared_is_asked_for(text: str, message: str) -> None:
    with pytest.raises(RuleErrors) as raised:
        law(header(), f"điều 1\n  {text}\n", vocabulary=VOCABULARY + "  Đô thị | urban kind: một trong thị xã | town.\n")
    assert [(each.code, each.message("en")) for each in raised.value.diagnostics] == [("ER0506", message)]


def test_everything_wrong_is_said_at_once_with_its_place() -> None:
    text = "điều 1\n  Tỉnh: được bầu 501 đại biểu.\nđiều 2\n  Xã: được bầu 50 dân.\n"
    with pytest.raises(RuleErrors) as raised:
        law(header(), text)
    assert [(each.code, each.address) for each in raised.value.diagnostics] == [
        ("ER0504", "Điều 1 của 1/2020/QH14"),
        ("ER0503", "Điều 2 của 1/2020/QH14"),
    ]
    assert all(each.line is not None and each.source for each in raised.value.diagnostics)


def test_a_circle_only_over_different_days_is_none() -> None:
    text = header() + "điều 1\n  Ngoại lệ của điều 2: Tỉnh: được bầu 50 đại biểu.\nđiều 2\n  Tỉnh: được bầu 60 đại biểu.\n"
    later = header("2/2021/QH14", "01/01/2021", "01/06/2021") + (
        "điều 1\n  Sửa đổi điều 1 của 1/2020/QH14 như sau: Tỉnh: được bầu 51 đại biểu.\n"
        "điều 2\n  Sửa đổi điều 2 của 1/2020/QH14 như sau: “Ngoại lệ của điều 1: Tỉnh: được bầu 61 đại biểu.”.\n"
    ).replace("“", '"').replace("”", '"')
    assert wrong(text, later) == []


def test_a_chain_of_provisions_may_be_long_but_not_deep() -> None:
    long = "".join(f"điều {n}\n  Xã có đúng {n} thôn: được bầu {n} đại biểu.\n" for n in range(1, 120))
    assert wrong(header(), long) == []
    deep = "điều 1\n  Xã thuộc miền núi: được bầu 1 đại biểu.\n" + "".join(
        f"điều {n}\n  Xã không thuộc trường hợp quy định tại điều {n - 1}: được bầu {n} đại biểu.\n" for n in range(2, 300)
    )
    assert set(wrong(header(), deep)) == {"ER0110"}


def test_references_that_double_at_each_step_are_refused_in_time() -> None:
    doubling = "điều 1\n  Xã thuộc miền núi: được bầu 1 đại biểu.\nđiều 2\n  Xã thuộc hải đảo: được bầu 1 đại biểu.\n" + "".join(
        f"điều {n}\n  Xã không thuộc trường hợp quy định tại điều {n - 1} và điều {n - 2}: được bầu 2 đại biểu.\n" for n in range(3, 60)
    )
    assert set(wrong(header(), doubling)) == {"ER0110"}


def test_names_that_nobody_declared_are_refused_with_the_nearest() -> None:
    book = law(header(), "điều 1\n  Tỉnh: được bầu 50 đại biểu.\n")
    for name in ("số đại biều", "population", ""):
        with pytest.raises(FactErrors):
            book.ask(name, {}, on="2021-01-01")
    for day in ("2021-02-30", "hôm nay", 7, None):
        with pytest.raises(FactErrors):
            book.ask("seats", {}, on=day)  # type: ignore[arg-type]


def test_a_vocabulary_without_law_loads() -> None:
    book = law(vocabulary=VOCABULARY)
    assert book.ask("seats", {}, on="2021-01-01").outcome == "unread"
