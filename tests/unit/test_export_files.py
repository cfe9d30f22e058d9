"""Writing an export: file systems without hard links, devices, pipes, long names."""

from __future__ import annotations

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from plan_data.exports import atomic_write
from plan_data.exports.atomic_write import write

NO_LINKS = [errno.EPERM, errno.EACCES, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS, errno.EXDEV]
LONG = "章" * 84 + "x.md"
"""A name of 256 bytes, one more than fit."""


@pytest.fixture
def no_links(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system that knows no hard links, no fsync and no modes."""

    def refused(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    def unknown(*_: object) -> None:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))

    monkeypatch.setattr(os, "link", refused)
    monkeypatch.setattr(os, "chmod", refused)
    monkeypatch.setattr(os, "fsync", unknown)


@pytest.mark.case("F05")
@pytest.mark.usefixtures("no_links")
class TestWithoutHardLinks:
    @pytest.mark.parametrize("code", NO_LINKS)
    def test_a_new_file_is_written_and_nothing_else(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
    ) -> None:
        def refused(*_: object) -> None:
            raise OSError(code, os.strerror(code))

        monkeypatch.setattr(os, "link", refused)
        write(tmp_path / "x.md", "one")
        assert (tmp_path / "x.md").read_text() == "one" and os.listdir(tmp_path) == ["x.md"]
        with pytest.raises(FileExistsError):
            write(tmp_path / "x.md", "two")
        write(tmp_path / "x.md", "two", force=True)
        assert (tmp_path / "x.md").read_text() == "two" and os.listdir(tmp_path) == ["x.md"]

    def test_a_file_that_came_meanwhile_is_not_overwritten(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def late(*_: object) -> None:
            (tmp_path / "x.md").write_text("theirs")
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))

        monkeypatch.setattr(os, "link", late)
        with pytest.raises(FileExistsError):
            write(tmp_path / "x.md", "ours")
        assert (tmp_path / "x.md").read_text() == "theirs" and os.listdir(tmp_path) == ["x.md"]

    def test_what_cannot_be_moved_there_leaves_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "replace", full)
        with pytest.raises(OSError, match="No space"):
            write(tmp_path / "x.md", "ours")
        assert os.listdir(tmp_path) == []


@pytest.mark.case("F05")
class TestNames:
    def test_the_mode_is_that_of_any_new_file(self, tmp_path: Path) -> None:
        umask = os.umask(0o027)
        try:
            write(tmp_path / "x.md", "one")
        finally:
            os.umask(umask)
        assert stat.S_IMODE((tmp_path / "x.md").stat().st_mode) == 0o640

    @pytest.mark.parametrize("name", ["a" * 252 + ".md", LONG[1:], os.fsdecode(b"\xff" * 252 + b".md")])
    def test_names_as_long_as_they_can_be(self, tmp_path: Path, name: str) -> None:
        write(tmp_path / name, "one")
        assert os.listdir(tmp_path) == [name]

    @pytest.mark.parametrize("name", ["a" * 256, LONG, "nowhere/x.md"])
    def test_names_that_cannot_be_have_the_reason_of_the_system(self, tmp_path: Path, name: str) -> None:
        with pytest.raises(OSError, match="too long|No such"):
            write(tmp_path / name, "one")
        assert os.listdir(tmp_path) == []

    def test_a_disk_that_fails_is_no_disk_that_knows_no_fsync(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fails(*_: object) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        monkeypatch.setattr(os, "fsync", fails)
        with pytest.raises(OSError, match="Input/output"):
            write(tmp_path / "x.md", "one")
        assert os.listdir(tmp_path) == []


@pytest.mark.case("F05")
class TestPipesAndDevices:
    def test_a_device_is_written_and_stays_one(self) -> None:
        write(Path(os.devnull), "one")
        assert stat.S_ISCHR(os.stat(os.devnull).st_mode)
        with pytest.raises(OSError, match="No space"):
            write(Path("/dev/full"), "one")

    def test_a_named_pipe_with_a_reader(self, tmp_path: Path) -> None:
        """Longer than what a pipe holds, so that writing has to wait for the reader."""
        path, text, read = tmp_path / "pipe.md", "0123456789" * 30_000, []
        os.mkfifo(path)
        reader = threading.Thread(target=lambda: read.append(path.read_text()))
        reader.start()
        write(path, text)
        reader.join()
        assert read == [text] and path.is_fifo()

    def test_a_named_pipe_that_nobody_reads_is_not_waited_for(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(atomic_write, "PATIENCE", 0)
        os.mkfifo(tmp_path / "pipe.md")
        with pytest.raises(OSError, match="no program reads"):
            write(tmp_path / "pipe.md", "one", force=True)

    @pytest.mark.parametrize("blocking", [True, False])
    @pytest.mark.parametrize("place", ["/dev/fd", "/proc/self/fd"])
    def test_an_open_file_goes_on_where_it_is(self, tmp_path: Path, place: str, blocking: bool) -> None:
        if not Path(place).exists():
            pytest.skip(f"no {place}")
        with (tmp_path / "out").open("w") as file:
            file.write("before\n")
            file.flush()
            os.set_blocking(file.fileno(), blocking)
            (tmp_path / "link.md").symlink_to(f"{place}/{file.fileno()}")
            for path in (Path(place, str(file.fileno())), tmp_path / "link.md"):
                write(path, "text\n")
        assert (tmp_path / "out").read_text() == "before\ntext\ntext\n" and (tmp_path / "link.md").is_symlink()

    @pytest.mark.parametrize("number", ["9999", "9" * 30])
    def test_an_open_file_that_is_none(self, number: str) -> None:
        with pytest.raises(OSError, match="descriptor"):
            write(Path("/dev/fd", number), "one", force=True)

    def test_links_in_a_circle(self, tmp_path: Path) -> None:
        (tmp_path / "a.md").symlink_to("b.md")
        (tmp_path / "b.md").symlink_to("a.md")
        with pytest.raises(FileExistsError):
            write(tmp_path / "a.md", "one")
        write(tmp_path / "a.md", "one", force=True)
        assert (tmp_path / "a.md").read_text() == "one" and (tmp_path / "b.md").is_symlink()
