"""Draw the pictures of the README from the running program: `make pictures`."""

from __future__ import annotations

import asyncio
import html
import re
from pathlib import Path
from typing import NamedTuple

from textual.widgets import Input

from plan_data.exports.views import VIEWS
from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from tui.app import Explorer
from tui.commands.table import markdown
from tui.panes.view import ViewPane
from tui.userdata.options import Options
from widgets.render.wrapping import cells

PICTURES = Path(__file__).parent / "pictures"
"""Folder of the pictures."""
README = Path(__file__).parent.parent / "README.md"
EXAMPLE = Path(__file__).parent / "examples" / "ai2017"
"""Folder of the second plan, which also has its picture."""


class Picture(NamedTuple):
    """A picture: where to open, and which keys to press."""

    name: str
    """Name of the file, without its ending."""
    at: str
    """Id of the node."""
    keys: tuple[str, ...] = ()
    """Keys, by Textual's names."""
    size: tuple[int, int] = (120, 36)
    """Columns and rows."""
    lang: str = "en"
    """Language of the plan's text."""
    theme: str = "ink"
    """The theme."""
    plan: Path = SHIPPED
    """Folder of the plan."""

    @property
    def path(self) -> Path:
        """File of the picture; another plan's picture is in the plan's folder."""
        return (PICTURES if self.plan == SHIPPED else self.plan) / f"{self.name}.svg"


def of_view(name: str, size: tuple[int, int], at: str = "root", *keys: str) -> Picture:
    """Return the picture of a view: opened by its key, then `keys`."""
    return Picture(name, at, (*VIEWS[name].keys, *keys), size)


TODAY = "2026-11-27"
"""The date of today in the pictures."""
ALL = (
    Picture("first", "root"),
    Picture("source", "act.ecommerce", ("s", "full_stop")),
    Picture("chinese", "act.ai", ("enter",), (80, 24), "zh"),
    Picture("jump", "root", ("f", *"agric"), (100, 28)),
    Picture("fetch", "act.agriculture.2", ("A",), (100, 28)),
    of_view("timeline", (120, 52)),
    of_view("agencies", (100, 34)),
    of_view("evidence", (100, 36), "act.ecommerce", "l", "l"),
    of_view("conflicts", (110, 32)),
    Picture("conflict", "cf.doubling", ("enter",), (120, 36), "both", "paper"),
    Picture("narrow", "act.agriculture", ("enter",), (40, 15)),
    Picture("ai2017", "act.economy", ("e",), (120, 32), "both", plan=EXAMPLE),
)
"""The pictures."""

_TEXT = re.compile(r'textLength="([\d.]+)"([^>]*)>([^<]*)</text>')


def _widen(found: re.Match[str]) -> str:
    """Set the length of a text in cells: Textual's SVG counts characters, which squeezes Chinese to half its width."""
    text = html.unescape(found[3])
    if text.isascii():
        return found[0]
    length = float(found[1]) * cells(text) / max(1, len(text))
    return f'textLength="{length:.1f}"{found[2]}>{found[3]}</text>'


_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def draw(picture: Picture) -> str:
    """Return a picture as SVG without fonts that a browser would fetch."""
    app = Explorer(load(picture.plan), Options(at=picture.at, lang=picture.lang, theme=picture.theme))
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause(0.3)
        await pilot.press(*picture.keys)
        if app.main.view == "timeline":
            # The timeline marks today, which would change the picture every day.
            viewer = app.main.query_one(ViewPane)
            viewer.today = TODAY
            viewer.draw()
        for box in app.screen.query(Input):
            # A blinking cursor would be in some pictures and not in others.
            box.cursor_blink = False
        await pilot.pause(0.5)
        svg = app.export_screenshot(title="internet-plus", simplify=True)
    svg = _FONT.sub("", svg).replace("Fira Code", "DejaVu Sans Mono, Noto Sans Mono CJK SC, monospace")
    svg = _TEXT.sub(_widen, svg)
    # The classes in the SVG have a number that changes with each run.
    return re.sub(r"terminal-\d+", f"terminal-{picture.name}", svg)


BEGIN, END = "`make pictures` -->\n", "<!-- end of keys -->"
"""The marks before and after the table of keys in the README."""


def with_keys(readme: str) -> str:
    """Return the README with a new table of keys.

    Raises:
        ValueError: One of the marks is missing.
    """
    before, start, rest = readme.partition(BEGIN)
    _, end, behind = rest.partition(END)
    if not end:
        raise ValueError(f"README.md has no {BEGIN.strip() if not start else END}")
    return f"{before}{start}{markdown()}{end}{behind}"


def main() -> None:
    """Draw all pictures and write the table of keys."""
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
    PICTURES.mkdir(exist_ok=True)
    for picture in ALL:
        picture.path.write_text(asyncio.run(draw(picture)), encoding="utf-8")
        print(picture.path.relative_to(PICTURES.parent.parent))


if __name__ == "__main__":
    main()
