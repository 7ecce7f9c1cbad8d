"""What a plan says, in each language; {name|one|many}: the form after a number."""

from __future__ import annotations

from ..values.wording import filled

WORDS = {
    "vi": {
        "body.National Assembly": "đại biểu Quốc hội",
        "body.people's council": "đại biểu Hội đồng nhân dân",
        "head": "Phương án chia {parts} địa bàn thành {count} đơn vị bầu cử, bầu {seats} {body}, ngày {on}.",
        "mean": "Bình quân {mean} dân cho một đại biểu ({total} dân : {seats}).",
        "none.gap": "Không có phương án: các quy tắc không nói một đơn vị bầu cử {body} được bầu bao nhiêu đại biểu vào ngày {on}.",
        "none.unread": "Không có phương án, vì chưa đọc được văn bản: bộ quy tắc không có luật của ngày {on} về đơn vị bầu cử {body}.",
        "none.unknown": "Không có phương án: một đơn vị bầu cử {body} được bầu bao nhiêu đại biểu còn tùy ở {missing}.",
        "none.conflict": "Không có phương án: các quy tắc trái nhau về số đại biểu được bầu ở một đơn vị bầu cử {body}.",
        "column.number": "số",
        "column.people": "dân",
        "column.seats": "đại biểu",
        "column.per": "dân/đại biểu",
        "column.deviation": "chênh",
        "column.parts": "gồm",
        "rounded": "Dân/đại biểu làm tròn đến một người, độ chênh đến 0,01 %; so sánh thì tính bằng phân số, không làm tròn.",
        "measure": "Độ chênh lớn nhất so với bình quân: {measure}; tổng bình phương các độ chênh: {squares}.",
        "choices": "Từng lựa chọn, và căn cứ:",
        "choice.sizes": "số đại biểu ở mỗi đơn vị bầu cử ({sizes}): {citations}",
        "choice.seats": "{seats} đại biểu và số dân của từng địa bàn: do người hỏi đưa ra",
        "choice.whole": "mỗi địa bàn nằm trọn trong một đơn vị bầu cử: của phương pháp",
        "choice.adjacent": "mỗi đơn vị bầu cử liền nhau, theo {pairs} cặp kề nhau mà người hỏi đưa ra",
        "choice.number": "{number} đơn vị bầu cử: do người hỏi đưa ra",
        "choice.free": "{number} đơn vị bầu cử: số nào cho phương án đều hơn thì lấy số ấy, của phương pháp",
        "choice.measure": "đều là: độ chênh lớn nhất nhỏ nhất, rồi tổng bình phương nhỏ nhất, rồi ít đơn vị bầu cử hơn: của phương pháp",
        "proved.complete": "Đã xét hết: không phương án nào đều hơn.",
        "proved.zero": "Mọi đơn vị bầu cử đúng bằng bình quân: không phương án nào đều hơn.",
        "proved.no": "Chưa chứng minh: tìm bằng cách dựng rồi cải thiện từng bước, có thể còn phương án đều hơn.",
        "tie.yes": "Có phương án khác cũng đều như vậy; địa bàn đông dân hơn, rồi tên đứng trước, được xếp vào đơn vị bầu cử trước.",
        "tie.no": "Không phương án nào khác đều như vậy.",
        "tie.open": "Chưa biết có phương án khác cũng đều như vậy hay không.",
        "findings": "Luật và phương án này:",
        "open": "Cùng điều ấy, luật nói mà không cho gì để tính:",
        "limits": "Giới hạn của phương pháp:",
        "limit.people": "Chỉ tính số dân, không tính đặc điểm địa phương, dân tộc, giao thông, nơi đóng quân hay ý kiến các cơ quan được hỏi.",
        "limit.whole": "Không chia nhỏ địa bàn nào: địa bàn quá đông dân thì độ chênh vẫn lớn; muốn đều hơn thì đưa vào các địa bàn nhỏ hơn.",
        "limit.adjacent": "Không xét địa bàn nào kề địa bàn nào: các địa bàn chung một đơn vị bầu cử có thể cách xa nhau.",
        "limit.pairs": "Kề nhau là theo các cặp được đưa ra; hình dạng, sông núi và đường đi không được xét.",
        "limit.deputies": "Đại biểu cho cả đơn vị hành chính và số dân là số đưa vào, không được kiểm tra.",
        "limit.heuristic": "Nhiều địa bàn quá nên không xét hết được; cách tìm không bảo đảm phương án đều nhất.",
        "limit.decides": "Phương án chỉ để so sánh: ấn định đơn vị bầu cử là việc của cơ quan có thẩm quyền.",
        "chart": "Số dân cho một đại biểu ở từng đơn vị bầu cử",
        "chart.mean": "bình quân {mean}",
        "chart.bar": "{per} ({deviation}), {seats} đại biểu",
        "chart.more": "… và {count} đơn vị bầu cử nữa, trong bảng.",
        "chart.label": "{number}. {parts}",
        "chart.seats": "{seats} đại biểu",
    },
    "en": {
        "body.National Assembly": "National Assembly",
        "body.people's council": "people's council",
        "head": "A plan that divides {parts|part|parts} into {count|constituency|constituencies} electing {seats|deputy|deputies} ({body}), on {on}.",
        "mean": "On average {mean} people per deputy ({total} ÷ {seats}).",
        "none.gap": "There is no plan: the rules do not say how many deputies a constituency ({body}) may elect on {on}.",
        "none.unread": "There is no plan, since a text has not been read: the rulebook holds no law of {on} on a constituency ({body}).",
        "none.unknown": "There is no plan: how many deputies a constituency ({body}) may elect hangs on {missing}.",
        "none.conflict": "There is no plan: the rules contradict each other on how many deputies a constituency ({body}) may elect.",
        "column.number": "no.",
        "column.people": "people",
        "column.seats": "deputies",
        "column.per": "people/deputy",
        "column.deviation": "deviation",
        "column.parts": "consists of",
        "rounded": "People per deputy are rounded to one person, deviations to 0.01 %; what is compared are fractions, never rounded.",
        "measure": "Largest deviation from the mean: {measure}; sum of the squares of the deviations: {squares}.",
        "choices": "Each choice, and by whom:",
        "choice.sizes": "deputies of a constituency ({sizes}): {citations}",
        "choice.seats": "{seats|deputy|deputies} and the people of each part: as given",
        "choice.whole": "each part lies wholly in one constituency: by the method",
        "choice.adjacent": "each constituency hangs together, by the {pairs|pair|pairs} of neighbours given",
        "choice.number": "{number|constituency|constituencies}: as given",
        "choice.free": "{number|constituency|constituencies}: whichever number is more even, by the method",
        "choice.measure": "even means: the largest deviation least, then the sum of squares least, then fewer constituencies: by the method",
        "proved.complete": "All were gone through: no plan is more even.",
        "proved.zero": "Every constituency is just at the mean: no plan is more even.",
        "proved.no": "Not proved: it was built and improved step by step; a more even plan may exist.",
        "tie.yes": "Other plans are as even; the part of more people, then the name that comes first, went into the earlier constituency.",
        "tie.no": "No other plan is as even.",
        "tie.open": "Whether other plans are as even is not known.",
        "findings": "The law on this plan:",
        "open": "The same articles say, with nothing to compute:",
        "limits": "Limits of the method:",
        "limit.people": "Only people are counted, not local features, ethnic groups, roads, garrisons or the views of the bodies consulted.",
        "limit.whole": "No part is divided: where one has too many people the deviation stays large; give smaller parts for a more even plan.",
        "limit.adjacent": "Which part lies next to which is not looked at: parts of one constituency may lie far from each other.",
        "limit.pairs": "Neighbours are the pairs given; shape, rivers, mountains and roads are not looked at.",
        "limit.deputies": "The deputies of the whole unit and the people of its parts are as given, and are not checked.",
        "limit.heuristic": "There are too many parts to go through all plans; the search does not warrant the most even one.",
        "limit.decides": "The plan is there to compare with: to fix constituencies is for the competent authority.",
        "chart": "People per deputy in each constituency",
        "chart.mean": "mean {mean}",
        "chart.bar": "{per} ({deviation}), {seats|deputy|deputies}",
        "chart.more": "… and {count|constituency|constituencies} more, in the table.",
        "chart.label": "{number}. {parts}",
        "chart.seats": "{seats|deputy|deputies}",
    },
}


def said(name: str, lang: str, /, **slots: object) -> str:
    """The wording *name* in *lang*."""
    return filled(WORDS[lang][name], slots)


def written_sizes(sizes: tuple[int, ...]) -> str:
    """Numbers of seats, runs of them as from – to."""
    runs: list[list[int]] = []
    for size in sizes:
        if runs and size == runs[-1][-1] + 1:
            runs[-1].append(size)
        else:
            runs.append([size])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs) or "–"
