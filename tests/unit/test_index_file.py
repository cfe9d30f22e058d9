"""The index file: it says what the plan's files say, and is used only where everything fits."""

from __future__ import annotations

import os
import pickle
import random
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plan_data.cache import index_file
from plan_data.cache.cached_plan import open_plan, plan_file
from plan_data.cache.index_file import MOST_FILES, IndexFile
from plan_data.cache.packing import pack, unpack
from plan_data.copies.opening import load_with_copies
from plan_data.errors import MAX_BYTES, FormError
from plan_data.folders import SHIPPED, cache_folder
from plan_data.labels.index_notices import MADE_ANEW
from plan_data.loading.loader import load
from plan_data.model.plan import Plan
from plan_data.search import SearchIndex
from tests.small_plan import write_plan

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped plan; files count as settled at once."""
    monkeypatch.setattr(index_file, "REST", -1.0)
    shutil.copytree(SHIPPED, tmp_path / "plan")
    return tmp_path / "plan"


def opened(folder: Path) -> Plan:
    return open_plan(folder, max_bytes=MAX_BYTES)


def path_of(folder: Path) -> Path:
    path = plan_file(folder, MAX_BYTES).path
    assert path is not None
    return path


def is_read(folder: Path) -> bool:
    """Whether there is a file that is used."""
    return plan_file(folder, MAX_BYTES).read() is not None


def from_file(folder: Path) -> Plan:
    """The plan as its file has it."""
    found = plan_file(folder, MAX_BYTES).read()
    assert found is not None
    return found


def told(folder: Path) -> list[str]:
    """Why the file is made anew, as the reader is told."""
    messages = load_with_copies(folder, max_bytes=MAX_BYTES)[1]
    return [why for why, message in MADE_ANEW.items() if message in messages]


def same(one: Plan, other: Plan) -> bool:
    return (
        tuple(one.nodes) == tuple(other.nodes)
        and all(dict(getattr(one, name)) == dict(getattr(other, name)) for name in ("bodies", "sources", "quotes"))
        and all(list(getattr(one, name)) == list(getattr(other, name)) for name in ("bodies", "sources", "quotes"))
        and dict(one.backlinks) == dict(other.backlinks)
        and dict(one.quotes_by_source) == dict(other.quotes_by_source)
        and dict(one.printed) == dict(other.printed)
        and dict(one.state_counts) == dict(other.state_counts)
        and dict(one.terms) == dict(other.terms)
        and dict(one.names) == dict(other.names)
        and all(dict(a) == dict(b) and list(a) == list(b) for a, b in zip(one.uses, other.uses, strict=True))
        and (one.columns, one.index, one.totals, one.findings, one.tally, one.headings)
        == (other.columns, other.index, other.totals, other.findings, other.tally, other.headings)
    )


class TestUsed:
    def test_the_second_opening_says_what_the_first_said(self, folder: Path) -> None:
        assert not is_read(folder)
        opened(folder)
        assert is_read(folder) and same(opened(folder), load(folder))

    def test_a_plan_with_warnings_too(self, folder: Path) -> None:
        text = (folder / "plan.yaml").read_text(encoding="utf-8")
        (folder / "plan.yaml").write_text(text.replace("en: Internet Plus\n", "en: Internet\tPlus\n"), encoding="utf-8")
        assert opened(folder).findings
        assert is_read(folder) and opened(folder).findings == load(folder).findings

    def test_nodes_are_made_one_by_one_and_in_slices(self, folder: Path) -> None:
        opened(folder)
        warm, cold = opened(folder), load(folder)
        assert warm.nodes[-1] == cold.nodes[-1] and warm.nodes[3:90:7] == cold.nodes[3:90:7]
        assert tuple(warm.nodes[9:3:-2]) == tuple(cold.nodes[9:3:-2]) and warm.nodes[-3:] == cold.nodes[-3:]
        assert warm.subtree("act.ai") == cold.subtree("act.ai")
        assert warm.ancestors("act.ai.1") == cold.ancestors("act.ai.1")
        with pytest.raises(IndexError):
            warm.nodes[len(cold.nodes)]
        with pytest.raises(KeyError):
            warm.quotes["q.none"]

    def test_ids_have_the_same_places(self, folder: Path) -> None:
        opened(folder)
        warm, cold = opened(folder), load(folder)
        assert all(warm.index[id_] == n for n, id_ in enumerate(cold.columns.ids))
        for id_ in ("", "a", "act", "act.ai.", "zzz", "root ", "org.ndrc"):
            assert id_ not in warm.index and warm.index.get(id_) is None

    def test_it_finds_the_same(self, folder: Path) -> None:
        opened(folder)
        warm, cold = SearchIndex(from_file(folder)), SearchIndex(load(folder))
        for query in ("ai", "rgzn", "人工智能", "logstics", "ndrc logistics", "11.2", "act.ai", "2015-07", "zzzz"):
            assert warm.search(query, 1000) == cold.search(query, 1000)
            assert warm.count(query) == cold.count(query) and warm.lookup(query) == cold.lookup(query)

    def test_a_printing_command_reads_no_yaml_then(self, folder: Path) -> None:
        opened(folder)
        code = "import sys; from main import main; main(sys.argv[1:]); sys.exit(10 + ('yaml' in sys.modules))"
        words = [sys.executable, "-c", code, "find", "act.ai", "--plan", str(folder)]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 10 and "act.ai" in done.stdout

    def test_no_descriptor_is_lost(self, folder: Path) -> None:
        opened(folder)
        before = len(os.listdir("/dev/fd"))
        for _ in range(5):
            SearchIndex(opened(folder)).search("ai")
        assert len(os.listdir("/dev/fd")) <= before


class TestNotUsed:
    def test_of_young_files_none_is_made(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(index_file, "REST", 60.0)
        opened(folder)
        assert not path_of(folder).exists()

    @pytest.mark.case("N7")
    def test_a_changed_plan_is_read_anew_without_a_word(self, folder: Path) -> None:
        opened(folder)
        text = (folder / "plan.yaml").read_text(encoding="utf-8")
        (folder / "plan.yaml").write_text(text.replace("en: Internet Plus\n", "en: Internet Plot\n"), encoding="utf-8")
        assert not is_read(folder) and told(folder) == []
        assert opened(folder).root.title.en == "Internet Plot"

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
    def test_that_of_another_folder(self, folder: Path) -> None:
        opened(folder)
        other = folder.with_name("other")
        shutil.copytree(folder, other)
        path_of(folder).rename(path_of(other))
        assert told(other) == ["foreign"]
        assert is_read(other) and told(other) == []

    @pytest.mark.case("N7")
    def test_that_of_another_version(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        opened(folder)
        monkeypatch.setattr(index_file, "_stamp", lambda: ("another",))
        assert told(folder) == ["older"] and told(folder) == []

    @pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
    @pytest.mark.case("N7")
    def test_one_that_others_may_write(self, folder: Path, mode: int) -> None:
        opened(folder)
        path_of(folder).chmod(mode)
        assert told(folder) == ["foreign"] and told(folder) == []

    def test_a_link_a_folder_or_nothing_in_its_place(self, folder: Path) -> None:
        opened(folder)
        path = path_of(folder)
        path.rename(path.with_name("elsewhere"))
        path.symlink_to("elsewhere")
        assert not is_read(folder)
        path.unlink()
        path.mkdir()
        assert told(folder) == ["foreign"] and path.is_dir()

    @pytest.mark.case("B54")
    def test_a_cache_folder_that_cannot_be_made(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        (folder / "file").write_text("")
        monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "file"))
        plan = opened(folder)
        assert same(plan, load(folder)) and SearchIndex(plan).search("ai", 1)[0].id == "act.ai"

    @pytest.mark.parametrize("size", [0, 3, 30, 5000, -1])
    @pytest.mark.case("N7")
    def test_one_that_was_cut(self, folder: Path, size: int) -> None:
        opened(folder)
        whole = path_of(folder).read_bytes()
        path_of(folder).write_bytes(whole[:size])
        assert told(folder) == ["damaged"]
        assert is_read(folder) and same(opened(folder), load(folder))

    @pytest.mark.case("B55", "N7")
    def test_nothing_in_it_can_act(self, folder: Path, tmp_path: Path) -> None:
        opened(folder)

        class Trap:
            def __reduce__(self) -> tuple[Any, ...]:
                return (os.mkdir, (str(tmp_path / "sprung"),))

        data = pickle.dumps(Trap())
        with sqlite3.connect(path_of(folder)) as database:
            checksum = index_file.Database.checksum("about", "file", data)
            database.execute("UPDATE entry SET data=?, sum=? WHERE kind='about'", (data, checksum))
        database.close()
        assert told(folder) == ["damaged"] and not (tmp_path / "sprung").exists()
        for trap in (pickle.dumps(print), pickle.dumps(Path("x")), pickle.dumps(pickle.loads)):
            with pytest.raises(pickle.UnpicklingError):
                unpack(trap)


class TestDamage:
    @pytest.mark.case("B55")
    def test_anywhere_it_changes_nothing_that_is_said(self, folder: Path) -> None:
        opened(folder)
        whole, truth = path_of(folder).read_bytes(), load(folder)
        rnd = random.Random(2015)
        for _ in range(40):
            damaged = bytearray(whole)
            for _ in range(rnd.choice((1, 1, 20))):
                damaged[rnd.randrange(len(damaged))] ^= 1 << rnd.randrange(8)
            path_of(folder).write_bytes(bytes(damaged))
            path_of(folder).chmod(0o600)
            plan = opened(folder)
            assert same(plan, truth)
            assert all(plan.get(hit.id) is not None for hit in SearchIndex(plan).search("ai"))

    @pytest.mark.case("N7")
    def test_after_it_was_opened_it_changes_nothing_either(self, folder: Path) -> None:
        opened(folder)
        warm = opened(folder)
        size = path_of(folder).stat().st_size
        with path_of(folder).open("r+b") as file:
            file.seek(size // 8)
            file.write(bytes(size * 7 // 8))
        assert same(warm, load(folder)) and not path_of(folder).exists()
        assert MADE_ANEW["damaged"] in warm.notices
        assert SearchIndex(warm).search("rgzn", 1)[0].id == "act.ai"


class TestWriting:
    def test_what_another_process_writes_is_left_to_it(self, folder: Path) -> None:
        file = plan_file(folder, MAX_BYTES)
        part = path_of(folder).with_name(f".{path_of(folder).name}.part")
        part.parent.mkdir(parents=True)
        with index_file._locked(part, wait=False):
            file.write(lambda: load(folder))
            assert not is_read(folder)
        assert not part.exists()
        file.write(lambda: load(folder))
        assert is_read(folder)

    def test_a_plan_that_cannot_be_read_leaves_nothing_behind(self, folder: Path) -> None:
        def fail() -> Plan:
            raise FormError("plan.yaml", "no-plan", "no plan")

        with pytest.raises(FormError):
            plan_file(folder, MAX_BYTES).write(fail)
        assert os.listdir(path_of(folder).parent) == []

    def test_files_that_changed_while_they_were_read_are_not_kept(self, folder: Path) -> None:
        def touched(progress: object) -> Plan:
            (folder / "plan.yaml").touch()
            return load(folder)

        def file() -> IndexFile:
            return IndexFile(folder, plan_file(folder, MAX_BYTES).files, touched)

        from plan_data.cache.cached_plan import open_file

        open_file(file, MAX_BYTES, None, False)
        assert not path_of(folder).exists()

    def test_only_so_many_are_kept(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(index_file, "REST", -1.0)
        for n in range(MOST_FILES + 3):
            opened(write_plan(tmp_path / str(n)))
            os.utime(path_of(tmp_path / str(n)), ns=(n, n))
        opened(write_plan(tmp_path / "last"))
        assert len(list(path_of(tmp_path).parent.glob("*"))) == MOST_FILES
        assert is_read(tmp_path / "last") and not is_read(tmp_path / "0")

    def test_what_earlier_versions_and_ended_processes_left_is_removed(self, folder: Path) -> None:
        home = cache_folder()
        assert home is not None
        home.mkdir(parents=True)
        left = ["shipped.plan", "0a1b2c3d.plan", ".shipped.plan.4711", ".0a1b2c3d.sqlite.part"]
        for name in (*left, "fault.txt"):
            (home / name).write_text("x")
        opened(folder)
        assert sorted(os.listdir(home)) == sorted([path_of(folder).name, "fault.txt"])


class TestLargePlans:
    """The file of a large plan is made by another process."""

    @pytest.fixture
    def large(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setattr("plan_data.cache.cached_plan.LARGE", 1000)
        return folder

    def test_it_is_made_beside_and_used_for_finding_at_once(self, large: Path) -> None:
        plan = opened(large)
        assert plan.database is None and plan.builder is not None
        wait_for(plan)
        plan.database = plan.builder.database()
        assert plan.database is not None and SearchIndex(plan).search("rgzn", 1)[0].id == "act.ai"
        assert opened(large).builder is None and same(opened(large), load(large))

    def test_two_at_a_time_make_it_once(self, large: Path) -> None:
        plans = [opened(large), opened(large)]
        for plan in plans:
            wait_for(plan)
            assert plan.builder is not None and plan.builder.database() is not None
        assert os.listdir(path_of(large).parent) == [path_of(large).name]

    def test_one_that_cannot_be_written_ends_without_it(self, large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
        plan = opened(large)
        wait_for(plan)
        assert plan.builder is not None and plan.builder.database() is None
        assert SearchIndex(plan).search("rgzn", 1)[0].id == "act.ai"

    def test_where_python_cannot_be_started_nothing_is_lost(self, large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "executable", "/nowhere/python")
        plan = opened(large)
        assert plan.builder is not None and not plan.builder.is_working and same(plan, load(large))


def wait_for(plan: Plan) -> None:
    """Wait until the other process has ended."""
    assert plan.builder is not None and plan.builder._process is not None
    plan.builder._process.wait()


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
