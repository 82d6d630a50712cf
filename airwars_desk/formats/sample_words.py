"""The texts of the sample: narratives, statements and notes, put together from calm sentences."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

EXCEL_CELL = 32_767
"""Characters a cell of a spreadsheet holds; one narrative of every sample is longer."""

_OPENINGS = (
    "{killed} civilians were reported killed {injured}when {what} struck {place} on {date}.",
    "On {date}, {killed} civilians were reported killed {injured}as {what} hit {place}.",
    "Local sources reported {killed} civilians killed {injured}in {place} on {date} by {what}.",
)
_BLAME = {
    0: "No source named a party.",
    1: "All sources that named a party attributed the strike to {parties}.",
    2: "Sources differed on who was responsible: {parties} were named.",
}
_DETAILS = (
    "{outlet} published a list of names on the same evening.",
    "{outlet} described damage to several houses and to the road beside them.",
    "According to {outlet}, rescuers worked until the following morning.",
    "{outlet} reported a lower number and revised it two days later.",
    "A video shared by {outlet} shows smoke above a street; the place could not be confirmed.",
    "{outlet} wrote that families displaced from a neighbouring village were staying there.",
    "{outlet} repeated the account of another source without adding to it.",
    "{outlet} named two of the injured and gave their ages.",
)
_CLOSINGS = (
    "The incident remains open and will be adjusted if more becomes known.",
    "The belligerent had not commented publicly when this was written.",
    "The local time of the incident is not known.",
)
_GEO = (
    "Reports of the incident name {place}, for which the generic coordinates are used.",
    "Reports mention {place}. Satellite imagery shows the street, not the exact building.",
)
_OBJECTS = ("an airstrike", "artillery shells", "two strikes within minutes", "a drone strike")


@dataclass(frozen=True, slots=True)
class Story:
    """What a narrative tells: place, date in words, counts in words, parties and sources."""

    place: str
    date: str
    killed: str
    injured: str
    parties: tuple[str, ...]
    outlets: tuple[str, ...]


def narrative(rng: Random, story: Story, *, at_least: int = 0) -> tuple[str, str]:
    """Return (narrative, summary): two paragraphs or more, the summary being the first.

    ``at_least`` is a length in characters; further paragraphs are added until it is passed.
    """
    first = rng.choice(_OPENINGS).format(
        killed=story.killed,
        injured=f"and {story.injured} injured " if story.injured else "",
        what=rng.choice(_OBJECTS),
        place=story.place,
        date=story.date,
    )
    first = first[0].upper() + first[1:]
    blame = _BLAME[min(len(story.parties), 2)].format(parties=" and ".join(story.parties))
    summary = f"{first} {blame}"
    paragraphs = [summary, f"{_account(rng, story)} {rng.choice(_CLOSINGS)}"]
    length = sum(map(len, paragraphs))
    while length < at_least:
        paragraphs.insert(-1, _account(rng, story))
        length += len(paragraphs[-2])
    return "\n\n".join(paragraphs), summary


def _account(rng: Random, story: Story) -> str:
    """Return a paragraph of two to six sentences on what the sources say."""
    names = story.outlets or ("One source",)
    return " ".join(
        rng.choice(_DETAILS).format(outlet=rng.choice(names))
        for _ in range(2 + int(rng.random() * 5))
    )


def geolocation_notes(rng: Random, place: str) -> str:
    """Return the note on how the point was found."""
    return rng.choice(_GEO).format(place=place)


def strike_report(rng: Random, party: str, place: str, date: str) -> str:
    """Return what a belligerent says it did that day, sometimes over two lines as pasted."""
    if rng.random() < 0.5:
        return f"{party} did not publicly report strikes near {place} on {date}."
    gap = "\r\n" if rng.random() < 0.3 else " "
    return f"“On {date}, {party} conducted two strikes near {place}.{gap}One position was engaged.”"


def statement(party: str, place: str, date: str, *, credible: bool) -> str:
    """Return a belligerent's statement on harm to civilians."""
    found = "is more likely than not that" if credible else "cannot be established that"
    return (
        f"{date}, near {place}. After a review of available information {party} assessed that it "
        f"{found} civilians were harmed in a strike on that day."
    )
