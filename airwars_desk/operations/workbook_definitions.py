"""The sheet of definitions: what the words and columns mean, in our words, and from where."""

from collections.abc import Iterator
from typing import Final

from airwars_desk.formats.sheets import Column, Sheet, Style
from airwars_desk.i18n import N_, tr
from airwars_desk.operations.workbook_pages import table_lines
from airwars_desk.operations.workbook_rows import Row
from airwars_desk.records.vocabulary import load_vocabularies

_OURS: Final = N_("Airwars Desk")
_METHOD: Final = N_("Airwars methodology, in our words")
_COUNTING: Final = N_("Counting rules of Airwars's public statistics, in our words")
_POSITIONS: Final = N_("Published positions of belligerents, in our words")
_RECORDERS: Final = N_("Practice of casualty recorders, in our words")

#: The subject of the terms of each vocabulary that has definitions, and whence these are.
_VOCABULARIES: Final = {
    "grade": (N_("Grade"), _METHOD),
    "strike_status": (N_("Strike status"), _METHOD),
    "position": (N_("Position of a belligerent"), _POSITIONS),
}
_WORDS: Final = (
    (
        N_("Figure"),
        N_("Range"),
        N_(
            "Two numbers: at least and up to. They are summed apart; an unknown number adds"
            " nothing, and unknown is not nought."
        ),
        _COUNTING,
    ),
    (
        N_("Figure"),
        N_("Alleged"),
        N_("All incidents with harm to civilians reported, whatever their grade."),
        _COUNTING,
    ),
    (
        N_("Figure"),
        N_("Likely"),
        N_("Those of the grades named on the Summary; each incident counts once in a total."),
        _COUNTING,
    ),
    (
        N_("Figure"),
        N_("Not reviewed"),
        N_("Incidents that nobody has decided yet, with their working ranges, beside the sums."),
        _OURS,
    ),
    (
        N_("Figure"),
        N_("Conceded"),
        N_("What belligerents concede, in whatever position they take; unknown adds nothing."),
        _COUNTING,
    ),
    (
        N_("Figure"),
        N_("Civilian"),
        N_(
            "A person no local source ties to taking part in hostilities. Where that is disputed,"
            " the person counts in up to and not in at least."
        ),
        _METHOD,
    ),
    (
        N_("Figure"),
        N_("Not monitored"),
        N_(
            "A month nobody watched, for all or for some belligerents or countries. Its cells are"
            " empty where nothing is recorded: that is not nought."
        ),
        _OURS,
    ),
    (
        N_("Figure"),
        N_("As of"),
        N_("The time of the newest change among the records and decisions counted."),
        _OURS,
    ),
    (
        N_("Grade"),
        N_("not graded"),
        N_("No harm to civilians is alleged, or nobody has graded the incident yet."),
        _METHOD,
    ),
    (
        N_("Range"),
        N_("Working"),
        N_("The live range of an incident. It moves while people work."),
        _OURS,
    ),
    (
        N_("Range"),
        N_("Decided"),
        N_("The range inside the decision that stands. Totals read it, and it never moves alone."),
        _OURS,
    ),
    (
        N_("Decision"),
        N_("Stands"),
        N_("No later decision replaces it. Of two that stand, one is picked and counts."),
        _OURS,
    ),
    (
        N_("Counts under"),
        N_("Belligerent"),
        N_(
            "A tracked belligerent whose figures include the incident; with two of them it counts"
            " once in a total and under each in their tables."
        ),
        _COUNTING,
    ),
    (N_("State"), N_("researching"), N_("Somebody collects sources and details."), _OURS),
    (N_("State"), N_("in review"), N_("Sent to a supervisor, who has not decided."), _OURS),
    (N_("State"), N_("returned"), N_("Sent back to the researcher with notes."), _OURS),
    (N_("State"), N_("decided"), N_("A decision stands."), _OURS),
    (
        N_("Role of a source"),
        N_("own count"),
        N_("It counts the harm itself, from what it saw or gathered."),
        _RECORDERS,
    ),
    (
        N_("Role of a source"),
        N_("repeats"),
        N_("It passes on the count of another source."),
        _RECORDERS,
    ),
    (
        N_("Role of a source"),
        N_("names victims"),
        N_("It names people who were killed or injured."),
        _RECORDERS,
    ),
    (
        N_("Role of a source"),
        N_("media only"),
        N_("It shows pictures without a count."),
        _RECORDERS,
    ),
    (
        N_("Role of a source"),
        N_("denial"),
        N_("A party denies, claims or explains the event."),
        _RECORDERS,
    ),
    (
        N_("Role of a source"),
        N_("context"),
        N_("It speaks of the surroundings of the event."),
        _RECORDERS,
    ),
    (
        N_("Origin"),
        N_("Origin"),
        N_("Sources that repeat one another share an origin; origins count, not links."),
        _RECORDERS,
    ),
    (
        N_("Harm to a person"),
        N_("killed"),
        N_("A source reports the person dead because of the event."),
        _RECORDERS,
    ),
    (
        N_("Harm to a person"),
        N_("injured"),
        N_("A source reports the person hurt and does not report a death."),
        _RECORDERS,
    ),
    (
        N_("Part of a belligerent"),
        N_("sole"),
        N_("The only party that sources hold responsible."),
        _RECORDERS,
    ),
    (
        N_("Part of a belligerent"),
        N_("joint"),
        N_("Responsible together with another party."),
        _RECORDERS,
    ),
    (
        N_("Part of a belligerent"),
        N_("competing"),
        N_("One of several parties of whom sources say different things."),
        _RECORDERS,
    ),
)


def definitions_sheet(about: str) -> Sheet:
    """The plan of the sheet."""
    title = tr("Definitions")
    columns = ((tr("Subject"), 22), (tr("Word"), 30), (tr("Meaning"), 90), (tr("From"), 44))
    rows = sum(1 for _ in definition_rows())
    return Sheet(
        title=title,
        columns=[
            Column(label=label, width=width, style=Style.WRAPPED if width == 90 else Style.TEXT)
            for label, width in columns
        ],
        lines=table_lines(title, about, rows),
        rows=rows,
    )


def definition_rows() -> Iterator[Row]:
    """A row per word: subject, word, meaning, where the definition comes from."""
    for subject, word, meaning, source in _WORDS:
        yield [tr(subject), tr(word), tr(meaning), tr(source)]
    for term in load_vocabularies():
        if term.definition and term.vocabulary in _VOCABULARIES:
            subject, source = _VOCABULARIES[term.vocabulary]
            yield [tr(subject), tr(term.label), tr(term.definition), tr(source)]
