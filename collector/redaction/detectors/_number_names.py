"""What the name of a number says about it: that it is of a phone or a person, or that it counts, measures, identifies."""

# ruff: noqa: E501  a pattern is read in one piece
from __future__ import annotations

import re

from collector.compiled import compiled
from collector.redaction.detectors._marks import unmarked
from collector.redaction.detectors._wordlist import words

PHONES = words(
    " phone telephone tel mobile cell msisdn waid wa whatsapp fax pager sms from to sender recipient receiver"
    " caller callee contact"
    " customer subscriber user peer participant jid debug_info input number rcpt destination dest source src"
    " author chat"
    " recipients receivers phones numbers contacts participants members customers msisdns"
    " callback ani dnis handset owner member rufnummer nummer numero telefon handy client"
    " called calling dialed dialled"
)
PARTIES = frozenset({"a", "b"})
"""Who calls and who is called, as telephone networks name them: `b-number`, `msisdn_a`."""
_RECORDS = words("customer contact client account member owner author callback cell sms fax pager")
"""Of whom `id` is a database's."""
_QUANTITIES = words(
    " byte bytes b kb mb gb tb kib mib gib size sizes length len count counts counter counters total totals sum"
    " max min avg mean median"
    " p50 p90 p95 p99 ms us ns s sec secs second seconds millis micros nanos minute minutes hour hours day days"
    " time times timestamp ts"
    " epoch date created updated modified started ended expires expiry expire age uptime duration elapsed"
    " latency delay timeout ttl"
    " interval period offset offsets lag seq sequence seqno position pos index idx lsn txid xid zxid scn gtid"
    " transaction id ids uid gid"
    " pid tid ppid inode ino ino_t block blk blocks page pages frame frames row rows record records line lines"
    " item items keys"
    " entry entries message messages msg msgs packet packets request requests req reqs response responses op"
    " ops cycle cycles tick ticks"
    " jiffies heap rss vsz vss mem memory free used cached buffers buffer available swap disk space capacity"
    " limit quota threshold"
    " rate speed bandwidth rx tx read reads write writes written sent received in out hits misses hit miss"
    " ratio percent pct load cpu"
    " usage utilization version build revision rev release commit hash checksum crc crc32 digest random seed"
    " nonce shard shards bucket"
    " buckets port ports code status error errno level line bits bit words word chars characters chunk chunks"
    " allocated alloc"
    " registration_id registration address addr pointer ptr fd handle thread job task batch run step generation"
    " gen epochs term"
    " slot slots partition segment segments file files node nodes wrapped at value values val v t n x y z i j k h w"
    " num cost price amount"
    " balance amt sum_us count_us score weight order invoice ticket case serial imei iccid imsi mac isbn ean"
    " upc sku vat account iban"
    " pts dts delta diff drift skew stamp nsec usec msec lastmodified mtime ctime atime dev sector sectors"
    " cylinder lba"
    " objectid timestampms content checkpoint watermark snapshot cluster range samples sample"
    # Things that are numbered, and what people count.
    " goods parcel parcels package shipment consignment delivery booking reservation receipt transfer payment purchase"
    " event connection product products issue bug claim passport licence license policy document documents image images photo volume"
    " volumes object objects build builds worker workers goroutine fiber process relation oid sku org"
    " organization organisation store shop merchant vendor campaign branch site region tag category"
    " limit magic fingerprint serial firmware model population distance ssrc ntp timeticks seqnum ctxt pgfault rchar"
    " wchar syscr syscw stripe lac cid cellid wrote contains impressions clicks views likes followers subscribers cells"
    " usd eur gbp inr idr rp rs jpy vnd krw cny brl mxn zar ngn kes chf"
    " gauge state challenge difficulty loginuid auid sess ses token tokens cursor etag ledger workflow artifact rowid"
    " relfilenode tuples reltuples pgscan pgsteal faults switches instructions branches loads stores interrupts softirq"
    " hz tsc clock ssthresh cwnd dropped overruns collisions retransmits flow spi label asn bitrate timescale"
    " conference cart qty matricule ref rrn utr trace rank iteration iterations loops cap params parameters weights"
    " evictions allocs frees mallocs lookups inserts deletes updates scans fetches commits rollbacks merges flushes"
    " compactions snapshots wakeups migrations signals forks retries resets timeouts failures attempts connects polls"
    " waits locks vertices triangles edges features classes clusters drops pops"
    " rng prime merge"
    " flag flags height tracking steamid ins sys barcode xmin xmax examined questions queries increment mask ecr conns"
    " ipv4 ipv6 reg chr dir fifo sock unix"
    # The same in other languages.
    " bestellung auftrag rechnung vertrag artikel vorgang aktenzeichen sendung paket konto buchung beleg"
    " commande facture reference dossier colis compte contrat article"
    " pedido factura referencia guia cuenta contrato fatura protocolo conta nota ordine fattura pratica conto"
    " bestelling factuur zending rekening zamowienia faktury umowy paczki konta fakturanummer ordernummer bestallning"
    " siparis fatura kargo pesanan resi faktur"
    " заказ заказа счет счета счёта договора"
    " 订单号 訂單編號 注文番号 주문번호"
)
_MORE = words(
    " active inactive wired txn freed transferred boot copied flushed scanned processed reclaimed consumed produced committed acked compacted"
    " depth truncated serial allocations reserved elapsed budget quota"
    # Of networks (RFC 2863, RFC 4293), kernels (proc(5)), virtual machines.
    " octets pkts discards protos acks nacks datagrams segs frags reasm receives delivers errs drops opens fails oks"
    " processes procs intr btime anon shmem slab slabs sock gc du extent extents fid rios wios dios flops mflops gflops rand"
    " quantile percentile stddev variance p50 mono monotonic nanotime walltime"
    " tsval tsecr sval secr tup isn una wscale rto rtt mss nxt errors inuse hugetlb cache caches commands cgroup nid sid hwnd blkno adler fnv"
    " sessionid jobid taskid runid traceid spanid requestid processid threadid blockid eventid batchid orderid"
    " pipeline deployment installation lease socket sockets hashrate wei gwei satoshi satoshis loss vocab fps width"
    " minimum maximum average histogram factor multiplier scale precision vertex tile replica broker zone vm layer"
    " era round loop phase stage sz overflow column element edge attribute priority restartpoint until since took"
    " waited slept allocate allocating malloc calloc realloc varnish traceparent"
    # Of requests and tokens (RFC 9110, RFC 9111, RFC 7519).
    " maxage revalidate remaining deadline nbf iat ratelimit"
    # Of versions, machines and business.
    " changeset rfc ver stat stats altitude odometer voltage amperage temperature humidity pressure sensor"
    " mileage torque revenue turnover profit salary income cashflow expense expenses contract lot part"
    " fee fees tax taxes coupon voucher sn gtin asin awb bic ssn zip zipcode postcode plz lat lon lng latitude longitude geo"
    " area freq frequency chan rssi snr rsrp rsrq wavelength power energy watts joules rpm"
)
_MEASURES = words("space size bytes count total free used memory disk pages buffer tup tuples blks")
"""Words that make a quantity of whatever the key ends with: `free_space_data`."""
_OF_A_QUANTITY = words("max min handler pid ppid tid nid seconds secs millis micros nanos avg sum")
"""What a name begins with that counts or measures, whatever it ends with: `seconds_behind_master`."""
_LIMITS = words("rate ratelimit limit limits retry request queue")
_OF_LIMITS = words("reset used after start policy")
_PERCENTILES = words("5 10 25 50 75 90 95 98 99 999 9999")
_OF_A_KERNEL = compiled(
    r"pg[a-z]{3,20}|psw(?:p)?(?:in|out)|n(?:threads|files|bytes|rows|cols|items|procs|cpus|blocks|pages|keys|vals|jobs|tasks|events|msgs|docs|samples|iters?)|numa|thp|workingset|kswapd"
)
"""How names of what Linux counts begin (/proc/vmstat), and of how many there are in programs."""
_WIDE = (["u"], ["i"], ["int"], ["uint"])
"""Types of whole numbers, before how many bits they have: `u64`."""
_QUANTITY_ENDS = ("bytes", "time", "count", "size", "total", "offset", "stamp", "seq", "millis", "nanos", "xid", "lsn")
SEPARATED = words(
    "a ack win mark generation lock head tail end begin base exp cookie current reading charge refund external"
    " mode type kind rc ret retval result setting property off loc"
)
"""Words that count only where a colon or an equals sign follows."""
NUMBER_ITSELF = words("wa whatsapp phone msisdn recipient")
"""Of whom an id is the number also where JSON has no quotes around it."""
_NUMBER = frozenset({"number", "numbers", "no", "nr", "n", "num"})
_NUMBERED = words(
    "sequence serial line order invoice account port version transaction tracking ticket case build block batch frame page"
    " part model row track issue job run revision policy document confirmation booking reference receipt process"
    " product item payment shipment parcel image post article task claim"
)
KEPT_BY_NUMBER = _NUMBERED - {"account"} | words("proc changeset commit milestone pipeline deployment")
"""What a path leads to by a number: `/orders/N`."""
_PHONE_STEMS = ("ruf", "fon", "phone", "mobil", "handy", "fax", "kontakt", "notfall", "hotline", "durchwahl")
"""What a compound word that ends in `nummer` numbers, where it numbers a phone."""
_COMPOUND = compiled(r"(.{3,40}?)(?:nummer|nr)")
# Of scripts without capitals: what is measured, what is numbered, what stands before a count.
_QUANTITY_ELSEWHERE = compiled(
    r"(?:(?:订单|訂單|单|單|流水|序|序列|编|編|版本|批次?|工单|发票|發票|运单|運單|快递|交易|任务|任務|事务|行|页|頁|证件|身份证|护照|合同|商品|产品|设备|裝置|进程|线程|端口|注文|伝票|受付|会員|管理|整理|請求書?|商品|追跡|シリアル|주문|송장|일련|접수|거래|회원|관리)(?:编?号|編?號|番号|[ ]?번호)"
    r"|缓存|緩存|剩余|剩餘|已用|可用|等待|(?:错误|錯誤|状态|狀態|返回)(?:码|碼|值)|数值|哈希|块|ブロック|残り|블록|남은"
    r"|任务|任務|事务|作业|(?<![友户])请求|(?<![友戶])請求|批次|分区|分區|节点|節點|商品|产品|產品|リクエスト|ジョブ|タスク|レコード|작업|요청|레코드|상품"
    r"|订单|訂單|运单|運單|快递|工单|发票|發票|注文|주문|编号|編號|第|(?<!公)共|(?<![预签续邀解])约|(?<![予契預])約|(?<![送传转到抵])达到?|超过|超過|合计|合計|总[计数量共]?|數量|数量?|件数|回数|個数|行数|总数|容量|流量|用量|大小|长度|長度|長さ|耗时|耗時|用时|时间戳?|時間|日時|时刻|時刻|延迟|延遲|遅延|版本|バージョン|金额|金額|余额|餘額|残高|价格|價格|価格|合計金額|偏移量?|オフセット|位置|进度|速度|进程|線程|线程|プロセス|スレッド|端口|ポート|内存|記憶體|メモリ|サイズ|字节数?|バイト数?|カウンタ?ー?|タイムスタンプ|条码|條碼|校验和?|哈希值?|索引|ハッシュ"
    r"|크기|개수|갯수|횟수|합계|총|(?<![예계])약|시간|소요|지연|금액|가격|잔액|길이|위치|오프셋|타임스탬프|버전|메모리|용량|포트|프로세스|스레드"
    r"|จำนวน|ทั้งหมด|ขนาด|เวลา|ราคา|ยอด|รหัส|ลำดับ|เลขที่|ใช้เวลา|สินค้า|คำสั่งซื้อ"
    r"|عدد|حجم|طول|وقت|مدة|سعر|مبلغ|المبلغ|رصيد|إصدار|الإصدار|إجمالي|مجموع|رقم (?:الطلب|الفاتورة|الشحنة|العملية|الحساب)|מספר (?:הזמנה|חשבונית)|גודל|סכום|כמות"
    r"|संख्या|आकार|समय|कुल|राशि|मूल्य|ऑर्डर)(?:为|為|是|は)?[ ]?[:=\uff1a]?[ ]?[\"'\uff08(\[]?\Z"
)
_LAST_WORD = compiled(r"([^\W\d_]{2,20})[ ]$")
_ADDRESSES = frozenset({"address", "addr", "id", "party"})
# `\w` matches no signs of vowels: of India's scripts, Sinhala, Thai, Lao, Burmese, Khmer.
_VOWELS = r"\u0900-\u0963\u0970-\u0edf\u1000-\u103f\u1780-\u17df"
_WORDS = compiled(rf"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|(?:[^\W\d_a-zA-Z]|(?!\d)[{_VOWELS}])+|\d+")


