"""Coverage says of each article what the rules say of it: all, some, nothing and why, or that nobody has read it."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from click.testing import CliRunner

import electrules
from electrules.cli.app import app
from electrules.coverage import coverage
from electrules.coverage.page import coverage_page

TEXT = """ngôn ngữ: tiếng Việt

từ vựng
  Quốc hội | National Assembly: cơ quan; bậc 1.
  Ngày bầu cử | election day: ngày được hỏi.
  Công bố danh sách | publication of the list: sự kiện.
  Kiểm phiếu | count: sự kiện.

văn bản 1/2015/QH13 "Luật <thử>": do Quốc hội ban hành ngày 01/02/2015; có hiệu lực từ ngày 01/03/2015; gồm 5 điều:
  các điều 1, 2 và 3 không chia khoản;
  Điều 4 có 2 khoản.

điều 1
  Công bố danh sách chậm nhất là 20 ngày trước ngày bầu cử.

điều 2
  Kiểm phiếu ngay sau ngày công bố danh sách.
  Không mã hoá được: cách kiểm phiếu; lý do: là thủ tục.

điều 3
  Không mã hoá được: nguyên tắc; lý do: không có gì để tính.

văn bản 2/2020/QH14 "Luật sửa đổi": do Quốc hội ban hành ngày 01/02/2020; có hiệu lực từ ngày 01/03/2020.

điều 1
  Sửa đổi điều 1 của 1/2015/QH13 như sau: "Công bố danh sách chậm nhất là 16 ngày trước ngày bầu cử."

tình huống "Danh sách 2021"
  Hỏi công bố danh sách vào ngày 23/05/2021; thì được 07/05/2021.
"""


def test_every_article_is_in_one_state() -> None:
    found = coverage(electrules.load(text=TEXT, base=None))
    first, second = found.instruments
    assert [(each.article, each.state) for each in first.articles] == [
        ("1", "encoded"),
        ("2", "partly"),
        ("3", "not codable"),
        ("4", "missing"),
        ("5", "missing"),
    ]
    assert [(each.what, each.reason) for each in first.articles[1].uncoded] == [("cách kiểm phiếu", "là thủ tục")]
    assert first.articles[1].orders == 1
    assert [each.text("en") for each in first.articles[0].amended_by] == ["article 1 of 2/2020/QH14"]
    assert first.articles[0].cases == ("Danh sách 2021",)
    assert "sửa đổi bởi: Điều 1 của 2/2020/QH14" in found.text("vi") and "by: article 1 of 2/2020/QH14" in found.text("en")
    assert [(each.article, each.state, each.cases) for each in second.articles] == [("1", "unmeasured", ("Danh sách 2021",))]


def test_the_page_escapes_loads_nothing_and_has_a_row_for_each_article() -> None:
    class Reader(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.tags: list[tuple[str, dict[str, str | None]]] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.tags.append((tag, dict(attrs)))

    found = coverage(electrules.load(text=TEXT, base=None))
    for lang in ("vi", "en"):
        page = coverage_page(found, lang)
        reader = Reader()
        reader.feed(page)
        assert "<thử>" not in page and "&lt;thử&gt;" in page
        assert sum(tag == "tr" for tag, _ in reader.tags) == 5  # the two that are missing share a row
        assert not any("src" in attrs or "href" in attrs for _, attrs in reader.tags)


def test_the_command_speaks_both_languages_and_writes_files(tmp_path: Path) -> None:
    rules, page = tmp_path / "rules.luat", tmp_path / "coverage.html"
    rules.write_text(TEXT, encoding="utf-8")
    said = CliRunner().invoke(app, ["coverage", "1/2015/QH13", "--rules", str(rules), "--lang", "vi"])
    assert said.exit_code == 0 and "○ Điều 3: không mã hoá được" in said.output
    assert CliRunner().invoke(app, ["coverage", "--rules", str(rules), "-o", str(page)]).exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


SILENT = """ngôn ngữ: tiếng Việt

từ vựng
  Quốc hội | National Assembly: cơ quan; bậc 1.
  Loại | kind: một trong tỉnh | province; xã | commune; huyện | district.
  Số đại biểu | seats: kết luận; số nguyên từ 0 đến 500; đơn vị đại biểu | deputy, deputies; nói "được bầu" | "elects".
  Ngày bầu cử | election day: ngày được hỏi.
  Bầu lại | re-run: sự kiện.
  Công bố kết quả | publication of the result: sự kiện.

văn bản 1/2015/QH13 "Luật": do Quốc hội ban hành ngày 01/02/2015; có hiệu lực từ ngày 01/03/2015.

điều 1
  Tỉnh: được bầu 50 đại biểu.
  Luật không quy định số đại biểu khi loại là xã; lý do: để luật khác nói.

điều 2
  Chưa đọc được văn bản về số đại biểu khi loại là huyện; lý do: chưa có bản chép.

điều 3
  Bầu lại chậm nhất là 15 ngày sau ngày bầu cử.
  Chỉ sau bầu lại, Quốc hội phải công bố kết quả.
  Công bố kết quả chậm nhất là 10 ngày sau ngày bầu cử.
  Luật tự mâu thuẫn về công bố kết quả; lý do: bầu lại sau hạn công bố.

