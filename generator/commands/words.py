"""The command line's own words in Vietnamese, where click would speak English."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click
from click.exceptions import NoSuchCommand
from click.formatting import HelpFormatter

_EXTRA = re.compile(r"\s*\[([^\[\]]+)\]$")
_BOUNDS = re.compile(r"(\d+)<=x<=(\d+)")


class _VietnameseHelp(click.Command):
    """Help with Vietnamese headings."""

    def format_usage(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """The first line: how the command is called."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        pieces = pieces.replace("[OPTIONS]", "[TÙY CHỌN]").replace("COMMAND [ARGS]...", "LỆNH …")
        formatter.write_usage(ctx.command_path, pieces, prefix="Cách dùng: ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, told in Vietnamese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Xem hướng dẫn này."
        return option

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """The list of options."""
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        records = (option.get_help_record(ctx) for option in options)
        rows = [(called, _in_words(told)) for called, told in filter(None, records)]
        if rows:
            with formatter.section("Tùy chọn"):
                formatter.write_dl(rows)


class VietnameseCommand(_VietnameseHelp):
    """A command."""


class VietnameseGroup(_VietnameseHelp, click.Group):
    """A command with sub-commands."""

    command_class = VietnameseCommand

    def format_options(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """The list of options, then of commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """The list of commands."""
        names = self.list_commands(ctx)
        rows = [(name, self.commands[name].get_short_help_str(limit=90)) for name in names]
        with formatter.section("Lệnh"):
            formatter.write_dl(rows)


class LateGroup(VietnameseGroup):
    """A group whose commands are loaded when they are asked for."""

    def __init__(self, *args: Any, late: Mapping[str, str], **kwargs: Any) -> None:
        """``late`` tells by name the module below ``generator.commands`` and its attribute."""
        super().__init__(*args, **kwargs)
        self._late = late

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in alphabetical order."""
        return sorted(self._late)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded now."""
        if cmd_name in self._late and cmd_name not in self.commands:
            module, _, attribute = self._late[cmd_name].partition(":")
            found = getattr(import_module(f"generator.commands.{module}"), attribute)
            self.add_command(found, cmd_name)
        return super().get_command(ctx, cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; a slip of the keyboard is held against all names."""
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand as error:
            near = get_close_matches(error.command_name, self._late)
            raise NoSuchCommand(error.command_name, possibilities=near, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: HelpFormatter) -> None:
        """The list of commands, all of them loaded."""
        for name in self.list_commands(ctx):
            self.get_command(ctx, name)
        super().format_commands(ctx, formatter)


def _in_words(told: str) -> str:
    """What is said of an option, with what click adds to it (“[1<=x<=9; required]”) in words."""
    extra = _EXTRA.search(told)
    if extra is None:
        return told
    words = _BOUNDS.sub(r"từ \1 đến \2", extra[1]).split("; ")
    said = sorted("bắt buộc" if word == "required" else word for word in words)
    return f"{told[: extra.start()]} ({'; '.join(said)})"


def in_vietnamese(error: click.ClickException) -> str:
    """What click complains of, as a Vietnamese sentence."""
    match error:
        case click.NoSuchOption():
            meant = _meant(error.possibilities)
            return f"không có tùy chọn {error.option_name}.{meant} Xem: dvk --help"
        case NoSuchCommand():
            meant = _meant(error.possibilities)
            return f"không có lệnh “{error.command_name}”.{meant} Xem: dvk --help"
        case click.MissingParameter():
            return f"thiếu {_called(error.param, -1)}. Xem: dvk --help"
        case click.BadParameter():
            name = _called(error.param, 0)
            choices = getattr(getattr(error.param, "type", None), "choices", None)
            hint = f" Dùng một trong: {', '.join(choices)}." if choices else ""
            return f"giá trị của {name} không dùng được.{hint}"
        case click.BadOptionUsage():
            return f"tùy chọn {error.option_name} cần có giá trị đi kèm. Xem: dvk --help"
        case click.UsageError():
            return _usage(error)
        case click.FileError():
            return f"không mở được {error.ui_filename}."
    return error.format_message()


def _called(param: click.Parameter | None, which: int) -> str:
    """What an editor types for a parameter; of an option one of its names."""
    if isinstance(param, click.Option):
        return param.opts[which]
    return (param.metavar if isinstance(param, click.Argument) else None) or "giá trị"


def _meant(near: list[str] | None) -> str:
    return f" Có phải bạn muốn viết “{near[0]}”?" if near else ""


def _usage(error: click.UsageError) -> str:
    said = error.format_message()
    if said.startswith("Got unexpected extra argument"):
        return "thừa chữ sau lệnh. Xem: dvk --help"
    if said.startswith("Missing command"):
        return "thiếu tên lệnh. Xem: dvk --help"
    return "cách gọi lệnh chưa đúng. Xem: dvk --help"
