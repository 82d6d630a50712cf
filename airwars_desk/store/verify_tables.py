"""Checks the current tables against the journal, and what is derived against the current tables."""

from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import Connection, Table, func, select, text

from airwars_desk.records.case import Case
from airwars_desk.records.field import Kind
from airwars_desk.records.journal import CONFLICT, COUNTED, ENTRY, LISTING
from airwars_desk.records.kinds import CATALOGUES
from airwars_desk.rules.merge import DELETED, resolve
from airwars_desk.rules.standing import standing_decisions
from airwars_desk.store import journal
from airwars_desk.store.asof import as_of_all
from airwars_desk.store.cases import BATCH, incident_rows, load_cases
from airwars_desk.store.entry import ERASING, StoredEntry
from airwars_desk.store.findings import Findings
from airwars_desk.store.rebuild import _still_owned, make_derived
from airwars_desk.store.refresh import conflicts_by_uid
from airwars_desk.store.rows import TABLES, read_links
from airwars_desk.store.verify_journal import CHUNK, check_entry

Tick = Callable[[], None]


def check_records(connection: Connection, findings: Findings, tick: Tick) -> None:
    """Every record is what its entries add up to, and every entry fits its id."""
    seen = 0
    shown = _shown_again(connection)
    for kind in TABLES:
        last = 0
        while records := _records_after(connection, kind, last):
            last = records[-1][0]
            entries = journal.entries_of(connection, [uid for _, uid, _, _ in records])
            for _, uid, is_live, values in records:
                own = entries.get(uid, [])
                seen += len(own)
                for entry in own:
                    check_entry(entry, findings)
                wrong = _differences(kind, own, values, is_live=is_live, shown=uid in shown)
                if wrong:
                    findings.add("record", f"{kind} {uid}", ", ".join(wrong))
            tick()
    for entry in _entries_of_kind(connection, ERASING):
        check_entry(entry, findings)
        seen += 1
    if seen != connection.execute(select(func.count()).select_from(ENTRY)).scalar():
        _find_strays(connection, findings)


def check_derived(connection: Connection, findings: Findings, tick: Tick) -> None:
    """Lists and figures are what the incidents give now; standing decisions are one at most."""
    derived = make_derived(connection)
    times = as_of_all(connection)
    clashes = conflicts_by_uid(connection)
    rows = incident_rows(connection)
    for start in range(0, len(rows), BATCH):
        batch = rows[start : start + BATCH]
        for row, case in zip(batch, load_cases(connection, batch), strict=True):
            count = sum(clashes.get(uid, 0) for uid in case.items)
            derived.add(case, row, as_of=times.get(row, ""), conflicts=count)
            if len(standing_decisions(case)) > 1:
                findings.add("two_decisions", _name(case))
        for table, fresh in derived.take().items():
            _compare(connection, table, fresh, batch, findings)
        tick()
    for table in (LISTING, COUNTED):
        dead = table.c.incident.not_in(select(TABLES["incident"].c.row).where(_is_live("incident")))
        for (row,) in connection.execute(select(table.c.incident).where(dead).distinct()):
            findings.add("derived", f"{table.name} {row}")


def check_search(connection: Connection, findings: Findings) -> None:
    """The search index has every live incident, and no other."""
    indexed = set(connection.execute(text("SELECT id FROM search_docsize")).scalars())
    wanted = set(incident_rows(connection))
    for row in sorted(indexed ^ wanted):
        findings.add("search", f"incident {row}")


def list_conflicts(connection: Connection, findings: Findings) -> None:
    """Fields in conflict, and codes that several live incidents share."""
    for row in connection.execute(select(CONFLICT).order_by(CONFLICT.c.uid, CONFLICT.c.field)):
        findings.add("conflict", f"{row.kind} {row.uid}", row.field)
    shared = connection.execute(
        text(
            "SELECT min(c.code), count(DISTINCT c.owner) FROM incident_code c "
            "JOIN incident i ON i.row = c.owner AND i.is_live WHERE c.field = 'codes' "
            "GROUP BY c.folded HAVING count(DISTINCT c.owner) > 1 ORDER BY 1"
        )
    )
    for code, count in shared:
        findings.add("same_code", code, str(count))


def _is_live(kind: str) -> Any:
    return TABLES[kind].c.is_live.is_(True)


def _name(case: Case) -> str:
    codes = " ".join(case.incident.values.get("codes", ()))
    return f"{codes} {case.uid}".strip()