văn bản 2/2020/QH14 "Luật bãi bỏ": do Quốc hội ban hành ngày 01/02/2020; có hiệu lực từ ngày 01/03/2020.

điều 1
  Bãi bỏ điều 3 của 1/2015/QH13.
"""


def test_silence_text_not_read_contradiction_and_repeal_are_told_apart() -> None:
    found = coverage(electrules.load(text=SILENT, base=None))
    first, second, third = found.instruments[0].articles

    assert (first.state, first.silences) == ("unmeasured", ("để luật khác nói",))
    assert (second.state, second.unread, second.silences) == ("not read", ("chưa có bản chép",), ())
    assert (third.contradictions, [str(each) for each in third.repealed_by]) == (("bầu lại sau hạn công bố",), ["Điều 1 của 2/2020/QH14"])
    for lang, words in (
        ("vi", ("luật không quy định:", "chưa đọc được văn bản:", "luật tự mâu thuẫn:")),
        ("en", ("is silent:", "was not read:", "contradicts itself:")),
    ):
        assert all(each in found.text(lang) and each in coverage_page(found, lang) for each in words)


DIVIDED = """ngôn ngữ: tiếng Việt

từ vựng
  Quốc hội | National Assembly: cơ quan; bậc 1.
  Loại | kind: một trong tỉnh | province; xã | commune.
  Số đại biểu | seats: kết luận; số nguyên từ 0 đến 500; đơn vị đại biểu | deputy, deputies; nói "được bầu" | "elects".

văn bản 1/2015/QH13 "Luật": do Quốc hội ban hành ngày 01/02/2015; có hiệu lực từ ngày 01/03/2015; gồm 7 điều:
  các điều 1, 2, 3 và 4 có 2 khoản;
  Điều 5 không chia khoản;
  các khoản 1 và 2 Điều 1 có 2 điểm;
  khoản 1 Điều 2 có 3 điểm.

điều 1
  Tỉnh: được bầu 50 đại biểu.

điều 2 khoản 1
  Tỉnh: được bầu 50 đại biểu.

điều 2 khoản 1 điểm b
  Xã: được bầu 20 đại biểu.

điều 3 khoản 1
  Không mã hoá được: nguyên tắc; lý do: không có gì để tính.

điều 5 đoạn 2
  Tỉnh: được bầu 50 đại biểu.

điều 7
  Tỉnh: được bầu 50 đại biểu.
"""


def test_the_clauses_that_the_instrument_has_are_counted() -> None:
    (found,) = coverage(electrules.load(text=DIVIDED, base=None)).instruments
    said = [
        (
            each.article,
            each.state,
            each.held.count,
            [place.text("en") for place in each.held.missing],
            [place.text("en") for place in each.held.begun],
        )
        for each in found.articles
    ]
    law = "of 1/2015/QH13"
    assert said == [
        ("1", "encoded", 4, [], []),  # one heading for the whole
        ("2", "partly", 1, [f"point a clause 1 article 2 {law}", f"point c clause 1 article 2 {law}", f"clause 2 article 2 {law}"], []),
        ("3", "partly", 1, [f"clause 2 article 3 {law}"], []),
        ("4", "missing", 0, [f"clause 1 article 4 {law}", f"clause 2 article 4 {law}"], []),
        ("5", "partly", 0, [], [f"article 5 {law}"]),  # a paragraph of it only
        ("6", "missing", 0, [], []),
        ("7", "unmeasured", 0, [], []),  # into what it is divided is not known
    ]
    assert (found.clauses, found.unmeasured) == ((6, 13), 2)
    assert found.to_dict()["clauses"] == {"held": 6, "of": 13}
    assert [each.to_dict()["clauses"] for each in found.articles[-1:]] == [None]


def test_text_and_page_say_what_is_missing_in_both_languages() -> None:
    found = coverage(electrules.load(text=DIVIDED, base=None), ["1/2015/QH13"])
    assert found.text("vi").splitlines()[1:5] == [
        "  có 6 trong 13 khoản, điểm của văn bản; chưa rõ 2 điều gồm những khoản nào",
        "  ● Điều 1: đã mã hoá",
        "  ◐ Điều 2: mã hoá một phần",
        "      chưa có: điểm a khoản 1, điểm c khoản 1, khoản 2",
    ]
    assert found.text("en").splitlines()[1:5] == [
        "  6 of the 13 clauses and points that it has; which clauses 2 articles of it have is not known",
        "  ● Article 1: encoded",
        "  ◐ Article 2: partly encoded",
        "      not in these rules: point a clause 1, point c clause 1, clause 2",
    ]
    for lang in ("vi", "en"):
        assert all(line.strip(" ●◐◍○?·") in coverage_page(found, lang) for line in found.text(lang).splitlines()[1:2])


def test_every_shipped_article_of_known_contents_says_what_is_missing(law: electrules.Rulebook) -> None:
    for instrument in coverage(law).instruments:
        for article in instrument.articles:
            place = (instrument.instrument.number, article.article)
            assert article.state != "encoded" or (article.held.known and not article.held.missing), place
            assert article.state not in ("not codable", "not read") or article.uncoded or article.unread, place
            assert instrument.instrument.contents or article.state != "missing", place
