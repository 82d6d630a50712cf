"""Every station of the tour. A new page or dialog gets rows in the file of its subject.

`tests/gui/test_tour.py` fails while a page of `PAGES` or a dialog of `gui/` has none.
"""

from airwars_desk.gui.tour_stations import (
    dialogs,
    frame,
    incident,
    incidents,
    listing,
    month,
    questions,
    records,
    review,
)
from airwars_desk.gui.tour_stations.station import Station

STATIONS: tuple[Station, ...] = (
    *frame.STATIONS,
    *incidents.STATIONS,
    *incident.STATIONS,
    *listing.STATIONS,
    *month.STATIONS,
    *review.STATIONS,
    *records.STATIONS,
    *dialogs.STATIONS,
    *questions.STATIONS,
)
