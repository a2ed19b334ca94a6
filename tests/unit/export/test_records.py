"""A record says of an entry what the entry and its links say, and no more."""

from typing import Any, get_args

import pytest
from pydantic import BaseModel

from generator.core.dates import PartialDate, YearlyDate, YearRange
from generator.core.entries import Model, Plan
from generator.core.field_types import Amount
from generator.core.links import links
from generator.export.columns import ColumnType
from generator.export.records import COLUMNS, Record, model_records, plan_records
from tests.unit.export.export_world import model, plan, thin_model, thin_plan, world

BASE = "https://dvk.example/kho/"


def models(*items: Any, completeness: dict[str, int] | None = None) -> dict[str, Record]:
    """The records of models, by slug."""
    catalogue = world(*items)
    records = model_records(catalogue, links(catalogue), BASE, completeness or {})
    return {record.slug: record for record in records}


def plans(*items: Any) -> dict[str, Record]:
    """The records of plans, by slug."""
    catalogue = world(*items)
    return {each.slug: each for each in plan_records(catalogue, links(catalogue), BASE)}


def test_a_record_holds_every_column_in_order() -> None:
    """The values stand in the order in which the columns are described."""
    record = models(model("a"))["a"]

    assert tuple(record.values) == tuple(column.name for column in COLUMNS["model"])


def test_values_fit_the_described_type() -> None:
    """A value is of the type its column announces, in full entries and in thin ones."""
    python = {ColumnType.INTEGER: int, ColumnType.TRUTH: bool, ColumnType.LIST: tuple}
    records = [*models(model("a"), thin_model("b")).values()]
    records += [*plans(plan("c"), thin_plan("d")).values()]

    for record in records:
        for column in COLUMNS[record.kind]:
            value = record.values[column.name]
            expected = python.get(column.type, str)
            may_be_unknown = value is None and expected in (str, int)
            assert may_be_unknown or type(value) is expected, column.name


def test_the_place_is_told_then_and_now() -> None:
    """A former province keeps its name and gains the name and code of today's."""
    values = models(model("a"))["a"].values

    assert values["province_then"] == "Bắc Giang"
    assert (values["province_now"], values["province_code"]) == ("Bắc Ninh", "24")
    assert (values["district"], values["place_year"]) == ("huyện Sơn Động", 2024)


def test_the_address_is_absolute_whether_or_not_the_base_ends_in_a_slash() -> None:
    """The page of an entry stands below the address of the site."""
    catalogue = world(model("a"))
    (record,) = model_records(catalogue, links(catalogue), "https://dvk.example/kho", {})

    assert record.values["url"] == "https://dvk.example/kho/mo-hinh/a/"


def test_terms_come_with_their_names() -> None:
    """Each column of ids has a column of names beside it."""
    values = models(model("a"))["a"].values

    assert values["fields"] == ("van-hoa-xa-hoi", "kinh-te")
    assert values["field_names"] == ("Văn hóa – xã hội", "Kinh tế")
    assert (values["cost"], values["cost_name"]) == ("thap", "Thấp")
    assert values["terrain_names"] == ("Đô thị",)


def test_dates_are_as_exact_as_the_source_and_no_more() -> None:
    """A month stays a month and a day stays a day."""
    values = models(model("a"))["a"].values

    assert (values["start"], values["confirmed"]) == ("2022-03", "2024-04-12")


def test_what_is_unknown_stays_empty() -> None:
    """A thin entry has no start, state, cost or completeness, and empty lists."""
    values = models(thin_model("b"))["b"].values

    for name in ("start", "state", "state_name", "cost", "money", "completeness_percent"):
        assert values[name] is None
    assert values["results"] == values["terrain"] == values["needs"] == ()
    assert values["replicated"] is False


def test_levels_are_listed_once_and_completeness_is_handed_in() -> None:
    """Two awards of one level give one level; the percentage is the one that was given."""
    values = models(model("a"), completeness={"a": 70})["a"].values

    assert values["recognition_levels"] == ("tinh",)
    assert len(values["recognitions"] or ()) == 2
    assert (values["results_count"], values["completeness_percent"]) == (3, 70)


def test_plans_include_those_registered_with() -> None:
    """A plan that only a registration names counts among the plans."""
    assert models(model("a"))["a"].values["plans"] == ("ke-hoach-tinh", "ke-hoach-xa")


