"""Files that somebody gives the window: dropped on it, or on the clipboard."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from airwars_desk.gui.attachment_requests import Given

_LIKED = ("image/png", "image/jpeg")
_ENDINGS = {"image/jpeg": "jpg", "image/svg+xml": "svg", "image/x-icon": "ico"}


def has_files(mime: QMimeData) -> bool:
    """Tell whether something can be attached, without looking at it."""
    return any(url.isLocalFile() for url in mime.urls()) or mime.hasImage()


def given_by(mime: QMimeData | None) -> list[Given]:
    """Return the files of a drop or of the clipboard; a picture gets a name of its own.

    The bytes of a picture are taken as another program put them there, and never decoded; where
    the system gives pixels only, they are written as PNG.
    """
    if mime is None:  # nothing was ever copied
        return []
    paths: list[Given] = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if paths:
        return paths
    stamp = datetime.now().strftime("%Y-%m-%d %H.%M.%S")
    kinds = [kind for kind in mime.formats() if kind.startswith("image/")]
    for kind in sorted(kinds, key=lambda kind: kind not in _LIKED):
        data = bytes(mime.data(kind).data())
        if data:
            ending = _ENDINGS.get(kind, kind.removeprefix("image/").removeprefix("x-"))
            return [(f"Pasted {stamp}.{ending}", data)]
    image = mime.imageData() if mime.hasImage() else None
    if isinstance(image, QImage) and not image.isNull():
        return [(f"Pasted {stamp}.png", _png_of(image))]
    return []


def _png_of(image: QImage) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(held.data())
