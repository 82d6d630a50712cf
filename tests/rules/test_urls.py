"""Addresses as they are compared."""

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from airwars_desk.rules import urls

PIECES = st.lists(
    st.sampled_from(
        [
            "http",
            "hhttps",
            "https",
            "://",
            "//",
            "/",
            "www.",
            "m.",
            "mobile.",
            "x.com",
            ".",
            "@",
            "twitter.com",
            "facebook.com",
            "youtu.be",
            "example.org",
            "?",
            "&",
            "=",
            "#",
            "#!/",
            ":",
            "status/",
            "12",
            "utm_source=a",
            "v=",
            "%D8%AD",
            "%41",
            "%",
            " ",
            "\xa0",
            "حلب",
            "a",
            "account/suspended",
            "[0]",
            "%5B0%5D",
            "id",
            "\n",
            ":80",
            "i/web",
            "twitter",
            "com",
        ]
    ),
    max_size=10,
).map("".join)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.example.org/a/", "http://example.org/a"),
        ("HTTPS://Example.ORG/A", "example.org/A"),
        ("https://x.com/Some_One/status/1234", "https://twitter.com/some_one/status/1234?s=20"),
        ("https://mobile.twitter.com/a/status/1/photo/1", "twitter.com/b/statuses/1"),
        ("https://twitter.com/#!/a/status/9", "https://twitter.com/a/status/9"),
        ("https://m.facebook.com/a/posts/1?fbclid=X", "https://www.facebook.com/a/posts/1"),
        ("https://ar-ar.facebook.com/a/posts/1", "https://facebook.com/a/posts/1"),
        ("https://facebook.com/a?id=1&story_fbid=2", "https://facebook.com/a?story_fbid=2&id=1"),
        ("https://facebook.com/a/1?__cft__[0]=AZ&__tn__=-R", "https://facebook.com/a/1"),
        ("https://facebook.com/a/1?__xts__%5B0%5D=6", "https://facebook.com/a/1"),
        ("https://youtu.be/qF42?t=3", "https://www.youtube.com/watch?v=qF42&feature=share"),
        ("https://example.org/p?utm_source=a&utm_medium=b&id=3#c", "https://example.org/p?id=3"),
        ("https://example.org/%D8%AD%D9%84%D8%A8", "https://example.org/حلب"),
        ("hhttps://example.org/a", "ttps://example.org/a"),
        ("https://example.org:443/a ", "https://example.org/a"),
    ],
)
def test_addresses_of_one_publication_compare_equal(one: str, other: str) -> None:
    form = urls.comparison_form(one)
    assert form is not None
    assert form == urls.comparison_form(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org/?p=1", "https://example.org/?p=2"),
        ("https://example.org/?s=word", "https://example.org/?s=other"),
        ("https://m.example.org/a", "https://example.org/a"),
        ("https://facebook.com/photo?fbid=1", "https://facebook.com/photo?fbid=2"),
        ("https://example.org/%2541", "https://example.org/%41"),
    ],
)
def test_addresses_of_two_publications_stay_apart(one: str, other: str) -> None:
    assert urls.comparison_form(one) != urls.comparison_form(other)


@pytest.mark.parametrize(
    "address",
    [
        None,
        "",
        "  ",
        "n/a",
        "http://",
        "http://nohost",
        "https://www.example.org",
        "https://example.org/?utm_source=x",
        "https://twitter.com/account/suspended",
        "https://x.com/account/suspended?lang=en",
        "https://www.facebook.com/login/?next=abc",
        "no address at all",
    ],
)
def test_some_addresses_identify_nothing(address: str | None) -> None:
    assert urls.comparison_form(address) is None


@given(st.one_of(PIECES, st.text(max_size=30)))
@example("http://www.www.example.org/")
@example("https://youtu.be/a&b")
@example("//m.mobile.twitter.com//")
@example("https://twitter.com/a/status/1")
@example("www.m.x.com/a")
def test_a_comparison_form_is_its_own_and_never_raises(address: str) -> None:
    form = urls.comparison_form(address)
    if form is not None:
        assert urls.comparison_form(form) == form
    urls.is_broken(address)
    urls.is_dead_end(address)
    urls.platform_of(address)


@pytest.mark.parametrize(
    "address",
    [
        "hhttps://example.org/a",
        "ttps://example.org/a",
        "example.org/a",
        "https://example.org/a b",
        "https://example.org/a\u00a0b",
        "http://nohost",
        "https:///a",
        "https:/example.org/a",
    ],
)
def test_broken_addresses(address: str) -> None:
    assert urls.is_broken(address)


@pytest.mark.parametrize(
    "address",
    [None, "", " https://example.org/a ", "HTTP://example.org", "https://example.org/حلب?x=1#y"],
)
def test_addresses_that_are_not_broken(address: str | None) -> None:
    assert not urls.is_broken(address)


def test_dead_ends_are_told_from_missing_addresses() -> None:
    assert urls.is_dead_end("https://twitter.com/account/suspended")
    assert not urls.is_dead_end("https://twitter.com/accounting/status/1")
    assert not urls.is_dead_end(None)


def test_escapes_that_are_no_utf_8_stay_as_written() -> None:
    assert urls.comparison_form("https://example.org/%C7%E1") == "example.org/%C7%E1"


def test_hosts_and_platforms() -> None:
    assert urls.host("https://WWW.Example.org:8080/a") == "example.org"
    assert urls.host("https://user@example.org/") == "example.org"
    assert urls.host("nothing") is None
    assert urls.platform_of("https://x.com/a") == "platform/twitter"
    assert urls.platform_of("https://t.me/a/1") == "platform/telegram"
    assert urls.platform_of("https://youtu.be/a") == "platform/video"
    assert urls.platform_of("https://example.org/a") is None


def test_fifty_thousand_addresses_take_well_under_a_second() -> None:
    made = [f"https://www.facebook.com/page{n}/posts/{n}?fbclid=A{n}&id={n}" for n in range(50_000)]
    started = time.perf_counter()
    forms = {urls.comparison_form(one) for one in made}
    assert time.perf_counter() - started < 2  # a loaded machine; measured 0.2 s
    assert len(forms) == len(made)
