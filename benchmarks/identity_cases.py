"""Labelled cases of names of users and machines wherever a field, a column, an address or a sentence tells of them."""

# ruff: noqa: E501  a template is read in one piece
from __future__ import annotations

import random
from collections.abc import Callable

from benchmarks.cases import drawn

Value = Callable[[random.Random], str]


def _one_of(*forms: str) -> Value:
    return lambda draw: drawn(draw.choice(forms), draw)


_USER = _one_of("{l5}{d2}", "{l1}{l7}", "{l4}.{l6}", "{l6}-{l3}")
# What only the name's own look tells from a word.
_LOGIN = _one_of("{l5}{d2}", "{l4}.{l6}")
_HOST = _one_of("{l4}.internal", "{l5}-{l2}.corp", "{l4}.{l6}.io", "{l3}{d1}.{l5}.de")

SENSITIVE: dict[str, tuple[tuple[Value, tuple[str, ...]], ...]] = {
    "user": (
        (_USER, (
            "<user>$value</user>", "<username>$value</username>", "<db:user>$value</db:user>", '<add key="user" value="$value"/>', '<add key="DbUser" value="$value" />', '<property name="username" value="$value"/>',
            '<property name="user">$value</property>', "<property>\n  <name>db.user</name>\n  <value>$value</value>\n</property>", '<entry key="username">$value</entry>', "id,user,host\n1,$value,x\n2,$value,x\n",
            "user,host,role\n$value,x,y\n", "id;username;x\n1;$value;3\n", "id\tuser\tx\n1\t$value\tx\n", '"id","user"\n"1","$value"\n', "- name: DB_USER\n  value: $value\n", '- name: DB_USER\n  value: "$value"\n',
            '{"name": "DB_USER", "value": "$value"}', "'user' => '$value'", '"user" => "$value",', ":user => '$value'", "[user] => $value", "[username] => $value\n", "| user | host |\n| --- | --- |\n| $value | x |\n",
            "| id | username |\n|----|------|\n| 1 | $value |\n", "| user | $value |", "| **User** | `$value` |", "user\t$value", "DB_USER\t$value", "USER    $value", "user [$value]", "user=[$value] x", "User [$value] logged in",
            "Server=x;User ID=$value;Port=1", "Data Source=x;Uid=$value;Pwd=x", "User Id=$value;", "Login failed for user 'DOM\\$value'", "User $value has been locked", "User $value has been disabled.", "account $value has been locked",
            "Account '$value' is locked", "ALTER TABLE x OWNER TO $value;", "ALTER DATABASE wa OWNER TO $value;", 'OWNER TO "$value";', "REASSIGN OWNED BY $value TO postgres;", "SET ROLE $value;", "SET SESSION AUTHORIZATION '$value';",
            '{"sub": "$value", "iat": 1}', "sudo -iu $value", "runuser -l $value -c x", "username $value not found", "user `$value` not found", "user=$value@x", 'user := "$value"', "user|$value", "user: |\n  $value", "user:\n  $value\n",
            "user:\n  - $value\n", "users: [$value, x]", "users:\n  - $value\n", '{"users": ["$value"]}', "members: $value,root", "AllowUsers root $value", "User(name=$value)", "User{name='$value', id=1}", 'setUser("$value")',
            'username("$value")', '.user("$value")', "logged in user $value", "auth failed for $value", "authentication failed: user $value", "permission denied for $value", "access denied for $value", "user $value has no access",
            "user $value does not have permission", "bad password for $value", "wrong password for $value", "password expired for $value", "password reset for $value", "created user $value", "deleted user $value", "user $value created",
            "user $value deleted", "User $value was created", "user $value added to group x", "psql -U $value -h x", "mysql -u $value -p", "mysql -u$value -p", "ssh -l $value x", "ftp> user $value", "PGUSER=$value", "export PGUSER=$value",
            "ENV DB_USER $value", "set DB_USER $value", "setenv DB_USER $value", "requiresuser: $value", "runAsUser: $value", "postgres://$value@db:5432/x", "https://$value@git.x/y", "ftp://$value@x/", "ssh://$value@x:22/y",
            "sip:$value@10.0.0.7", "jdbc:oracle:thin:$value/tulip9X@x:1521/y", "~$value/x", "cd ~$value", "to=<$value>", "$value:$$6$$abc$$defghijk:19000:0:99999:7:::", "docker:x:999:$value", "sudo:x:27:root,$value", "* * * * * $value /bin/x",
            "User name                    $value", '{"user": {"name": "$value"}}', '{"env": [{"name": "PGUSER", "value": "$value"}]}', "dbUser: $value", "users: [$value, other7]", '{"sub": "$value", "iss": "https://x"}',
            "USER         PID %CPU %MEM COMMAND\n$value       4711  0.0  0.1 vim x\n", "USER     TTY      FROM             LOGIN@   IDLE WHAT\n$value   pts/0    10.0.0.7         08:45    0.00s w\n",
            "UID          PID    PPID  C STIME TTY          TIME CMD\n$value      4711       1  0 08:45 ?        00:00:00 vim x\n", " usename | client_addr\n---------+-------------\n $value | 10.0.0.7\n",
            "INSERT INTO users (id, username) VALUES (7, '$value');", "Granted role ADMIN to $value", "Host acme\n  User $value\n", "Match User $value", "- kind: User\n  name: $value\n", "arn:aws:iam::123456789012:user/$value",
            "machine db7 login $value password x", "Authentication failed for user $value@admin", "crontab[7]: (root) LIST ($value)", "unix-session:2 (owned by $value)", "User: $value@CORP logged on",
            "Failed login attempt for $value from 10.0.0.7", "ACL SETUSER $value on", "user $value on #abc ~* +@all", 'git config user.name "$value"', "users:\n- name: $value\n", "/var/spool/mail/$value", "/export/home/$value/x",
            "C:\\\\Documents and Settings\\\\$value\\\\Desktop", "docker exec -u $value wa sh", "docker run --user $value:staff x", "--sftp-user $value", "define('DB_USER', '$value');", '["user"]=>\n  string(9) "$value"',
            'Config { user: Some("$value") }', '{user, <<"$value">>}', '1) "user"\n2) "$value"\n', "user........: $value", "* user: `$value`", "**User:** $value", "<tr><td>User</td><td>$value</td></tr>",
            'Content-Disposition: form-data; name="username"\n\n$value\n--x', "COPY users (id, username) FROM stdin;\n7\t$value\n", "DB_USER $value", "openvpn: 10.0.0.7:51532 [$value] Peer Connection Initiated",
            "Login OK: [$value] (from client x port 0)", "r12 | $value | 2026-11-23 08:45:12 +0000", '#define DB_USER "$value"', "  db_user $value;", "--db-user=$value", 'user != "$value"', "$$cfg['user'] = '$value';", "-Ddb.user=$value",
            "Bob | dbUser | x\nuser: $value",
            "#Fields: date cs-username c-ip\n2026-11-23 $value 10.0.0.7\n", "#fields\tts\tusername\n1795.1\t$value\n",
        )),
        (_LOGIN, (
            "Username $value", "(user $value)", "last login by $value", "login by $value", "login as $value", "connected as $value", "user $value cannot access", "user $value;", "owned by $value", "run as $value", "posted by $value",
            "created by $value", "updated by $value", "changed by $value on Monday", "assigned to $value", "locked by $value", "requested by $value", "approved by $value", "Job submitted by $value", "process owned by $value",
            "executed by $value", "killed by $value", "initiated by $value", "triggered by $value", "/users/$value/profile", "/user/$value", "GET /api/users/$value 200", "user name is $value", "the user is $value", "user is $value",
            "my username is $value", "login is $value",
        )),
    ),
    "host": (
        (_HOST, (
            "<host>$value</host>", "<hostname>$value</hostname>", '<add key="host" value="$value"/>', '<add key="DbHost" value="$value" />', '<property name="host" value="$value"/>', '<property name="serverName">$value</property>',
            "<property>\n  <name>db.host</name>\n  <value>$value</value>\n</property>", "id,user,host\n1,x,$value\n", "host,role\n$value,y\n", "id;hostname;x\n1;$value;3\n", "id\thost\tx\n1\t$value\tx\n", '"id","host"\n"1","$value"\n',
            "server,port\n$value,1\n", "- name: DB_HOST\n  value: $value\n", '{"name": "DB_HOST", "value": "$value"}', "'host' => '$value'", ":host => '$value'", "[host] => $value", "| user | host |\n| --- | --- |\n| x | $value |\n",
            "| host | $value |", "host\t$value", "DB_HOST\t$value", "HOST    $value", "Data Source=tcp:$value,1433;", "referer: https://$value/x",
            '10.0.0.7 - - [23/Nov/2026:08:45:12 +0000] "GET / HTTP/1.1" 200 5 "https://$value/x" "Mozilla"', "calling https://$value/cb", "webhook https://$value/cb", "@$value:5432/x", "jdbc:oracle:thin:@$value:1521:x",
            "jdbc:oracle:thin:@//$value:1521/x", "endpoint $value", "endpoint: $value", "endpoint https://$value", "curl https://$value/x", "wget http://$value/x", "proxy_pass http://$value;", "ServerAlias $value", 'host := "$value"',
            "host|$value", "hosts:\n  - $value\n", '{"hosts": ["$value"]}', "host:\n  $value\n", 'setHost("$value")', '.host("$value")', "hostname is $value", "Linux $value 5.15.0-91-generic #101-Ubuntu SMP x86_64 GNU/Linux",
            "\\\\$value\\share", "rsync x $value:/srv", "scp x $value:/srv", "docker pull $value/img:1", "image: $value/img:1", "git clone git@$value:x/y.git", "git@$value:x/y.git", "origin\tgit@$value:x/y.git (fetch)",
            "origin: https://$value", "Access-Control-Allow-Origin: https://$value", "Location: https://$value/x", "next=https://$value/x", "fetch('https://$value/x')", "baseUrl: 'https://$value'", "API_BASE=https://$value",
            "issuer: https://$value/", "[GET] https://$value/x", "error: https://$value/x: 404", "MX 10 $value.", '{"host": {"name": "$value"}}', "PGHOST=$value", "rs0/$value:27017", "https://svc@$value/x",
            "INSERT INTO nodes (id, host) VALUES (7, '$value');", "Via: 1.1 $value (squid)", "X-Served-By: $value", "$value ssh-ed25519 AAAAC3Nz", "; <<>> DiG 9.18 <<>> $value", "search corp.firm.io $value",
            "tcp6 0 0 $value:http 10.0.0.7:51532 TIME_WAIT", "$value:/export on /mnt type nfs (rw)", "//$value/share on /mnt type cifs (rw)", "sysName.0 = STRING: $value", "Successfully assigned wa/x to $value", "lookup $value: i/o timeout",
            "httpx.ConnectError: https://$value/x", "callback_url https://$value/hook", "$value 10.0.0.7 - - [23/Nov/2026:08:45:12 +0000]", "unable to access 'https://$value/x.git/'", "deb https://$value/debian stable main",
            "Downloading https://$value/x", "FROM $value/base:1", "/etc/letsencrypt/live/$value/fullchain.pem", "$value ansible_user=root", "COPY nodes (id, host) FROM stdin;\n7\t$value\n", '["host"]=>\n  string(11) "$value"',
            'Config { host: Some("$value") }', '{host, "$value"}', '1) "host"\n2) "$value"\n', "host........: $value", "**Host:** $value", "<dt>Host</dt><dd>$value</dd>", '#define DB_HOST "$value"', "-Ddb.host=$value", "--db-host $value",
            'host != "$value"', "USER     TTY      FROM             LOGIN@   IDLE WHAT\nroot     pts/0    $value      08:45    0.00s w\n",
        )),
    ),
}  # fmt: skip

