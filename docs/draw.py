"""Draw the pictures of the README from the running program: `make pictures`."""

from __future__ import annotations

import asyncio
import html
import re
from pathlib import Path
from typing import NamedTuple

from textual.widgets import Input

from plan_data.folders import SHIPPED
from plan_data.loading.loader import load
from tui.app import Explorer
from tui.commands.table import markdown
from tui.panes.view import ViewPane
from tui.userdata.options import Options
from widgets.render.wrapping import cells

PICTURES = Path(__file__).parent / "pictures"
"""Where the pictures go."""
README = Path(__file__).parent.parent / "README.md"
EXAMPLE = Path(__file__).parent / "examples" / "ai2017"
"""Folder of the second plan; its picture lies in it."""


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
        """Where the picture goes: that of another plan into its own folder."""
        return (PICTURES if self.plan == SHIPPED else self.plan) / f"{self.name}.svg"


TODAY = "2026-11-27"
"""The date that the pictures take for today's."""
ALL = (
    Picture("first", "root"),
    Picture("source", "act.ecommerce", ("s", "full_stop")),
    Picture("chinese", "act.ai", ("enter",), (80, 24), "zh"),
    Picture("jump", "root", ("f", *"agric"), (100, 28)),
    Picture("timeline", "root", ("t",), (120, 52)),
    Picture("agencies", "root", ("a",), (100, 34)),
    Picture("evidence", "act.ecommerce", ("S", "l", "l"), (100, 36)),
    Picture("conflicts", "root", ("C",), (110, 32)),
    Picture("conflict", "cf.doubling", ("enter",), (120, 36), "both", "paper"),
    Picture("narrow", "act.agriculture", ("enter",), (40, 15)),
    Picture("ai2017", "act.economy", ("e",), (120, 32), "both", plan=EXAMPLE),
)
"""The pictures."""

_TEXT = re.compile(r'textLength="([\d.]+)"([^>]*)>([^<]*)</text>')


def _widen(found: re.Match[str]) -> str:
    """Give a text the length of its cells: the drawing counts characters, and squeezes Chinese to half its width."""
    text = html.unescape(found[3])
    if text.isascii():
        return found[0]
    length = float(found[1]) * cells(text) / max(1, len(text))
    return f'textLength="{length:.1f}"{found[2]}>{found[3]}</text>'


_FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def draw(picture: Picture) -> str:
    """Return a picture as SVG; it names no font to be fetched."""
    app = Explorer(load(picture.plan), Options(at=picture.at, lang=picture.lang, theme=picture.theme))
    async with app.run_test(size=picture.size) as pilot:
        await pilot.pause(0.3)
        await pilot.press(*picture.keys)
        if app.main.view == "timeline":
            # It draws today; the picture is to be the same tomorrow.
            viewer = app.main.query_one(ViewPane)
            viewer.today = TODAY
            viewer.draw()
        for box in app.screen.query(Input):
            # A cursor that blinks is in every other picture.
            box.cursor_blink = False
        await pilot.pause(0.5)
        svg = app.export_screenshot(title="internet-plus", simplify=True)
    svg = _FONT.sub("", svg).replace("Fira Code", "DejaVu Sans Mono, Noto Sans Mono CJK SC, monospace")
    svg = _TEXT.sub(_widen, svg)
    # The drawing numbers its classes by a digest that differs from run to run.
    return re.sub(r"terminal-\d+", f"terminal-{picture.name}", svg)


BEGIN, END = "`make pictures` -->\n", "<!-- end of keys -->"
"""What stands before and behind the README's table of keys."""


def with_keys(readme: str) -> str:
    """Return the README with its table of keys made anew; raises ValueError where it does not say where that stands."""
    before, start, rest = readme.partition(BEGIN)
    _, end, behind = rest.partition(END)
    if not end:
        raise ValueError(f"README.md has no {BEGIN.strip() if not start else END}")
    return f"{before}{start}{markdown()}{end}{behind}"


def main() -> None:
    """Draw all pictures, and write the table of keys."""
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
    PICTURES.mkdir(exist_ok=True)
    for picture in ALL:
        picture.path.write_text(asyncio.run(draw(picture)), encoding="utf-8")
        print(picture.path.relative_to(PICTURES.parent.parent))


if __name__ == "__main__":
    main()
