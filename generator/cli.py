"""``dvk``: the commands an editor types.

Speaks Vietnamese, ends with 0 when all is well and 1 when something must be mended,
and never shows a traceback.
"""

from __future__ import annotations

import os
import sys
import traceback

import click

from generator.adapters.mkdocs_shell import EngineError
from generator.adapters.storage import StorageError, reason
from generator.commands import authoring, forms, issues, making, mending, schema
from generator.commands.words import VietnameseGroup, in_vietnamese
from generator.settings import SettingsError


@click.group(cls=VietnameseGroup)
@click.version_option(package_name="dan-van-kheo", message="dvk %(version)s", help="Xem phiên bản.")
def dvk() -> None:
    """Dựng trang “Dân vận khéo” từ các mục trong content/."""


for command in (
    making.check,
    making.build,
    making.serve,
    mending.status,
    authoring.new,
    forms.export,
    forms.import_form,
    issues.import_issue,
    schema.schema,
):
    dvk.add_command(command)


def main() -> None:
    """Run ``dvk``; every failure is one plain sentence and exit status 1."""
    try:
        dvk.main(standalone_mode=False)
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


def _confess(error: Exception) -> None:
    click.echo(
        f"Lỗi của chương trình, không phải của nội dung: {type(error).__name__}: {error}.\n"
        "Trang cũ vẫn giữ nguyên. Xin báo lỗi kèm dòng trên; "
        "đặt DVK_DEBUG=1 rồi chạy lại để xem chi tiết.",
        err=True,
    )
    if os.environ.get("DVK_DEBUG"):
        traceback.print_exception(error)
