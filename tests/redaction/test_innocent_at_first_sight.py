"""What looks like a quantity, a counting word, a range or a plain text, and is somebody's number or a secret."""

import base64

import pytest

from collector import Redactor

REDACTOR = Redactor.from_file(key=b"first sight has a key of its own")
NUMBER = "4915123456789"
QUIET = "took 15 ms\n"


@pytest.mark.parametrize(
    "text",
    [
        "account changed to {}",
        "admin changed to {}",
        "dialog moved to {}",
        "signed up from {}",
        "hung up from {}",
        "receipt acked to {}",
        "手机号{}天猫",
        "手机：{}元旦",
        "전화번호: {} 개인",
        "โทร {} คนขับ",
        "已送达 {}",
        "预约 {}",
        "予約 {}",
        "예약: {}",
        "好友请求 {}",
        'From: "Bob" < {} >',
        "{}\t/start",
        "{}\t/v1/messages",
        "Attribute 31: {}",
        "{} remains blocked",
    ],
)
def test_a_number_goes_beside_what_only_looks_like_a_quantity(text: str) -> None:
    assert NUMBER not in REDACTOR.redact_text(text.format(NUMBER)).text


@pytest.mark.parametrize(
    "text",
    [
        "处理了 {} 条记录",
        "共 {} 个文件",
        "耗时 {} 毫秒",
        "Setting offset for partition orders-3 to {}",
        "row_count set to {}",
        "{}\t/var/lib",
    ],
)
def test_a_quantity_stays(text: str) -> None:
    assert REDACTOR.redact_text(text.format(NUMBER)).text == text.format(NUMBER)


@pytest.mark.parametrize(
    "said",
    [
        '{"密码":"tulips9Kx"}',
        '{"é":1,"password":"tulips9Kx"}',
        "a café password=tulips9Kx",
        "root:tulips9Kx\njane:harbour7\n",
        "[tulips9Kx7LmV2b8R5]",
        "k1 kZ3Qm9vXaJ1Lw7TgR2bYc8N",
    ],
)
def test_base64_of_a_secret_goes_however_it_begins(said: str) -> None:
    run = base64.urlsafe_b64encode(said.encode()).decode().rstrip("=")
    assert run not in REDACTOR.redact_text(f"payload {run}").text


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("user: jane", "jane"),
        ("invalid user: mkranz", "mkranz"),
        ("userName=var.jdoe42", "jdoe42"),
        ("New password for jane: tulips9-Q", "tulips9-Q"),
        ("Enter passphrase for key '/srv/x y': tulips9-Q", "tulips9-Q"),
    ],
)
@pytest.mark.parametrize("line", ['{{"log":"{}\\n","stream":"stdout"}}', '{{"msg": "{}\\n"}}', '{{"msg": "{}"}}'])
def test_in_a_large_log_a_value_goes_at_the_end_of_a_string(
    of_large_logs: Redactor, line: str, said: str, gone: str
) -> None:
    clean = of_large_logs.redact_text(f"{QUIET * 9}{line.format(said)}\n{QUIET * 9}").text
    assert gone not in clean


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        (r'{"m": "{\"msg\": \"login failed for user mkranz\\n\"}"}', "mkranz"),
        (r'{"log":"{\"msg\":\"login failed for user mkranz\\n\",\"n\":1}\n","stream":"stderr"}', "mkranz"),
        (r'INFO payload {"msg":"login failed for user mkranz\n"}', "mkranz"),
        (r'level=error msg="login failed for user mkranz\n"', "mkranz"),
        (r'INFO got "login failed for user mkranz\n" from it', "mkranz"),
        (r"login failed for user mkranz\n\n", "mkranz"),
        (r"cell 7345628\n", "7345628"),
        ("UPDATE t SET password =  %s WHERE id =  %s [parameters: ('tulips9-Q', 7)]", "tulips9-Q"),
        ("UPDATE t SET password =\t? WHERE id =\t?; binds: ['tulips9-Q', 7]", "tulips9-Q"),
        ("UPDATE t SET password = ( ? ), n =  ? ; args=['tulips9-Q', 8]", "tulips9-Q"),
        ("UPDATE t SET password = :1 WHERE id = :2 [parameters: ('tulips9-Q', 7)]", "tulips9-Q"),
        ("SELECT id FROM t WHERE phone IN  (%s, %s), params=('7345628', '7345629')", "7345628"),
    ],
)
def test_in_a_large_log_a_value_goes_from_a_line_of_its_own(of_large_logs: Redactor, text: str, gone: str) -> None:
    clean = of_large_logs.redact_text(f"{QUIET * 9}{text}\n{QUIET * 9}").text
    assert gone not in clean
    assert gone not in REDACTOR.redact_text(text).text


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE t SET password = :1 WHERE id = :2",
        "UPDATE t SET password =  @p0 WHERE id =  @p1",
        "UPDATE t SET password = ( ? ), n =  ? ",
        "UPDATE t SET colour =  %s WHERE id =  %s [parameters: ('tulip', 7)]",
        r'{"log":"the worker is idle\n","stream":"stdout"}',
    ],
)
def test_placeholders_of_statements_and_line_ends_stay(text: str) -> None:
    assert REDACTOR.redact_text(text).text == text