def key_words(key: str) -> list[str]:
    """Return the words of a name in small letters, Latin ones without marks."""
    return [word.lower() for word in _WORDS.findall(unmarked(key))]


def word_before(before: str, key: re.Match[str]) -> list[str]:
    """Return the word before `number` or `address`, which says what it numbers."""
    last = key.group(1).lower().rstrip(".")
    word = _LAST_WORD.search(before, 0, key.start()) if last in _NUMBER or last in _ADDRESSES else None
    return key_words(word.group(1)) if word else []


def is_quantity_elsewhere(before: str) -> bool:
    """Tell whether what stands before a number ends with a word that counts, of a script without capitals."""
    return not before.isascii() and _QUANTITY_ELSEWHERE.search(before) is not None


def is_quantity(word: str) -> bool:
    return word.lower() in _QUANTITIES


def may_be_of_a_phone(word: str) -> bool:
    """Tell whether a word joined to a number may say that it is a person's or a phone's: `wa_N`, `num_N`."""
    return word.lower() in PHONES or word.lower() in _NUMBER


def is_quantity_key(words: list[str]) -> bool:
    if len(words) > 1 and (words[0] in _OF_A_QUANTITY or not _MEASURES.isdisjoint(words[:-1])):
        return True
    # Answers of a class: `rq_2xx`.
    if (words[-2:-1] in _WIDE and words[-1] in {"8", "16", "32", "64"}) or (len(words) > 1 and words[-1] == "xx"):
        return True
    if words == ["num"]:
        return False
    is_percentile = words[-2:-1] == ["p"] and words[-1] in _PERCENTILES
    if is_percentile or _is_of_a_header(words) or _OF_A_KERNEL.fullmatch(words[0]):
        return True
    last = words[-2] if words[-1].isdigit() and len(words) > 1 else words[-1]
    return last in _QUANTITIES or last in _MORE or last.endswith(_QUANTITY_ENDS) or _numbers_a_thing(last)


