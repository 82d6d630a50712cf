"""What kind of file it is, told from its first bytes and its ending; nothing is decoded. Pure.

The bytes decide. The ending decides only within a container (a Word file is a zip) and among
texts. A name that says something else than the bytes is told as such.
"""

from typing import Final

from airwars_desk.i18n import N_, tr
from airwars_desk.rules.files import ending

HEAD: Final = 512
"""How many first bytes of a file are enough."""

UNKNOWN_TYPE: Final = "application/octet-stream"
PROGRAM: Final = "application/x-executable"
SCRIPT: Final = "text/x-script"
_ZIP: Final = "application/zip"
_OLE: Final = "application/x-ole-storage"
_TEXT: Final = "text/plain"

#: media type -> (label, endings that go with it)
TYPES: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "image/jpeg": (N_("JPEG picture"), ("jpg", "jpeg", "jpe", "jfif")),
    "image/png": (N_("PNG picture"), ("png",)),
    "image/gif": (N_("GIF picture"), ("gif",)),
    "image/webp": (N_("WebP picture"), ("webp",)),
    "image/tiff": (N_("TIFF picture"), ("tif", "tiff", "dng")),
    "image/bmp": (N_("BMP picture"), ("bmp",)),
    "image/heic": (N_("HEIC picture"), ("heic", "heif")),
    "image/avif": (N_("AVIF picture"), ("avif",)),
    "image/svg+xml": (N_("SVG drawing"), ("svg",)),
    "video/mp4": (N_("MP4 video"), ("mp4", "m4v")),
    "video/quicktime": (N_("QuickTime video"), ("mov", "qt")),
    "video/3gpp": (N_("3GP video"), ("3gp", "3g2")),
    "video/x-matroska": (N_("Matroska video"), ("mkv", "webm")),
    "video/x-msvideo": (N_("AVI video"), ("avi",)),
    "audio/mpeg": (N_("MP3 sound"), ("mp3",)),
    "audio/mp4": (N_("MP4 sound"), ("m4a", "aac")),
    "audio/ogg": (N_("Ogg sound"), ("ogg", "oga", "opus", "ogv")),
    "audio/wav": (N_("WAV sound"), ("wav",)),
    "audio/flac": (N_("FLAC sound"), ("flac",)),
    "application/pdf": (N_("PDF document"), ("pdf",)),
    "application/msword": (N_("Word document"), ("doc", "docx", "docm", "odt")),
    "application/vnd.ms-excel": (N_("Spreadsheet"), ("xls", "xlsx", "xlsm", "ods")),
    "application/vnd.ms-powerpoint": (N_("Slides"), ("ppt", "pptx", "pptm", "odp")),
    "application/rtf": (N_("RTF document"), ("rtf",)),
    "text/html": (N_("Web page"), ("html", "htm", "xhtml", "mhtml", "mht")),
    "text/csv": (N_("CSV table"), ("csv", "tsv")),
    "application/json": (N_("JSON"), ("json", "jsonl", "geojson")),
    "application/xml": (N_("XML"), ("xml", "kml", "gpx")),
    "message/rfc822": (N_("E-mail"), ("eml",)),
    _TEXT: (N_("Text"), ("txt", "md", "log", "srt", "vtt")),
    "application/warc": (N_("Web archive"), ("warc", "wacz")),
    _ZIP: (N_("Zip archive"), ("zip", "kmz")),
    "application/gzip": (N_("Gzip archive"), ("gz", "tgz")),
    "application/x-7z-compressed": (N_("7z archive"), ("7z",)),
    "application/vnd.rar": (N_("RAR archive"), ("rar",)),
    _OLE: (N_("Office file"), ("msg",)),
    PROGRAM: (
        N_("Program"),
        ("exe", "com", "scr", "msi", "dll", "app", "apk", "jar", "pif", "cpl", "appimage"),
    ),
    SCRIPT: (
        N_("Script"),
        (
            *("sh", "bat", "cmd", "ps1", "vbs", "js", "jse", "wsf", "hta", "py", "command"),
            *("desktop", "lnk", "url", "webloc", "reg", "scf", "inf"),
        ),
    ),
    UNKNOWN_TYPE: (N_("Other file"), ()),
}
_OF_ENDING: Final = {one: kind for kind, (_, endings) in TYPES.items() for one in endings}

