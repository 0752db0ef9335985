"""Codes that people are sent or keep to sign in once, and numbers that are called codes."""

import pytest
from amid import clean, clean_amid_many

GONE = [
    ("Registration code for 4917655503141: 482-913", ("482-913", "4917655503141")),
    ("Registration code for +49 176 5550314: 482-913", ("482-913",)),
    ("registration code for 4917655503141 is 482913", ("482913",)),
    ("OTP for 4917655503141 is 482913", ("482913",)),
    ("OTP for jane is 482913", ("482913",)),
    ("Generated OTP 482913 for 4917655503141", ("482913",)),
    ("Sending OTP 482913 to 4917655503141", ("482913",)),
    ("sent code 482913 to +4917655503141", ("482913",)),
    ("Sent verification code 482-913 via sms", ("482-913",)),
    ("SMS code: 482913", ("482913",)),
    ("verification code is 482913", ("482913",)),
    ("Your WhatsApp code: 482-913", ("482-913",)),
    ("Your WhatsApp code is 482-913. Don't share", ("482-913",)),
    ("482913 is your verification code", ("482913",)),
    ("G-482913 is your Google verification code", ("482913",)),
    ('POST /v1/account/verify {"code":"482913"}', ("482913",)),
    ('POST /v1/registration/verify body={"code":"482-913"}', ("482-913",)),
    ('INFO register request {"cc":"49","phone_number":"17655503141","method":"sms","code":"482913"}', ("482913",)),
    ('curl -X POST https://wa/v1/account/verify -d \'{"code":"482913"}\'', ("482913",)),
    ('POST /v24.0/1234/verify_code {"code": "482913"}', ("482913",)),
    ("POST /v24.0/1234/verify_code code=482913", ("482913",)),
    ("recovery codes: 4821-9133, 7712-0099, 5513-2219", ("4821-9133", "7712-0099", "5513-2219")),
    ("Recovery codes:\n  a1b2c-d3e4f\n  f5g6h-i7j8k\n  z9y8x-w7v6u\n", ("a1b2c-d3e4f", "f5g6h-i7j8k", "z9y8x-w7v6u")),
    ("Backup codes:\n1. 48219133\n2. 77120099\n3. 55132219\n", ("48219133", "77120099", "55132219")),
    ('"recovery_codes": ["4821-9133", "7712-0099"]', ("4821-9133", "7712-0099")),
    ("backup codes = 48219133 77120099 55132219", ("48219133", "77120099", "55132219")),
    ("one-time password: 482913", ("482913",)),
    ("one-time passcode for jane@firm.io is 482913", ("482913",)),
    ("2FA code 482913 accepted", ("482913",)),
    ("two-step verification pin set to 482913", ("482913",)),
    ("PIN for 4917655503141: 482913", ("482913",)),
    ("verified with code 482913", ("482913",)),
    ("entered code: 482-913 for verification", ("482-913",)),
    ("c\u00f3digo de verificaci\u00f3n: 482913", ("482913",)),
    ("Tu c\u00f3digo es 482913", ("482913",)),
    ("Ihr Best\u00e4tigungscode lautet 482913", ("482913",)),
    ("seu c\u00f3digo \u00e9 482-913", ("482-913",)),
    ("pairing code: ABCD-EF12", ("ABCD-EF12",)),
    ("Pairing code for 4917655503141: K7RV-Q9WZ", ("K7RV-Q9WZ",)),
    ("requestPairingCode -> K7RVQ9WZ", ("K7RVQ9WZ",)),
    ('verify_code(phone="4917655503141", code="482913")', ("482913",)),
    ('{"verify": {"code": "482913"}}', ("482913",)),
    ('{"account":{"verify":{"code":"482913"}},"status":"ok"}', ("482913",)),
    ('{"otp": {"value": "482913"}}', ("482913",)),
]
STAYS = [
    "OTP for order 7711 expired",
    "registration code for region 49 not found",
    '{"code":"131056","message":"rate limit"}',
    'POST /v1/account/verify 400 {"errors":[{"code":1005,"title":"Access denied"}]}',
    'verification failed {"error":{"code":100,"error_subcode":2388091}}',
    "verify returned code 404",
    "verification error code: 2388091",
    "exit code for job 7: 137",
    "error code for 7: 482913",
    "status code: 200 for verification",
    "country code for registration: 49",
    "POST /v1/registration/verify status=200 code=200",
    'request_code {"code_method":"SMS","language":"en"}',
    'verify {"code":"invalid_code"}',
    'registration {"code": "133016", "message":"account register or deregister rate limit exceeded"}',
    "phone verification failed code=136025",
    "backup codes: 10 generated",
    "recovery codes: 3 left of 10",
    "recovery codes remaining: 3\n",
]


@pytest.mark.parametrize(("text", "gone"), GONE)
def test_a_code_to_sign_in_goes(text: str, gone: tuple[str, ...]) -> None:
    alone = clean(f"{text}\n")
    assert [part for part in gone if part in alone] == []
    assert clean_amid_many(text) == alone.removesuffix("\n")


@pytest.mark.parametrize("text", STAYS)
def test_other_codes_stay(text: str) -> None:
    assert clean(f"{text}\n") == f"{text}\n"
    assert clean_amid_many(text) == text
