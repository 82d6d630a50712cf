"""Addresses of sources as they are compared; the address as cited is never changed.

Two addresses with the same comparison form lead to the same publication: scheme, `www.`, mobile
hosts, renamed hosts, tracking parameters, fragment and a closing slash make no difference.
"""

import re
from typing import Final

_SCHEME: Final = re.compile(r"\w{0,8}ttps?:/{0,3}|//", re.IGNORECASE)
_GOOD: Final = re.compile(
    r"https?://[^\s/?#@:]+\.[^\s/?#@:.]+(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE
)
_HOST: Final = re.compile(r"(?:[^\s/?#]*@)?([^\s/?#@:]+\.[^\s/?#@:.]+)\.?(?::\d*)?(?=[/?#]|$)")
_FRONT: Final = re.compile(r"(?:www\d?\.)+(?=[^.]+\.)")
_MOBILE: Final = re.compile(
    r"(?:(?:m|mobile|web|touch|mbasic|amp|[a-z]{2}-[a-z]{2})\.)+"
    r"(?=(?:twitter|x|facebook|youtube|instagram)\.com$)"
)
_ESCAPED: Final = re.compile(r"(?:%[89a-f][0-9a-f])+", re.IGNORECASE)
_TWEET: Final = re.compile(r"/(?:[^/]+|i/web)/status(?:es)?/(\d+)(?:\D.*)?", re.DOTALL)
_RENAMED: Final = {"x.com": "twitter.com", "fb.com": "facebook.com"}

_TRACKING: Final = frozenset(
    [
        "fbclid",
        "gclid",
        "igshid",
        "igsh",
        "mc_cid",
        "mc_eid",
        "ref",
        "ref_src",
        "ref_url",
        "soicalmedia",
        "__tn__",
        "__xts__",
        "__cft__",
        "__twitter_impression",
        "doing_wp_cron",
        "rdid",
        "share_url",
        "mibextid",
        "fref",
        "hc_ref",
        "hc_location",
        "_rdr",
        "_rdc",
        "refid",
        "sfnsn",
        "twclid",
        "yclid",
    ]
)
_TRACKING_OF_HOST: Final = {
    "twitter.com": frozenset(["s", "t", "src", "lang", "cxt"]),
    "facebook.com": frozenset(
        [
            "type",
            "theater",
            "epa",
            "locale",
            "paipv",
            "eav",
            "av",
            "notif_id",
            "notif_t",
            "d",
            "vh",
            "hoisted_section_header_type",
            "has_verified",
            "sa",
            "comment_tracking",
        ]
    ),
    "youtube.com": frozenset(["feature", "t", "time_continue", "app", "ab_channel", "si", "pp"]),
    "instagram.com": frozenset(["hl", "img_index"]),
}
_NONE: Final[frozenset[str]] = frozenset()
_DEAD_ENDS: Final = (
    "twitter.com/account/",
    "twitter.com/login",
    "twitter.com/home",
    "twitter.com/404",
    "twitter.com/i/flow/",
    "facebook.com/login",
    "facebook.com/checkpoint",
    "facebook.com/unsupportedbrowser",
    "facebook.com/sorry",
    "facebook.com/home.php",
    "instagram.com/accounts/",
    "accounts.google.com/",
    "consent.youtube.com/",
    "web.archive.org/save",
)
_SUSPENDED: Final = "/account/suspended"
_PLATFORMS: Final = {
    "twitter.com": "platform/twitter",
    "facebook.com": "platform/facebook",
    "fb.watch": "platform/facebook",
    "t.me": "platform/telegram",
    "telegram.me": "platform/telegram",
    "telegram.org": "platform/telegram",
    "youtube.com": "platform/video",
    "youtu.be": "platform/video",
    "vimeo.com": "platform/video",
    "instagram.com": "platform/instagram",
    "tiktok.com": "platform/tiktok",
}


