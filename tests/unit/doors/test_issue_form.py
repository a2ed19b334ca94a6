"""The web form asks for what an entry needs, and GitHub takes it for a form."""

import re
from typing import Any

import pytest
import yaml

from generator.core.vietnamese import fold
from generator.doors.issue_form import closing_label, github_form, gitlab_template
from generator.doors.issue_questions import ASKED, questions
from generator.doors.keys import everywhere, keys_of
from tests.unit.core.made import VOCABULARY

TYPES = {"markdown", "textarea", "input", "dropdown", "checkboxes"}
TOP = {"name", "description", "body", "title", "labels", "assignees", "projects", "type"}
ATTRIBUTES = {
    "markdown": {"value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "input": {"label", "description", "placeholder", "value"},
    "dropdown": {"label", "description", "multiple", "options", "default"},
    "checkboxes": {"label", "description", "options"},
}


@pytest.fixture(name="form")
def drawn() -> dict[str, Any]:
    """The form as GitHub reads it."""
    read: dict[str, Any] = yaml.safe_load(github_form(VOCABULARY))
    return read


def test_the_form_has_the_keys_that_github_permits(form: dict[str, Any]) -> None:
    """Top-level keys, element types and their attributes are those of GitHub's form schema."""
    assert {"name", "description", "body"} <= set(form) <= TOP
    assert all(isinstance(form[each], str) and form[each].strip() for each in ("name", "title"))
    for each in form["body"]:
        assert each["type"] in TYPES
        assert set(each["attributes"]) <= ATTRIBUTES[each["type"]]
        assert set(each) <= {"type", "id", "attributes", "validations"}
        assert set(each.get("validations", {})) <= {"required"}


def test_ids_and_labels_are_unique_even_without_their_marks(form: dict[str, Any]) -> None:
    """GitHub makes references of labels: they differ in plain letters; ids have a plain form."""
    asked = [each for each in form["body"] if each["type"] != "markdown"]
    ids = [each["id"] for each in asked]
    labels = [re.sub(r"\W", "", fold(each["attributes"]["label"])).lower() for each in asked]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)
    assert [each for each in ids if not re.fullmatch(r"[A-Za-z0-9_-]+", each)] == []


def test_options_are_texts_that_differ(form: dict[str, Any]) -> None:
    """A choice has at least two options, each once, none of them GitHub's own “none”."""
    choices = [each for each in form["body"] if each["type"] == "dropdown"]
    assert choices
    for each in choices:
        options = each["attributes"]["options"]
        assert all(isinstance(option, str) and option.lower() != "none" for option in options)
        assert len({*options}) == len(options) >= 1


def test_what_an_entry_needs_is_required(form: dict[str, Any]) -> None:
    """Every key that must be there is asked for, and only those are required."""
    needed = {
        each.path
        for group in keys_of("model")
        if group.required
        for each in (group, *group.inner)
        if each.required and not each.inner
    }
    required = {
        each["id"].replace("-", ".")
        for each in form["body"]
        if each.get("validations", {}).get("required")
    }
    assert needed <= set(ASKED)
    assert required == needed


def test_every_question_is_about_a_key() -> None:
    """No question asks for a key that does not exist; each has an advice."""
    paths = {each.path for each in everywhere(keys_of("model"))}
    asked = questions(VOCABULARY)
    assert {each.path for each in asked if each.path} == set(ASKED) <= paths
    assert [each.label for each in asked if not each.advice.strip(" .")] == []


def test_options_follow_the_vocabulary(form: dict[str, Any]) -> None:
    """A choice offers the names that the vocabulary gives its terms."""
    field = next(each for each in form["body"] if each.get("id") == "linh_vuc")
    assert field["attributes"]["options"] == ["Kinh tế", "Đô thị văn minh"]


def test_the_giver_is_warned_first_and_promises_last(form: dict[str, Any]) -> None:
    """The form opens by saying that all is public, and closes with promises that must be made."""
    assert "công khai" in form["body"][0]["attributes"]["value"]
    last = form["body"][-1]
    assert last["attributes"]["label"] == closing_label()
    assert len(last["attributes"]["options"]) == 3
    assert all(each["required"] is True for each in last["attributes"]["options"])


def test_gitlab_gets_the_same_headings(form: dict[str, Any]) -> None:
    """The template for GitLab has a heading for each question, in the same order."""
    labels = [each["attributes"]["label"] for each in form["body"] if each["type"] != "markdown"]
    assert re.findall(r"(?m)^### (.+)$", gitlab_template(VOCABULARY)) == labels
