"""Options that several commands share, and how they tell of problems."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from generator import build as story
from generator.adapters import report
from generator.core.problems import Severity
from generator.core.vietnamese import number

CONFIG = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="TỆP",
    default=Path("mkdocs.yml"),
    help="Tệp cài đặt (mặc định: mkdocs.yml).",
)
CONTENT = click.option(
    "--content",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ_MỤC",
    help="Thư mục nội dung (mặc định: thư mục chứa docs_dir trong mkdocs.yml).",
)
STRICT = click.option("--strict", is_flag=True, help="Coi cảnh báo như lỗi.")
SITE = click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="THƯ_MỤC",
    help="Thư mục trang dựng xong (mặc định: site).",
)


def show_problems(prepared: story.Prepared, to_stderr: bool = False) -> None:
    """Print every problem with its excerpt, or that there is none."""
    stream = sys.stderr if to_stderr else sys.stdout
    checked = prepared.checked
    colour = stream.isatty() and "NO_COLOR" not in os.environ
    if checked.problems:
        click.echo(report.as_text(checked.problems, checked.line, colour), file=stream)
        return
    count = len(checked.catalogue.models), len(checked.catalogue.plans)
    click.echo(
        f"Không có lỗi: {number(count[0])} mô hình, {number(count[1])} kế hoạch.", file=stream
    )


def fails(prepared: story.Prepared, strict: bool) -> bool:
    """Whether the content may not be built; with ``strict`` warnings count too."""
    problems = prepared.checked.problems
    return prepared.checked.failed or (
        strict and any(item.severity is Severity.WARNING for item in problems)
    )
