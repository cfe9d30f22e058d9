"""Characters that JSON writes as two escapes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_data.errors import FormError
from plan_data.loading.yaml_events import Mapping, Scalar, parse
from tests.small_plan import write_plan


def read(text: str) -> dict[str, tuple[str, int, int]]:
    """The texts of a mapping with their places, by key."""
    value = parse(text, "f.yaml", [])
    assert isinstance(value, Mapping)
    assert all(isinstance(item, Scalar) for item in value.items.values())
    return {key: (item.text, item.line, item.column) for key, item in value.items.items() if isinstance(item, Scalar)}


@pytest.mark.parametrize("indent", [1, None])
@pytest.mark.case("B64")
def test_json_of_any_writer_is_read_as_it_was_meant(indent: int | None) -> None:
    made = {"a": "x😀🚀y", "b😀": "\\😀\\\\🚀", "c": "\\ud83d\\ude00", "d": "é中\U0010ffff\U00010000", "e": "/\t\u2028"}
    assert {key: found[0] for key, found in read(json.dumps(made, indent=indent)).items()} == made


@given(
    st.dictionaries(
        st.text("a\\u😀d8\U00010400\"' ", max_size=8), st.text("a\\ud83de0😀\"'\n", max_size=12), max_size=4
    )
)
@pytest.mark.case("B64")
def test_what_json_writes_comes_back(made: dict[str, str]) -> None:
    assert {key: found[0] for key, found in read(json.dumps(made)).items()} == made


@pytest.mark.case("B64")
def test_both_cases_of_hexadecimal_digits() -> None:
    assert read(r'a: "\uD83D\uDE00\ud83d\uDe00"')["a"][0] == "😀😀"


@pytest.mark.parametrize("written", [r"\ud83d\ude00 x", r"'\uD83D\ude00'", "|-\n  \\ud83d\\uDE00", r'"\\ud83d\\ude00"'])
@pytest.mark.case("B64")
def test_what_is_no_escape_stays_as_written(written: str) -> None:
    assert read(f"a: {written}\nb: c # \\ud83d\\ude00\n")["a"][0].startswith("\\u")
    assert read(f"a: {written}\n")["a"][0].lower().removesuffix(" x") == r"\ud83d\ude00"


@pytest.mark.case("B64")
def test_places_behind_a_pair_are_those_of_the_file() -> None:
    text = '{"\\ud83d\\ude00": "\\ud83d\\ude00\\ud83d\\ude00", "b": "c"}'
    assert read(text)["b"] == ("c", 1, text.index('"c"') + 1)
    with pytest.raises(FormError) as caught:
        parse('a: ["\\ud83d\\ude00" b]', "f.yaml", [])
    assert (caught.value.finding.line, caught.value.finding.column) == (1, 20)
    assert "text behind the double quote" in caught.value.finding.message
    assert caught.value.excerpt.startswith('a: ["\\ud83d\\ude00" b]')


@pytest.mark.parametrize(
    ("text", "column"),
    [(r'a: "\ud83d"', 5), (r'a: "\ud83d\ude00\ud83d"', 17), (r'a: "\ude00\ud83d"', 5), (r'a: "\\ud83d\ude00"', 12)],
)
@pytest.mark.case("B64")
def test_half_a_pair_stays_an_error(text: str, column: int) -> None:
    with pytest.raises(FormError, match="one half of a surrogate pair") as caught:
        parse(text, "f.yaml", [])
    assert caught.value.finding.column == column


@pytest.mark.case("B64")
def test_stand_ins_are_never_taken_for_a_text_of_the_file() -> None:
    assert read('a: "\U00100041\\ud83d\\ude00\U00100041"')["a"][0] == "\U00100041😀\U00100041"


@pytest.mark.case("B64")
def test_a_plan_written_by_json_loads(tmp_path: object) -> None:
    import yaml

    from plan_data.loading.loader import load

    folder = write_plan(tmp_path)  # type: ignore[arg-type]
    plan = yaml.load((folder / "plan.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    plan["root"]["title"]["en"] = "Rockets 🚀"
    (folder / "plan.yaml").write_text(json.dumps(plan), "utf-8")
    assert load(folder).root.title.en == "Rockets 🚀"
