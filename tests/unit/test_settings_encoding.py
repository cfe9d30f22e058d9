"""Settings as other systems save them: byte order marks, line ends, other encodings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.commands import all_commands
from tui.userdata.settings import FILE, read_settings

TEXT = '# 设置\ntheme = "paper"\n[keys]\njump = "ctrl+t"\n'


@pytest.mark.case("F09")
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_and_other_line_ends_change_nothing(tmp_path: Path, codec: str, end: str) -> None:
    (tmp_path / FILE).write_bytes(TEXT.replace("\n", end).encode(codec))
    settings = read_settings(tmp_path, all_commands())
    assert (settings.theme, settings.keys, settings.warnings) == ("paper", {"jump": ("ctrl+t",)}, [])


@pytest.mark.case("F09")
@pytest.mark.parametrize(
    ("codec", "said"), [("utf-16", "it is UTF-16; save it as UTF-8"), ("gbk", "it is not UTF-8: byte 0xc9 at offset 2")]
)
def test_another_encoding_is_named(tmp_path: Path, codec: str, said: str) -> None:
    (tmp_path / FILE).write_bytes(TEXT.encode(codec))
    settings = read_settings(tmp_path, all_commands())
    assert settings.theme == "" and len(settings.warnings) == 1 and said in settings.warnings[0].en


@pytest.mark.case("F09")
def test_a_file_of_a_mark_alone_is_empty(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xef\xbb\xbf")
    assert read_settings(tmp_path, all_commands()).warnings == []
