"""What the name of a field or a column says about its value: that it is a user's name, or a machine's."""

# ruff: noqa: E501  a list is read in one piece
from __future__ import annotations

import functools

from collector.redaction.detectors._marks import unmarked
from collector.redaction.detectors._number_names import key_words
from collector.redaction.detectors._wordlist import words

_USERS = words(
    "user username usr usrname uname usename rolname login loginname logname ruser acct owner tableowner principal assignee"
    " actor grantee grantor samaccountname upn"
    " benutzer benutzername anwender utilisateur usuario utente gebruiker gebruikersnaam kullanici uzytkownik korisnik"
    " bruger brugernavn brukernavn anvandare anvandarnamn kayttaja kayttajatunnus пользователь"
    " 用户 用户名 使用者 使用者名稱 ユーザ ユーザー ユーザ名 ユーザー名 사용자"
)
_USERS |= frozenset(map(unmarked, _USERS))
"""As `key_words` returns them: without marks."""
_LISTED = words("user username login owner admin administrator maintainer")
_OF_NAMES = _USERS | {"account", "logon"}
_DONE_BY = words(
    "created updated modified changed reported owned assigned requested approved submitted locked run started"
)
_NO_USER = words("fuser superuser multiuser enduser peruser")
_STRONG_HOSTS = words("host hostname fqdn nodename servername vhost smarthost rhost rechnername")
_HOSTS = _STRONG_HOSTS | words(
    "server node machine computer workstation endpoint broker peer upstream backend replica master primary leader gateway"
    " relay nameserver resolver domain registry seed rechner serveur servidor serwer sunucu hote"
)
_OF_HOSTS = _HOSTS | {"instance", "dns", "cluster"}
USER_STEM = (
    r"role ?name|run_?as|us(?:er|r|ename|uari)|rolname|login|log_?name|uname|acct|account|owner|princip|assignee|actor|grant|[dt][_\- ]?by|upn"
    r"|benutzer|anwender|uzytkownik|anvand|kaytt|admins|administrators|maintainers|utili|utente|gebruik|kullan|korisnik|bru[gk]er"
)
"""A part of every name of a user's in ASCII, in lower case."""
ELSEWHERE = (
    "u\u017cytkownik|\u041f\u043e\u043b\u044c\u0437\u043e\u0432\u0430\u0442\u0435\u043b\u044c|\u041f\u041e\u041b\u042c\u0417\u041e\u0412\u0410\u0422\u0415\u041b\u042c|anv\u00e4nd|k\u00e4ytt\u00e4j|\u043f\u043e\u043b\u044c\u0437\u043e\u0432\u0430\u0442\u0435\u043b\u044c"
    "|\u7528\u6237|\u4f7f\u7528\u8005|\u30e6\u30fc\u30b6|\uc0ac\uc6a9\uc790"
)
"""The same in other letters."""
HOST_STEM = (
    r"host|fqdn|node|server|machine|computer|workstation|endpoint|broker|peer|upstream|backend|replica|master|primary|leader"
    r"|gateway|relay|resolver|domain|registry|seed|hote|instance_?(?:name|addr|url|list)|dns_?(?:name|addr|list)|cluster_?(?:name|addr|url|list)|rechner|serv(?:eu|ido)r|serwer|sunucu"
)
"""A part of every name of a machine's, in lower case."""
_HOST_TAILS = ("name", "address", "addr", "url", "uri", "list")
USER_ENDS = (
    rf"{'|'.join(sorted(filter(str.isascii, _USERS | _LISTED)))}|[dt][_\- ]?by|run_?as|role name"
    rf"|(?:{ELSEWHERE})[\w.\-\x80-\xff]{{0,64}}"
)
"""What a name of a user's ends in, of one; or in one of the words below behind the part above."""
USER_TAILS = "name|by|as"
HOST_ENDS = rf"{'|'.join(sorted(_HOSTS))}|(?:instance|dns|cluster)_?(?:name|addr|address|url|list)"
HOST_TAILS = "|".join(_HOST_TAILS)
"""The same of a machine's."""


@functools.lru_cache(maxsize=4096)
def names_a_user(name: str) -> bool:
    """Tell whether a field's name says that its value is a user's: `DB_USER`, `dbUserName`, `created-by`."""
    parts = _words_of(name)
    if not parts:
        return False
    last, before = parts[-1], parts[-2] if len(parts) > 1 else ""
    if name.lower() == "role name":
        return True
    if last == "name" and before:
        return before in _OF_NAMES or _ends_so(before)
    if last == "by":
        return before in _DONE_BY
    return last in _USERS or _one(last) in _LISTED or _ends_so(last) or (before == "run" and last == "as")


def _ends_so(word: str) -> bool:
    """Tell whether a word ends as a compound does: `pguser`."""
    return word.endswith(("user", "username")) and word not in _NO_USER


@functools.lru_cache(maxsize=4096)
def names_a_host(name: str) -> bool:
    """Tell whether a field's name says that its value is a machine's: `db.host`, `serverName`, `endpoints`."""
    parts = _words_of(name)
    if not parts:
        return False
    last, before = parts[-1], parts[-2] if len(parts) > 1 else ""
    if last in _HOST_TAILS and before:
        return _one(before) in _OF_HOSTS
    return _one(last) in _HOSTS or _one(last).endswith(("host", "hostname", "server"))


@functools.lru_cache(maxsize=4096)
def is_only_a_hosts(name: str) -> bool:
    """Tell whether nothing but machines is named by such a field: `DB_HOST`, not `node` or `master`."""
    parts = _words_of(name)
    return any(_one(part) in _STRONG_HOSTS or _one(part).endswith(("host", "hostname")) for part in parts[-2:])


def _words_of(name: str) -> list[str]:
    return [word for word in key_words(name) if not word.isdigit()]


def _one(word: str) -> str:
    """Return the word for one of several."""
    return word.removesuffix("s")