def _is_of_a_header(words: list[str]) -> bool:
    """Tell whether words name a header about limits and times: `RateLimit-Reset`, `X-Request-Start`, `Retry-After`."""
    return words[-1] in _OF_LIMITS and not _LIMITS.isdisjoint(words[:-1])


def names_a_quantity(name: str) -> bool:
    """Tell whether a word of a name says that it counts, measures or identifies something: `phoneCount`."""
    return any(word in _QUANTITIES for word in key_words(name))


def _numbers_a_thing(word: str) -> bool:
    """Tell whether a compound word names the number of something else than a phone: `rechnungsnummer`."""
    compound = _COMPOUND.fullmatch(word)
    if compound is None or compound.group(1).startswith(("tel", "tlf")):
        return False
    return not any(stem in compound.group(1) for stem in _PHONE_STEMS)


def is_numbered(words: list[str]) -> bool:
    """Tell whether words name the number of a thing: `order_no`, `facture n\u00b0`."""
    if len(words) < 2 or words[-1] not in _NUMBER or words[-2] in PARTIES:
        return False
    return words[-2] in _NUMBERED or words[-2] in _QUANTITIES


def is_person(words: list[str]) -> bool:
    """Tell whether words name a person's address or a person's wish: `wa_id`, `destinationAddress`, `opt-out`."""
    if words[-2:-1] == ["opt"] and words[-1] in {"in", "out"}:
        return True
    if len(words) > 2 and words[-2] in {"station", "line"}:
        words = [*words[:-2], words[-1]]
    if len(words) < 2 or words[-2] not in PHONES:
        return False
    return words[-1] in {"number", "no", "nr", "num", "input"} or (
        words[-1] in _ADDRESSES and words[-2] not in _RECORDS
    )
