"""An instrument is known by number and issuer, or by its name where nobody knows the number."""

from __future__ import annotations

import pytest

from electrules import FactErrors, Rulebook, RuleErrors, Tree, load
from electrules.cases.recorded import recorded_cases, recorded_text
from electrules.comparison.reduction import reductions
from electrules.coverage import coverage
from electrules.source.read import read_text
from electrules.syntax.declare import declare
from electrules.syntax.format import format_document
from electrules.syntax.parse import parse

WORDS = """ngôn ngữ: tiếng Việt

từ vựng
  Hội đồng nhân dân tỉnh Đồng Nai | People's Council of Đồng Nai: cơ quan; bậc 5.
  Hội đồng nhân dân tỉnh An Giang | People's Council of An Giang: cơ quan; bậc 5.
  Tỉnh | province: một trong Đồng Nai | Dong Nai; An Giang | An Giang Province.
  Số ban | boards: kết luận; số nguyên từ 0 đến 99; đơn vị ban | board, boards; nói "được lập" | "sets up".
"""
NUMBER = "1/2021/NQ-HĐND"
FIRST, SECOND = "Hội đồng nhân dân tỉnh Đồng Nai", "Hội đồng nhân dân tỉnh An Giang"
NAME = "Kế hoạch lập ban, và việc khác"
TWO = f"""
văn bản {NUMBER} "A": do {FIRST} ban hành ngày 01/02/2021; có hiệu lực từ ngày 01/03/2021.

điều 1
  Đồng Nai: được lập 3 ban.

văn bản {NUMBER} "B": do {SECOND} ban hành ngày 01/02/2021; có hiệu lực từ ngày 01/03/2021.

điều 1
  An Giang: được lập 5 ban.
"""
PLAN = f"""
văn bản "{NAME}": do {SECOND} ban hành ngày 01/04/2021; có hiệu lực từ ngày 01/05/2021.

điều 1
  Sửa đổi Điều 1 của {NUMBER} của {FIRST} như sau: "Đồng Nai: được lập 7 ban."
"""


def made(*parts: str, lang: str = "vi") -> Rulebook:
    return load(text=WORDS + "".join(parts), base=None, lang=lang)


def translated(text: str, surface: str) -> str:
    (file,) = read_text(text).value
    lexicon = declare((file,)).value
    return format_document(parse(file, lexicon).value, file, lexicon, surface)


def boards(law: Rulebook, province: str, on: str = "2021-04-15") -> object:
    return law.ask("boards", {"province": province}, on=on).value


def test_two_instruments_of_one_number_are_two() -> None:
    law = made(TWO)
    assert [(each.number, each.issuer) for each in law.instruments] == [
        (NUMBER, "People's Council of An Giang"),
        (NUMBER, "People's Council of Đồng Nai"),
    ]
    for province, value, issuer in (("Đồng Nai", 3, FIRST), ("An Giang", 5, SECOND)):
        answer = law.ask("boards", {"province": province}, on="2021-04-15")
        (cited,) = answer.citations
        assert (answer.value, cited.instrument, cited.issuer, cited.to_dict()["issuer"]) == (value, NUMBER, issuer, issuer)
        assert cited.text("vi") == f"Điều 1 của {NUMBER} của {issuer}"
        (alone,) = law.versions(cited.text("vi"))
        assert alone.citation == cited
        assert law.versions(cited.text("en")) == law.versions(cited) == (alone,)
    assert cited.text("en") == f"article 1 of {NUMBER} of the People's Council of An Giang"
    assert (
        made(TWO, lang="en").ask("boards", {"province": "An Giang Province"}, on="2021-04-15").citations[0].issuer == "People's Council of An Giang"
    )


def test_an_instrument_whose_number_is_its_own_is_called_by_it() -> None:
    law = made(TWO.partition(f'văn bản {NUMBER} "B"')[0])
    (cited,) = law.ask("boards", {"province": "Đồng Nai"}, on="2021-04-15").citations
    assert (str(cited), cited.issuer) == (f"Điều 1 của {NUMBER}", FIRST)
    assert law.versions(f"Điều 1 của {NUMBER} của {FIRST}") == law.versions(str(cited)) != ()


def test_an_act_changes_the_instrument_that_it_names() -> None:
    law = made(TWO, PLAN)
    assert [boards(law, each, "2021-06-01") for each in ("Đồng Nai", "An Giang")] == [7, 5]
    assert [act.at.instrument for act in law.acts_on(f"Điều 1 của {NUMBER} của {FIRST}")] == [NUMBER, NAME]
    assert [act.at.instrument for act in law.acts_on(f"Điều 1 của {NUMBER} của {SECOND}")] == [NUMBER]
    whole = made(TWO, PLAN.replace("Sửa đổi Điều 1", "Bãi bỏ Điều 1").replace(' như sau: "Đồng Nai: được lập 7 ban."', "."))
    assert [boards(whole, each, "2021-06-01") for each in ("Đồng Nai", "An Giang")] == [None, 5]


def test_a_number_that_several_bear_does_not_tell_which() -> None:
    with pytest.raises(RuleErrors) as caught:
        made(TWO, PLAN.replace(f"{NUMBER} của {FIRST}", NUMBER))
    (said,) = caught.value.diagnostics
    assert (said.code, said.expected) == ("ER0410", (f"{NUMBER} của {FIRST}", f"{NUMBER} của {SECOND}"))
    with pytest.raises(FactErrors) as asked:
        made(TWO).versions(f"Điều 1 của {NUMBER}")
    assert [each.code for each in asked.value.diagnostics] == ["ER0410"]


