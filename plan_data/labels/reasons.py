"""Why the system refuses to read or write a file."""

from __future__ import annotations

import errno

from plan_data.model.pair import Pair

NO_READER = Pair("no program reads from this pipe", "没有程序读取此管道")
"""Why an export cannot be written to a pipe."""
NO_STDOUT = Pair("stdout is closed", "输出已关闭")
"""Why nothing can be printed."""
REASONS = {
    errno.ENOENT: Pair("No such file or directory", "文件或文件夹不存在"),
    errno.EACCES: Pair("Permission denied", "没有权限"),
    errno.EPERM: Pair("Operation not permitted", "不允许此操作"),
    errno.EEXIST: Pair("File exists", "文件已存在"),
    errno.EISDIR: Pair("Is a directory", "这是文件夹"),
    errno.ENOTDIR: Pair("Not a directory", "路径中有一段不是文件夹"),
    errno.ENOSPC: Pair("No space left on device", "磁盘已满"),
    errno.EROFS: Pair("Read-only file system", "文件系统为只读"),
    errno.ENAMETOOLONG: Pair("File name too long", "文件名过长"),
    errno.EIO: Pair("Input/output error", "磁盘读写错误"),
    errno.EBADF: Pair("Bad file descriptor", "文件描述符无效"),
    errno.ENXIO: NO_READER,
}
"""Error number to its words; English has those of the system."""


def reason_of(error: Exception) -> Pair:
    """Return why a file could not be read or written; in the system's own words where the table has none."""
    said = getattr(error, "strerror", None) or str(error)
    return REASONS.get(getattr(error, "errno", None) or 0, Pair(said, said))
