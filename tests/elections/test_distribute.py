"""`distribute` at its door: what it takes, what it refuses and in which words, ties, tables, languages."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from electrules import FactErrors
from electrules.elections import Distribution, distribute
from electrules.evaluate.distribute import roundest
from electrules.limits import MAGNITUDE
from electrules.tree.nodes import Distribute

LR = "largest remainder"
PROVINCES = {"Hà Nội": 100, "Hải Phòng": 80, "Huế": 30}


def codes(*given, **more):
    with pytest.raises(FactErrors) as raised:
        distribute(*given, **more)
    for lang in ("vi", "en"):
        assert all("…" not in said.message(lang) for said in raised.value.diagnostics)
    return [said.code for said in raised.value.diagnostics]


def test_what_it_gives():
    made = distribute(8, PROVINCES, method="d'hondt")
    assert isinstance(made, Distribution) and isinstance(made.node, Distribute)
    assert made.seats == {"Hà Nội": 4, "Hải Phòng": 3, "Huế": 1} and list(made.seats) == list(PROVINCES)
    assert (made.tie, made.method, made.divisor, made.quota) == (None, "d'hondt", 21, None)
    assert pickle.loads(pickle.dumps(made)).seats == made.seats


def test_a_tie_is_reported_and_its_seats_are_in_nobodys_number():
    made = distribute(4, {"A": 5, "B": 5, "C": 5}, method=LR)
    assert (made.seats, made.tie) == ({"A": 1, "B": 1, "C": 1}, (("A", "B", "C"), 1))
    assert "in nobody's number" in made.text("en") and "chưa thuộc về ai" in made.text("vi")


@pytest.mark.parametrize(
    ("tie", "seats", "left"),
    [
        ("larger", {"A": 2, "B": 2, "C": 1}, (("A", "B"), 1)),
        ("order", {"A": 3, "B": 2, "C": 1}, None),
        (["C"], {"A": 2, "B": 2, "C": 2}, None),
        (("B", "C", "A"), {"A": 2, "B": 3, "C": 1}, None),
        (["a"], {"A": 3, "B": 2, "C": 1}, None),
    ],
)
def test_tie_rules(tie, seats, left):
    """D'Hondt: 60 : 3 = 60 : 3 = 40 : 2."""
    made = distribute(6, {"A": 60, "B": 60, "C": 40}, method="d'hondt", tie=tie)
    assert (made.seats, made.tie) == (seats, left)


def test_a_tie_drawn_in_part_leaves_the_rest_tied():
    made = distribute(2, dict.fromkeys("ABCD", 1), method=LR, tie=["C"])
    assert (made.seats, made.tie) == ({"A": 0, "B": 0, "C": 1, "D": 0}, (("A", "B", "D"), 1))
    assert distribute(2, dict.fromkeys("ABCD", 1), method=LR, tie=["C", "A", "B"]).seats == {"A": 1, "B": 0, "C": 1, "D": 0}
    assert distribute(2, dict.fromkeys("ABCD", 1), method=LR, tie=[]).tie == (("A", "B", "C", "D"), 2)


@pytest.mark.parametrize(("reading", "seats"), [("minimum", [5, 2, 2, 1]), ("base", [5, 2, 2, 1]), ("raise", [6, 2, 1, 1])])
def test_the_readings_of_a_floor_differ(reading, seats):
    """Quotas of the whole 5.7, 2.5, 1.6 and 0.2; of nine seats without the last 5.23, 2.30 and 1.47; of nine with it 5.13, 2.25, 1.44 and 0.18."""
    made = distribute(10, {"A": 57, "B": 25, "C": 16, "D": 2}, method=LR, floor={"D": 1}, floor_reading=reading)
    assert list(made.seats.values()) == seats


def test_a_floor_as_a_bound_is_not_a_floor_given_first():
    seats = [
        list(distribute(20, {"A": 700, "B": 200, "C": 100}, method=LR, floor=3, floor_reading=each).seats.values()) for each in ("minimum", "base")
    ]
    assert seats == [[13, 4, 3], [11, 5, 4]]