_BEGINNINGS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"%PDF-", "application/pdf"),
    (b"{\\rtf", "application/rtf"),
    (b"PK\x03\x04", _ZIP),
    (b"PK\x05\x06", _ZIP),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLE),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"ID3", "audio/mpeg"),
    (b"\xff\xfb", "audio/mpeg"),
    (b"\xff\xf3", "audio/mpeg"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"WARC/", "application/warc"),
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"\xfe\xed\xfa", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"\xce\xfa\xed\xfe", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"L\0\0\0\x01\x14\x02\0", SCRIPT),
    (b"#!", SCRIPT),
    (b"[Desktop Entry]", SCRIPT),
    (b"BM", "image/bmp"),
)
_BRANDS: Final[tuple[tuple[bytes, str], ...]] = (
    (b"heic", "image/heic"),
    (b"heix", "image/heic"),
    (b"mif1", "image/heic"),
    (b"avif", "image/avif"),
    (b"qt  ", "video/quicktime"),
    (b"3g", "video/3gpp"),
    (b"M4A", "audio/mp4"),
)
_RIFF: Final = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
#: containers whose contents only the ending tells, and what they may hold
_HOLDS: Final = {
    _ZIP: {
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/warc",
        PROGRAM,
    },
    _OLE: {
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        PROGRAM,
    },
    "application/gzip": {"application/warc"},
}
_IN_WORDS: Final = {
    kind for kind in TYPES if kind.startswith("text/") or kind in (SCRIPT, "image/svg+xml")
} | {"application/json", "application/xml", "message/rfc822", "application/rtf"}


def media_type(name: str, head: bytes) -> str:
    """The type of a file by its first bytes, and by its ending where they leave room.

    >>> media_type("a.jpg", b"%PDF-1.7"), media_type("b.docx", b"PK\\x03\\x04")
    ('application/pdf', 'application/msword')
    >>> media_type("c.csv", "اسم".encode()), media_type("d.jpg", b"\\0\\1")
    ('text/csv', 'application/octet-stream')
    """
    by_name = _OF_ENDING.get(ending(name), "")
    by_bytes = _of_bytes(head)
    if by_bytes:
        return by_name if by_name in _HOLDS.get(by_bytes, ()) else by_bytes
    if _is_text(head):
        return by_name if by_name in _IN_WORDS else _of_words(head)
    return UNKNOWN_TYPE


def type_label(kind: str | None) -> str:
    """What people call a type."""
    label, _ = TYPES.get(kind or UNKNOWN_TYPE, TYPES[UNKNOWN_TYPE])
    return tr(label)


def name_differs(name: str, kind: str | None) -> bool:
    """Whether a name ends as another type than the bytes are.

    >>> name_differs("a.jpg", "application/x-executable"), name_differs("a.JPG", "image/jpeg")
    (True, False)
    """
    by_name = _OF_ENDING.get(ending(name))
    return by_name is not None and by_name != kind


def is_program(name: str, kind: str | None) -> bool:
    """Whether opening it could run it: by its bytes, or because its ending says so."""
    return kind in (PROGRAM, SCRIPT) or _OF_ENDING.get(ending(name)) in (PROGRAM, SCRIPT)


def _of_bytes(head: bytes) -> str:
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return next((kind for begin, kind in _BRANDS if brand.startswith(begin)), "video/mp4")
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], "")
    return next((kind for begin, kind in _BEGINNINGS if head.startswith(begin)), "")


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):  # UTF-16 with its mark
        return True
    if not head or b"\0" in head:
        return False
    try:
        head[: HEAD - 4].decode()
    except UnicodeDecodeError as error:
        return error.start >= min(len(head), HEAD - 4) - 4  # a letter cut at the end
    return True


def _of_words(head: bytes) -> str:
    begin = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if begin.startswith((b"<!doctype html", b"<html")):
        return "text/html"
    if begin.startswith((b"<svg", b"<?xml")):
        return "image/svg+xml" if b"<svg" in begin else "application/xml"
    return _TEXT