def test_an_issuer_that_issued_no_such_number_is_unknown() -> None:
    third = WORDS.replace("bậc 5.\n  Tỉnh", "bậc 5.\n  Hội đồng nhân dân tỉnh Cà Mau | People's Council of Cà Mau: cơ quan; bậc 5.\n  Tỉnh")
    for instruments in (TWO, TWO.partition(f'văn bản {NUMBER} "B"')[0]):
        with pytest.raises(RuleErrors) as caught:
            load(text=third + instruments + PLAN.replace(FIRST, "Hội đồng nhân dân tỉnh Cà Mau"), base=None)
        assert [each.code for each in caught.value.diagnostics] == ["ER0401"]


def test_one_number_of_one_issuer_with_other_days_is_declared_twice() -> None:
    with pytest.raises(RuleErrors) as caught:
        made(TWO, TWO.replace("01/03/2021", "02/03/2021").replace("điều 1", "điều 2"))
    assert [each.code for each in caught.value.diagnostics] == ["ER0402"]


def test_an_instrument_without_a_number_is_cited_by_its_name() -> None:
    law = made(TWO, PLAN)
    cited = law.ask("boards", {"province": "Đồng Nai"}, on="2021-06-01").citations[0]
    assert cited.text("vi") == f'Điều 1 của {NUMBER} của {FIRST} được sửa đổi bởi Điều 1 của "{NAME}"'
    assert (cited.amended_by[0].instrument, cited.amended_by[0].issuer) == (NAME, SECOND)
    repealed = made(TWO, PLAN, f'\nđiều 2\n  Bãi bỏ văn bản "{NAME}" từ ngày 01/08/2021.\n')
    assert [act.kind for act in repealed.acts_on(f'"{NAME}"')] == ["write", "write", "repeal"]


def test_the_tree_and_its_json_keep_the_issuer() -> None:
    tree = made(TWO, PLAN).tree("boards", on="2021-06-01")
    read = Tree.from_dict(tree.to_dict())
    found, again = (each.ask({"province": "Đồng Nai"}) for each in (tree, read))
    assert (found.citations, found.citations[0].issuer) == (again.citations, again.citations[0].issuer)
    assert str(found.citations[0]) == str(again.citations[0])
    assert read.to_dict() == tree.to_dict()


def test_cases_name_the_instrument_that_they_mean() -> None:
    case = f"""
tình huống "a"
  Cho: tỉnh là An Giang; hỏi số ban vào ngày 01/08/2021; thì được 5 ban, theo Điều 1 của {NUMBER} của %s.
"""
    for issuer, ok in ((FIRST, False), (SECOND, True)):
        (result,) = made(TWO, case % issuer).test()
        assert result.ok is ok
        corpus = made(TWO).corpus
        (recorded,) = recorded_cases(recorded_text([result.case]), "")
        assert result.case.expected is not None
        assert recorded.expected is not None
        assert tuple(corpus.cited_as(each) for each in recorded.expected.under) == result.case.expected.under
    with pytest.raises(RuleErrors) as caught:
        made(TWO, case.replace(" của %s", ""))
    assert [each.code for each in caught.value.diagnostics] == ["ER0410"]


def test_translated_and_formatted_it_is_the_same() -> None:
    text = WORDS + TWO + PLAN + f'\nđiều 2\n  Bãi bỏ văn bản "{NAME}" từ ngày 01/08/2021.\n'
    english = translated(text, "en")
    assert f'instrument "{NAME}": issued by the People\'s Council of An Giang on 2021-04-01; in force from 2021-05-01.' in english.splitlines()
    assert f'  Repeal instrument "{NAME}" from 2021-08-01.' in english.splitlines()
    again = load(text=english, base=None)
    for day in ("2021-04-15", "2021-06-01", "2021-09-01"):
        for province in ("Đồng Nai", "An Giang"):
            mine, theirs = (law.ask("boards", {"province": province}, on=day) for law in (load(text=text, base=None), again))
            assert (mine.value, mine.citations) == (theirs.value, theirs.citations)
    assert translated(translated(english, "vi"), "en") == english


SUBMISSION = """ngôn ngữ: tiếng Việt

từ vựng
  Chính phủ | Government: cơ quan; bậc 2.
  Số ban | boards: kết luận; số nguyên từ 0 đến 99; đơn vị ban | board, boards; nói "được lập" | "sets up".

văn bản 1/2020/NĐ-CP "Về ban": do Chính phủ ban hành ngày 01/01/2020; có hiệu lực từ ngày 01/02/2020.

điều 1
  Được lập 10 ban.

văn bản 2/2021/NĐ-CP "Sửa đổi": do Chính phủ ban hành ngày 01/01/2021; có hiệu lực từ ngày 01/03/2021.

điều 1
  Sửa đổi Điều 1 của 1/2020/NĐ-CP như sau:
    Được lập 9 ban.

văn bản "Tờ trình về ban": của Chính phủ; không có hiệu lực; nói về luật có hiệu lực từ ngày 01/03/2021.

điều 1
  %s
"""


def test_a_submission_is_measured_and_lays_down_nothing() -> None:
    text = SUBMISSION % "Số ban giảm từ 10 % đến 15 % so với 1/2020/NĐ-CP khi chưa sửa đổi."
    law = load(text=text, base=None)
    (report,) = reductions(law)
    assert (report.ok, report.citation.instrument, str(report.citation)) == (True, "Tờ trình về ban", 'Điều 1 của "Tờ trình về ban"')
    assert [each.instrument.number for each in coverage(law).instruments] == ["1/2020/NĐ-CP", "2/2021/NĐ-CP"]
    assert translated(translated(text, "en"), "vi") == text
    with pytest.raises(RuleErrors) as caught:
        load(text=SUBMISSION % "Được lập 3 ban.", base=None)
    assert [each.code for each in caught.value.diagnostics] == ["ER0412"]
