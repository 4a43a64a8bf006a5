#!/bin/bash
# What a careful DBA has prepared for moving the writes of `shop` to another server while both are well: calls of the client
# `mysql`, each step looked at before the next. It does what `failback-switch.runbook` does, by the same statements.
#
#   mysql                       the client
#   dba, application            option files with the account of each
#   replication_password        of the account `repl`
#   proxy, proxy_admin          ports of 127.0.0.1: HAProxy's, its runtime API's
#   from, to                    name and port of the primary and of who shall be it, as in "db1:3306"
#   siblings                    those of the other replicas, as in "db2:3307 db3:3308"
set -euo pipefail

stop() {
    echo "STOPPED: $*" >&2
    exit 1
}

sql() { # PORT STATEMENTS, which no list of processes shows
    "$mysql" --defaults-file="$dba" --protocol=TCP --host=127.0.0.1 --port="$1" --connect-timeout=3 -NB <<<"$2"
}

haproxy() { # COMMANDS
    exec 3<>"/dev/tcp/127.0.0.1/$proxy_admin"
    echo "$1" >&3
    cat <&3
    exec 3>&-
}

port() { echo "${1#*:}"; }
name() { echo "${1%:*}"; }

# executed PORT: all that it has executed, in one line
executed() { sql "$1" 'SELECT @@GLOBAL.gtid_executed' | sed 's/\\n//g' | tr -d '\n'; }

# caught_up PORT SET
caught_up() { [ "$(sql "$1" "SELECT WAIT_FOR_EXECUTED_GTID_SET('$2', 60)")" = 0 ]; }

# follow NAME:PORT: it replicates from `to`
follow() {
    sql "$(port "$1")" "
        STOP REPLICA;
        CHANGE REPLICATION SOURCE TO SOURCE_HOST = '127.0.0.1', SOURCE_PORT = $new, SOURCE_USER = 'repl',
            SOURCE_PASSWORD = '$replication_password', SOURCE_AUTO_POSITION = 1, GET_SOURCE_PUBLIC_KEY = 1,
            SOURCE_CONNECT_RETRY = 1, SOURCE_RETRY_COUNT = 86400, SOURCE_HEARTBEAT_PERIOD = 1;
        START REPLICA"
}

# follows NAME:PORT: it is connected to `to`
follows() {
    for round in {1..60}; do
        [ "$(sql "$(port "$1")" "SELECT SERVICE_STATE = 'ON' AND SOURCE_UUID = '$uuid' FROM performance_schema.replication_connection_status")" = 1 ] && return
        sleep 0.5
    done
    stop "$(name "$1") does not follow $(name "$to")"
}

old=$(port "$from")
new=$(port "$to")
uuid=$(sql "$new" 'SELECT @@server_uuid')

# The one takes writes; the other is read-only, replicates from it, and has nothing of its own.
[ "$(sql "$old" 'SELECT @@read_only')" = 0 ] || stop "$(name "$from") takes no writes"
[ "$(sql "$new" "SELECT @@super_read_only, c.SERVICE_STATE, a.SERVICE_STATE
    FROM performance_schema.replication_connection_status c, performance_schema.replication_applier_status a")" = $'1\tON\tON' ] ||
    stop "$(name "$to") does not replicate"
[ "$(sql "$old" "SELECT GTID_SUBTRACT('$(executed "$new")', @@GLOBAL.gtid_executed) = ''")" = 1 ] || stop "$(name "$to") has more"
caught_up "$new" "$(executed "$old")" || stop "$(name "$to") does not keep up"

# The others follow the new one already, which has all that they have.
for sibling in $siblings; do
    sql "$(port "$sibling")" 'STOP REPLICA IO_THREAD'
    caught_up "$new" "$(executed "$(port "$sibling")")" || stop "$(name "$sibling") is ahead"
    follow "$sibling"
done
for sibling in $siblings; do
    follows "$sibling"
done
sql "$new" 'SET PERSIST_ONLY skip_replica_start = ON'
caught_up "$new" "$(executed "$old")" || stop "$(name "$to") does not keep up"

# From here on nobody can write.
sql "$old" "
    SET GLOBAL event_scheduler = OFF;
    SET SESSION lock_wait_timeout = 5;
    SET PERSIST super_read_only = ON;
    SET PERSIST read_only = ON"
sessions=$(sql "$old" "SELECT CONCAT('KILL ', ID, ';') FROM performance_schema.processlist WHERE USER = 'app'")
[ -z "$sessions" ] || "$mysql" --defaults-file="$dba" --protocol=TCP --host=127.0.0.1 --port="$old" --force <<<"$sessions" 2>/dev/null || true
last=$(executed "$old")
caught_up "$new" "$last" || stop "$(name "$to") has not the last transactions"
sql "$new" 'STOP REPLICA'
[ "$(sql "$old" "SELECT @@super_read_only, GTID_SUBTRACT(@@GLOBAL.gtid_executed, '$last') = ''")" = $'1\t1' ] ||
    stop "$(name "$from") does not stand still"
sql "$new" "
    SET SESSION lock_wait_timeout = 5;
    SET GLOBAL super_read_only = OFF;
    SET GLOBAL read_only = OFF;
    RESET PERSIST IF EXISTS super_read_only;
    RESET PERSIST IF EXISTS read_only;
    INSERT INTO lifeboat.canary (server, written, note) VALUES (@@server_uuid, NOW(6), 'switched by hand');
    ALTER EVENT lifeboat.heartbeat ENABLE;
    SET GLOBAL event_scheduler = ON"
[ "$(sql "$new" "SELECT @@read_only, @@super_read_only")" = $'0\t0' ] || stop "$(name "$to") is not open"

# The old one follows; the application is led to the new one, and a write by its own way proves it.
follow "$from"
haproxy "set server orders/$(name "$from") state maint; shutdown sessions server orders/$(name "$from"); set server orders/$(name "$to") state ready" >/dev/null
written=$("$mysql" --defaults-file="$application" --protocol=TCP --host=127.0.0.1 --port="$proxy" --connect-timeout=3 \
    -NB -e "REPLACE INTO lifeboat.probe (server, written) VALUES (@@server_uuid, NOW(6)); SELECT @@server_uuid")
[ "$written" = "$uuid" ] || stop "the application writes to another server"
sql "$old" 'RESET PERSIST IF EXISTS skip_replica_start'
follows "$from"
echo "$(name "$to") is the primary, $(name "$from") follows"
