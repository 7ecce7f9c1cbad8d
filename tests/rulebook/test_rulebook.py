"""The rulebook as a thing: shared between threads and processes, in small stacks, in either language."""

from __future__ import annotations

import pickle
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
import threads
from rule_texts import header, law, wrong

from electrules.pipeline import load
from electrules.rulebook.rulebook import TREES
from electrules.tree.tree import Tree

TEXT = header() + (
    "điều 1 khoản 1 điểm a\n  Xã thuộc miền núi: có từ 2.000 dân trở xuống được bầu 15 đại biểu; có trên 2.000 dân thì cứ thêm đủ 1.000 dân được bầu thêm 1 đại biểu;"
    " tổng số không quá 20 đại biểu.\n"
    "điểm b\n  Xã không thuộc trường hợp quy định tại điểm a khoản này: được bầu 25 đại biểu.\n"
)
AMENDS = header("2/2021/QH14", "01/01/2021", "01/06/2021") + (
    "điều 1\n  Sửa đổi điểm b khoản 1 Điều 1 của 1/2020/QH14 như sau: Xã: được bầu 24 đại biểu.\n"
    "điều 2\n  Chỉ áp dụng điều 1 khi ngày bầu cử từ ngày 01/01/2022 trở đi.\n"
)


def test_a_rulebook_travels_to_another_process() -> None:
    book = law(TEXT, AMENDS)
    facts = {"kind": "commune", "mountainous": False}
    before = book.ask("seats", facts, on="2021-07-01", known="2020-06-01")
    again = pickle.loads(pickle.dumps(book))
    assert again.ask("seats", facts, on="2021-07-01", known="2020-06-01") == before
    assert again.ask("seats", facts, on="2022-07-01").value == book.ask("seats", facts, on="2022-07-01").value


def test_threads_share_a_rulebook() -> None:
    book = law(TEXT, AMENDS)
    days = ["2020-07-01", "2021-07-01", "2022-07-01"] * 20

    def ask(day: str) -> object:
        return book.ask("seats", {"kind": "commune", "mountainous": False}, on=day, known=day).value

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, days)) == [ask(day) for day in days]


def in_a_small_stack(work: object) -> list[object]:
    """What *work* returns or raises in a thread with a stack of 256 kB."""
    done: list[object] = []

    def run() -> None:
        try:
            done.append(work())  # type: ignore[operator]
        except Exception as error:
            done.append(error)

    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=run)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    return done


def test_deep_conditions_load_and_answer_in_a_small_stack() -> None:
    depth = 45
    nested = "(thuộc hải đảo hoặc " * depth + "thuộc miền núi" + ")" * depth
    text = header() + f"điều 1\n  Khi {nested} thì được bầu 5 đại biểu.\n"
    assert in_a_small_stack(lambda: law(text).ask("seats", {"mountainous": True}, on="2021-01-01").value) == [5]


def test_long_chains_of_acts_load_in_a_small_stack() -> None:
    text = TEXT + "".join(
        header(f"{n}/2021/QH14", "01/01/2021", "01/06/2021") + f"điều 1\n  Thay {n} dân bằng {n + 1} dân tại điều 1 của {n - 1}/2021/QH14.\n"
        for n in range(3, 300)
    )
    (error,) = in_a_small_stack(lambda: wrong(text, AMENDS))
    assert isinstance(error, list)


def test_one_broken_provision_gives_one_message() -> None:
    broken = TEXT.replace("được bầu 25 đại biểu", "được bầu đại biểu")
    assert len(wrong(broken, AMENDS)) == 1


def test_names_and_days_in_any_writing() -> None:
    book = law(TEXT, AMENDS)
    for term in ("seats", "SEATS", "số đại biểu", "Số Đại Biểu", "Số đại biểu"):
        assert book.ask(term, {"loại": "xã", "miền núi": False}, on=date(2020, 6, 1)).value == 25
    assert book.terms["kind"].name("vi") == book.terms["LOẠI"].name() == "Loại"
    assert book.terms["election committee"].name("vi") == "Ủy ban bầu cử"
    assert "nothing" not in book.terms


def test_the_language_of_a_rulebook_is_that_of_what_it_gives() -> None:
    book = load(text=_text(TEXT), base=None, lang="en")
    answer = book.ask("seats", {"kind": "commune"}, on="2020-06-01")
    assert [str(each) for each in answer.missing] == ["mountainous", "population"]
    assert str(answer.citations[0]).startswith("point")


def _text(*texts: str) -> str:
    from rule_texts import LANGUAGE, VOCABULARY

    return LANGUAGE + VOCABULARY + "".join(texts)


def test_facts_thresholds_and_trees_as_data() -> None:
    book = law(TEXT, AMENDS)
    assert [each.id for each in book.facts_of("seats", on="2020-06-01")] == ["kind", "mountainous", "population"]
    assert [each.value for each in book.thresholds("seats", "population", on="2020-06-01")] == [2001, 3000, 4000, 5000, 6000, 7000]
    assert {each.citation.point for each in book.thresholds("seats", "population", on="2020-06-01")} == {"a"}
    tree = book.tree("seats", on="2022-07-01")
    assert Tree.from_dict(tree.to_dict()) == tree
    assert book.tree("seats", on="2022-07-01") is tree


def test_the_day_asked_may_be_given_as_the_fact_that_it_is() -> None:
    assert law(TEXT).ask("seats", {"kind": "commune", "mountainous": False, "election day": "2020-06-01"}).value == 25


def test_cases_lie_with_the_law() -> None:
    case = '\ntình huống "một"\n  Cho: loại là xã, không thuộc miền núi, có 3.000 dân; hỏi số đại biểu vào ngày 01/06/2020; thì được 25 đại biểu.\n'
    (found,) = law(TEXT, case).cases
    assert (found.name, found.term, found.on) == ("một", "seats", date(2020, 6, 1))
    assert found.facts == {"kind": "commune", "mountainous": False, "population": 3000}
    assert found.line > 1


def test_errors_speak_the_language_of_the_rulebook() -> None:
    """`load(lang=…)` is the language of everything that is said, errors too; `.message` gives the other."""
    import electrules

    for lang, word in (("vi", "không"), ("en", "not")):
        law = electrules.load(lang=lang)
        facts = {"kind": "province", "name": "Atlantis"}
        for asked in (law.ask, lambda term, facts, on, law=law: law.tree(term, on=on).ask(facts)):
            with pytest.raises(electrules.FactErrors) as errors:
                asked("seats", facts, on="2021-05-23")
            assert word in str(errors.value)


@pytest.mark.slow
def test_threads_ask_random_questions_of_one_rulebook() -> None:
    """More trees are made than are kept, while all threads look for them: `threads.py` does so for an hour."""
    found = threads.share(law(TEXT, AMENDS), 10)
    assert not found.raised
    assert not found.wrong
    assert found.asked > 2 * TREES and found.again
