"""The verbs that make, fill, check and keep casebooks, on a good day."""

import gzip
import json
import stat
from pathlib import Path

import pytest

from airwars_desk.formats.sample import write_sample
from airwars_desk.operations.desk import Office, open_casebook, people
from tests.cli.shell import PERSON, Run, state


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]


def test_new_makes_an_empty_private_casebook(run: Run, tmp_path: Path) -> None:
    book = tmp_path / "New.casebook"
    ran = run("new", book, "--person", PERSON, "--json")
    assert ran.told == {"casebook": str(book), "person": PERSON, "role": "supervisor"}
    assert stat.S_IMODE(book.stat().st_mode) == 0o700
    assert run("figures", book, "--json").told["incidents"] == 0
    assert run("check", book, "--json").told == {"findings": []}


def test_new_takes_a_role(run: Run, tmp_path: Path) -> None:
    ran = run("new", tmp_path / "New.casebook", "--person", PERSON, "--role", "researcher")
    assert ran.code == 0
    assert ran.out.startswith("Made: ")


def test_an_import_counts_and_the_same_again_changes_nothing(
    run: Run, tmp_path: Path, sample: Path
) -> None:
    book = tmp_path / "New.casebook"
    run("new", book, "--person", PERSON)
    counts = {"read": 20, "imported": 20, "updated": 0, "unchanged": 0, "refused": 0}
    dry = run("import", book, sample, "--dry-run", "--json")
    assert dry.code == 0
    assert dry.told.items() >= {**counts, "applied": False}.items()
    assert run("figures", book, "--json").told["incidents"] == 0
    assert run("import", book, sample, "--json").told.items() >= {**counts, "applied": True}.items()
    before = state(book)
    again = run("import", book, sample, "--json").told
    assert again.items() >= {**counts, "imported": 0, "unchanged": 20, "applied": True}.items()
    assert state(book) == before


def test_an_import_reports_what_was_odd(run: Run, tmp_path: Path, sample: Path) -> None:
    book = tmp_path / "New.casebook"
    run("new", book, "--person", PERSON)
    out = tmp_path / "report.json"
    ran = run("import", book, sample, "--report", out)
    assert ran.code == 0
    assert "imported" in ran.out
    told = json.loads(out.read_text("utf-8"))
    assert told["read"] == 20
    assert all(one["file"] == str(sample) for one in told["records"])
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_what_was_imported_leaves_as_it_came(
    run: Run, book: Path, tmp_path: Path, sample: Path
) -> None:
    out = tmp_path / "out.jsonl.gz"
    ran = run("export", book, out, "--json")
    assert ran.told == {"file": str(out), "incidents": 20}
    key = "airwars_id"
    assert sorted(lines(out), key=lambda r: str(r[key])) == sorted(
        lines(sample), key=lambda r: str(r[key])
    )
    first = out.read_bytes()
    run("export", book, out)
    assert out.read_bytes() == first


def test_a_backup_comes_back_with_equal_figures(run: Run, book: Path, tmp_path: Path) -> None:
    out, back = tmp_path / "kept", tmp_path / "Back.casebook"
    told = run("backup", book, out, "--json").told
    assert told["file"] == str(out)
    assert told["changes"] == 2
    assert run("restore", out, back, "--json").told["casebook"] == str(back)
    assert run("figures", back, "--json").told == run("figures", book, "--json").told
    assert run("check", back).code == 0


def test_check_tells_people_in_lines(run: Run, book: Path) -> None:
    ran = run("check", book)
    assert ran.code == 0
    found = run("check", book, "--json").told["findings"]
    assert len(ran.out.strip().split("\n")) == max(1, len(found))


def test_check_of_a_damaged_casebook_ends_with_1(run: Run, book: Path) -> None:
    whole = (book / "casebook.db").read_bytes()
    (book / "casebook.db").write_bytes(whole[: len(whole) // 2])
    ran = run("check", book, "--json")
    assert ran.code == 1
    assert "database" in {one["id"] for one in ran.told["findings"]}
    assert all(set(one) == {"id", "what", "where"} for one in ran.told["findings"])


def test_who_acts_is_remembered_and_can_be_named(
    run: Run, book: Path, sample: Path, tmp_path: Path
) -> None:
    more = tmp_path / "more.jsonl"
    write_sample(more, 22, seed=2)
    assert run("import", book, more, "--person", "Berta Example").code == 0
    assert run("import", book, sample).code == 0
    desk = open_casebook(Office(), book, writing=False)
    assert desk.person_name == "Berta Example"
    desk.store.close()


def test_a_newcomer_whose_import_is_refused_leaves_no_trace(
    run: Run, book: Path, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.jsonl"
    wrong.write_text("no line of this format\n", "utf-8")
    assert run("import", book, wrong, "--person", "Berta Example", "--json").code == 1
    desk = open_casebook(Office(), book, writing=False)
    assert "Berta Example" not in people(desk).values()
    assert desk.person_name == PERSON
    desk.store.close()


@pytest.mark.parametrize("verb", ["figures", "export", "workbook", "backup", "check"])
def test_reading_verbs_run_while_a_window_holds_the_casebook(
    run: Run, book: Path, tmp_path: Path, verb: str
) -> None:
    desk = open_casebook(Office(), book)
    more = {
        "export": (tmp_path / "o.jsonl",),
        "workbook": (tmp_path / "o.xlsx", "--all"),
        "backup": (tmp_path / "o",),
    }
    assert run(verb, book, *more.get(verb, ())).code == 0
    desk.store.close()
