"""What phones are called, in many languages and scripts."""

from __future__ import annotations

import unicodedata

from collector.redaction.detectors._case import lower
from collector.redaction.detectors._wordlist import words


def spellings(*told: str) -> tuple[str, ...]:
    """Return words in small letters, with a capital, in capitals, composed and decomposed, as `lower` leaves them."""
    return tuple(
        dict.fromkeys(
            lower(unicodedata.normalize(form, cased))
            for word in told
            for cased in (word, word.capitalize(), word.upper())
            for form in ("NFC", "NFD")
        )
    )


LATIN = words(
    "phone phones telephone mobile mobil mobilephone cellphone tel msisdn cell fax telefon celular whatsapp handy"
    " telefono telefone telefoon telephon telemovel movil mobiel cellulare cel gsm hp telp telepon handphone ponsel"
    " portable komorka puhelin matkapuhelin tlf telf tfno mobitel telefax caller callee ani dnis"
    " simu selfoon selpon cellphone foon sdt dienthoai didong simi farsimi guthan talrunis talruna mobilusis mobiil"
    " landline hotline rufnummer natel wasap wapp"
)
"""As `key_words` returns them: in small letters, without marks."""
LATIN_STEMS = (
    "telefon", "telephon", "telefoon", "telepon", "telepono", "mobitel", "puhelin", "matkapuhelin", "celular", "komork",
    "phone", "talrun",
)  # fmt: skip
"""Of words that languages put an ending of their own to: `broj telefona`, `numer telefonu`."""
PHRASES = ("dien thoai", "di dong")
"""Of two words, without marks."""
MARKED = (
    "téléphone", "tél", "teléfono", "móvil", "telemóvel", "komórka", "sđt", "điện thoại", "di động", "sími", "tālru",
    "guthán",
)  # fmt: skip
"""Of Latin script, with marks."""
CYRILLIC = ("телефон", "мобил", "мобіл", "сотов", "тел", "моб", "утас")
GREEK = ("τηλέφων", "τηλεφων", "κινητ", "τηλ", "κιν")
ABBREVIATED = frozenset({"тел", "моб", "τηλ", "κιν", "утас"})
"""Parts of other words, too: they are words of their own, or end with a dot."""
ELSEWHERE = (
    "հեռախոս", "բջջային", "ტელეფონ", "მობილურ", "ስልክ",
    "טלפון", "נייד", "פלאפון", "סלולרי", "ווטסאפ",
    "هاتف", "جوال", "موبايل", "محمول", "نقال", "خلوي", "تلفون", "تليفون", "واتس", "تلفن", "موبایل",
    "همراه", "فون", "موبائل",
    "फोन", "फ\u093cोन", "\u095eोन", "मोबाइल", "मोबाईल", "दूरभाष", "संपर्क", "सम्पर्क",
    "ফোন", "মোবাইল", "ਫੋਨ", "ਫ\u0a3cੋਨ", "ਮੋਬਾਈਲ", "ફોન", "મોબાઇલ", "મોબાઈલ", "ଫୋନ", "ମୋବାଇଲ",
    "தொலைபேசி", "கைபேசி", "அலைபேசி", "மொபைல்", "போன்", "ஃபோன்", "ఫోన్", "మొబైల్", "ಫೋನ್", "ಮೊಬೈಲ್", "ദൂരഭാഷ", "ഫോൺ", "മൊബൈൽ", "දුරකථන",
    "โทร", "มือถือ", "เบอร์", "ໂທ", "ទូរស័ព្ទ", "ဖုန်း",
)  # fmt: skip
"""Of scripts without capitals whose words stand apart, or have an ending."""
EAST_ASIAN = (
    "手机", "手機", "电话", "電話", "携帯", "ケータイ", "座机", "联系方式", "連絡先", "聯絡方式",
    "전화", "휴대", "핸드폰", "연락처", "모바일",
)  # fmt: skip
