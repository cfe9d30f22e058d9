"""The warm cache: it says what the files say, and is taken only where everything fits."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import subprocess
import sys
import time
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plan_data.errors import MAX_BYTES, FormError
from plan_data.folders import SHIPPED
from plan_data.loading import cache
from plan_data.loading.cache import MAGIC, MOST_FILES, cache_file, keep, open_plan
from plan_data.loading.loader import load
from plan_data.loading.signature import signature
from plan_data.model.lazy import LazyItems, pack, unpack
from plan_data.model.plan import Plan
from tests.small_plan import write_plan

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped plan; files count as settled at once."""
    monkeypatch.setattr(cache, "REST", -1.0)
    shutil.copytree(SHIPPED, tmp_path / "plan")
    return tmp_path / "plan"


def opened(folder: Path) -> Plan:
    return open_plan(folder, max_bytes=MAX_BYTES)


def is_warm(plan: Plan) -> bool:
    return isinstance(plan.nodes, LazyItems)


def same(one: Plan, other: Plan) -> bool:
    return (
        tuple(one.nodes) == tuple(other.nodes)
        and dict(one.bodies) == dict(other.bodies)
        and dict(one.sources) == dict(other.sources)
        and dict(one.quotes) == dict(other.quotes)
        and dict(one.backlinks) == dict(other.backlinks)
        and dict(one.quotes_by_source) == dict(other.quotes_by_source)
        and dict(one.printed) == dict(other.printed)
        and dict(one.state_counts) == dict(other.state_counts)
        and (one.columns, one.index, one.totals, one.findings)
        == (other.columns, other.index, other.totals, other.findings)
    )


class TestTrusted:
    def test_the_second_opening_says_what_the_first_said(self, folder: Path) -> None:
        assert not is_warm(opened(folder))
        warm = opened(folder)
        assert is_warm(warm) and same(warm, load(folder))

    def test_nodes_are_made_one_by_one_and_in_slices(self, folder: Path) -> None:
        opened(folder)
        warm, cold = opened(folder), load(folder)
        assert warm.nodes[-1] == cold.nodes[-1] and warm.nodes[3:90:7] == cold.nodes[3:90:7]
        assert warm.subtree("act.ai") == cold.subtree("act.ai") and warm.ancestors("act.ai.1") == cold.ancestors(
            "act.ai.1"
        )
        with pytest.raises(IndexError):
            warm.nodes[len(cold.nodes)]
        with pytest.raises(KeyError):
            warm.quotes["q.none"]

    def test_ids_have_the_same_places(self, folder: Path) -> None:
        opened(folder)
        warm, cold = opened(folder), load(folder)
        assert is_warm(warm) and warm.tally == cold.tally
        assert all(warm.index[id_] == n for n, id_ in enumerate(cold.columns.ids))
        assert list(warm.index) == list(cold.index) and len(warm.index) == len(cold.index)
        for id_ in ("", "a", "act", "act.ai.", "zzz", "root ", "org.ndrc"):
            assert id_ not in warm.index and warm.index.get(id_) is None

    def test_a_printing_command_reads_no_yaml_then(self, folder: Path) -> None:
        opened(folder)
        code = "import sys; from main import main; main(sys.argv[1:]); sys.exit(10 + ('yaml' in sys.modules))"
        words = [sys.executable, "-c", code, "show", "act.ai", "--plan", str(folder)]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 10 and "act.ai" in done.stdout


