"""``dvk``: the commands an editor types.

Speaks Vietnamese, ends with 0 when all is well and 1 when something must be mended,
and never shows a traceback.
"""

from __future__ import annotations

import os
import sys
import traceback
from contextlib import suppress

import click

from generator.adapters.storage import StorageError, reason
from generator.commands.words import LateGroup, in_vietnamese
from generator.pages.shell import EngineError
from generator.settings import SettingsError

_COMMANDS = {
    "check": "making:check",
    "build": "making:build",
    "serve": "making:serve",
    "status": "mending:status",
    "new": "authoring:new",
    "export": "forms:export",
    "import": "forms:import_form",
    "import-issue": "issues:import_issue",
    "schema": "schema:schema",
}
"""Where each command is; it is loaded when it is called, with the libraries that it needs."""


@click.group(cls=LateGroup, late=_COMMANDS)
@click.version_option(package_name="dan-van-kheo", message="dvk %(version)s", help="Xem phiên bản.")
def dvk() -> None:
    """Dựng trang “Dân vận khéo” từ các mục trong content/."""


def main() -> None:
    """Run ``dvk``; every failure is one plain sentence and exit status 1."""
    try:
        dvk.main(prog_name="dvk", standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        click.echo("\nĐã dừng.", err=True)
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.ClickException as error:
        click.echo(f"Lỗi: {in_vietnamese(error)}", err=True)
        sys.exit(2 if isinstance(error, click.UsageError) else 1)
    except (SettingsError, StorageError, EngineError) as error:
        click.echo(f"Lỗi: {error}", err=True)
        sys.exit(1)
    except OSError as error:
        click.echo(f"Lỗi: {reason(error)}: {error.filename or ''}", err=True)
        sys.exit(1)
    except Exception as error:  # a fault of the program: say so, without a traceback
        _confess(error)
        sys.exit(1)


def program() -> None:
    """Run ``dvk`` as a program of its own.

    At the end nothing is tidied up: to give back the room of ten thousand entries, one by one,
    takes a second, and the system does it at once.
    """
    status = 0
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else int(end.code is not None)
    with suppress(OSError):  # whoever read may have gone
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def _confess(error: Exception) -> None:
    click.echo(
        f"Lỗi của chương trình, không phải của nội dung: {type(error).__name__}: {error}.\n"
        "Trang cũ vẫn giữ nguyên. Xin báo lỗi kèm dòng trên; "
        "đặt DVK_DEBUG=1 rồi chạy lại để xem chi tiết.",
        err=True,
    )
    if os.environ.get("DVK_DEBUG"):
        traceback.print_exception(error)