def test_who_is_held_at_the_cap_takes_no_part_in_the_fractions():
    """Four seats over a weight of 18: the first would have 1.78, the others 0.44 and 3.56."""
    assert distribute(5, {"A": 8, "B": 2, "C": 16}, method=LR, cap={"A": 1}).seats == {"A": 1, "B": 0, "C": 4}


def test_first_seats_by_weight_where_there_are_fewer_than_units():
    for method in ("huntington-hill", "adams", "dean"):
        made = distribute(2, {"A": 5, "B": 7, "C": 6, "D": 0}, method=method)
        assert (made.seats, made.tie, made.divisor) == ({"A": 0, "B": 1, "C": 1, "D": 0}, None, None)
        assert "larger weights go first" in made.text("en")
        assert distribute(2, {"A": 5, "B": 7, "C": 5}, method=method, tie="larger").tie == (("A", "C"), 1)


def test_nothing_of_weight_zero():
    made = distribute(5, {"A": 0, "B": 3}, method="adams", floor={"A": 2}, floor_reading="minimum")
    assert made.seats == {"A": 2, "B": 3}
    assert distribute(3, {"A": 0, "B": 0}, method=LR, floor={"A": 1, "B": 2}, floor_reading="base").seats == {"A": 1, "B": 2}


def test_exact_far_beyond_binary_floats():
    big = 2**200
    for method in (LR, "sainte-laguë", "huntington-hill"):
        assert distribute(3, {"A": big, "B": big + 1}, method=method).seats == {"A": 1, "B": 2}
        assert distribute(3, {"A": big, "B": big}, method=method).tie == (("A", "B"), 1)
    made = distribute(10**30 + 1, {"A": 1, "B": 1, "C": Fraction(10**20, 10**20 + 1)}, method="dean")
    assert sum(made.seats.values()) + (made.tie[1] if made.tie else 0) == 10**30 + 1


def test_fractions_and_decimals_are_exact():
    made = distribute(3, {"A": Fraction(1, 3), "B": Decimal("0.1"), "C": 1}, method=LR)
    assert made.seats == distribute(3, {"A": 10, "B": 3, "C": 30}, method=LR).seats
    assert made.quota == Fraction(43, 90) and "30" in made.text("en")


# ----------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("weight", "code"),
    [
        (1.0, "ER0603"), (0.5, "ER0603"), (float("nan"), "ER0602"), (float("inf"), "ER0602"), (True, "ER0604"), ("5", "ER0602"), (None, "ER0602"),
        (-1, "ER0605"), (Fraction(-1, 2), "ER0605"), (Decimal("NaN"), "ER0605"), (MAGNITUDE, "ER0605"), ([1], "ER0602"),
    ],
)  # fmt: skip
def test_weights_that_are_no_exact_numbers(weight, code):
    assert codes(3, {"A": 5, "B": weight}, method=LR) == [code]


@pytest.mark.parametrize(
    ("seats", "code"),
    [(-1, "ER0605"), (2.0, "ER0603"), (True, "ER0604"), ("3", "ER0602"), (None, "ER0602"), (Fraction(1, 2), "ER0605"), (MAGNITUDE, "ER0605")],
)
def test_seats_that_are_no_count(seats, code):
    assert codes(seats, {"A": 5}, method=LR) == [code]
    if seats is not None:
        assert codes(3, {"A": 5}, method=LR, cap=seats) == codes(3, {"A": 5}, method=LR, floor=seats, floor_reading="base") == [code]
    assert codes(3, {"A": 5}, method=LR, floor={"A": seats}, floor_reading="base") == [code]


