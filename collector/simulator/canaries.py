# ruff: noqa: S105 - none of these opens anything: they exist to be found
"""What every scenario hides in its answers: invented secrets that look real, and telephone numbers nobody owns.

Numbers come from ranges kept for fiction (+1 202 555 01xx; +49 176 040690xx, Bundesnetzagentur; +61 491 570 156, ACMA;
+46 70 17406xx, PTS) or from the documentation-like +49 1555 01; libphonenumber accepts each. They are digits, no `+`.
"""

from __future__ import annotations

BUSINESS_PHONE = "12025550143"
ON_CALL_PHONE = "4917604069012"
DATABASE_PHONE = "61491570156"
ERROR_PHONE = "46701740605"
OUTBOUND_PHONE = "12025550178"
INBOUND_PHONE = "4915550100123"
CLOUD_PHONE = "12025550119"
GROUP_PHONE = "4917604069077"

API_KEY = "wak_7dJq2ZpX9vLr4TnB8sYc"
JWT_KEY = "3q2xN8vLrT5yKc1WfZ0bQ7hPj4sMd9GaUeXoRi6tVnE="
WEB_SECRET = "f3b1c7e09a5d48d2b6e4a1908c7f25de"
DATABASE_PASSWORD = "k7#Vq-pLw2=zT9/m"
LINKED_PASSWORD = "Tr0ub4dor&3-horse"
EXPORTER_PASSWORD = "xporter:9Gh2kQ"
WEB_PASSWORD = "Blue-Kettle_4711!"
PROXY_PASSWORD = "px%40Ny8Lw3"
WEBHOOK_TOKEN = "whk_live_51hT9vZqX2mB7cR4nKd0"
PROVIDER_PASSWORD = "m3d1a-Fetch$Kiosk"
PROVIDER_TOKEN = "mp_2f9c8e1b7a6d4053b1c2"
PUBLISHED_DEFAULT = "testpass"

ADMIN_PASSWORD = "Zq7:mL!r4Vw2pX"
SUPPORT_PASSWORD = "nB9$ktR3-yHs6W"

DATABASE_HOST = "mysql-3.prod.acme-retail.example"
WEBHOOK_HOST = "hooks.acme-retail.example"
PROXY_HOST = "proxy.prod.acme-retail.example"
MEDIA_HOST = "media.acme-retail.example"
EMAIL = "on-call@acme-retail.example"
