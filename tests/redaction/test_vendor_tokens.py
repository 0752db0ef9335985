"""Tokens whose vendors say how they begin or what stands in them."""

import random

import pytest

from benchmarks.cases import drawn
from collector import Redactor

REDACTOR = Redactor.from_file(key=b"vendors' tokens have their key")
SHAPES = [
    "odt_{a40}", "hawk.{a20}.{a20}", "pat-na1-{uuid}", "ak_live_{a30}", "flb_test_{a20}", "tfp_{w44}",
    "VF.DM.{h24}.{a16}", "1000.{h32}.{h32}", "shltm_{w40}", "scp-live-{h32}", "NF-{a32}", "sec-c-{uuid}",
    "lsv2_pt_{h32}_{h10}", "re_{a8}_{a24}", "pcsk_{a6}_{a62}", "tvly-dev-{a32}", "tgp_v1_{w43}", "jina_{h32}{w28}",
    "apify_api_{a36}", "waka_{uuid}", "rnd_{a32}", "AstraCS:TrVbKxLmQwErTyZaNcPdFgHj:{h64}", "BBDC-{a44}",
    "snyk_uat.{a40}", "cio{a32}", "xwfp-{d11}-{a24}", "cfut_{a48}", "vcp_{a56}", "vcr_{a40}", "phs_{a48}", "NRBR-{h19}",
    "cosmo_{h32}", "slk_{h64}", "sgp_{h16}_local_{h40}", "dp.audit.{a43}",
    "access_token$production$harbour7tulips99${h32}", "1/{d16}:{h32}", "ya29.c.{w60}", "glrtr-{a20}", "CCIPRJ_{a40}",
    "CLOJARS_{a60}", "napi_{h64}", "st.{uuid}.{h32}.{h32}", "hcaik_{h58}", "KGAT_{h32}", "vercel_blob_rw_{w48}",
    "wandb_v1_{a80}", "CCDB1_{w62}", "mdb_sa_sk_{w40}", "ddpat_{a40}", "AVNS_{a18}", "glc_eyJvIjoi{w90}",
    "AQE{a60}-{a60}=-{a16}", "sdk-{uuid}", "sk-lf-{uuid}", "xaat-{uuid}", "post_server_item_{h32}", "fc-{h32}",
    "sk_{h48}", "00D5f000001AbcD!{a96}", "tkn.v1_{a72}", "BBFF-{a30}",
]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_a_token_goes_and_a_word_with_its_beginning_stays(shape: str) -> None:
    draw = random.Random(shape)
    token, word = drawn(shape, draw), shape.partition("{")[0] + "page"
    clean = REDACTOR.redact_text(f"using {token} for upstream").text
    assert clean == "using [secret] for upstream"
    assert REDACTOR.redact_text(f"using {word} for upstream").text == f"using {word} for upstream"


@pytest.mark.parametrize(
    ("random_part", "sign"),
    [
        ("kz3qm9vxaj1lw7tgr2bync8nde5fhs0puzr8tq0blmyw3vuz2k7p", "JQQJ99BDACAAAAAAAAAAAAAZDO7Qk2"),
        (f"{'9c1f0a7be2d3' * 3}", "NRAL"),
        (f"{'9c1f0a7be2d3' * 3}", "FFFFNRAL"),
        ("kZ3Qm9vXaJ1Lw7TgR2bYc8NdE5fHs0PuZr8Tq0bLmYw3VukZ3Qm9vXaJ1Lw7TgR2bYc8NdE5fHs0", "AZDOk7Qz"),
    ],
)
def test_a_token_goes_that_is_known_by_its_end(random_part: str, sign: str) -> None:
    token = random_part + sign
    assert REDACTOR.redact_text(f"using {token} for upstream").text == "using [secret] for upstream"
    assert REDACTOR.redact_text(f"using {sign} for upstream").text == f"using {sign} for upstream"


@pytest.mark.parametrize(
    "sample", ["glsa_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX_aaaaaaaa", "lsv2_pt_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx_xxxxxxxxxx"]
)
def test_a_sample_stays(sample: str) -> None:
    assert REDACTOR.redact_text(sample).text == sample
