"""Three replicas, random work, union in any order: everything converges and nothing is lost."""

import secrets
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from airwars_desk.errors import NotAllowed, Refused
from airwars_desk.operations import conflicts, drafts, entry, erasure, history, review
from airwars_desk.operations.desk import Desk, Office, close, new_casebook, open_casebook
from airwars_desk.operations.figures import figures
from airwars_desk.operations.importing import import_files
from airwars_desk.operations.standalone import list_items
from airwars_desk.operations.upkeep import check_casebook
from airwars_desk.records.case import Case
from airwars_desk.records.journal import CHANGE
from airwars_desk.rules.filters import Filters
from airwars_desk.rules.merge import DELETED, resolve
from airwars_desk.store.cases import load_case
from airwars_desk.store.journal import entries_by_id, entries_of, heads_of_replicas
from airwars_desk.store.union import pack, unite
from tests.store.books import let_decide_alone
from tests.store.dump import dump
from tests.store.versions import write_versions

REPLICAS = (0, 1, 2)
replicas = st.sampled_from(REPLICAS)
picks = st.integers(min_value=0, max_value=30)
texts = st.sampled_from(["Tell Maraya", "Ayn Zarda", "Hosn Arud", None])
numbers = st.sampled_from([0, 1, 5, 40, None])


