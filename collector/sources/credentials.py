"""Turns credentials into Authorization headers; what cannot stand in a header is refused before it is sent."""

from __future__ import annotations

import base64

from collector.errors import UsageError
from collector.model import Needs, Profile, RawText
from collector.sentence import Sentence
from collector.target import Credentials

_TOKEN = Sentence("token")
_API_KEY = Sentence("API key")


def basic(credentials: Credentials) -> RawText:
    """Return the Basic header of user and password (RFC 7617, UTF-8); raise UsageError for a colon in the user."""
    user = credentials.username.expose() if credentials.username else ""
    password = credentials.password.expose() if credentials.password else ""
    if ":" in user:
        raise UsageError("the user name holds a colon, which Basic authentication cannot carry", cure="check its file")
    return RawText("Basic " + base64.b64encode(f"{user}:{password}".encode()).decode())


def bearer(token: RawText) -> RawText:
    """Return the Bearer header of a token; raise UsageError, which tells the place only, for an illegal character."""
    return RawText(f"Bearer {_checked(_TOKEN, token)}")


def of_user(credentials: Credentials, profile: Profile) -> RawText | None:
    """Return the header of a token or API key the user brought, or None; raise UsageError if it cannot be one."""
    if credentials.kind == "token" and credentials.token:
        return bearer(credentials.token)
    if credentials.kind == "api-key" and credentials.api_key:
        if profile.api_key_scheme is None:
            raise UsageError("the profile {name} does not know API keys", cure="give a token", name=profile.name)
        return RawText(f"{profile.api_key_scheme} {_checked(_API_KEY, credentials.api_key)}")
    if credentials.kind == "password" and profile.sign_in is None:
        raise UsageError("the profile {name} does not know user and password", cure="give a token", name=profile.name)
    return None


def _checked(what: Sentence, secret: RawText) -> str:
    text = secret.expose().strip("\r\n")
    for position, character in enumerate(text, 1):
        if not "!" <= character <= "~":
            raise UsageError(
                "the {what} has a character at position {position} that no header can carry",
                cure="check its file for spaces, line breaks and quotes",
                what=what,
                position=position,
            )
    if not text:
        raise UsageError("the {what} is empty", cure="check its file", what=what)
    return text


def reaches(kind: str, needs: Needs) -> bool:
    """Tell whether a credential of that kind can be what an endpoint needs."""
    return kind != "api-key" or needs in {Needs.NOTHING, Needs.API_KEY}
