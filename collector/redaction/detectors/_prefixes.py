"""The published shapes of vendors' API tokens: a literal beginning, then what may follow."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from collector.compiled import compiled

_W = r"[A-Za-z0-9_\-]"
_A = r"[A-Za-z0-9]"
_H = r"[0-9a-fA-F]"
_U = rf"{_H}{{8}}-{_H}{{4}}-{_H}{{4}}-{_H}{{4}}-{_H}{{12}}"

# An id in the form of a UUID, of letters and digits of any kind.
_L = r"(?=[0-9a-z\-]{0,35}[g-z])[0-9a-z]{8}-(?:[0-9a-z]{4}-){3}[0-9a-z]{12}(?![0-9A-Za-z])"

# Sources: the vendors' own pages on token formats and secret scanning.
SHAPES: tuple[tuple[str, str], ...] = (
    ("ghp_", rf"{_A}{{30,255}}"), ("gho_", rf"{_A}{{30,255}}"), ("ghu_", rf"{_A}{{30,255}}"), ("ghs_", rf"{_A}{{30,255}}"),
    ("ghr_", rf"{_A}{{30,255}}"), ("github_pat_", r"\w{30,255}"),
    ("glpat-", r"[\w\-.]{15,300}"), ("gldt-", r"[\w\-.]{15,300}"), ("glrt-", r"[\w\-.]{15,300}"), ("glft-", r"[\w\-.]{15,300}"),
    ("glptt-", r"[\w\-.]{15,300}"), ("glcbt-", r"[\w\-.]{15,300}"), ("glimt-", r"[\w\-.]{15,300}"), ("glagent-", r"[\w\-.]{15,300}"),
    ("gloas-", r"[\w\-.]{15,300}"), ("glsoat-", r"[\w\-.]{15,300}"), ("glffct-", r"[\w\-.]{15,300}"), ("glrtr-", r"[\w\-.]{15,300}"), ("glwt-", r"[\w\-.]{15,300}"), ("GR1348941", r"[\w\-]{15,60}"),
    ("_gitlab_session=", r"[0-9a-z]{20,64}"),
    ("xoxb-", r"\d[\w\-]{20,300}"), ("xoxp-", r"\d[\w\-]{10,300}"), ("xoxa-", r"\d[\w\-]{10,300}"), ("xoxr-", r"\d[\w\-]{10,300}"),
    ("xoxo-", r"\d[\w\-]{10,300}"), ("xoxs-", r"\d[\w\-]{10,300}"), ("xoxc-", r"\d[\w\-]{10,300}"), ("xoxd-", r"[\w\-%]{10,300}"),
    ("xoxe.xoxp-", r"\d-[\w\-]{20,600}"), ("xoxe.xoxb-", r"\d-[\w\-]{20,600}"), ("xoxe-", r"\d[\w\-]{20,600}"), ("xapp-", r"\d-[\w\-]{10,300}"),
    ("hooks.slack.com/", r"(?:services|workflows|triggers)/[\w+/\-]{20,120}"),
    ("AKIA", r"[A-Z0-9]{16}(?![A-Za-z0-9])"), ("ASIA", r"[A-Z0-9]{16}(?![A-Za-z0-9])"), ("ABIA", r"[A-Z0-9]{16}(?![A-Za-z0-9])"), ("ACCA", r"[A-Z0-9]{16}(?![A-Za-z0-9])"),
    ("A3T", r"[A-Z0-9][A-Z0-9]{16}(?![A-Za-z0-9])"), ("ABSK", r"[A-Za-z0-9+/]{60,400}={0,2}"), ("bedrock-api-key-", r"[A-Za-z0-9+/=_\-]{16,4096}"),
    ("AIza", rf"{_W}{{30,45}}"), ("ya29.", r"[\w.\-]{20,1200}"), ("GOCSPX-", rf"{_W}{{20,60}}"), ("1//0", rf"{_W}{{30,120}}"),
    ("sk-ant-", rf"{_W}{{30,300}}"), ("sk-proj-", rf"{_W}{{20,300}}"), ("sk-svcacct-", rf"{_W}{{20,300}}"), ("sk-admin-", rf"{_W}{{20,300}}"), ("sk-or-v1-", rf"{_A}{{20,300}}"),
    ("sk-", rf"{_A}{{20,200}}"), ("pplx-", rf"{_A}{{30,80}}"), ("gsk_", rf"{_A}{{30,80}}"), ("r8_", rf"{_A}{{30,60}}"), ("xai-", rf"{_A}{{40,120}}"),
    ("sk_live_", rf"{_A}{{10,247}}"), ("sk_test_", rf"{_A}{{10,247}}"), ("sk_prod_", rf"{_A}{{10,247}}"), ("rk_live_", rf"{_A}{{10,247}}"), ("rk_test_", rf"{_A}{{10,247}}"), ("rk_prod_", rf"{_A}{{10,247}}"),
    ("pk_live_", rf"{_A}{{10,247}}"), ("whsec_", r"[A-Za-z0-9+/=]{20,100}"), ("pi_", rf"{_A}{{24}}_secret_{_A}{{20,40}}"),
    ("hf_", r"[A-Za-z]{30,38}(?![A-Za-z])"), ("api_org_", r"[A-Za-z]{30,60}(?![A-Za-z])"), ("npm_", rf"{_A}{{30,60}}"), ("pypi-", rf"AgE{_W}{{40,500}}"),
    ("rubygems_", r"[0-9a-f]{40,64}"), ("CLOJARS_", r"[0-9a-zA-Z]{50,70}"), ("dop_v1_", r"[0-9a-f]{50,70}"), ("doo_v1_", r"[0-9a-f]{50,70}"), ("dor_v1_", r"[0-9a-f]{50,70}"),
    ("dp.pt.", rf"{_A}{{35,60}}"), ("dp.st.", r"[\w.\-]{35,100}"), ("dp.ct.", rf"{_A}{{35,60}}"), ("dp.sa.", rf"{_A}{{35,60}}"), ("dp.scim.", rf"{_A}{{35,60}}"), ("dp.audit.", rf"{_A}{{35,60}}"), ("dapi", r"[0-9a-f]{32}(?:-\d)?"), ("dkea", r"[0-9a-f]{32}(?:-\d)?"),
    ("dt0c01.", rf"[A-Za-z0-9]{{20,30}}\.{_A}{{50,80}}"), ("dt0s", rf"\d\d\.{_A}{{8,30}}\.{_A}{{50,80}}"), ("duffel_test_", r"[\w\-=]{30,60}"), ("duffel_live_", r"[\w\-=]{30,60}"),
    ("EZAK", rf"{_A}{{54}}(?![A-Za-z0-9+/])"), ("EZTK", rf"{_A}{{54}}(?![A-Za-z0-9+/])"), ("FLWSECK", r"(?:_TEST)?-[0-9a-zA-Z]{10,40}(?:-X)?"), ("FLWPUBK", r"(?:_TEST)?-[0-9a-zA-Z]{10,40}(?:-X)?"),
    ("fio-u-", r"[\w\-=]{50,70}"), ("fo1_", rf"{_W}{{40,60}}"), ("fm1", r"[ar]_[A-Za-z0-9+/]{80,400}={0,3}"), ("fm2_", r"[A-Za-z0-9+/]{80,400}={0,3}"),
    ("glc_", r"[A-Za-z0-9+/_\-]{30,400}={0,3}"), ("glsa_", rf"{_A}{{30,40}}_{_H}{{8}}"), ("eyJrIjoi", r"[A-Za-z0-9]{60,400}={0,3}"),
    ("hvs.", rf"{_W}{{20,300}}"), ("hvb.", rf"{_W}{{60,400}}"), ("hvr.", rf"{_W}{{20,300}}"), ("s.", rf"(?=[A-Za-z]*[0-9])(?=[A-Za-z0-9]*[A-Z]){_A}{{24}}(?![A-Za-z0-9.])"), ("b.AAAAA", rf"{_W}{{60,300}}"),
    ("HRKU-", rf"{_W}{{30,80}}"), ("ico-", rf"{_A}{{32}}"), ("s-s4t2ud-", r"[0-9a-f]{64}"), ("s-s4t2af-", r"[0-9a-f]{64}"), ("lin_api_", rf"{_A}{{30,60}}"), ("lin_oauth_", rf"{_A}{{30,80}}"),
    ("key-", r"(?=[a-z]{0,31}[0-9])[0-9a-z]{32}"), ("pk.eyJ", r"[\w.\-]{40,300}"), ("sk.eyJ", r"[\w.\-]{40,300}"), ("pk.", rf"[A-Za-z0-9]{{60}}\.{_A}{{22}}"),
    ("NRAK-", r"[A-Z0-9]{25,30}"), ("NRJS-", r"[0-9a-f]{15,30}"), ("NRII-", rf"{_W}{{30,40}}"), ("NRRA-", r"[0-9a-f]{40}"), ("NRAA-", r"[0-9a-f]{27}"), ("ntn_", rf"{_A}{{40,60}}"), ("secret_", rf"{_A}{{43}}(?![A-Za-z0-9])"),
    ("API-", r"[A-Z0-9]{26}(?![A-Z0-9])"), ("sha256~", rf"{_W}{{40,50}}"), ("PMAK-", r"[0-9a-f]{20,30}-[0-9a-f]{30,40}"), ("pnu_", rf"{_A}{{36}}"), ("pnb_", rf"{_A}{{36}}"), ("pul-", r"[0-9a-f]{40}"),
    ("rdme_", r"[a-z0-9]{60,90}"), ("tk-us-", rf"{_W}{{40,60}}"), ("SG.", r"[\w\-=.]{15,30}\.[\w\-=.]{30,60}"), ("xkeysib-", r"[0-9a-f]{60,70}-[A-Za-z0-9]{12,24}"), ("xsmtpsib-", r"[0-9a-f]{60,70}-[A-Za-z0-9]{12,24}"),
    ("sntrys_", r"eyJ[A-Za-z0-9+/=_\-]{40,400}"), ("sntryu_", r"[0-9a-f]{64}"), ("sm_aat_", rf"{_A}{{16}}"), ("sm_pat_", rf"{_A}{{16}}"), ("sm_sat_", rf"{_A}{{16}}"),
    ("shippo_live_", rf"{_H}{{40}}"), ("shippo_test_", rf"{_H}{{40}}"), ("shpat_", rf"{_H}{{32}}"), ("shpca_", rf"{_H}{{32}}"), ("shppa_", rf"{_H}{{32}}"), ("shpss_", rf"{_H}{{32}}"), ("shptka_", rf"{_H}{{32}}"), ("prtapi_", rf"{_H}{{32}}"),
    ("sgp_", rf"(?:{_A}{{16}}_)?(?:local_)?{_H}{{40}}"), ("slk_", r"[0-9a-f]{64}"), ("sq0atp-", rf"{_W}{{20,60}}"), ("sq0csp-", rf"{_W}{{20,60}}"), ("EAAA", rf"{_W}{{22,60}}(?![\w-])"), ("EAA", r"[0-9A-Za-z]{30,500}"),
    ("SK", r"[0-9a-fA-F]{32}(?![0-9A-Za-z])"), ("AKCp", rf"{_A}{{10,100}}"), ("cmVmdGtu", rf"{_A}{{40,80}}"), ("cmVmdX", rf"{_A}{{40,80}}"),
    ("AQVN", rf"{_W}{{30,45}}"), ("YC", r"[\w\-]{38}(?![\w-])"), ("t1.", r"[A-Z0-9a-z_\-]{3,}={0,2}\.[\w\-]{50,120}={0,2}"), ("y0_", rf"{_W}{{40,80}}"),
    ("AGE-SECRET-KEY-1", r"[A-Z0-9]{50,70}"), ("A3-", r"[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})(?:-[A-Z0-9]{5}){3}"), ("ops_", r"eyJ[\w+/\-]{60,1500}={0,3}"),
    ("ATATT3", r"[\w\-=]{100,260}"), ("ATCTT3", r"[\w\-=]{100,260}"), ("ATBB", rf"{_A}{{20,60}}"), ("v1.0-", r"[0-9a-f]{24}-[0-9a-f]{146}"), ("4b1d", rf"{_A}{{38}}(?![A-Za-z0-9])"), ("b_", r"[\w\-=]{44}(?![\w\-=])"),
    ("dnkey-", r"[\w\-=]{26}-[\w\-=]{52}"), ("ext_", r"\w{3,30}\.\w{3,10}\.acc[_-][\w\-]{10,32}\.[A-Za-z0-9+/_=\-]{25,130}"), ("acc_", r"\w{3,30}\.\w{3,10}\.acc[_-][\w\-]{10,32}\.[A-Za-z0-9+/_=\-]{25,130}"),
    ("sc_", r"\w{3,30}\.\w{3,10}\.acc[_-][\w\-]{10,32}\.[A-Za-z0-9+/_=\-]{25,130}"), ("sat.", rf"{_W}{{22}}\.{_A}{{20,30}}\.{_A}{{20}}"), ("pat.", rf"{_W}{{22}}\.{_A}{{20,30}}\.{_A}{{20}}"),
    ("access-sandbox-", _U), ("access-production-", _U), ("access-development-", _U), ("link-production-", _U), ("sl.", rf"(?:u\.)?{_W}{{60,1200}}"), ("live_", rf"{_W}{{35,60}}"),
    ("squ_", r"[0-9a-f]{40}"), ("sqp_", r"[0-9a-f]{40}"), ("sqa_", r"[0-9a-f]{40}"), ("dckr_pat_", rf"{_W}{{25,40}}"), ("dckr_oat_", rf"{_W}{{25,60}}"), ("tskey-", r"[a-z]+-[\w\-]{15,80}"), ("nfp_", rf"{_A}{{36}}"),
    ("figd_", rf"{_W}{{38,60}}"), ("phc_", rf"{_A}{{40,60}}"), ("phx_", rf"{_A}{{40,60}}"), ("sbp_", r"(?:v0_|oauth_)?[0-9a-z]{40}"), ("sb_secret_", rf"{_W}{{20,60}}"), ("vercel_", rf"{_A}{{20,60}}"), ("LTAI", rf"{_A}{{16,24}}(?![A-Za-z0-9])"),
    ("AKLT", rf"{_W}{{40,60}}"), ("AKID", rf"{_A}{{32}}(?![A-Za-z0-9])"), ("ddapp_", rf"{_A}{{34}}"), ("DDRCM_", rf"{_A}{{20,60}}"), ("pscale_tkn_", r"[\w\-=.]{30,70}"), ("pscale_pw_", r"[\w\-=.]{30,70}"), ("pscale_oauth_", r"[\w\-=.]{30,70}"),
    ("cloudinary://", r"\d{10,20}:[\w\-]{20,40}@\w+"), ("FwoG", r"[A-Za-z0-9+/]{100,1000}={0,2}"), ("IQoJb3JpZ2lu", r"[A-Za-z0-9+/]{100,1500}={0,2}"),
    ("bkua_", r"[0-9a-z]{40}"), ("CCIPAT_", r"\w{20,80}"), ("CCIPRJ_", r"\w{20,80}"), ("CFPAT-", rf"{_W}{{40,50}}"), ("nvapi-", rf"{_W}{{60,70}}"), ("AMF", rf"[a-z]?{_A}{{50,70}}(?![A-Za-z0-9])"), ("v4.local.", r"[\w\-.]{30,2000}"), ("amzn.mws.", r"[0-9a-z]{8}-(?:[0-9a-z]{4}-){3}[0-9a-z]{12}"),
    ("odt_", r"[A-Za-z0-9_]{32,64}"), ("oy2", r"[0-9a-z]{43}(?![0-9A-Za-z])"), ("hawk.", rf"{_A}{{20}}\.{_A}{{20}}"), ("00D", r"[A-Za-z0-9]{12}(?:[A-Za-z0-9]{3})?![\w.]{80,260}"), ("pat-", rf"(?:na|eu|ap)\d-{_U}"),
    ("pk_", r"\d{6,9}_[A-Z0-9]{32}(?![A-Za-z0-9])"), ("sk_", r"(?:\d{1,8}_\d{1,8}_)?[0-9a-f]{32,64}(?![A-Za-z0-9])"), ("ak_", rf"(?:live|test)_{_A}{{30}}"), ("flb_", rf"(?:live|test)_{_A}{{20}}"),
    ("tkn.v1_", r"[A-Za-z0-9+/]{60,100}={0,2}"), ("tfp_", r"[\w.\-]{40,60}"), ("BBFF-", rf"{_A}{{30,35}}"), ("BBUS-", rf"{_A}{{30,35}}"), ("VF.", rf"(?:DM|WS)\.{_A}{{24}}\.{_A}{{16}}"),
    ("1000.", r"[0-9a-f]{32}\.[0-9a-f]{32}(?![0-9A-Za-z])"), ("shltm_", rf"{_W}{{38,44}}"), ("scp-", r"(?:live|test)-[0-9a-f]{32}"), ("na1.", r"[A-Za-z0-9+/]{90,200}={0,2}"), ("eu1.", r"[A-Za-z0-9+/]{90,200}={0,2}"),
    ("NF-", rf"{_A}{{32}}(?![A-Za-z0-9])"), ("sec-c-", r"[A-Za-z0-9]{30,60}={0,2}|[0-9a-zA-Z]{8}-(?:[0-9a-zA-Z]{4}-){3}[0-9a-zA-Z]{12}"), ("lsv2_", r"(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}"),
    ("pcsk_", rf"{_A}{{5,8}}_{_A}{{50,70}}"), ("re_", rf"{_A}{{8}}_{_A}{{24}}(?![A-Za-z0-9])"), ("tvly-", rf"(?:dev-|prod-)?{_A}{{32}}"), ("tgp_v1_", rf"{_W}{{40,50}}"), ("csk-", r"[0-9a-z]{48}"), ("jina_", rf"[0-9a-f]{{32}}{_W}{{28}}"),
    ("apify_api_", rf"{_A}{{34,40}}"), ("rpa_", r"[A-Z0-9]{32,42}[0-9a-z]{0,8}(?![A-Za-z0-9])"), ("waka_", _U), ("rnd_", rf"{_A}{{28,32}}(?![A-Za-z0-9])"), ("AstraCS:", r"[A-Za-z]{24}:[0-9a-f]{64}"), ("BBDC-", r"[A-Za-z0-9+/]{44}"),
    ("snyk_", r"[us]at\.[\w.\-]{30,400}"), ("cio", rf"{_A}{{32}}(?![A-Za-z0-9])"), ("xwfp-", r"\d[\w\-]{20,300}"), ("IGQV", r"[\w\-]{80,300}"), ("SWMTKN-1-", r"[0-9a-z]{50}-[0-9a-z]{25}"), ("akab-", r"[0-9a-z]{16}-[0-9a-z]{16}"), ("cfut_", rf"{_A}{{40,52}}"), ("cfat_", rf"{_A}{{40,52}}"), ("cfk_", rf"{_A}{{40,52}}"), ("vcp_", rf"{_A}{{24,64}}"), ("vci_", rf"{_A}{{24,64}}"), ("vca_", rf"{_A}{{24,64}}"), ("vcr_", rf"{_A}{{24,64}}"), ("vck_", rf"{_A}{{24,64}}"),
    ("phs_", rf"{_A}{{40,60}}"), ("phr_", rf"{_A}{{40,60}}"), ("pha_", rf"{_A}{{40,60}}"), ("PMAT-", r"[0-9A-Z]{26}"), ("NRBR-", r"[0-9a-f]{19}"), ("access_token$", r"(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}"),
    ("SU", r"[A-Z2-7]{56}(?![A-Z0-9])"), ("SA", r"[A-Z2-7]{56}(?![A-Z0-9])"), ("SO", r"[A-Z2-7]{56}(?![A-Z0-9])"), ("SN", r"[A-Z2-7]{56}(?![A-Z0-9])"), ("SC", r"[A-Z2-7]{56}(?![A-Z0-9])"), ("cosmo_", r"[0-9a-f]{32}"), ("TlRMTVNTUAAD", r"[A-Za-z0-9+/]{60,2000}={0,2}"),
    ("da2-", r"[a-z0-9]{26}(?![A-Za-z0-9])"), ("p8e-", r"[0-9a-f]{32}(?![0-9a-z])"), ("api_live", r"(?:_ca|_us)?\.[\w\-]{11}\.[\w\-]{32}"), ("api_sandbox", r"(?:_ca|_us)?\.[\w\-]{11}\.[\w\-]{32}"),
    ("rootly_", r"[0-9a-f]{64}"), ("napi_", r"[0-9a-z]{60,70}(?![0-9A-Za-z])"), ("st.", rf"{_U}\.[0-9a-f]{{32}}\.[0-9a-f]{{32,64}}"), ("hcaik_", r"[0-9a-z]{50,64}"), ("hcxik_", r"[0-9a-z]{50,64}"),
    ("KGAT_", r"[0-9a-f]{32}"), ("vercel_blob_rw_", rf"{_W}{{30,80}}"), ("wandb_v1_", rf"{_W}{{40,120}}"), ("CCDB1_", rf"{_W}{{40,90}}"), ("mdb_sa_sk_", rf"{_W}{{30,60}}"), ("ddpat_", rf"{_A}{{30,60}}"),
    ("AVNS_", rf"{_W}{{15,40}}"), ("fw_", rf"(?=[A-Za-z]{{0,20}}[0-9]){_A}{{22,30}}(?![A-Za-z0-9_])"), ("pgar_", rf"{_A}{{27}}(?![A-Za-z0-9])"), ("sdk-", rf"{_L}|{_U}"), ("mob-", rf"{_L}|{_U}"), ("api-", _L),
    ("sk-lf-", _U), ("pa-", rf"{_W}{{43}}(?![\w\-])"), ("fc-", r"[0-9a-f]{32}(?![0-9A-Za-z])"), ("xaat-", _U), ("xapt-", _U), ("post_server_item_", r"[0-9a-f]{32}"), ("post_client_item_", r"[0-9a-f]{32}"),
    ("essu_", r"[A-Za-z0-9+/_\-]{40,400}={0,2}"),
    ("AQE", r"[A-Za-z0-9+/]{40,100}-[A-Za-z0-9+/]{40,100}={0,2}-[A-Za-z0-9_.+(){}<>^&*\[\]|~,:;$%!?@#]{8,40}"),
    ("secret-token:", r"(?=[\w.~%!$&'()*+,;=:@\-]{0,80}\d)[\w.~%!$&'()*+,;=:@\-]{12,400}"),
)  # fmt: skip

_BODIES = dict(SHAPES)

ALL = frozenset(_BODIES)
# Base64 has a plus and none of these: in an address a plus stands for a blank.
_IS_NO_BASE64 = compiled(r"[^A-Za-z0-9+/=]")


def _either(prefixes: Iterable[str]) -> str:
    return "|".join(re.escape(prefix) for prefix in sorted(prefixes, key=lambda prefix: (-len(prefix), prefix)))


_TELLING = frozenset(filter(_IS_NO_BASE64.search, ALL))
HEAD = compiled(rf"(?<![A-Za-z0-9])(?:{_either(_TELLING)}|(?<!\+)(?:{_either(ALL - _TELLING)}))")


def heads() -> tuple[re.Pattern[str], ...]:
    """Return a pattern of each shape, with what must not stand before it."""
    return tuple(
        compiled(rf"(?<![A-Za-z0-9{'' if prefix in _TELLING else '+'}])(?:{re.escape(prefix)}(?:{body}))")
        for prefix, body in SHAPES
    )


def confirm(head: re.Match[str]) -> re.Match[str] | None:
    """Return the whole token that begins at a head, or None."""
    text = head.string
    for length in range(len(head.group()), 1, -1):
        prefix = head.group()[:length]
        match = _shape(prefix).match(text, head.start()) if prefix in ALL else None
        if match:
            return match
    return None


@functools.cache
def _shape(prefix: str) -> re.Pattern[str]:
    return compiled(rf"{re.escape(prefix)}(?:{_BODIES[prefix]})")
