"""What imports can't show: where files may stand, which way foreign keys point, what templates use."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import ForeignKey

SOURCE = Path(__file__).resolve().parents[2] / "src" / "hjemmedag"
STAIR = ["audit", "outbox", "people", "documents", "policy", "agreements", "equipment", "security", "worktime"]
STAIR += ["workplaces", "onboarding", "week", "followup", "endings", "overview"]
DOORS = {"queries", "actions", "duties", "tasks"}
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted(SOURCE.glob("apps/*/templates/**/*.*"))
INLINE = re.compile(r"""<style|\sstyle=|<script(?![^>]*(?:src=|application/json))|\son(?:click|change|submit|load)=""")


def stage_of(path: Path) -> str:
    return path.relative_to(SOURCE / "apps").parts[0]


def imports_of(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    found += [
        f"{node.module}.{name.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for name in node.names
    ]
    return found + [name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_is_longer_than_300_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_no_module_has_a_name_that_says_nothing() -> None:
    empty = {"utils", "helpers", "common", "manager", "managers", "service", "services", "misc", "base"}
    assert [path for path in MODULES if path.stem in empty or empty & set(path.relative_to(SOURCE).parts)] == []


def test_the_core_never_asks_the_clock() -> None:
    clock = re.compile(r"\b(date\.today|datetime\.now|datetime\.utcnow|time\.time|timezone\.now)\(")
    assert [path for path in SOURCE.glob("core/**/*.py") if clock.search(path.read_text(encoding="utf-8"))] == []


def test_time_enters_in_views_tasks_and_commands_only() -> None:
    clock = re.compile(r"\b(date\.today|datetime\.now|timezone\.(now|localdate|localtime))\(\)")
    rooms = {"views", "tasks", "management"}
    shell = SOURCE / "apps/overview/queries/shell.py"  # the frame of every page: called by templates, as a view is
    late = [
        path
        for path in SOURCE.glob("apps/**/*.py")
        if clock.search(path.read_text(encoding="utf-8")) and path != shell
        if not rooms & {part.removesuffix(".py") for part in path.relative_to(SOURCE / "apps").parts}
    ]
    assert late == []


@pytest.mark.parametrize("path", [p for p in MODULES if "apps" in p.relative_to(SOURCE).parts[:1]], ids=str)
def test_stages_meet_only_at_queries_actions_and_duties(path: Path) -> None:
    if path == SOURCE / "apps" / "__init__.py":
        return
    inside = []
    for name in imports_of(path):
        parts = name.split(".")
        if parts[:2] == ["hjemmedag", "apps"] and len(parts) > 3 and parts[2] != stage_of(path):
            inside.append(parts[3])
    assert set(inside) <= DOORS


def test_foreign_keys_point_back_down_the_stair() -> None:
    upwards = []
    for model in apps.get_models():
        if model._meta.app_label not in STAIR:
            continue
        for field in model._meta.get_fields():
            if isinstance(field, ForeignKey) and field.related_model._meta.app_label in STAIR:
                target = field.related_model._meta.app_label
                if STAIR.index(target) > STAIR.index(model._meta.app_label):
                    upwards.append(str(field))
    assert upwards == []


def test_foreign_keys_between_stages_leave_no_name_behind() -> None:
    named = [
        str(field)
        for model in apps.get_models()
        if model._meta.app_label in STAIR
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey)
        and field.related_model._meta.app_label not in (model._meta.app_label,)
        and not (field.remote_field.related_name or "").endswith("+")
    ]
    assert named == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_links_to_no_later_stage(path: Path) -> None:
    stage = stage_of(path)
    linked = re.findall(r"""{%\s*url\s+['"](\w+):""", path.read_text(encoding="utf-8"))
    assert [name for name in linked if name in STAIR and STAIR.index(name) > STAIR.index(stage)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_uses_only_its_own_stage_and_the_parts(path: Path) -> None:
    stage = stage_of(path)
    used = re.findall(r"""{%\s*(?:extends|include)\s+['"]([^/'"]+)/""", path.read_text(encoding="utf-8"))
    assert set(used) <= {stage, "ui", "allauth"}


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.html")), ids=lambda path: path.name)
def test_a_template_has_no_inline_script_or_style(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(INLINE, text) == []


def test_an_app_has_no_rooms_but_the_known_ones() -> None:
    rooms = {"urls", "views", "forms", "duties", "tasks", "actions", "queries", "access", "models", "migrations"}
    rooms |= {"templates", "management", "__init__", "__pycache__"}
    found = {
        path.name.removesuffix(".py") for app in SOURCE.glob("apps/[a-z]*/") for path in app.iterdir() if app.is_dir()
    }
    assert found - rooms == set()
