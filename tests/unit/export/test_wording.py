"""A group of fields becomes one line that says no more than the group."""

from generator.export import wording
from tests.unit.export.export_world import VOCABULARY, model, plan, thin_model

MODEL = model("a").entry
PLAN = plan("b").entry


def test_a_recognition_names_level_award_office_year_and_decision() -> None:
    """The level comes first, then the award in its own words."""
    full, bare = (wording.recognition(each, VOCABULARY) for each in MODEL.recognitions)

    assert full == "Cấp tỉnh: Bằng khen, Ủy ban nhân dân tỉnh, 2024, số 12/QĐ-UBND"
    assert bare == "Cấp tỉnh: Biểu dương"


def test_a_result_keeps_its_figure_unit_and_date() -> None:
    """Figures stand in Vietnamese style, years together as a range."""
    told = [wording.result(each, VOCABULARY) for each in MODEL.results]

    assert told == [
        "camera được lắp: 7.556 camera (4/2024)",
        "giảm số vụ trộm: hơn 62 phần trăm",
        "diện tích: 7,5 ha (2011–2015)",
    ]


def test_a_restored_title_is_marked() -> None:
    """A source whose title was worked out from its address says so."""
    full, restored = (wording.citation(each, VOCABULARY) for each in MODEL.sources)

    assert full == "Camera phủ khắp xã – Báo A, 10/2024, https://a.example/1?x=1&y=2"
    assert restored == "Xã an toàn (nhan đề dựng lại) – Báo B"


def test_registrations_and_copies_carry_their_links() -> None:
    """A year is followed by its plan, a place by its year and its entry."""
    linked = thin_model("c", more="nhan_rong_den: [{noi: Xã C, nam: 2024, mo_hinh: xa-c}]").entry

    assert wording.registration(MODEL.registrations[0], VOCABULARY) == "2022 (ke-hoach-xa)"
    assert wording.copy(MODEL.copied_to[0], VOCABULARY) == "Xã Bình Minh (2023)"
    assert wording.copy(linked.copied_to[0], VOCABULARY) == "Xã C (2024; xa-c)"


def test_the_parts_of_a_plan_read_as_sentences() -> None:
    """Targets give their bounds, yearly deadlines their years, bases their numbers."""
    assert wording.target(PLAN.targets[0], VOCABULARY) == (
        "Mô hình mới: tối thiểu 1, tối đa 2 (hằng năm; áp dụng: Mỗi xã)"
    )
    assert [wording.milestone(each, VOCABULARY) for each in PLAN.milestones] == [
        "31/3 hằng năm: Gửi danh sách (2022–2025; gửi Ban Dân vận)",
        "01/5/2021: Phát động",
    ]
    assert wording.basis(PLAN.bases[0], VOCABULARY) == (
        "Chỉ thị về dân vận, số 05-CT/TW, 15/5/2016, Bộ Chính trị"
    )