class Replicas(RuleBasedStateMachine):
    """Three copies of one casebook, at work apart."""

    template: Path
    versions: list[Path]

    @initialize()
    def open_all(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="replicas-"))
        self.moment = 0
        self.desks: list[Desk] = []
        for n in REPLICAS:
            office = Office(folder=self.folder / f"office{n}", clock=self._clock)
            path = self.folder / f"{n}.casebook"
            shutil.copytree(self.template, path)
            self.desks.append(open_casebook(office, path, person="Lina Karim"))

    def teardown(self) -> None:
        if not hasattr(self, "desks"):
            return
        try:
            self._converge()
        finally:
            for desk in self.desks:
                close(desk)
            shutil.rmtree(self.folder)

    @rule(n=replicas, name=texts, killed=numbers)
    def add_incident(self, n: int, name: str | None, killed: int | None) -> None:
        desk = self.desks[n]
        case = entry.new_case(desk)
        case.set(case.uid, "location_name", name)
        case.set(case.uid, "date_start", "2024-03-14")
        case.set(case.uid, "civilian_harm_reported", True)
        case.add(
            "working_range",
            entry.new_uid(),
            group="group/civilians",
            form="group",
            killed_min=killed,
            killed_max=killed,
        )
        case.add("victim", entry.new_uid(), name=name, position=1)
        entry.save_case(desk, case)

    @rule(n=replicas, pick=picks, name=texts, field=st.sampled_from(["location_name", "notes"]))
    def edit(self, n: int, pick: int, name: str | None, field: str) -> None:
        case = self._case(n, pick)
        if case is not None:
            case.set(case.uid, field, name)
            entry.save_case(self.desks[n], case)

    @rule(n=replicas, pick=picks, killed=numbers)
    def edit_count(self, n: int, pick: int, killed: int | None) -> None:
        case = self._case(n, pick)
        if case is not None:
            for item in case.of("working_range"):
                case.set(item.uid, "killed_max", killed)
            entry.save_case(self.desks[n], case)

    @rule(n=replicas, pick=picks, name=texts)
    def edit_victim(self, n: int, pick: int, name: str | None) -> None:
        case = self._case(n, pick)
        if case is not None:
            for item in case.of("victim")[:1]:
                case.set(item.uid, "name", name)
            entry.save_case(self.desks[n], case)

    @rule(n=replicas, pick=picks)
    def add_victim(self, n: int, pick: int) -> None:
        case = self._case(n, pick)
        if case is not None:
            case.add("victim", entry.new_uid(), name="Samira", position=2)
            entry.save_case(self.desks[n], case)

    @rule(n=replicas, pick=picks)
    def remove_victim(self, n: int, pick: int) -> None:
        case = self._case(n, pick)
        if case is not None:
            for item in case.of("victim")[:1]:
                case.remove(item.uid)
            entry.save_case(self.desks[n], case)

    @rule(n=replicas, pick=picks)
    def remove_incident(self, n: int, pick: int) -> None:
        case = self._case(n, pick)
        if case is not None:
            entry.delete_case(self.desks[n], case.uid, "entered twice")

    @rule(n=replicas, pick=picks, name=texts)
    def keep_draft(self, n: int, pick: int, name: str | None) -> None:
        case = self._case(n, pick)
        if case is not None:
            case.set(case.uid, "location_name", name)
            for item in case.of("victim")[:1]:
                case.set(item.uid, "name", name)
            drafts.keep_draft(self.desks[n], case)

    @rule(n=replicas)
    def save_stale_draft(self, n: int) -> None:
        for draft in drafts.drafts(self.desks[n])[:1]:
            entry.save_case(self.desks[n], draft.case)
            drafts.drop_draft(self.desks[n], draft.uid)

    @rule(n=replicas, pick=picks, grade=st.sampled_from(["Fair", "Weak"]))
    def decide(self, n: int, pick: int, grade: str) -> None:
        case = self._case(n, pick)
        if case is not None:
            try:
                review.decide(self.desks[n], case.uid, grade=grade, reason="two origins")
            except NotAllowed:  # an undo took back the rule that allows deciding alone
                assert not any(
                    team.values.get("may_decide_alone")
                    for team in list_items(self.desks[n], "team")
                )

    @rule(n=replicas, pick=picks)
    def undo(self, n: int, pick: int) -> None:
        self._void(n, pick, history.undo, lambda operation: operation != "undo")

    @rule(n=replicas, pick=picks)
    def redo(self, n: int, pick: int) -> None:
        self._void(n, pick, history.redo, lambda operation: operation == "undo")

    @rule(n=replicas, pick=picks, value=texts)
    def settle(self, n: int, pick: int, value: str | None) -> None:
        desk = self.desks[n]
        found = sorted(conflicts.conflicts(desk), key=lambda one: (one.uid, one.field))
        found = [one for one in found if one.field != "deleted"]
        if found:
            one = found[pick % len(found)]
            settled = value if one.field in ("location_name", "notes", "name") else one.values[0]
            conflicts.settle(desk, one.kind, one.uid, one.field, settled)
            assert (one.uid, one.field) not in self._conflicts(n)

    @rule(n=replicas, pick=picks)
    def erase(self, n: int, pick: int) -> None:
        case = self._case(n, pick)
        if case is None:
            return
        for item in case.of("victim")[:1]:
            try:
                erasure.erase_values(self.desks[n], "victim", item.uid, ["name"], "asked by kin")
            except Refused as refused:
                assert refused.code == "not_found"  # noqa: PT017 - it may also go through

    @rule(n=replicas, version=st.integers(min_value=0, max_value=2))
    def import_version(self, n: int, version: int) -> None:
        report = import_files(self.desks[n], [self.versions[version]])
        assert report.applied

    @rule(origin=replicas, goal=replicas)
    def sync(self, origin: int, goal: int) -> None:
        if origin != goal:
            self._sync(origin, goal)

    def _sync(self, source: int, target: int) -> None:
        before = self._conflicts(target)
        known = self._known(target)
        with self.desks[source].store.reading() as connection:
            parcel = pack(connection, known)
        unite(self.desks[target].store, parcel)
        assert unite(self.desks[target].store, parcel) == 0
        gone = before.keys() - self._conflicts(target).keys()
        for uid, field in gone:
            own = {uid} if field != DELETED else self._uids(target, uid)
            arrived = [e for e in parcel.entries.values() if e.uid in own or e.kind == "erasure"]
            if all(e.is_file for e in arrived):
                self._assert_file_settled(target, uid, field, before[uid, field])

    def _uids(self, n: int, uid: str) -> set[str]:
        """A deletion disagrees with what hangs on the record: its writers may end it too."""
        with self.desks[n].store.reading() as connection:
            case = load_case(connection, uid)
        return {uid, *(case.items if case else ())}

    def _assert_file_settled(self, n: int, uid: str, field: str, ids: list[str]) -> None:
        """Only the file came: it may take back its own words, never a person's."""
        with self.desks[n].store.reading() as connection:
            theirs = [e for e in entries_by_id(connection, ids).values() if not e.is_file]
            known = entries_of(connection, [uid])[uid]
        now = resolve([one.as_entry() for one in known]).values.get(field)
        for one in theirs:
            assert one.fields.get(field) == now, "a conflict went without a person's write"

    def _converge(self) -> None:
        for source, target in [(0, 1), (1, 2), (2, 0), (0, 1)]:
            self._sync(source, target)
        assert [one for one in check_casebook(self.desks[0]) if one.is_damage] == []
        dumps = [dump(desk.store) for desk in self.desks]
        assert dumps[0] == dumps[1] == dumps[2]
        told = [figures(desk, Filters()) for desk in self.desks]
        assert told[0] == told[1] == told[2]
        for (uid, field), entries in self._conflicts(0).items():
            self._assert_differ(uid, field, entries)

    def _assert_differ(self, uid: str, field: str, ids: list[str]) -> None:
        with self.desks[0].store.reading() as connection:
            found = entries_by_id(connection, ids)
            assert len(found) == len(ids) >= 2
            if field != "deleted":
                known = entries_of(connection, [uid])[uid]
                assert set(found) <= {one.id for one in known}
                assert len({repr(one.fields.get(field)) for one in found.values()}) >= 2

    def _void(
        self, n: int, pick: int, act: Callable[[Desk, str], Any], fits: Callable[[str], bool]
    ) -> None:
        with self.desks[n].store.reading() as connection:
            rows = connection.execute(
                select(CHANGE.c.id, CHANGE.c.operation).order_by(CHANGE.c.row.desc())
            ).all()
        ids = [row.id for row in rows if row.operation != "new_casebook" and fits(row.operation)]
        if ids:
            try:
                act(self.desks[n], ids[pick % min(len(ids), 4)])
            except Refused as refused:
                assert refused.code == "nothing_to_undo"  # noqa: PT017 - it may also go through

    def _conflicts(self, n: int) -> dict[tuple[str, str], list[str]]:
        from airwars_desk.records.journal import CONFLICT

        with self.desks[n].store.reading() as connection:
            return {
                (row.uid, row.field): row.entries.split(" ")
                for row in connection.execute(select(CONFLICT))
            }

    def _known(self, n: int) -> dict[str, int]:
        with self.desks[n].store.reading() as connection:
            return {
                replica: counter for replica, (counter, _) in heads_of_replicas(connection).items()
            }

    def _case(self, n: int, pick: int) -> Case | None:
        from airwars_desk.operations.browse import list_rows, read_page
        from airwars_desk.rules.query import Listing

        desk = self.desks[n]
        rows = list_rows(desk, Listing())
        uids = sorted(row.uid for row in read_page(desk, rows) if row is not None)
        return entry.open_case(desk, uids[pick % len(uids)]) if uids else None

    def _clock(self) -> str:
        self.moment += 1
        minutes, seconds = divmod(self.moment, 60)
        hours, minutes = divmod(minutes, 60)
        return f"2024-04-01T{hours:02}:{minutes:02}:{seconds:02}.000Z"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    office = Office(folder=folder / "office")
    path = folder / "t.casebook"
    desk = new_casebook(office, path, "Lina Karim", "supervisor")
    let_decide_alone(desk)
    for name in ("Kafr Dalun", "Ras Tuwayl"):
        case = entry.new_case(desk)
        case.set(case.uid, "location_name", name)
        case.set(case.uid, "civilian_harm_reported", True)
        case.add("working_range", entry.new_uid(), group="group/civilians", form="group")
        case.add("victim", entry.new_uid(), name="Hani", position=1)
        case.add("victim", entry.new_uid(), name="Rima", position=2)
        entry.save_case(desk, case)
    close(desk)
    return path


@pytest.mark.parametrize("quarter", range(4))
def test_three_replicas_converge(template: Path, tmp_path: Path, quarter: int) -> None:
    """200 runs in four quarters, so that they are shared out; each with a seed of its own."""
    machine = seed(secrets.randbits(63))(type(f"Replicas{quarter}", (Replicas,), {}))
    machine.template = template
    machine.versions = write_versions(tmp_path)
    run = settings(
        max_examples=50,
        stateful_step_count=20,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        print_blob=True,
    )
    run_state_machine_as_test(machine, settings=run)  # type: ignore[no-untyped-call]