def test_copies_are_known_from_either_side() -> None:
    """A copy told by the copy, or by the original alone, shows in both records."""
    told_by_copy = models(thin_model("goc"), thin_model("ban", more="nhan_rong_tu: goc"))
    told_by_original = models(
        thin_model("goc", more="nhan_rong_den: [{noi: Xã B, mo_hinh: ban}]"), thin_model("ban")
    )

    for records in (told_by_copy, told_by_original):
        assert records["goc"].values["copies"] == ("ban",)
        assert records["goc"].values["replicated"] is True
        assert records["ban"].values["copied_from"] == "goc"
        assert records["ban"].values["replicated"] is False


def test_the_details_keep_what_a_table_cannot() -> None:
    """Figures are numbers, dates ISO, groups complete, and the body is Markdown."""
    details = models(model("a", body="\n## Cách làm\n\nGóp tiền.\n"))["a"].details

    assert details["results"] == [
        {
            "what": "camera được lắp",
            "amount": {"text": "7.556", "number": 7556},
            "unit": "camera",
            "as_of": "2024-04",
        },
        {
            "what": "giảm số vụ trộm",
            "amount": {"text": "hơn 62", "number": None},
            "unit": "phần trăm",
            "as_of": None,
        },
        {
            "what": "diện tích",
            "amount": {"text": "7,5", "number": 7.5},
            "unit": "ha",
            "as_of": "2011/2015",
        },
    ]
    assert details["pictures"]
    assert details["contact"]
    assert details["body"] == "## Cách làm\n\nGóp tiền."


def test_a_number_too_large_for_json_is_left_to_its_text() -> None:
    """A figure that a reader of JSON would round or refuse has no number beside its text."""
    figure = "9" * 400 + ",5"
    more = f"ket_qua: [{{noi_dung: đồng, gia_tri: '{figure}'}}]"
    (result,) = models(thin_model("a", more=more))["a"].details["results"]  # type: ignore[misc]

    assert result["amount"]["number"] is None  # type: ignore[index,call-overload]
    assert result["amount"]["text"]  # type: ignore[index,call-overload]


def test_a_plan_knows_its_models_and_its_successor() -> None:
    """Answers and replacements are followed from the other side."""
    new, old = plan("ke-hoach-tinh"), thin_plan("ke-hoach-cu")
    records = plans(new, old, model("a"))

    assert records["ke-hoach-tinh"].values["models"] == ("a",)
    assert records["ke-hoach-tinh"].values["models_count"] == 1
    assert records["ke-hoach-cu"].values["replaced_by"] == "ke-hoach-tinh"


def test_a_plan_is_told_in_full() -> None:
    """Number, dates, signer and counts stand in columns, tasks and deadlines in the details."""
    record = plans(plan("p"))["p"]
    values, details = record.values, record.details

    assert (values["number"], values["issued"]) == ("31-KH/TU", "2021-03-16")
    assert (values["period_first"], values["period_last"]) == (2021, 2025)
    assert values["signer"] == "Nguyễn Văn A, Phó Bí thư"
    assert (values["tasks_count"], values["level_name"]) == (2, "Cấp tỉnh")
    assert details["milestones"][0]["due"] == "--03-31"  # type: ignore[index,call-overload]
    assert details["tasks"][1]["start"] == "2023-06"  # type: ignore[index,call-overload]


@pytest.mark.parametrize("shape", [Model, Plan])
def test_every_kind_of_value_in_an_entry_has_an_open_form(shape: type[BaseModel]) -> None:
    """No field holds a type that the records would not know how to write."""
    known = {str, int, bool, type(None), PartialDate, YearRange, YearlyDate, Amount}

    assert _leaves(shape) <= known


def _leaves(annotation: Any) -> set[Any]:
    """The plain types an annotation ends in, groups and lists opened."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.values()
        return set().union(*(_leaves(field.annotation) for field in fields))
    parts = [part for part in get_args(annotation) if part is not Ellipsis]
    if hasattr(annotation, "__metadata__"):
        parts = parts[:1]
    return set().union(*map(_leaves, parts)) if parts else {annotation}


def test_records_follow_the_order_of_the_catalogue() -> None:
    """Models come in Vietnamese A–Z order of their names."""
    records = models(thin_model("b", "Đường hoa"), thin_model("a", "Dòng sông"))

    assert [record.values["name"] for record in records.values()] == ["Dòng sông", "Đường hoa"]