def _shown_again(connection: Connection) -> set[str]:
    """Incidents that are shown although deleted, because of entries that did not see it."""
    query = select(CONFLICT.c.uid).where(CONFLICT.c.field == DELETED)
    return set(connection.execute(query).scalars())


def _records_after(
    connection: Connection, kind: str, last: int
) -> list[tuple[int, str, bool, dict[str, Any]]]:
    """The next records of a kind as (row, uid, is_live, values), references as uids."""
    table = TABLES[kind]
    query = select(table).where(table.c.row > last).order_by(table.c.row).limit(CHUNK)
    result = connection.execute(query)
    names = list(result.keys())
    found: list[tuple[int, str, bool, dict[str, Any]]] = []
    for columns in result:
        values = {n: v for n, v in zip(names, columns, strict=True) if v is not None}
        found.append((values.pop("row"), values.pop("uid"), bool(values.pop("is_live")), values))
    links = read_links(connection, kind, [row for row, _, _, _ in found])
    for row, _, _, values in found:
        values.update(links.get(row, {}))
    for spec in CATALOGUES[kind].scalars:
        if spec.kind is Kind.REF:
            _name_references(connection, spec.name, spec.target, [one[3] for one in found])
    return found


def _name_references(
    connection: Connection, name: str, target: str, records: Iterable[dict[str, Any]]
) -> None:
    holders = [values for values in records if name in values]
    table = TABLES[target]
    uids: dict[int, str] = {}
    wanted = sorted({values[name] for values in holders})
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        query = select(table.c.row, table.c.uid).where(table.c.row.in_(chunk))
        uids.update((found[0], found[1]) for found in connection.execute(query))
    for values in holders:
        values[name] = uids.get(values[name])


def _differences(
    kind: str, entries: list[StoredEntry], values: dict[str, Any], *, is_live: bool, shown: bool
) -> list[str]:
    """The fields of a record that are not as its entries say."""
    resolved = resolve([entry.as_entry() for entry in entries])
    expected = resolved.values
    if not resolved.exists:
        expected = _still_owned(kind, expected, entries)
    if expected == values and is_live == resolved.is_live:
        return []
    names = {*CATALOGUES[kind].specs, "extra"}
    wrong = [
        name
        for name in sorted(names & (expected.keys() | values.keys()))
        if _known(expected.get(name)) != _known(values.get(name))
    ]
    if is_live != resolved.is_live and not (is_live and shown):
        wrong.append("is_live")
    return wrong


def _known(value: Any) -> Any:
    """The value; None for an empty list, which a link table cannot tell from none."""
    return None if value == [] else value


def _entries_of_kind(connection: Connection, kind: str) -> list[StoredEntry]:
    query = select(ENTRY).where(ENTRY.c.kind == kind)
    return [journal.entry_of(row) for row in connection.execute(query)]


def _find_strays(connection: Connection, findings: Findings) -> None:
    """Entries whose record has no row."""
    for kind, table in TABLES.items():
        has_row = select(table.c.row).where(table.c.uid == ENTRY.c.uid).exists()
        query = select(ENTRY.c.uid).where(ENTRY.c.kind == kind, ~has_row).distinct()
        for uid in connection.execute(query).scalars():
            findings.add("stray_entry", f"{kind} {uid}")
    known = (*TABLES, ERASING)
    query = select(ENTRY.c.kind, ENTRY.c.uid).where(ENTRY.c.kind.not_in(known))
    for kind, uid in connection.execute(query):
        findings.add("stray_entry", f"{kind} {uid}")


def _compare(
    connection: Connection,
    table: Table,
    fresh: list[dict[str, Any]],
    incidents: list[int],
    findings: Findings,
) -> None:
    """Compare the rows of a derived table for some incidents with those derived just now."""
    names = [column.name for column in table.columns]
    result = connection.execute(select(table).where(table.c.incident.in_(incidents)))
    stored: set[tuple[Any, ...]] = {tuple(row) for row in result}
    wanted: set[tuple[Any, ...]] = {tuple(row.get(name) for name in names) for row in fresh}
    wrong = {int(row[0]) for row in stored ^ wanted}
    by_row = {row["incident"]: row.get("uid", "") for row in fresh}
    for incident in sorted(wrong):
        findings.add("derived", f"{table.name} {by_row.get(incident) or incident}")