@pytest.mark.parametrize(
    ("given", "more", "code"),
    [
        ((5, {}), {}, "ER0619"),
        ((0, {}), {}, "ER0619"),
        ((5, {"A": 0}), {}, "ER0619"),
        ((5, {"A": 0, "B": 0}), {"floor": 2, "floor_reading": "base"}, "ER0619"),
        ((5, {"A": Fraction(1, 2**255 - 19), "B": Fraction(1, 2**255 - 21)}), {}, "ER0619"),
        ((5, {"A": 1, "B": 1}), {"floor": 3, "floor_reading": "minimum"}, "ER0617"),
        ((5, {"A": 1, "B": 1}), {"floor": {"A": 6}, "floor_reading": "base"}, "ER0617"),
        ((10, {"A": 70, "B": 30, "C": 0, "D": 0}), {"floor": {"C": 1, "D": 1}, "floor_reading": "raise"}, "ER0617"),
        ((5, {"A": 1, "B": 1}), {"cap": 2}, "ER0618"),
        ((5, {"A": 1, "B": 0}), {"cap": {"A": 4}}, "ER0618"),
        ((5, {"A": 1, "B": 1}), {"cap": {"A": 1}, "floor": 2, "floor_reading": "minimum"}, "ER0618"),
        ((5, {"A": 1}), {"floor": 1}, "ER0616"),
        ((5, {"A": 1}), {"floor": 0}, "ER0616"),
        ((5, {"A": 1}), {"floor": 1, "floor_reading": "at least"}, "ER0616"),
        ((5, {"A": 1}), {"floor": 1, "floor_reading": "raise", "cap": 5}, "ER0616"),
        ((5, {"A": 1}), {"floor": 1, "floor_reading": "raise", "method": "adams"}, "ER0616"),
        ((5, {"A": 1}), {"method": "hare"}, "ER0616"),
        ((5, {"A": 1}), {"method": None}, "ER0616"),
        ((5, {"A": 1}), {"tie": "luck"}, "ER0616"),
        ((5, {"A": 1}), {"tie": 3}, "ER0616"),
        ((5, {"A": 1}), {"tie": ["B"]}, "ER0615"),
        ((5, {"A": 1}), {"tie": [3]}, "ER0615"),
        ((5, {"A": 1}), {"tie": ["A", "a"]}, "ER0614"),
        ((5, {"A": 1}), {"floor": {"B": 1}, "floor_reading": "base"}, "ER0615"),
        ((5, {"A": 1}), {"cap": {"a": 5, "A": 5}}, "ER0614"),
        ((5, {"A": 1, "a ": 1}), {}, "ER0614"),
        ((5, {"Hòa": 1, "Hoà": 1}), {}, "ER0614"),
        ((5, {" ": 1}), {}, "ER0614"),
        ((5, {3: 1}), {}, "ER0602"),
        ((5, [("A", 1)]), {}, "ER0602"),
        ((5, None), {}, "ER0602"),
    ],
)  # fmt: skip
def test_what_is_refused(given, more, code):
    assert codes(*given, **{"method": LR, **more}) == [code]


def test_all_that_is_wrong_is_said_at_once():
    found = codes(-1, {"A": 1.5, "B": True}, method="hare", floor={"C": 1}, tie="luck")
    assert sorted(found) == ["ER0603", "ER0604", "ER0605", "ER0615", "ER0616", "ER0616", "ER0616"]


def test_errors_speak_the_language_asked_for_and_suggest():
    with pytest.raises(FactErrors) as raised:
        distribute(5, PROVINCES, method=LR, floor={"Hà Nôi": 1}, floor_reading="base", lang="en")
    (said,) = raised.value.diagnostics
    assert said.suggestion == "Hà Nội" and "is no unit" in str(raised.value)
    with pytest.raises(FactErrors, match="Mức sàn cần 9 ghế, chỉ có 5"):
        distribute(5, PROVINCES, method=LR, floor=3, floor_reading="base")


def test_names_in_any_normal_form():
    loose = {unicodedata.normalize("NFD", name): weight for name, weight in PROVINCES.items()}
    made = distribute(8, loose, method="SAINTE-LAGUE", floor={"hà nội": 6}, floor_reading="minimum", tie=["HUẾ"])
    assert list(made.seats) == list(loose) and made.seats[unicodedata.normalize("NFD", "Hà Nội")] == 6
    assert codes(8, {**PROVINCES, **loose}, method=LR) == ["ER0614"] * 3


junk = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3) | st.fractions() | st.decimals() | st.lists(st.text(max_size=2), max_size=2) | st.dictionaries(st.text(max_size=2), st.integers() | st.floats(), max_size=3)  # fmt: skip


