"""A printer of its own: the text of a description in either language, simple and never the product's."""

from __future__ import annotations

from datetime import date

from . import description as d

EN, VI = "en", "vi"
WEEKDAYS = (
    ("Monday", "thứ hai"),
    ("Tuesday", "thứ ba"),
    ("Wednesday", "thứ tư"),
    ("Thursday", "thứ năm"),
    ("Friday", "thứ sáu"),
    ("Saturday", "thứ bảy"),
    ("Sunday", "chủ nhật"),
)


def written(of: d.Description, lang: str = EN) -> tuple[str, ...]:
    """The rule files of a description in one language."""
    return _Writer(of, lang).files()


class _Writer:
    def __init__(self, of: d.Description, lang: str) -> None:
        self.of, self.en = of, lang == EN
        self.terms = {each.id: each for each in of.terms}

    def files(self) -> tuple[str, ...]:
        head = "language: English\n" if self.en else "ngôn ngữ: tiếng Việt\n"
        words, law = self.vocabulary(self.of.terms), [self.instrument(each) for each in self.of.instruments]
        count = self.of.files
        if count == 1:
            return ("\n".join((head, words, *law)),)
        if count == 2:
            return (f"{head}\n{words}", "\n".join((head, *law)))
        half = (len(self.of.terms) + 1) // 2
        first, second = self.vocabulary(self.of.terms[:half]), self.vocabulary(self.of.terms[half:])
        return ("\n".join((head, first, law[0])), "\n".join((head, second, *law[1:])))

    # ---------------------------------------------------------- vocabulary

    def vocabulary(self, terms: tuple[d.Term, ...]) -> str:
        return "\n".join(("vocabulary" if self.en else "từ vựng", *(f"  {self.declared(each)}." for each in terms), ""))

    def declared(self, term: d.Term) -> str:
        return f"{term.vi} | {term.id}: {self.form(term)}"

    def form(self, t: d.Term) -> str:
        say = (lambda en, vi: en) if self.en else (lambda en, vi: vi)
        concluded = say("conclusion; ", "kết luận; ") if t.concluded else ""
        unit = f"; {say('unit', 'đơn vị')} {t.unit_vi} | {t.unit}, {plural(t.unit)}" if t.unit else ""
        says = f"; {say('says', 'nói')} “{t.says_vi}” | “{t.says}”".replace("“", '"').replace("”", '"') if t.says else ""
        nothing = f'; {say("otherwise says", "không thì nói")} "{t.nothing_vi}" | "{t.nothing}"' if t.nothing else ""
        match t.kind:
            case "authority":
                return f"{say('authority; rank', 'cơ quan; bậc')} {t.rank}"
            case "list":
                members = "; ".join(f"{each.vi} | {each.id}{self.days(each)}" for each in t.members)
                return concluded + say("one of ", "một trong ") + members + says
            case "flag":
                return concluded + say("yes or no", "có hoặc không") + says + nothing
            case "number":
                return concluded + say(f"whole number from {t.least} to {t.most}", f"số nguyên từ {t.least} đến {t.most}") + unit + says + nothing
            case "decision":
                return say(f"decision on {t.of}", f"quyết định về {self.terms[t.of].vi.lower()}")
            case "day asked":
                return say("day asked", "ngày được hỏi")
            case "day":
                return say("day", "ngày")
            case "body":
                return say("body", "tổ chức")
            case "event":
                return say("event", "sự kiện")
            case "actual day":
                return say(f"actual day of {t.of}", f"ngày thực hiện {self.terms[t.of].vi.lower()}")
            case _:
                raise AssertionError(t)

    def days(self, member: d.Member) -> str:
        since = f", {'since' if self.en else 'có từ ngày'} {self.day(member.since)}" if member.since else ""
        until = f", {'until before' if self.en else 'có đến trước ngày'} {self.day(member.until)}" if member.until else ""
        return since + until

    # ---------------------------------------------------------- instruments

    def instrument(self, i: d.Instrument) -> str:
        issuer = i.issuer if self.en else self.terms[i.issuer].vi
        if self.en:
            until = f"; no longer in force from {i.until}" if i.until else ""
            head = f'instrument {i.number} "Text {i.number}": issued by the {issuer} on {i.issued}; in force from {i.since}{until}.'
        else:
            until = f"; hết hiệu lực từ {self.dated(i.until)}" if i.until else ""
            head = f'văn bản {i.number} "Text {i.number}": do {issuer} ban hành {self.dated(i.issued)}; có hiệu lực từ {self.dated(i.since)}{until}.'
        return "\n".join((head, "", *(self.provision(each) for each in i.provisions)))

    def provision(self, p: d.Provision) -> str:
        article, clause, point = ("article", "clause", "point") if self.en else ("điều", "khoản", "điểm")
        head = f"{article} {p.place.article}"
        head += f" {clause} {p.place.clause}" if p.place.clause else ""
        head += f" {point} {p.place.point}" if p.place.point else ""
        return "\n".join((head, *(f"  {self.sentence(each)}" for each in p.statements), ""))

    def sentence(self, statement: d.Statement) -> str:
        text = self.statement(statement)
        return f"{text[0].upper()}{text[1:]}."

    def statement(self, s: d.Statement) -> str:
        say = (lambda en, vi: en) if self.en else (lambda en, vi: vi)
        match s:
            case d.Table():
                return self.table(s)
            case d.Means(term, when, who) if who:
                if self.en:
                    return f"any {who} who {self.condition(when)} {self.yes(term)}"
                return f"{self.terms[who].vi} nào {self.condition(when)} thì {self.yes(term)}"
            case d.Means(term, when):
                return f"{self.yes(term)} {say('means', 'nghĩa là')} {self.condition(when)}"
            case d.OnlyIf(term, when):
                return f"{self.yes(term)} {say('only if', 'chỉ khi')} {self.condition(when)}"
            case d.Exempts(of, table):
                return f"{say('exception to', 'ngoại lệ của')} {self.places(of)}: {self.table(table)}"
            case d.Blocks(places, when):
                return f"{say('do not apply', 'không áp dụng')} {self.places(places)} {say('when', 'khi')} {self.condition(when)}"
            case d.Prefers(over, under):
                return say(
                    f"apply {self.place(over)} in preference to {self.place(under)}", f"ưu tiên áp dụng {self.place(over)} so với {self.place(under)}"
                )
            case d.Principle("rank"):
                return say("an instrument of higher rank prevails", "văn bản có bậc cao hơn được ưu tiên áp dụng")
            case d.Principle():
                return say("a later instrument of the same issuer prevails", "văn bản ban hành sau của cùng cơ quan được ưu tiên áp dụng")
            case d.Always(holds, subject):
                begin = f"{self.members(subject)}: " if subject else ""
                return f"{begin}{say('always', 'luôn')} {self.condition(holds)}"
            case d.Silent(term, kind, when):
                name = self.name(term)
                begin = (
                    say(f"the law is silent on {name}", f"luật không quy định {name}")
                    if kind == "meant"
                    else say(f"the text could not be read on {name}", f"chưa đọc được văn bản về {name}")
                )
                condition = f" {say('when', 'khi')} {self.condition(when)}" if when else ""
                return f"{begin}{condition}; {say('reason: so it was drawn', 'lý do: đặt ra như vậy')}"
            case d.Deadline():
                return self.deadline(s)
            case d.Convention(kind):
                return {
                    "in": say("periods in this instrument count the day they are counted from", "thời hạn trong văn bản này tính cả ngày mốc"),
                    "out": say(
                        "periods in this instrument leave out the day they are counted from", "thời hạn trong văn bản này không tính ngày mốc"
                    ),
                    "next": say(
                        "a last day that is a day off moves to the next working day",
                        "ngày cuối cùng của thời hạn trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo",
                    ),
                    "stay": say("a last day that is a day off stays", "ngày cuối cùng của thời hạn trùng ngày nghỉ thì giữ nguyên"),
                }[kind]
            case d.Rest(days):
                names = [WEEKDAYS[each - 1][0 if self.en else 1] for each in days]
                return say("weekly rest on ", "nghỉ hằng tuần vào ") + say(" and ", " và ").join(names)
            case d.DaysOff(first, last, off, worked):
                days = [self.dated(each) for each in off] + [say("working instead on ", "làm việc bù ") + self.dated(each) for each in worked]
                begin = say(f"days off from {first} to the end of {last}: ", f"ngày nghỉ từ {self.dated(first)} đến hết {self.dated(last)}: ")
                return begin + "; ".join(days)
            case d.Has(body, range_):
                return say(f"the {body} has {self.range(range_)}", f"{self.name(body)} có {self.range(range_)}")
            case d.Must(_, range_, force, _, only):
                if only:
                    return f"{self.head(s)}{say('may only', 'chỉ được')} {self.yes(range_.term)} {self.counted(range_.most, self.terms[range_.term].unit)}"
                verb = say(f"{force} be", "phải" if force == "must" else "nên")
                return f"{self.head(s)}{self.name(range_.term)} {verb} {self.range(range_)}"
            case d.OnlyThese(_, term, members):
                names = say(" and ", " và ").join(self.member(term, each) for each in members)
                return f"{self.head(s)}{say('may only', 'chỉ được')} {self.yes(term)} {names}"
            case d.Ensures(body, part, whole, over, under, force):
                verb = say("ensure", "bảo đảm") if force == "must" else say("aim for", "phấn đấu")
                share = say(
                    f"at least {over}/{under} of all {whole} are {part}", f"ít nhất {over}/{under} tổng số {self.name(whole)} là {self.name(part)}"
                )
                return f"{say('the ', '')}{self.name(body)}: {verb} {share}"
            case d.Note(status):
                return {
                    "official": say("official text read", "đã đọc văn bản chính thức"),
                    "secondary": say("secondary sources", "nguồn thứ cấp"),
                    "unconfirmed": say("unconfirmed", "chưa xác nhận"),
                }[status]
            case d.Replace(place, text):
                return say(f"amend {self.place(place)} as follows: ", f"sửa đổi {self.place(place)} như sau: ") + self.quoted(text)
            case d.Insert(place, text):
                return say(f"insert {self.place(place)} as follows: ", f"bổ sung {self.place(place)} như sau: ") + self.quoted(text)
            case d.Repeal(places, since):
                day = f" {say('from', 'từ')} {self.dated(since)}" if since else ""
                return f"{say('repeal', 'bãi bỏ')} {self.places(places)}{day}"
            case d.Reword(places, old, new, unit, words):
                old_, new_ = (f'"{each}"' if words else each for each in (self.counted(number, unit) for number in (old, new)))
                begin = say("replace the words", "thay cụm từ") if words else say("replace", "thay")
                return f"{begin} {old_} {say('with', 'bằng')} {new_} {say('in', 'tại')} {self.places(places)}"
            case d.OnlyWhen(places, when, keeps, under):
                kept = (
                    say(
                        f"; before that {self.name(keeps)} continues under {under} before amendment",
                        f"; trước đó {self.name(keeps)} tiếp tục theo {under} khi chưa sửa đổi",
                    )
                    if keeps
                    else ""
                )
                return f"{say('only apply', 'chỉ áp dụng')} {self.places(places)} {say('when', 'khi')} {self.condition(when)}{kept}"
            case d.Commences(places, since, until):
                end = f" {say('to before', 'đến trước')} {self.dated(until)}" if until else ""
                return f"{say('apply', 'áp dụng')} {self.places(places)} {say('from', 'từ')} {self.dated(since)}{end}"
            case _:
                raise AssertionError(s)

    def head(self, of: d.Must | d.OnlyThese) -> str:
        """The body of which a requirement speaks, and when."""
        condition = f" {'when' if self.en else 'khi'} {self.condition(of.when)}" if of.when is not None else ""
        return f"{'the ' if self.en else ''}{self.name(of.body)}{condition}: "

    def deadline(self, of: d.Deadline) -> str:
        at = self.timing(of)
        when = f"{'when' if self.en else 'khi'} {self.condition(of.when)} {'then' if self.en else 'thì'} " if of.when is not None else ""
        if of.actor:
            who = f"the {of.actor} must see to" if self.en else f"{self.terms[of.actor].vi} phải"
            return f"{when}{at}, {who} {self.name(of.event)}"
        return f"{self.name(of.event)} {at}"

    def timing(self, of: d.Deadline) -> str:
        anchor = f"{'the day of ' if self.en else 'ngày '}{self.name(of.anchor)}" if of.happens else self.name(of.anchor)
        if not of.count:
            return {
                "latest": ("no later than on ", "chậm nhất là vào "),
                "earliest": ("no earlier than on ", "không trước "),
                "exactly": ("on ", "vào "),
            }[of.bound][0 if self.en else 1] + anchor
        unit = {"day": "ngày", "working day": "ngày làm việc", "month": "tháng", "year": "năm"}[of.unit]
        length = f"{of.count} {of.unit}{'' if of.count == 1 else 's'}" if self.en else f"{of.count} {unit}"
        where = ("before" if of.back else "after") if self.en else ("trước" if of.back else "sau")
        match of.bound:
            case "latest":
                return f"no later than {length} {where} {anchor}" if self.en else f"chậm nhất là {length} {where} {anchor}"
            case "earliest":
                return f"no earlier than {length} {where} {anchor}" if self.en else f"sớm nhất là {length} {where} {anchor}"
            case "exactly":
                return f"exactly {length} {where} {anchor}" if self.en else f"đúng {length} {where} {anchor}"
            case _:
                if of.back:
                    return f"within {length} before {anchor}" if self.en else f"trong thời hạn {length} trước {anchor}"
                return f"within {length} from {anchor}" if self.en else f"trong thời hạn {length} kể từ {anchor}"

    def quoted(self, text: tuple[d.Statement, ...]) -> str:
        return '"' + " ".join(self.sentence(each) for each in text) + '"'

    # --------------------------------------------------------------- tables

    def table(self, t: d.Table) -> str:
        pieces = "; ".join(self.piece(each, t.term) for each in t.pieces)
        if t.subject:
            begin = f"{self.members(t.subject)}: "
        elif t.when is not None:
            begin = f"when {self.condition(t.when)} then " if self.en else f"khi {self.condition(t.when)} thì "
        else:
            begin = ""
        unless = f", {'except in the case of' if self.en else 'trừ trường hợp quy định tại'} {self.places(t.unless)}" if t.unless else ""
        return begin + pieces + unless

    def piece(self, piece: d.Piece, term: str) -> str:
        say = (lambda en, vi: en) if self.en else (lambda en, vi: vi)
        match piece:
            case d.Flat(value, None):
                return self.award(value, term)
            case d.Flat(value, range_):
                if isinstance(value, d.Nothing):
                    return f"{say('with', 'có')} {self.range(range_)}{say(',', ' thì')} {self.award(value, term)}"
                return f"{say('with', 'có')} {self.range(range_)} {self.award(value, term)}"
            case d.Step(range_, gain, per, partial):
                fact = self.terms[range_.term]
                unit = self.terms[term].unit if self.en else self.terms[term].unit_vi
                if self.en:
                    more = f"{gain} further {unit if gain == 1 else plural(unit)}"
                    size = self.counted(per, fact.unit)
                    step = f"further full {size}" if partial == "whole" else f"further {size} or part of it"
                    return f"with {self.range(range_)}, {more} for each {step}"
                size = self.counted(per, fact.unit)
                step = f"cứ thêm đủ {size}" if partial == "whole" else f"cứ thêm {size} hoặc phần lẻ"
                return f"có {self.range(range_)} thì {step} {self.terms[term].says_vi} thêm {gain} {unit}"
            case d.Cap(most):
                return say(
                    f"at most {self.counted(most, self.terms[term].unit)} in all", f"tổng số không quá {self.counted(most, self.terms[term].unit)}"
                )
            case d.Decided(_, by, least, most):
                text = say(f"it is for the {by} to decide {term}", f"do {self.terms[by].vi} quyết định {self.name(term)}")
                unit = self.terms[term].unit
                if least is not None:
                    text += say(f"; at least {self.counted(least, unit)} in all", f"; tổng số ít nhất {self.counted(least, unit)}")
                if most is not None:
                    text += say(f"; at most {self.counted(most, unit)} in all", f"; tổng số không quá {self.counted(most, unit)}")
                return text
            case d.AsProvided(places):
                return f"{say('as provided in', 'thực hiện theo quy định tại')} {self.places(places)}"
            case _:
                raise AssertionError(piece)

    def award(self, value: d.Value, term: str) -> str:
        t = self.terms[term]
        verb = t.says if self.en else t.says_vi
        match value:
            case d.Amount(number):
                return f"{verb} {self.counted(number, t.unit)}"
            case d.Truth(True):
                return self.yes(term)
            case d.Truth():
                return self.no(term)
            case d.Nothing():
                return t.nothing if self.en else t.nothing_vi
            case d.Same(other, more):
                plus = f" {'plus' if self.en else 'cộng'} {self.counted(more, t.unit)}" if more else ""
                return f"{self.name(term)} {'is' if self.en else 'là'} {self.name(other)}{plus}"
            case d.Share(other, over, under, mode):
                whole = f"{over}/{under} of all {self.name(other)}" if self.en else f"{over}/{under} tổng số {self.name(other)}"
                how = {
                    "down": ("rounded down", "làm tròn xuống"),
                    "up": ("rounded up", "làm tròn lên"),
                    "half up": ("rounded to the nearest, halves up", "làm tròn đến số gần nhất, nửa thì lên"),
                    "half even": ("rounded to the nearest, halves to even", "làm tròn đến số gần nhất, nửa thì về số chẵn"),
                }[mode][0 if self.en else 1]
                return f"{self.name(term)} {'is' if self.en else 'là'} {whole} {how}"
            case _:
                raise AssertionError(value)

    # ----------------------------------------------------------- conditions

    def condition(self, c: d.Condition, inner: bool = False) -> str:
        match c:
            case d.Is(term, yes):
                return self.yes(term) if yes else self.no(term)
            case d.Among(term, members, yes):
                if len(members) > 1:
                    kind = d.Some if yes else d.All
                    return self.condition(kind(tuple(d.Among(term, (each,), yes) for each in members)), inner)
                name = self.member(term, members[0])
                return f"{self.name(term)} {('is' if yes else 'is not') if self.en else ('là' if yes else 'không là')} {name}"
            case d.Between(term):
                return f"{self.name(term)} {'is ' if self.en else ''}{self.range(c)}"
            case d.Covered(places, yes):
                words = ("covered by", "not covered by") if self.en else ("thuộc trường hợp quy định tại", "không thuộc trường hợp quy định tại")
                return f"{words[0 if yes else 1]} {self.places(places)}"
            case d.Valued(term):
                return f"there is a value of {self.name(term)}" if self.en else f"đã xác định được {self.name(term)}"
            case d.All(parts) | d.Some(parts):
                word = (" and ", " or ") if self.en else (" và ", " hoặc ")
                text = word[isinstance(c, d.Some)].join(self.condition(each, inner=True) for each in parts)
                return f"({text})" if inner else text
            case d.Not(of):
                return f"{'not' if self.en else 'không'} ({self.condition(of)})"
            case _:
                raise AssertionError(c)

    def range(self, r: d.Between) -> str:
        unit = self.terms[r.term].unit
        day = self.terms[r.term].kind in ("day", "day asked", "event")

        def at(value: int | date) -> str:
            return self.dated(value) if isinstance(value, date) else self.counted(value, unit)

        if self.en:
            if r.least is None:
                return (
                    f"before {at(r.most)}"
                    if r.under and day
                    else f"fewer than {at(r.most)}"
                    if r.under
                    else f"at most {at(r.most)}"
                    if not day
                    else f"{at(r.most)} or earlier"
                )
            if r.most is None:
                return (
                    f"after {at(r.least)}"
                    if r.over and day
                    else f"more than {at(r.least)}"
                    if r.over
                    else f"at least {at(r.least)}"
                    if not day
                    else f"{at(r.least)} or later"
                )
            if r.least == r.most:
                return f"exactly {at(r.least)}"
            begin = "more than" if r.over else "from"
            return f"{begin} {at(r.least)} to {('before ' if day else 'fewer than ') if r.under else ''}{at(r.most)}"
        if r.least is None:
            return (
                f"trước {at(r.most)}"
                if r.under and day
                else f"dưới {at(r.most)}"
                if r.under
                else f"từ {at(r.most)} trở {'về trước' if day else 'xuống'}"
            )
        if r.most is None:
            return f"sau {at(r.least)}" if r.over and day else f"trên {at(r.least)}" if r.over else f"từ {at(r.least)} trở {'đi' if day else 'lên'}"
        if r.least == r.most:
            return f"đúng {at(r.least)}"
        begin = "trên" if r.over else "từ"
        return f"{begin} {at(r.least)} đến {('trước ' if day else 'dưới ') if r.under else ''}{at(r.most)}"

    # ----------------------------------------------------------------- words

    def name(self, term: str) -> str:
        return term if self.en else self.terms[term].vi.lower()

    def member(self, term: str, member: str) -> str:
        return member if self.en else next(each.vi for each in self.terms[term].members if each.id == member)

    def members(self, members: tuple[str, ...]) -> str:
        term = next(each for each in self.of.terms if each.kind == "list" and all(any(m.id == member for m in each.members) for member in members))
        names = [self.member(term.id, each) for each in members]
        return ("a " if self.en else "") + (" or " if self.en else " hoặc ").join(names)

    def yes(self, term: str) -> str:
        return self.terms[term].says if self.en else self.terms[term].says_vi

    def no(self, term: str) -> str:
        t = self.terms[term]
        if not self.en:
            return f"không {t.says_vi}"
        return t.says.replace("is ", "is not ", 1)

    def counted(self, number: int, unit: str) -> str:
        if not unit:
            return str(number)
        if not self.en:
            unit_vi = next(each.unit_vi for each in self.of.terms if each.unit == unit)
            return f"{number} {unit_vi}"
        return f"{number} {unit if number == 1 else plural(unit)}"

    def day(self, of: date) -> str:
        return of.isoformat() if self.en else of.strftime("%d/%m/%Y")

    def dated(self, of: date) -> str:
        return of.isoformat() if self.en else f"ngày {self.day(of)}"

    def places(self, places: tuple[d.Place, ...]) -> str:
        return (" and " if self.en else " và ").join(self.place(each) for each in places)

    def place(self, p: d.Place) -> str:
        if not p.article:
            return p.instrument
        parts = []
        if p.point:
            parts.append(f"{'point' if self.en else 'điểm'} {p.point}")
        if p.clause:
            parts.append(f"{'clause' if self.en else 'khoản'} {p.clause}")
        parts.append(f"{'article' if self.en else 'Điều'} {p.article}")
        return f"{' '.join(parts)} {'of' if self.en else 'của'} {p.instrument}"


def plural(unit: str) -> str:
    """The plural of an English unit."""
    return {"person": "people", "deputy": "deputies"}.get(unit, f"{unit}s")
