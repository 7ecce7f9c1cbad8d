"""Short rule texts for tests: a vocabulary of made-up terms and a way to load a few provisions."""

from __future__ import annotations

from electrules.diagnostics.errors import RuleErrors
from electrules.pipeline import load
from electrules.rulebook import Rulebook

LANGUAGE = "ngôn ngữ: tiếng Việt\n"

VOCABULARY = """
từ vựng
  Loại | kind: một trong tỉnh | province; thành phố | city; xã | commune; phường | ward; thị trấn | township.
  Loại cấp trên | parent kind: như loại; nói "thuộc" | "of".
  Dân số | population: số nguyên từ 0 đến 10.000.000, đơn vị dân | inhabitant, inhabitants.
  Số thôn | villages: số nguyên từ 0 đến 1.000, đơn vị thôn | village, villages.
  Miền núi | mountainous: có hoặc không, nói "thuộc miền núi" | "is mountainous".
  Hải đảo | island: có hoặc không, nói "thuộc hải đảo" | "is an island".
  Số đại biểu | seats: kết luận, số nguyên từ 0 đến 500, đơn vị đại biểu | deputy, deputies, nói "được bầu" | "elects";
    không thì nói "không có Hội đồng" | "has no council".
  Số đại biểu được quyết định | decided seats: quyết định về số đại biểu.
  Số ban | boards: kết luận, số nguyên từ 0 đến 10, đơn vị ban | board, boards, nói "được lập" | "sets up".
  Nơi khó khăn | hard place: kết luận, có hoặc không, nói "là nơi khó khăn" | "is a hard place".
  Ngày bầu cử | election day: ngày được hỏi.
  Ngày niêm yết | day of posting: kết luận, ngày.
  Ngày khiếu nại | day of complaint: kết luận, ngày.
  Số thành viên | members: số nguyên từ 0 đến 1.000, đơn vị thành viên | member, members.
  Số nữ | women: số nguyên từ 0 đến 1.000, đơn vị thành viên | member, members.
  Số phó | deputies of the chair: số nguyên từ 0 đến 100, đơn vị phó | vice chair, vice chairs.
  Ủy ban bầu cử | election committee: tổ chức.
  Quốc hội | National Assembly: cơ quan; bậc 1.
  Chính phủ | Government: cơ quan; bậc 2.
"""


def header(number: str = "1/2020/QH14", issued: str = "01/02/2020", since: str = "01/03/2020", until: str = "", issuer: str = "Quốc hội") -> str:
    """The header of an instrument."""
    end = f"; hết hiệu lực từ ngày {until}" if until else ""
    return f'\nvăn bản {number} "Luật {number}": do {issuer} ban hành ngày {issued}; có hiệu lực từ ngày {since}{end}.\n'


def law(*texts: str, vocabulary: str = VOCABULARY) -> Rulebook:
    """The rulebook of *texts*, under the vocabulary of these tests."""
    return load(text=LANGUAGE + vocabulary + "".join(texts), base=None)


def wrong(*texts: str, vocabulary: str = VOCABULARY) -> list[str]:
    """The codes of what is wrong with *texts*, in order."""
    try:
        law(*texts, vocabulary=vocabulary)
    except RuleErrors as errors:
        return [each.code for each in errors.diagnostics]
    return []
