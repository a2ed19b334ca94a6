"""The rows of tables by year: what they are called and which lists stand behind them."""

from __future__ import annotations

from generator.core.axes import YEAR
from generator.core.catalogue import Catalogue
from generator.core.figures import UNDATED, Period, years_told
from generator.core.routes import term_url
from generator.pages.views import Link


def period_link(period: Period, catalogue: Catalogue) -> Link:
    """A row's name, with the list of its year where one stands on the site."""
    if period == UNDATED:
        return Link("Không ghi năm", "")
    if len(period) == 1:
        year = str(period[0])
        return Link(year, term_url(YEAR, year) if year in catalogue.by_year else "")
    return Link(f"Đến {max(year for year in period if year)}", "")


def period_values(period: Period) -> str:
    """The row as the value of a filter by year."""
    return ",".join(years_told(period))
