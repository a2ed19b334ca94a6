"""The command line's own words in Vietnamese, where click would speak English."""

from __future__ import annotations

import click
from click.formatting import HelpFormatter


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
        records = (param.get_help_record(ctx) for param in self.get_params(ctx))
        rows = [record for record in records if record is not None]
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


def in_vietnamese(error: click.ClickException) -> str:
    """What click complains of, as a Vietnamese sentence."""
    match error:
        case click.NoSuchOption():
            return f"không có tùy chọn {error.option_name}. Xem: dvk --help"
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


def _usage(error: click.UsageError) -> str:
    said = error.format_message()
    if said.startswith("No such command"):
        return f"không có lệnh {said.split(maxsplit=3)[3].rstrip('.')}. Xem: dvk --help"
    if said.startswith("Got unexpected extra argument"):
        return "thừa chữ sau lệnh. Xem: dvk --help"
    if said.startswith("Missing command"):
        return "thiếu tên lệnh. Xem: dvk --help"
    return "cách gọi lệnh chưa đúng. Xem: dvk --help"
