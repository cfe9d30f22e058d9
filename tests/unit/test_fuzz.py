"""What the fuzzer of the loader found is tried again and again; so is what it begins with."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.target import FILES, PARTED, WHOLE, tried

KEPT = sorted((Path(__file__).parents[1] / "fuzz" / "kept").glob("*-*"))


@pytest.mark.case("N6")
@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.name)
def test_what_was_found_once_is_found_no_more(path: Path) -> None:
    tried(path.read_bytes())


@pytest.mark.case("N6")
def test_what_the_loader_raises_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(*args: object, **options: object) -> None:
        raise ValueError("a fault of the loader")

    monkeypatch.setattr("tests.fuzz.target.load", load)
    with pytest.raises(ValueError, match="a fault of the loader"):
        tried(WHOLE)


def test_what_it_begins_with_is_in_order() -> None:
    assert tried(WHOLE) == []


@pytest.mark.parametrize("n", range(len(FILES)))
@pytest.mark.case("N6")
def test_it_tells_what_is_wrong_from_what_is_not(n: int) -> None:
    """GIVEN one file cut short in its middle, WHEN the plan is tried, THEN something is found, and nothing raised."""
    files = WHOLE.split(PARTED)
    files[n] = files[n][: len(files[n]) // 2]
    assert tried(PARTED.join(files))
