"""How a day that falls due is said: as a date, as a leaf of a calendar, and how it stands."""

from __future__ import annotations

from datetime import date

from generator.core.dates import PartialDate
from generator.core.deadlines import Rule, Step

TONES = {"past": "plain", "overdue": "warn", "next": "gold", "upcoming": "ok"}
"""The tone of the badge for each state; the words beside it say the same."""

_WORDS = {"past": "Đã qua", "next": "Kế tiếp", "upcoming": "Sắp tới"}


def said(due: PartialDate) -> str:
    """ "30/11/2026", "trong tháng 7/2026", "trong năm 2026"."""
    if due.day:
        return str(due)
    return f"trong tháng {due}" if due.month else f"trong năm {due}"


def leaf(due: PartialDate) -> tuple[str, str]:
    """What stands large and small on a leaf: ("30", "tháng 11"), ("11", "trong tháng")."""
    if due.day:
        return str(due.day), f"tháng {due.month}"
    return (str(due.month), "trong tháng") if due.month else (str(due.year), "trong năm")


def state_in_words(step: Step, today: date) -> str:
    """How a step stands; an overdue one says what proves it."""
    if step.state == "overdue":
        return f"Quá hạn: {step.short} đơn vị trong kho chưa đủ chỉ tiêu"
    if step.due.first == step.due.last == today:
        return "Hôm nay"
    return _WORDS[step.state]


def years_in_words(rule: Rule) -> str:
    """In which years a deadline comes back: "hằng năm, 2022–2025"; nothing for a single day."""
    if not rule.is_yearly:
        return ""
    if rule.is_open:
        return f"hằng năm, từ {rule.first}"
    return f"năm {rule.first}" if rule.first == rule.last else f"hằng năm, {rule.first}–{rule.last}"


def distance(due: PartialDate, today: date) -> str:
    """ "còn 10 ngày" until the last day it can mean."""
    days = (due.last - today).days
    return f"còn {days} ngày" if days else "hôm nay"


def in_full(day: date) -> str:
    """A day as it is written in Vietnamese."""
    return str(PartialDate(day.year, day.month, day.day))