class TestNotTrusted:
    def test_young_files_are_not_kept(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(cache, "REST", 60.0)
        opened(folder)
        assert not cache_file(folder).exists()

    @pytest.mark.case("N7")
    def test_a_changed_file_is_read_anew(self, folder: Path) -> None:
        opened(folder)
        text = (folder / "plan.yaml").read_text(encoding="utf-8")
        (folder / "plan.yaml").write_text(text.replace("en: Internet Plus\n", "en: Internet Plot\n"), encoding="utf-8")
        plan = opened(folder)
        assert not is_warm(plan) and plan.root.title.en == "Internet Plot"

    @pytest.mark.case("N7")
    def test_even_where_size_and_time_were_put_back(self, folder: Path) -> None:
        opened(folder)
        path = folder / "plan.yaml"
        before = path.stat()
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("en: Internet Plus\n", "en: Internet Plot\n"), encoding="utf-8")
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert path.stat().st_size == before.st_size
        assert opened(folder).root.title.en == "Internet Plot"

    def test_a_new_or_missing_source_is_seen(self, folder: Path) -> None:
        opened(folder)
        shutil.copy(folder / "sources" / "000.yaml", folder / "sources" / "zzz.yaml")
        with pytest.raises(Exception, match="error"):
            opened(folder)
        (folder / "sources" / "zzz.yaml").unlink()
        assert same(opened(folder), load(folder))

    def test_the_cap_on_size_still_holds(self, folder: Path) -> None:
        opened(folder)
        with pytest.raises(FormError):
            open_plan(folder, max_bytes=1000)

    @pytest.mark.case("N7")
    def test_another_program_or_folder(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        opened(folder)
        other = folder.with_name("other")
        shutil.copytree(folder, other)
        cache_file(folder).rename(cache_file(other))
        assert not is_warm(opened(other))
        assert is_warm(opened(other))
        monkeypatch.setattr(cache, "_stamp", lambda: ("another",))
        assert not is_warm(opened(other))

    @pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
    @pytest.mark.case("N7")
    def test_a_file_that_others_may_write(self, folder: Path, mode: int) -> None:
        opened(folder)
        cache_file(folder).chmod(mode)
        assert not is_warm(opened(folder))

    def test_a_link_a_folder_or_nothing_in_its_place(self, folder: Path) -> None:
        opened(folder)
        path = cache_file(folder)
        path.rename(path.with_name("elsewhere"))
        path.symlink_to("elsewhere")
        assert not is_warm(opened(folder))
        path.unlink()
        path.mkdir()
        assert not is_warm(opened(folder)) and path.is_dir()

    @pytest.mark.case("B54")
    def test_a_cache_folder_that_cannot_be_made(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / "file").write_text("")
        monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "file"))
        assert same(opened(folder), load(folder))

    @pytest.mark.parametrize("size", [0, 3, len(MAGIC), 30, 5000, -1])
    @pytest.mark.case("N7")
    def test_a_file_that_was_cut(self, folder: Path, size: int) -> None:
        opened(folder)
        whole = cache_file(folder).read_bytes()
        cache_file(folder).write_bytes(whole[:size])
        plan = opened(folder)
        assert not is_warm(plan) and same(plan, load(folder))

    @pytest.mark.case("B55", "N7")
    def test_nothing_in_it_can_act(self, folder: Path, tmp_path: Path) -> None:
        opened(folder)

        class Trap:
            def __reduce__(self) -> tuple[Any, ...]:
                return (os.mkdir, (str(tmp_path / "sprung"),))

        head = pickle.dumps(Trap())
        data = MAGIC + cache._HEAD.pack(len(head), zlib.crc32(head), len(MAGIC) + cache._HEAD.size + len(head)) + head
        cache_file(folder).write_bytes(data)
        cache_file(folder).chmod(0o600)
        assert not is_warm(opened(folder)) and not (tmp_path / "sprung").exists()
        for trap in (pickle.dumps(print), pickle.dumps(Path("x")), pickle.dumps(pickle.loads)):
            with pytest.raises(pickle.UnpicklingError):
                unpack(trap)


@pytest.mark.case("B55")
def test_damage_anywhere_changes_nothing_that_is_said(folder: Path) -> None:
    opened(folder)
    whole, truth = cache_file(folder).read_bytes(), load(folder)
    rnd = random.Random(2015)
    for _ in range(24):
        damaged = bytearray(whole)
        for _ in range(rnd.choice((1, 1, 20))):
            damaged[rnd.randrange(len(damaged))] ^= 1 << rnd.randrange(8)
        cache_file(folder).write_bytes(bytes(damaged))
        assert same(opened(folder), truth)


@pytest.mark.case("N7")
def test_damage_after_it_was_opened_changes_nothing_either(folder: Path) -> None:
    opened(folder)
    warm = opened(folder)
    assert is_warm(warm)
    size = cache_file(folder).stat().st_size
    with cache_file(folder).open("r+b") as file:
        file.seek(size // 4)
        file.write(bytes(size // 2))
    assert same(warm, load(folder)) and not cache_file(folder).exists()


def test_files_that_changed_while_they_were_read_are_not_kept(folder: Path) -> None:
    files = signature(folder)
    plan = load(folder)
    (folder / "plan.yaml").touch()
    keep(plan, files)
    assert not cache_file(folder).exists()


def test_only_so_many_are_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "REST", -1.0)
    for n in range(MOST_FILES + 3):
        opened(write_plan(tmp_path / str(n)))
        time.sleep(0.002)
    assert len(list(cache_file(tmp_path).parent.glob("*"))) == MOST_FILES
    assert is_warm(opened(tmp_path / str(MOST_FILES + 2))) and not is_warm(opened(tmp_path / "0"))


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(PLAIN)
def test_whatever_is_packed_comes_out_again(things: Any) -> None:
    assert unpack(pack(things)) == things


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=300))
@pytest.mark.case("N7")
def test_any_bytes_are_refused_or_harmless(data: bytes) -> None:
    try:
        unpack(data)
    except Exception as error:
        assert not isinstance(error, (SystemExit, KeyboardInterrupt))
