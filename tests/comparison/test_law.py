"""What the amendments of the law that ships changed."""

from __future__ import annotations

import itertools
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest

from electrules.comparison import compare, reductions
from electrules.diagnostics.errors import FactErrors

CUT = ("2016-05-22", "2021-05-23")
PROVINCE = {"kind": "province", "mountainous": False, "highland": False}


def test_an_giang_was_cut_by_six(law) -> None:
    (row,) = compare(law, law, "seats", {**PROVINCE, "population": 1_904_532}, on=CUT).rows
    assert (row.before.value, row.after.value, row.difference, row.share) == (68, 62, -6, Fraction(-6, 68))
    assert row.when == {}
    assert (row.before.status, [str(each.instrument) for each in row.after.citations[0].amended_by]) == ("unconfirmed", ["47/2019/QH14"])


def test_intervals_are_exact_and_lie_side_by_side(law) -> None:
    rows = compare(law, law, "seats", PROVINCE, on=CUT, all=True).rows
    ends = [row.when["population"] for row in rows]
    assert ends[0][0] == 0 and ends[-1][1] == 20_000_000
    assert all(high + 1 == low for (_, high), (low, _) in itertools.pairwise(ends))
    said = [(row.before.value, row.after.value) for row in rows]
    assert all(a != b for a, b in itertools.pairwise(said))
    for row in rows[::5]:
        for people in row.when["population"]:
            facts = {**PROVINCE, "population": people}
            assert row.before == law.ask("seats", facts, on=CUT[0])
            assert row.after == law.ask("seats", facts, on=CUT[1])


def test_rows_without_difference_are_left_out(law) -> None:
    found = compare(law, law, "seats", PROVINCE, on=CUT)
    assert found.rows and all(row.difference for row in found.rows)
    assert not compare(law, law, "seats", {**PROVINCE, "population": 900_000}, on=CUT).rows


def test_everything_open_is_compared_at_once(law) -> None:
    rows = compare(law, law, "seats", on=CUT).rows
    assert {row.when["kind"] for row in rows} >= {"province", "commune", "ward", "rural district"}
    assert all(not isinstance(value, frozenset) or len(value) > 12 for row in rows for value in row.when.values())


def test_a_decision_that_is_awaited_is_no_row_for_each_number(law) -> None:
    rows = compare(
        law,
        law,
        "seats",
        {"kind": "rural district", "mountainous": False, "highland": False, "island": False, "commune-level units": 31},
        on=CUT,
        all=True,
    ).rows
    assert [row.before.outcome for row in rows] == ["unknown"]
    assert rows[0].before.awaits and rows[0].after.awaits


def test_bad_facts_are_refused(law) -> None:
    with pytest.raises(FactErrors):
        compare(law, law, "seats", {"popolation": 3}, on=CUT)
    with pytest.raises(FactErrors):
        compare(law, law, "seats", {}, on=None)


EXTREMES = [
    ({"kind": "commune", "mountainous": True}, (20, 15), ((1001, 1999),)),
    ({"kind": "ward"}, (29, 23), ((24_000, 24_999),)),
    ({"kind": "province", "mountainous": True}, (83, 69), ((1_490_000, 1_499_999),)),
    ({"kind": "province", "mountainous": False, "highland": False}, (93, 80), ((3_150_000, 3_169_999),)),
    ({"kind": "urban district"}, (39, 34), ((170_000, 174_999),)),
    ({"kind": "town"}, (40, 35), None),
    ({"kind": "rural district", "mountainous": True}, (40, 35), None),
]


@pytest.fixture(scope="module")
def report(law):
    (found,) = reductions(law)
    return found


@pytest.mark.parametrize(("when", "seats", "where"), EXTREMES, ids=[" ".join(map(str, each[0].values())) for each in EXTREMES])
def test_the_largest_cut_of_each_kind_of_unit(report, when, seats, where) -> None:
    (measured,) = [each for each in report.measured if any(when.items() <= way.items() for way in each.whens)]
    most = measured.most
    assert (most.before, most.after) == seats
    if where is not None:
        assert measured.intervals(most.share) == where


def test_ten_to_fifteen_percent_is_measured_and_does_not_hold(report) -> None:
    assert (report.least, report.most, report.ok) == (Fraction(1, 10), Fraction(3, 20), False)
    (ward,) = [each for each in report.measured if each.when.get("kind") == "ward"]
    assert (ward.holds, ward.above, ward.below) == (((55_000, 20_000_000),), ((0, 54_999),), ())
    (commune,) = [each for each in report.measured if each.when.get("kind") == "commune" and any(way.get("mountainous") for way in each.whens)]
    assert commune.open == ((1000, 1000), (2000, 2000))
    cuts = [cut.share for each in report.measured for cut in each.cuts]
    assert (min(cuts), max(cuts)) == (0, Fraction(1, 4))


def test_a_report_is_a_table_in_both_languages(report) -> None:
    assert "25 % (20 → 15: 1.001 – 1.999)" in report.text("vi")
    assert "20.69 % (29 → 23: 24,000 – 24,999)" in report.text("en")
    assert report.to_dict()["declared"] == ["1/10", "3/20"]


def test_a_comparison_is_a_table_in_both_languages(law) -> None:
    found = compare(law, law, "seats", PROVINCE, on=CUT)
    lines = {lang: [line.split() for line in found.text(lang).splitlines()] for lang in ("vi", "en")}
    assert ["3.150.000", "–", "3.169.999", "93", "80", "−13", "−13,98", "%"] in lines["vi"]
    assert ["3,150,000", "–", "3,169,999", "93", "80", "−13", "−13.98", "%"] in lines["en"]
    made = found.to_dict()
    assert made["on"] == ["2016-05-22", "2021-05-23"]
    assert made["rows"][0]["when"] == {"population": [1_050_000, 1_069_999]}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("facts", [PROVINCE, {"kind": "commune"}, {"kind": "ward"}, {**PROVINCE, "population": 900_000}, {}])
def test_a_chart_is_well_formed(law, facts, lang) -> None:
    picture = ET.fromstring(compare(law, law, "seats", facts, on=CUT).svg(lang))
    assert picture.tag.endswith("svg")
    paths = [each for each in picture.iter() if each.tag.endswith("path")]
    assert bool(paths) is ("population" not in facts)
    assert "href" not in ET.tostring(picture, encoding="unicode")