def comparison_form(address: str | None) -> str | None:
    """Return the form in which an address is compared, or None where it identifies nothing.

    None: nothing there, no host, a bare host, or a dead end such as a suspended account's page.

    >>> comparison_form("https://mobile.twitter.com/Desk/status/12?s=20")
    'twitter.com/i/status/12'
    >>> comparison_form("http://www.example.org/a/?utm_source=x&id=4#top")
    'example.org/a?id=4'
    """
    host_name, rest = _split(address)
    if not host_name:
        return None
    path, _, query = rest.partition("#")[0].partition("?")
    if host_name == "twitter.com":
        if rest.startswith("/#!/"):
            path = rest[3:].partition("?")[0]
        tweet = _TWEET.fullmatch(path)
        if tweet is not None:
            return f"twitter.com/i/status/{tweet[1]}"
    elif host_name == "youtu.be" and len(path) > 1:
        host_name, path, query = "youtube.com", "/watch", f"v={path[1:]}&{query}"
    if "%" in path:
        path = _ESCAPED.sub(_unescaped, path)
    path = _without_tail(path)
    kept = _kept_parameters(host_name, query) if query else ""
    if not path and not kept:
        return None
    form = f"{host_name}{path}?{kept}" if kept else host_name + path
    return None if _is_dead(form) else form


def host(address: str | None) -> str | None:
    """Return the host of an address in comparison form (`twitter.com`), or None."""
    return _split(address)[0] or None


def platform_of(address: str | None) -> str | None:
    """Return the uid of the platform an address lies on, or None for any other web site."""
    return _PLATFORMS.get(_split(address)[0])


def is_broken(address: str | None) -> bool:
    """Tell whether an address is there but cannot be opened as it is.

    Its scheme is not http or https, it has blanks inside, or it names no host.
    """
    if not address:
        return False
    return _GOOD.fullmatch(address.strip()) is None


def is_dead_end(address: str | None) -> bool:
    """Tell whether an address leads to a page that stands for nothing, as a suspended account."""
    host_name, rest = _split(address)
    return bool(host_name) and _is_dead(host_name + rest)


def _split(address: str | None) -> tuple[str, str]:
    """Return host in comparison form ("" where none) and all that follows it."""
    if not address:
        return "", ""
    stripped = address.strip()
    scheme = _SCHEME.match(stripped)
    rest = stripped[scheme.end() :] if scheme else stripped
    found = _HOST.match(rest)
    if found is None:
        return "", ""
    name = found[1].lower().rstrip(".")
    if name.startswith("www"):
        name = _FRONT.sub("", name, count=1)
    mobile = _MOBILE.match(name)
    if mobile is not None:
        name = name[mobile.end() :]
    return _RENAMED.get(name, name), rest[found.end() :]


def _kept_parameters(host_name: str, query: str) -> str:
    """Return the parameters that tell pages apart, sorted."""
    own = _TRACKING_OF_HOST.get(host_name, _NONE)
    kept = set()
    for escaped in query.split("&"):
        pair = _ESCAPED.sub(_unescaped, escaped).strip() if "%" in escaped else escaped.strip()
        if not pair:
            continue
        name = pair.partition("=")[0].partition("[")[0].partition("%5B")[0].lower()
        if name in _TRACKING or name in own or name.startswith(("utm_", "__cf_chl")):
            continue
        kept.add(pair)
    return "&".join(sorted(kept))


def _without_tail(path: str) -> str:
    """Take closing slashes and blanks from a path."""
    shorter = path.rstrip().rstrip("/")
    while shorter != path:
        path, shorter = shorter, shorter.rstrip().rstrip("/")
    return path


def _is_dead(form: str) -> bool:
    return form.startswith(_DEAD_ENDS) or form.partition("?")[0].endswith(_SUSPENDED)


def _unescaped(found: re.Match[str]) -> str:
    """Decode escaped letters beyond ASCII; what is no UTF-8 stays as written."""
    raw = bytes.fromhex(found[0].replace("%", ""))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
