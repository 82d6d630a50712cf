"""What lists and figures show follows the terms, also where no incident was touched."""

from pathlib import Path

from airwars_desk.operations.browse import list_rows, read_page
from airwars_desk.operations.desk import Desk, write
from airwars_desk.operations.entry import new_uid, open_case, save_case
from airwars_desk.operations.figures import figures
from airwars_desk.operations.upkeep import check_casebook
from airwars_desk.rules.query import Listing
from airwars_desk.store import journal
from airwars_desk.store.transact import Transaction
from tests.store import books


def change_term(desk: Desk, uid: str, **fields: object) -> None:
    def work(transaction: Transaction) -> None:
        heads = journal.heads_of(transaction.connection, [uid]).get(uid, ())
        transaction.append("term", uid, dict(fields), parents=heads)

    write(desk, "save_case", work)


def test_a_renamed_belligerent_is_shown_under_its_new_name(tmp_path: Path) -> None:
    desk = books.make_desk(tmp_path)
    before = figures(desk)["as_of"]
    change_term(desk, books.COALITION, label="The Coalition")
    rows = read_page(desk, list_rows(desk, Listing()))
    assert {row.belligerents for row in rows if row} == {"The Coalition"}
    assert figures(desk)["as_of"] == before, "no incident was changed"
    assert check_casebook(desk) == []
    desk.store.close()


def test_a_new_alias_of_a_province_finds_the_incidents_that_use_it(tmp_path: Path) -> None:
    desk = books.make_desk(tmp_path)
    (uid,) = {row.uid for row in read_page(desk, list_rows(desk, Listing(text="TS001"))) if row}
    case = open_case(desk, uid)
    case.set(uid, "region", "Rakka Governorate of old")
    save_case(desk, case)
    change_term(desk, "province/raqqa", aliases=["Rakka Governorate of old"])
    (row,) = read_page(desk, list_rows(desk, Listing(text="TS001")))
    assert row is not None
    assert row.province == "province/raqqa"
    assert check_casebook(desk) == []
    desk.store.close()


def test_what_hangs_on_a_deleted_record_shows_nowhere(tmp_path: Path) -> None:
    desk = books.make_desk(tmp_path)
    (uid,) = {row.uid for row in read_page(desk, list_rows(desk, Listing(text="TS002"))) if row}
    deleting, adding = open_case(desk, uid), open_case(desk, uid)
    (citation,) = adding.of("citation")
    adding.add("mention", new_uid(), citation.uid, name="Unseen Name")
    save_case(desk, adding)
    deleting.remove(citation.uid)
    save_case(desk, deleting)
    stale, other = open_case(desk, uid), open_case(desk, uid)
    for case, name in ((stale, "One"), (other, "Two")):
        (mention,) = [item for item in case.items.values() if item.kind == "mention"]
        case.set(mention.uid, "name", name)
        save_case(desk, case)
    (row,) = read_page(desk, list_rows(desk, Listing(text="TS002")))
    assert row is not None
    assert (row.sources, row.conflicts) == (0, 0)
    assert [one.id for one in check_casebook(desk)] == ["conflict"]
    assert not list_rows(desk, Listing(text="Unseen"))
    desk.store.close()


def test_a_conflict_on_an_incident_shown_again_is_counted_as_it_is(tmp_path: Path) -> None:
    desk = books.make_desk(tmp_path)
    (uid,) = {row.uid for row in read_page(desk, list_rows(desk, Listing(text="TS002"))) if row}
    stale, other = open_case(desk, uid), open_case(desk, uid)
    stale.set(uid, "location_name", "Here")
    other.set(uid, "location_name", "There")
    save_case(desk, stale)
    save_case(desk, other)
    deleting, adding = open_case(desk, uid), open_case(desk, uid)
    adding.add("victim", new_uid(), name="Unseen Person")
    save_case(desk, adding)
    deleting.remove(uid)
    save_case(desk, deleting)
    told = check_casebook(desk)
    assert [(one.id, one.what.rpartition(" ")[2]) for one in told] == [
        ("conflict", "deleted"),
        ("conflict", "location_name"),
    ]
    (row,) = read_page(desk, list_rows(desk, Listing(text="Unseen TS002 There")))
    assert row is not None
    assert row.conflicts == 2
    desk.store.close()
