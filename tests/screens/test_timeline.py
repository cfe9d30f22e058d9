"""The timeline, as a reader uses it."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest

from plan_data.exports import views
from plan_data.labels.timeline import PASSED
from plan_data.model.entities import Event, Node, Title, first_date
from plan_data.model.plan import Plan
from plan_data.text.dates import precision
from tests.support import explorer, press, screen_lines, screen_text, view_lines
from widgets.render.table_layout import TableLayout
from widgets.render.time_axis import BREAK, axis_for
from widgets.render.timeline import timeline_view
from widgets.render.view_options import ViewOptions
from widgets.render.wrapping import cells

SIZES = [(40, 15), (80, 24), (120, 36)]
TODAY = "2026-11-28"
CENTURY = (
    ("1949-10-01", "event"), ("1978-12", "event"), ("2001", "plan"), ("2015-03", "event"), ("2015-07-04", "plan"),
    ("2016-02-02", "event"), ("2016-12", "plan"), ("2020", "target"), ("2049", "target"), ("", "event"),
)  # fmt: skip


def plan_of_events(*events: tuple[str, str]) -> Plan:
    """A plan in memory of nothing but events, `e.0` and so on, each a date and a type."""
    nodes = [Node("root", "plan", Title(en="Plan"))]
    for n, (date, kind) in enumerate(events):
        due, happened = (date, "") if kind == "target" else ("", date)
        nodes.append(
            Node(f"e.{n}", "event", Title(en=f"What was {n}"), parent="root", event=Event(kind, happened), due=due)
        )
    return Plan(Path(), nodes, array("I", [0] + [1] * len(events)), {}, {}, {}, {})


def row(laid: TableLayout, width: int, title: str) -> str:
    """The line of a view that holds a title."""
    return next(line for line in view_lines(laid, width) if title in line)


def said(laid: TableLayout, id_: str) -> str:
    """The sentence on the row of an event."""
    spot = next(spot for spots in laid.spots.values() for spot in spots if spot.target == id_)
    assert spot.says is not None
    return "".join(span.text for span in spot.says())


@pytest.mark.parametrize("size", SIZES)
class TestOnTheScreen:
    """It is opened, walked and left again."""

    async def test_opens_is_walked_and_leads_to_a_node_and_back(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "t", "j", "j", "enter")
            assert app.main.current == "tl.2025" and not app.main.view
            await press(pilot, "left_square_bracket")
            assert app.main.view == "timeline" and app.main.viewer.target == "tl.2025"

    async def test_every_row_is_reached_and_seen_above_its_sentence(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "t")
            seen = set()
            # In a low window a step may be spent on scrolling by a line.
            for _ in range(120):
                seen.add(app.main.viewer.target)
                assert [line for line in screen_lines(app)[1:] if line.startswith("»")], screen_text(app)
                await press(pilot, "j")
            assert seen == {node.id for node in plan.of_kind("event")}

    async def test_deadlines_and_axis_stay_in_sight(self, plan: Plan, size: tuple[int, int]) -> None:
        app = explorer(plan)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "t", "G")
            text = screen_text(app)
            assert "2018" in text and "document" in text
            if size[0] >= 80:
                assert "today" in text and "'15" in text and BREAK in text
                assert "by 2016-12-31" in text and "by 2018" in text and "by 2025" in text

    @pytest.mark.parametrize("lang", ["en", "zh"])
    async def test_the_filter_knows_years_and_kinds(self, plan: Plan, size: tuple[int, int], lang: str) -> None:
        kinds = {"deadline": 3, "期限": 3, "2017": 3, "document 2018": 2}
        app = explorer(plan, lang=lang)
        async with app.run_test(size=size) as pilot:
            await press(pilot, "t")
            for words, count in kinds.items():
                await press(pilot, "slash", f"text:{words}", "enter")
                assert len(app.main.viewer.table.spots) == count, screen_text(app)
                await press(pilot, "slash", "escape")


class TestOrder:
    """Deadlines first, then all else in the order of time."""

    def test_deadlines_come_first_and_a_month_before_its_days(self, plan: Plan) -> None:
        blocks = timeline_view(plan, ViewOptions(78)).blocks
        ids = [block.target for block in blocks if block.target]
        assert ids[:3] == ["tl.2016-12-31", "tl.2018", "tl.2025"]
        assert ids.index("tl.2015") < ids.index("tl.2015-03") < ids.index("tl.2015-03-05") < ids.index("tl.2015-03-19")
        assert len(ids) == len(list(plan.of_kind("event")))

    def test_json_is_in_the_order_of_the_dates(self) -> None:
        records = views.timeline(plan_of_events(*CENTURY[::-1]))
        assert [record["date"] for record in records] == sorted(date for date, _ in CENTURY if date) + [""]

    def test_what_has_no_date_is_last_and_says_so(self) -> None:
        laid = timeline_view(plan_of_events(("", "event"), ("2015", "event")), ViewOptions(78))
        assert [block.target for block in laid.blocks if block.target] == ["e.1", "e.0"]
        assert "no date" in row(laid, 78, "What was 0") and "No date" in said(laid, "e.0")


class TestThePicture:
    """Text left, picture right; each mark at its place."""

    @pytest.mark.parametrize("width", [60, 76, 98, 116, 156, 200])
    def test_marks_stand_at_their_dates_to_scale(self, plan: Plan, width: int) -> None:
        dates = [first_date(n) for n in plan.of_kind("event") if precision(first_date(n))]
        axis = axis_for(dates, width - 50, [TODAY])
        days = sorted(date for date in dates if precision(date) == "day")
        starts = [axis.span(date)[0] for date in days]
        assert starts == sorted(starts) and starts[0] >= 0 and axis.span(TODAY)[1] <= axis.width <= max(26, width - 50)
        month = axis.near.width / 12 / axis.near.years
        near = [date for date in days if date[:4] in ("2015", "2016")]
        for a, b in zip(near, near[1:], strict=False):
            months = [12 * int(d[:4]) + int(d[5:7]) + int(d[8:10]) / 31 for d in (a, b)]
            assert abs(axis.span(b)[0] - axis.span(a)[0] - month * (months[1] - months[0])) <= 1

    @pytest.mark.parametrize("width", [60, 76, 116, 156])
    @pytest.mark.parametrize("today", ["", TODAY])
    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_a_century_fits(self, width: int, today: str, lang: str) -> None:
        laid = timeline_view(plan_of_events(*CENTURY), ViewOptions(width, lang, today=today))
        lines = view_lines(laid, width)
        assert all(cells(line) <= width for line in lines)
        head = next(line for line in lines if BREAK in line)
        assert head.split() == [part for part in head.split() if part == BREAK or part.isdigit() and len(part) == 4]
        assert head.split()[0] == "1949" and head.split()[-1] == "2049" and head.count(BREAK) == 2
        due = [line for line in lines if "♦" in line][:2]
        assert due[0].index("♦") < due[1].index("♦") < width

    @pytest.mark.parametrize("width", range(60, 200, 7))
    def test_no_year_touches_another(self, plan: Plan, width: int) -> None:
        for shown in (plan, plan_of_events(*CENTURY)):
            years = next(line for line in view_lines(timeline_view(shown, ViewOptions(width)), width) if line.strip())
            assert all(len(part) == (3 if shown is plan else 4) for part in years.split() if part != BREAK), years

    def test_a_date_without_a_day_is_a_range(self, plan: Plan) -> None:
        laid = timeline_view(plan, ViewOptions(116))
        assert "◊~~~~~~~~~~~~" in row(laid, 116, "Released in 2015, says a later review")
        assert "◦~" in row(laid, 116, "Drafting of the Opinions begins")
        assert "~" not in row(laid, 116, "Work report of 2016")

    def test_a_range_at_the_end_of_the_axis_is_seen(self) -> None:
        for width in (60, 76, 116):
            laid = timeline_view(plan_of_events(("2015-02-03", "event"), ("2040-12", "event")), ViewOptions(width))
            assert "◦~" in row(laid, width, "What was 1")

    def test_a_deadline_is_a_line_from_publication_on(self, plan: Plan) -> None:
        laid = timeline_view(plan, ViewOptions(116))
        published = row(laid, 116, "The Opinions are published").index("◊")
        lengths = []
        for title in ("Two e-commerce targets", "First phase", "Full completion"):
            line = row(laid, 116, title)
            assert line.index("-" * 9) == published
            lengths.append(line.index("♦") - published)
            assert line[published : published + lengths[-1]] == "-" * lengths[-1]
        assert lengths == sorted(set(lengths))
        assert "each line begins at publication, 2015-07-04" in row(laid, 116, "Deadlines")

    def test_without_a_day_of_publication_it_begins_at_the_first_event(self) -> None:
        laid = timeline_view(plan_of_events(("2015-01-01", "event"), ("2018", "target")), ViewOptions(76))
        assert row(laid, 76, "What was 1").index("--") == row(laid, 76, "What was 0").index("◦")
        assert "first event" in row(laid, 76, "Deadlines")

    def test_today_stands_in_every_row(self, plan: Plan) -> None:
        laid = timeline_view(plan, ViewOptions(116, today=TODAY))
        rows = ["".join(span.text for span in block.spans) for block in laid.blocks if block.target]
        assert len(rows) == 39 and {text.rindex("|") for text in rows} == {len(text) - 1 for text in rows}

    def test_today_is_never_printed(self, plan: Plan) -> None:
        text = "\n".join(view_lines(timeline_view(plan, ViewOptions(100)), 100))
        assert "today" not in text and "|" not in text

    def test_in_ascii_no_sign_means_two_things(self, plan: Plan) -> None:
        text = "\n".join(view_lines(timeline_view(plan, ViewOptions(116, ascii=True, today=TODAY)), 116))
        assert text.isascii() and text.count(" . ") == text.count(" .  ")
        assert "! deadline  # document  @ event" in text

    def test_one_event_is_drawn_without_nonsense(self) -> None:
        laid = timeline_view(plan_of_events(("2015-07-04", "plan")), ViewOptions(76))
        assert [line.split() for line in view_lines(laid, 76)] == [
            ["'15"],
            ["Events", "and", "documents"],
            ["2015-07-04", "What", "was", "0", "∙", ".", "◊"],
            ["◊", "document"],
        ]

    def test_without_a_date_there_is_no_axis(self) -> None:
        laid = timeline_view(plan_of_events(("", "event")), ViewOptions(76, today=TODAY))
        assert [line.split() for line in view_lines(laid, 76)] == [
            ["Events", "and", "documents"], ["no", "date", "◦", "What", "was", "0", "∙"], ["◦", "event"],
        ]  # fmt: skip

    @pytest.mark.parametrize("width", [24, 36, 58, 76, 116])
    @pytest.mark.parametrize("lang", ["en", "zh", "both"])
    def test_no_title_is_cut(self, plan: Plan, width: int, lang: str) -> None:
        laid = timeline_view(plan, ViewOptions(width, lang))
        for block in laid.blocks:
            if block.target:
                title = plan.node(block.target).title.pick(lang)
                # The date that a title begins with is not said twice.
                title = title.removeprefix("2018: ").removeprefix("2025: ")
                title = title.removeprefix("2018年：").removeprefix("2025年：")
                shown = "".join(span.text for span in block.spans if span.style == "link")
                assert shown.replace(" ", "").lower() == title.replace(" ", "").lower()

    def test_a_narrow_one_has_the_signs_before_the_titles(self, plan: Plan) -> None:
        laid = timeline_view(plan, ViewOptions(36, today=TODAY))
        assert row(laid, 36, "First phase").startswith("by 2018       ♦ First phase")
        assert row(laid, 36, "Date of the").startswith("2015-07-01 ◊ Date of the")

    def test_each_of_two_thousand_events_has_a_row(self) -> None:
        plan = plan_of_events(*((f"{1950 + n % 100}-{n % 12 + 1:02}", ("event", "plan")[n % 2]) for n in range(2000)))
        laid = timeline_view(plan, ViewOptions(116, today=TODAY))
        assert len(laid.spots) == 2000


class TestTheSentence:
    """Below the rows: what the row under the cursor means."""

    def test_a_passed_deadline_says_that_its_outcome_is_not_known(self, plan: Plan) -> None:
        laid = timeline_view(plan, ViewOptions(76, today="2019-01-01"))
        outcome = "Passed; the outcome is not in our sources."
        assert said(laid, "tl.2018") == f"By 2018: First phase. {outcome}  ▪ stated in a quoted source"
        assert "31 December 2016" in said(laid, "tl.2016-12-31") and outcome in said(laid, "tl.2016-12-31")
        assert outcome not in said(laid, "tl.2025")

    def test_a_year_has_passed_when_it_is_over(self, plan: Plan) -> None:
        assert PASSED.en not in said(timeline_view(plan, ViewOptions(76, today="2018-12-31")), "tl.2018")
        assert PASSED.zh in said(timeline_view(plan, ViewOptions(76, "zh", today="2019-01-01")), "tl.2018")

    def test_it_says_when_what_and_how_far_supported(self, plan: Plan) -> None:
        laid = timeline_view(plan, ViewOptions(76))
        assert said(laid, "tl.2015-05") == (
            "May 2015 (exact day unknown), event: More ministries speak up.  ▪ stated in a quoted source"
        )
        assert said(laid, "tl.2015-03-05").endswith("source, its date ▫ reported by a source you can open")
        laid = timeline_view(plan, ViewOptions(76, "zh"))
        assert said(laid, "tl.2015-07-04") == "2015年7月4日，文件：指导意见公布。  ▫ 可查来源提及"

    def test_the_title_bar_counts_what_is_there(self, plan: Plan) -> None:
        assert timeline_view(plan, ViewOptions(76)).about == "39 entries, 3 deadlines first"
        assert timeline_view(plan, ViewOptions(76, "zh", only="2018")).about == "3个条目，先列1项期限"
        assert timeline_view(plan_of_events(("2015", "plan")), ViewOptions(76)).about == "1 entry"

    def test_only_the_signs_that_occur_are_explained(self, plan: Plan) -> None:
        def foot(**parts: str) -> str:
            laid = timeline_view(plan, ViewOptions(116, **parts))  # type: ignore[arg-type]
            return "".join(span.text for block in laid.foot for span in block.spans)

        assert foot() == "♦ deadline  ◊ document  ◦ event  ~ exact day unknown  // scale changes"
        assert foot(only="deadline") == "♦ deadline  // scale changes"
        assert foot(today=TODAY).endswith("  | today")
