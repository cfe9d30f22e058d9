"""`keys` and `paths`."""

from __future__ import annotations

import click

from cli.command import help_text, print_result
from cli.options import Settings, format_option, shared_options
from cli.streams import emit, emit_data, language, say
from plan_data.labels.command_line import FOLDERS, NO_FOLDER, NO_HOME
from widgets.render.wrapping import padded


@click.command(help=help_text("Print what every key does.", ["keys --format md"]))
@format_option("md")
@shared_options
@click.pass_obj
def keys(settings: Settings, form: str) -> None:
    """Run the command `keys`."""
    from plan_data.folders import config_folder
    from tui.commands import all_commands
    from tui.commands.base import apply_keys
    from tui.commands.table import key_blocks, markdown
    from tui.userdata.settings import read_settings

    kept = read_settings(config_folder(), all_commands())
    for warning in kept.warnings:
        say(warning)
    apply_keys(kept.keys)
    if form == "md":
        emit_data(markdown(settings.lang or "en"))
        return
    rows = [
        {"id": command.id(), "key": key, "pane": command.pane, "help": command.help()}
        for command in all_commands()
        for key in command.shown_keys()
    ]
    print_result(settings, form, lambda: {"keys": rows}, lambda lang: list(key_blocks(lang)))


PATHS_HELP = help_text(
    "Print the folders of the plan, settings, notes and caches.",
    ["paths --example > ~/.config/internet-plus/settings.toml"],
)


@click.command(help=PATHS_HELP)
@click.option("--example", "with_example", is_flag=True, help="Print a settings file with all settings commented out.")
@format_option()
@shared_options
@click.pass_obj
def paths(settings: Settings, form: str, with_example: bool) -> None:
    """Run the command `paths`."""
    if with_example:
        from tui.commands import all_commands
        from tui.userdata.settings import example

        emit_data(example(all_commands(), language()))
        return
    from plan_data import folders

    found = {
        "plan": str(settings.folder),
        "settings": str(folders.config_folder() or ""),
        "data": str(folders.data_folder() or ""),
        "copies": str(folders.copies_folder() or ""),
        "cache": str(folders.cache_folder() or ""),
    }
    if form == "json":
        from plan_data.exports.records import dumps

        emit_data(dumps({"paths": found}))
        return

    for name, path in found.items():
        # A folder's name may have a line feed in it.
        shown = path.replace("\n", "<U+000A>")
        label = padded(FOLDERS[name].pick(language()), 10)
        emit(f"{label} {shown or NO_FOLDER.format(reason=NO_HOME).pick(language())}\n")