INNOCENT: dict[str, tuple[str, ...]] = {
    "user": (
        "<user>root</user>", "<user-agent>{l6}</user-agent>", "<username>${{db.user}}</username>", '<add key="user" value="admin"/>', '<add key="userTheme" value="{l6}"/>', '<property name="maxUsers" value="{d2}"/>',
        "id,user,host\n1,root,x\n", "user,role\nroot,{l5}\n", "the user, the host and {l5}\nand more, of the, same {l5}\n", "| user | host |\n| --- | --- |\n| root | localhost |\n", "| user | role |\n",
        "def connect(user, host,\n            port, {l6}):\n", "user, host = split({l5})", "'user' => 'required|string'", "'user' => User::class,", "user => user.{l5}", "[user] => Array", "user -> process(user)",
        "users.map(user => {l5})", "user [ERROR] {l5}", "user[{d1}] is {l5}", "login [main] {l5}", "setUser(user)", 'getUser("id")', 'user("root")', "Server=x;User ID=root;", "const uid = stat.uid;", "uid={d4};gid={d4}",
        "user: |\n  root\n", "user:\n  id: {d3}\n", "users:\n  - root\n", "users: [admin, root]", "users: {d3}", '{{"users": ["admin", "root"]}}', '{{"users": {d3}, "sub": "total"}}', "sub {l6} of {d2}",
        '{{"sub": "root", "iat": {epoch}}}', '{{"sub": {{"n": {d1}}}}}', "OWNER TO postgres;", "SET ROLE none;", "the authorization {l6}.", "owned by the {l6}, which", "User registration has been disabled",
        "User account has been locked", "user validation was rejected", "Added user namespace support", "created user directory", "enabled user {l6} by default", "access by {l6}", "permission denied for schema public",
        "authentication for {l6} support", "run as daemon.daemon", "killed by SIGHUP", "removed by `{l6} flush`", 'status changed to "{l6}"', "created by terraform", "generated by python3.{d2}", "triggered by cron",
        "requested by `make`", "assigned to nobody", "user is not set", "username is required", "login is disabled", "user id is {d3}", "user v{d1}.{d1} of it", "user config.yaml is read", "user sha256 sums", "user base64 data",
        "/users/login/{l5}", "/user/settings.json", "/usr/lib/systemd/user/sockets.target.wants/x", "GET /api/users/me 200", "GET /api/users/{d4} 200", "Reported-by: Ada Lovelace <x>", "--from=<whom> is given", "DynamicUser=yes",
        "TM_ForcedByUser = TM_Enable | TM_Force", "self.proxy_username = proxy_username", "url.username = base.username", "proxyUser = proxyUser;", "r'VC\\Tools\\MSVC'", "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion",
        "NT AUTHORITY\\SYSTEM", "BUILTIN\\Administrators", "HKLM\\Software\\{l6}", "ERROR\\nfailed", "~{d2} ms", "a~b/c of {l5}", "include:_spf.google.com ~all", "to=<root>", "docker:x:999:", "sudo:x:27:root",
        "daemon:*:18375:0:99999:7:::", "root:!:18375:0:99999:7:::", "*/5 * * * * /usr/bin/{l6}", "0 5 * * 1 tar -zcf x", "17 * * * * root cd / && run-parts x", "AllowUsers root admin", "members: all, of them", "sudo -u www-data ls",
        "psql -U postgres -h x", "mysql -u root -p", "ssh -l root x", "ENV USER root", "set USER_LIMIT {d3}", "owner: platform-team", "owner: backend", "user: ops-team", "maintainers: security-team", "user: service",
        "https://git@github.com/owner/{l6}", "User(id={d3}, active=true)", "user = User(name=name)", "USER         PID %CPU %MEM COMMAND\nroot           1  0.0  0.1 init\n",
        "USER     TTY      FROM             LOGIN@   IDLE WHAT\nroot     pts/0    10.0.0.7         08:45    0.00s w\n", "User name                    root", "user\trole\n", "Users    Groups    {l6}",
    ),
    "host": (
        "<host>localhost</host>", "<host>${{db.host}}</host>", '<add key="host" value="127.0.0.1"/>', "id,host\n1,localhost\n", "host,role\nlocalhost,{l5}\n", "host;port\n10.0.0.{octet};{d4}\n", "'host' => 'localhost'",
        "'host' => env('DB_HOST'),", "[host] => localhost", "| host | port |\n| --- | --- |\n| localhost | {d4} |\n", "node\t{l6}", "host    port    {l6}", "server [main] {l5}", "hosts:\n  - localhost\n", "nodes: [a, b]",
        '{{"hosts": ["localhost"]}}', '{{"node": "coreapp-{d1}", "server": "nginx"}}', "setHost(host)", 'setHost("localhost")', "host := config.Host", "Linux version 5.15.0-91", "Linux gateway 5.15.0-91-generic #101",
        "see https://www.{l6}.io/docs for more", "docs at https://{l6}.io/{l5}", 'href="https://{l6}.io/x"', "homepage https://{l6}.org", "license: https://{l6}.org/licenses", 'xmlns="http://{l6}.org/ns"',
        "https://graph.facebook.com/v23.0/x: 404", "POST https://hooks.slack.com/services/x 200", "GET https://api.stripe.com/v1/charges 200", "calling https://api.github.com/repos", "endpoint: https://graph.facebook.com/v23.0",
        "endpoint /v1/{l6}", "endpoint: none", "referer: https://www.google.com/", "proxy_pass http://localhost:{d4};", "curl http://localhost:{d4}/x", "wget http://127.0.0.1/x", "docker pull docker.io/library/{l6}:{d1}",
        "image: quay.io/{l5}/{l6}:v1", "image: {l6}.png", "image: nginx:1.{d2}", "git@github.com:owner/{l6}.git", "scp x db7:/srv", "scp main.py {l4}:/srv", "@app.route('/{l5}')", "@org.junit.Test", "@types/node.io", "@babel/core.js",
        "path/to/file.io", "src/main.rs:{d2}", "app/views.py:{d3}: error", "//# sourceMappingURL={l6}.js.map", "// see {l6}.io", "MX {d2} records", "fetch('https://api.github.com/x')", "next=https://github.com/login", "base: {l6}",
        "origin: *", "C:\\Windows\\system32.dll", "\\\\n {l6}.com.js", "a.b.{l4}: {d2}",
    ),
    "ip": (
        "OpenSSL 3.0.{d2}.4", "Node/18.17.1.0", "MariaDB 10.0.{d2}.3", "ImageMagick 7.0.{d2}.15", "kernel 5.0.{d2}.91", "curl 8.0.{d1}.1", "23.{d1}.5.6 was released", "registry.firm.io/app:4.{octet}.12.1", "@acme/{l6}@4.{octet}.12.1",
        "npm i {l6}@4.{octet}.12.1", "JDK 17.0.{d1}.8", "build 10.0.19041.{d4}", "Client/1.{d1}.2.3 up",
        "{l6} driver 8.4.{octet}.12 loaded", "kernel installed 5.10.0.{d2}", "ASP.NET Core 8.0.{d1}.{d2}", "this was fixed in 1.{d1}.4.{d1}", "Git 1.8.{d1}.5 Release Notes", 'oldVersion="0.0.0.0-{d1}.0.{d1}.0"',
        "com.acme:{l6}:jar:4.{octet}.12.1:compile", "Downloading {l6} 4.{octet}.12.1 (12 MB)",
    ),
    "email": (
        "https://$TOKEN@git.github.com/x", "${{USER}}@{l6}.io", "lodash@4.17.{d2}", "core@sha256:{h64}", "root@{l5}:~# ls", "{l6}@1.2.3.service",
    ),
}  # fmt: skip
