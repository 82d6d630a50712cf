"""What is to be doubted about a decision in the making: said at its cell and before deciding."""

from airwars_desk.gui.pages.review.ruling import Ruling
from airwars_desk.gui.review_readings import reversed_ranges, reversed_sentence, row_text, row_title
from airwars_desk.gui.vocabulary import Vocabulary
from airwars_desk.i18n import tr
from airwars_desk.records.counts import COMBATANTS
from airwars_desk.rules.check_table import CHECKS
from airwars_desk.rules.sides import ROW_OF, ROWS


def losses(ruling: Ruling, words: Vocabulary) -> dict[str, str]:
    """What a decision would leave unknown though it is known now: row key -> row and values."""
    found = {}
    for row in ruling.lost:
        before, after = (
            row_text(row, value, words)
            for value in (ruling.before(row.key), ruling.values[row.key])
        )
        found[row.key] = tr("{field} {before} → {after}").format(
            field=row_title(row).lower(), before=before, after=after
        )
    return found


def loss_sentence(told: str) -> str:
    """Return what is said at the cell of a row that becomes unknown."""
    return tr("Becomes unknown: {what}.").format(what=told)


def no_figure(ruling: Ruling) -> str:
    """Return why civilians about to be decided would be in no figure, "" where they are in one."""
    harm = ruling.values["civilian_harm_reported"]
    civilians = [row for row in ROWS if row.is_range and row.group != COMBATANTS]
    if harm is True or not any(any(ruling.values[row.key]) for row in civilians):
        return ""
    return tr(CHECKS["numbers_harm_unsaid" if harm is None else "numbers_without_harm"].sentence)


def doubts(ruling: Ruling, words: Vocabulary) -> dict[str, tuple[str, str]]:
    """What is said at the cells of a decision: row key -> a word and a sentence."""
    told = {
        key: (tr("unknown"), loss_sentence(text)) for key, text in losses(ruling, words).items()
    }
    for key, text in reversed_ranges(ruling.values).items():
        told[key] = (tr("min > max"), reversed_sentence({key: text}))
    return told


def laid_anew(keys: list[str], old: Ruling, words: Vocabulary) -> str:
    """Return what is said where typed values gave way because what they were typed against did."""
    if not keys:
        return ""
    told = ", ".join(
        tr("{field} (you had {value})").format(
            field=row_title(ROW_OF[key]), value=row_text(ROW_OF[key], old.values[key], words)
        )
        for key in keys
    )
    return tr("Changed meanwhile and laid out anew: {fields}.").format(fields=told)
