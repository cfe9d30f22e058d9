"""The scripts by which bash, zsh and fish complete a command line, and how they ask.

click answers what fits where. Its own scripts (8.5) let messages through, and lose what a shell can do with paths: they
offer none after `--plan=`, cut those of fish at commas and blanks, and miss the second Tab of zsh. What these scripts
ask and get is the same, so that a script of click's that somebody has installed works on.
"""

from __future__ import annotations

from typing import ClassVar

from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete
from click.shell_completion import add_completion_class as register

_BASH = r"""%(complete_func)s() {
    local response type value
    # Only the words up to the cursor, each as it is typed.
    local IFS=$'\n'
    response=$(COMP_WORDS="${COMP_WORDS[*]:0:COMP_CWORD+1}" COMP_CWORD=$COMP_CWORD \
        %(complete_var)s=bash_complete "${1/#\~/$HOME}" 2>/dev/null)
    COMPREPLY=()
    while IFS=, read -r type value; do
        case $type in
            dir) compopt -o dirnames 2>/dev/null ;;
            file) compopt -o default 2>/dev/null ;;
            plain) COMPREPLY+=("$value") ;;
        esac
    done <<< "$response"
}

# bash 3.2 knows no `nosort`.
complete -o nosort -F %(complete_func)s %(prog_name)s 2>/dev/null || complete -F %(complete_func)s %(prog_name)s
"""

_ZSH = r"""#compdef %(prog_name)s

%(complete_func)s() {
    local type value words_said
    local -a response plain said
    (( $+commands[%(prog_name)s] )) || return 1
    response=("${(@f)$(COMP_WORDS="${words[1,CURRENT]}" COMP_CWORD=$((CURRENT-1)) \
        %(complete_var)s=zsh_complete %(prog_name)s 2>/dev/null)}")
    # The value of `--option=value` is completed by itself.
    [[ $PREFIX == --*=* ]] && compset -P '*='
    for type value words_said in "${response[@]}"; do
        case $type in
            dir) _path_files -/ ;;
            file) _path_files ;;
            plain)
                if [[ $words_said == _ ]]; then
                    plain+=("$value")
                else
                    said+=("$value:$words_said")
                fi ;;
        esac
    done
    # After a status other than 0 zsh would ask again in other ways.
    (( ! $#said )) || _describe -V unsorted said
    (( ! $#plain )) || compadd -V unsorted -a plain
    (( compstate[nmatches] ))
}

compdef %(complete_func)s %(prog_name)s
# Loaded from fpath at the first Tab, this file is a function, which answers that Tab; compdef is for the next ones.
[[ $zsh_eval_context[-1] != loadautofunc ]] || %(complete_func)s "$@"
"""

_FISH = r"""function %(complete_func)s
    set -l line (commandline -cp | string join ' ')
    set -l token (commandline -ct | string join ' ')
    # The value of `--option=value` is completed by itself, and offered with what stands before it.
    set -l before (string match -r -- '^--[a-z-]+=' $token)
    set -l path (string replace -r -- '^--[a-z-]+=' '' $token)
    for answer in (COMP_WORDS=$line COMP_CWORD=$token %(complete_var)s=fish_complete %(prog_name)s 2>/dev/null)
        set -l parts (string split -m 1 , -- $answer)
        switch $parts[1]
            case dir
                for found in (__fish_complete_directories $path)
                    printf '%%s\n' "$before$found"
                end
            case file
                # fish completes files for a command that does not exist.
                for found in (complete -C "__%(complete_var)s_none $path")
                    printf '%%s\n' "$before$found"
                end
            case plain
                printf '%%s\n' "$before$parts[2]"
        end
    end
end

complete --no-files --keep-order --command %(prog_name)s --arguments "(%(complete_func)s)"
"""


class _Silent(ShellComplete):
    """Answers nothing where a fault keeps it from answering: whoever types gets no messages between the letters."""

    def complete(self) -> str:
        """Return the answer to the shell."""
        try:
            return super().complete()
        except Exception:  # A wrong command, a folder that cannot be read, whatever.
            return ""


class Bash(_Silent, BashComplete):
    """The script of bash."""

    source_template: ClassVar[str] = _BASH

    def source(self) -> str:
        """Return the script; the bash of this machine need not be the one that reads it."""
        return ShellComplete.source(self)

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the cursor and the one at it; bash makes three words of `--plan=folder`."""
        args, incomplete = super().get_completion_args()
        pairs = zip(["", *args], args, strict=False)
        return [word for before, word in pairs if not (word == "=" and before.startswith("--"))], incomplete


class Zsh(_Silent, ZshComplete):
    """The script of zsh."""

    source_template: ClassVar[str] = _ZSH


class Fish(_Silent, FishComplete):
    """The script of fish."""

    source_template: ClassVar[str] = _FISH


SHELLS: dict[str, type[ShellComplete]] = {"bash": Bash, "zsh": Zsh, "fish": Fish}
"""Name of a shell to its script."""


def answer_shells() -> None:
    """Have click answer with these classes where a shell asks for completions."""
    for name, shell in SHELLS.items():
        register(shell, name)
