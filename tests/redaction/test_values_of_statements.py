"""SQL and its values: in the rows of an insertion, and bound to a statement that stands on the line or near it."""

import pytest
from amid import clean, clean_amid_many

GONE = [
    # A list behind the statement: MyBatis, SQLAlchemy, Django, Laravel, Doctrine, Sequelize, TypeORM, Prisma, Ecto.
    (
        (
            "==>  Preparing: insert into users (login, phone, password) values (?, ?, ?)\n"
            "==> Parameters: mkranz(String), 01765550314(String), tulips!9(String)\n"
        ),
        ("mkranz", "01765550314", "tulips!9"),
    ),
    (
        (
            "DEBUG Mapper.find - ==>  Preparing: SELECT * FROM t_user WHERE mobile = ? AND password = ? LIMIT ?\n"
            "DEBUG Mapper.find - ==> Parameters: 01765550314(String), tulips!9(String), 1(Integer)\n"
        ),
        ("01765550314", "tulips!9"),
    ),
    (
        (
            "INFO sqlalchemy.engine.Engine INSERT INTO users (name, phone, password) VALUES (?, ?, ?)\n"
            "INFO sqlalchemy.engine.Engine [generated in 0.00011s] ('M', '01765550314', 'tulips!9')\n"
        ),
        ("01765550314", "tulips!9"),
    ),
    (
        (
            "[SQL: INSERT INTO users (username, password) VALUES (?, ?)]\n"
            "[parameters: [('mkranz', 'tulips!9'), ('pbauer', 'harbour#4')]]\n"
        ),
        ("mkranz", "tulips!9", "pbauer", "harbour#4"),
    ),
    (
        (
            "[SQL: SELECT users.id FROM users WHERE users.username = %s AND users.password = %s]\n"
            "[parameters: ('mkranz', 'tulips!9')]\n"
        ),
        ("mkranz", "tulips!9"),
    ),
    (
        (
            '(0.001) UPDATE "auth_user" SET "password" = %s, "phone" = %s WHERE "auth_user"."id" = %s; '
            "args=('tulips!9', '01765550314', 3); alias=default"
        ),
        ("tulips!9", "01765550314"),
    ),
    (
        "(SQL: insert into `users` (`username`, `phone`, `password`) values (mkranz, 01765550314, tulips!9))",
        ("mkranz", "01765550314", "tulips!9"),
    ),
    (
        (
            "(Connection: mysql, SQL: insert into `users` (`phone`, `password`) values (?, ?)) with bindings "
            '["01765550314", "tulips!9"]'
        ),
        ("01765550314", "tulips!9"),
    ),
    (
        (
            "Doctrine: INSERT INTO users (phone, password) VALUES (?, ?) "
            '(parameters: array{"1":"01765550314","2":"tulips!9"}, types: array{"1":2,"2":2})'
        ),
        ("01765550314", "tulips!9"),
    ),
    (
        (
            'Executing (default): INSERT INTO "Users" ("id","phone","password") VALUES (DEFAULT,$1,$2); '
            '"01765550314", "tulips!9"'
        ),
        ("01765550314", "tulips!9"),
    ),
    (
        'query: INSERT INTO "user"("username", "password") VALUES ($1, $2) -- PARAMETERS: ["mkranz","tulips!9"]',
        ("mkranz", "tulips!9"),
    ),
    (
        (
            'prisma:query INSERT INTO "public"."User" ("phone","password") VALUES ($1,$2)\n'
            'prisma:query Params: ["01765550314","tulips!9"]'
        ),
        ("01765550314", "tulips!9"),
    ),
    ('Query:["insert into users (username, password) values (?, ?)"], Params:[(mkranz,tulips!9)]', ("tulips!9",)),
    (
        'msg=Query args="[01765550314 tulips!9]" sql="insert into users (phone, password) values ($1, $2)"',
        ("01765550314", "tulips!9"),
    ),
    (
        '{"args":["01765550314","tulips!9"],"msg":"Query","sql":"insert into u (phone, password) values ($1, $2)"}',
        ("01765550314", "tulips!9"),
    ),
    (
        '{"sql":"insert into users (phone, password) values (?, ?)","bindings":["01765550314","tulips!9"]}',
        ("01765550314", "tulips!9"),
    ),
    # One by one: PostgreSQL, Entity Framework, NHibernate, SQL Server, Hibernate, JDBC.
    (
        (
            "LOG:  execute S_1: SELECT * FROM users WHERE username = $1 AND password = $2\n"
            "DETAIL:  parameters: $1 = 'mkranz', $2 = 'tulips!9'\n"
        ),
        ("mkranz", "tulips!9"),
    ),
    (
        (
            "Executed DbCommand (2ms) [Parameters=[@p0='01765550314' (Size = 20), @p1='tulips!9' (Size = 64)]]\n"
            "INSERT INTO [Users] ([Phone], [Password]) VALUES (@p0, @p1);\n"
        ),
        ("01765550314", "tulips!9"),
    ),
    (
        (
            "NHibernate: INSERT INTO Users (Phone, Password) VALUES (@p0, @p1);"
            "@p0 = '01765550314' [Type: String (0)], @p1 = 'tulips!9' [Type: String (0)]"
        ),
        ("01765550314", "tulips!9"),
    ),
    (
        (
            "exec sp_executesql N'INSERT INTO [Users] ([Phone],[Password]) VALUES (@p0,@p1)',"
            "N'@p0 nvarchar(20),@p1 nvarchar(64)',@p0=N'01765550314',@p1=N'tulips!9'"
        ),
        ("01765550314", "tulips!9"),
    ),
    (
        "Hibernate: \n    insert \n    into\n        users\n        (username, mobile, zip, city, password) \n"
        "    values\n        (?, ?, ?, ?, ?)\n"
        + "".join(
            f"TRACE bind : binding parameter [{at}] as [VARCHAR] - [{value}]\n"
            for at, value in enumerate(("mkranz", "01765550314", "7", "Kiel", "tulips!9"), 1)
        ),
        ("mkranz", "01765550314", "tulips!9"),
    ),
    (
        (
            'p = c.prepareStatement("INSERT INTO users (username, password) VALUES (?, ?)");\n'
            'p.setString(1, "mkranz");\np.setString(2, "tulips!9");\n'
        ),
        ("mkranz", "tulips!9"),
    ),
    # The row itself.
    (
        (
            "ERROR:  null value violates not-null constraint\n"
            "DETAIL:  Failing row contains (7, mkranz, tulips!9, null).\n"
            "STATEMENT:  INSERT INTO users (id, username, password, phone) VALUES ($1, $2, $3, $4)\n"
        ),
        ("mkranz", "tulips!9"),
    ),
    ("DETAIL:  Key (username, phone)=(mkranz, 01765550314) already exists.", ("mkranz", "01765550314")),
    # In a program.
    (
        "cur.execute(\"INSERT INTO users (phone, password) VALUES (%s, %s)\", ('01765550314', 'tulips!9'))",
        ("01765550314", "tulips!9"),
    ),
    ('db.Exec("INSERT INTO users (username, password) VALUES (?, ?)", "mkranz", "tulips!9")', ("mkranz", "tulips!9")),
    # What somebody wrote.
    (
        (
            "==>  Preparing: insert into chat (phone, content) values (?, ?)\n"
            "==> Parameters: 01765550314(String), see you, at noon(String)\n"
        ),
        ("01765550314", "see you"),
    ),
    # Insertions: texts over several lines, numbers without quotes.
    (
        (
            "INSERT INTO notes (id, phone, body) VALUES\n(1, '01765550314', 'Hello\nsee you\nbye'),\n"
            "(2, '01765550315', 'until\nthen');\n"
        ),
        ("01765550314", "see you", "bye", "01765550315", "until", "then"),
    ),
    ("insert into leads (id, phone) values (7, 4917655503141);", ("4917655503141",)),
]
STAYS = [
    (
        "==>  Preparing: insert into jobs (name, size, state) values (?, ?, ?)\n"
        "==> Parameters: nightly(String), 20(Integer), done(String)\n"
    ),
    "==>  Preparing: select id from users where id = ? limit ?\n==> Parameters: 7(Long), 10(Integer)\n",
    (
        "==>  Preparing: insert into users (id, token_expired, password_changed) values (?, ?, ?)\n"
        "==> Parameters: x(String), true(Boolean), 2024-05-01(Date)\n"
    ),
    "[SQL: SELECT count(*) FROM chats WHERE state = %s AND size > %s]\n[parameters: ('open', 12)]\n",
    "LOG:  execute S_1: SELECT * FROM shard WHERE label = $1\nDETAIL:  parameters: $1 = 'alpha'\n",
    "DETAIL:  Failing row contains (7, open, null).\nSTATEMENT:  INSERT INTO jobs (id, state, n) VALUES ($1, $2, $3)",
    "DETAIL:  Key (id)=(7) already exists.",
    "TRACE binding parameter [1] as [VARCHAR] - [nightly]\n",
    "INSERT INTO users (name, password) VALUES (v_name, v_password);",
    'cur.execute("INSERT INTO users (name, password) VALUES (%s, %s)", (name, password))',
    'db.Exec("INSERT INTO users (name, password) VALUES (?, ?)", user.Name, user.Password)',
    "INSERT INTO jobs (id, note) VALUES\n(1, 'a\nb'),\n(2, 'c');\nINFO started\n",
    "INSERT INTO a (password, name) VALUES (?, ?)\nINSERT INTO b (password_expired, size) VALUES (?, ?)\n",
    'p = c.prepareStatement("UPDATE jobs SET state = ? WHERE id = ?");\np.setString(1, "done");\n',
    'select * from t where a = ? and b = ?\n["alpha", "beta"]\n',
    'the url /x?y=? and z=$1 in ["alpha"]',
    "insert into stats (bytes, taken) values (4917655503141, 12);",
]


@pytest.mark.parametrize(("text", "gone"), GONE)
def test_a_value_goes_by_the_name_of_its_column(text: str, gone: tuple[str, ...]) -> None:
    alone = clean(f"{text}\n")
    assert [part for part in gone if part in alone] == []
    assert clean_amid_many(text) == alone.removesuffix("\n")


@pytest.mark.parametrize("text", STAYS)
def test_values_of_other_columns_and_names_without_values_stay(text: str) -> None:
    assert clean(f"{text}\n") == f"{text}\n"
    assert clean_amid_many(text) == text