@given(
    seats=junk,
    weights=junk,
    method=junk | st.sampled_from([LR, "dean"]),
    floor=junk,
    reading=junk | st.just("base"),
    cap=junk,
    tie=junk,
    lang=st.sampled_from(["vi", "en"]),
)
@settings(max_examples=200, deadline=None)
def test_nothing_else_escapes(seats, weights, method, floor, reading, cap, tie, lang):
    try:
        made = distribute(seats, weights, method=method, floor=floor, floor_reading=reading, cap=cap, tie=tie, lang=lang)
    except FactErrors as errors:
        said = str(errors)
    else:
        said = made.text(lang) + json.dumps(made.to_dict())
    assert said


# ------------------------------------------------------------------ the table


TABLE = """\
8 seats over 3 units by largest remainder.
The floors are given first (3 seats); the other 5 are shared out by whole weights, counted from 0.
Quotient of each unit: weight × 5 ÷ 210.
Each first has the whole part (within its floor and cap), then the largest remainders have one more.
unit       weight  whole  remainder  floor  seats
Hà Nội        100      2         80      1      3
Hải Phòng      80      1        190      1      3
Huế            30      0        150      1      2
In all: 8 seats."""


def test_the_table_of_largest_remainder():
    assert distribute(8, PROVINCES, method=LR, floor=1, floor_reading="base").text("en") == TABLE


TABLE_TIED = """\
6 ghế chia cho 3 đơn vị theo phương pháp Huntington–Hill.
Thương của mỗi đơn vị: trọng số : 17,3205, đúng chỗ các đơn vị có dấu * bằng nhau.
Số ghế là phần nguyên; thương lớn hơn ranh giới thì thêm một; trong giới hạn của sàn và trần.
đơn vị  trọng số  thương  ranh giới  trần  ghế  *
Bắc           60  3,4641     3,4641     –    3  *
Nam           60  3,4641     3,4641     –    3  *
Đảo           20  1,1547     1,4142     1    1
Cộng: 7 ghế.
Bằng nhau: Bắc và Nam; 1 ghế chưa thuộc về ai."""


def test_the_table_of_a_tie():
    made = distribute(8, {"Bắc": 60, "Nam": 60, "Đảo": 20}, method="huntington-hill", cap={"Đảo": 1})
    assert made.text() == TABLE_TIED.replace("6 ghế chia", "8 ghế chia") and made.divisor is None
    assert str(made) == made.text("vi")


def test_quotients_are_told_apart_by_as_many_decimals_as_it_takes():
    made = distribute(2, {"A": 3_000_000_001, "B": 1_000_000_000}, method="sainte-laguë")
    assert made.seats == {"A": 2, "B": 0}
    a, b = (next(line for line in made.text("en").splitlines() if line.startswith(name)).split()[2:4] for name in "AB")
    assert a[0] > a[1] and a[1].startswith("1.50000000") and b[0] < b[1]


def test_a_divisor_is_never_an_end_of_what_will_do():
    assert [roundest(Fraction(low), high and Fraction(high), power) for low, high, power in ((1, 2, 1), (1, 4, 2), (0, 1, 1), (19, 21, 1), (7, None, 1))] == [
        Fraction(11, 10), Fraction(11, 10), Fraction(1, 10), 20, 10,
    ]  # fmt: skip


def test_json():
    made = distribute(4, {"A": 5, "B": 5, "C": Fraction(1, 3)}, method=LR, floor={"C": 1}, floor_reading="base", cap=9, tie="larger")
    data = json.loads(json.dumps(made.to_dict()))
    assert data["tie"] == {"names": ["A", "B"], "open": 1} and data["tie_rule"] == "larger" and data["floor_reading"] == "base"
    assert data["units"][2] == {"name": "C", "weight": "1/3", "floor": 1, "cap": 9, "seats": 1}
    assert (data["seats"], data["distributed"], data["quota"], data["divisor"]) == (4, 3, "31/9", None)


def test_importing_it_reads_no_parser():
    program = "import sys; from electrules.elections import distribute; distribute(3, {'A': 1, 'B': 2}, method='dean').text(); sys.exit('lark' in sys.modules or 'click' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
