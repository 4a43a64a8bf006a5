#!/bin/bash
# What a careful DBA has prepared for the night on which the primary of `shop` dies: calls of the client `mysql`, each
# step looked at before the next. It goes the way of `primary-failure.runbook`: the same steps, in the same order.
#
#   mysql                       the client
#   dba, application            option files with the account of each
#   replication_password        of the account `repl`
#   primary, proxy, proxy_admin ports of 127.0.0.1: the dead primary's, HAProxy's, its runtime API's
#   replicas                    names and ports, as in "db2:3307 db3:3308"
#   service                     the command that looks after the primary's process
#   apart                       seconds between two looks at the primary
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

# leads_to NAME: whether a server of the backend is ready; 4 only remembers that the configuration says `disabled`
leads_to() {
    haproxy 'show servers state orders' | awk -v server="$1" '$4 == server && ($7 == 0 || $7 == 4) { ready = 1 } END { exit !ready }'
}

port() { echo "${1#*:}"; }
name() { echo "${1%:*}"; }

# Three looks at the primary; one that answers anything but "connection refused" (2003) ends it here.
for look in 1 2 3; do
    ! said=$(sql "$primary" 'SELECT 1' 2>&1) || stop "the primary answers"
    [[ $said == *'ERROR 2003'* ]] || stop "the primary is not gone: $said"
    [ $look = 3 ] || sleep "$apart"
done
! $service status || stop "the primary's process is there"

# Nobody hears it any more, nobody else takes writes.
for replica in $replicas; do
    seen=$(sql "$(port $replica)" "SELECT @@super_read_only, SERVICE_STATE FROM performance_schema.replication_connection_status")
    [[ $seen == 1$'\t'* ]] || stop "$(name $replica) is not read-only: $seen"
    [[ $seen != *ON ]] || stop "$(name $replica) still hears the primary"
done

# The old primary is led to by nobody, and does not come back by itself.
haproxy 'set server orders/db1 state maint; shutdown sessions server orders/db1' >/dev/null
! leads_to db1 || stop "HAProxy still leads to the old primary"
$service disable
! $service is-enabled || stop "the old primary starts with its machine"
! $service status || stop "the old primary has come back"

# Nothing moves any more, and all that was received is applied.
for replica in $replicas; do
    sql "$(port $replica)" 'STOP REPLICA IO_THREAD'
    [ "$(sql "$(port $replica)" 'SELECT SERVICE_STATE FROM performance_schema.replication_connection_status')" = OFF ] ||
        stop "the receiver of $(name $replica) goes on"
done
for replica in $replicas; do
    drained=$(sql "$(port $replica)" "
        SELECT WAIT_FOR_EXECUTED_GTID_SET(RECEIVED_TRANSACTION_SET, 60),
               GTID_SUBTRACT(RECEIVED_TRANSACTION_SET, @@GLOBAL.gtid_executed) = ''
          FROM performance_schema.replication_connection_status")
    [ "$drained" = $'0\t1' ] || stop "$(name $replica) has not applied all that it received"
done

# Who has most wins; it has to have all that the other has.
read -r one other <<<"$replicas"
ones=$(sql "$(port $one)" 'SELECT @@GLOBAL.gtid_executed' | tr -d '\n' | sed 's/\\n//g')
others=$(sql "$(port $other)" 'SELECT @@GLOBAL.gtid_executed' | tr -d '\n' | sed 's/\\n//g')
case $(sql "$(port $one)" "SELECT GTID_SUBTRACT('$ones', '$others') = '', GTID_SUBTRACT('$others', '$ones') = ''") in
*1) winner=$one loser=$other ;;
1*) winner=$other loser=$one ;;
*) stop "both replicas have what the other has not" ;;
esac
echo "the last heartbeat of the primary: $(sql "$(port $winner)" 'SELECT MAX(written) FROM lifeboat.heartbeat')"

# The winner is opened, for now and for its next start, and proves it.
sql "$(port $winner)" "
    STOP REPLICA;
    SET PERSIST_ONLY skip_replica_start = ON;
    SET SESSION lock_wait_timeout = 5;
    SET GLOBAL super_read_only = OFF;
    SET GLOBAL read_only = OFF;
    RESET PERSIST IF EXISTS super_read_only;
    RESET PERSIST IF EXISTS read_only"
[ "$(sql "$(port $winner)" "SELECT @@read_only, @@super_read_only, COUNT(*) FROM performance_schema.persisted_variables
    WHERE VARIABLE_NAME IN ('read_only', 'super_read_only')")" = $'0\t0\t0' ] || stop "$(name $winner) is not open"
sql "$(port $winner)" "
    INSERT INTO lifeboat.canary (server, written, note) VALUES (@@server_uuid, NOW(6), 'promoted by hand');
    ALTER EVENT lifeboat.heartbeat ENABLE;
    SET GLOBAL event_scheduler = ON"

# The application is led there, and a write by its own way proves it.
haproxy "set server orders/$(name $winner) state ready" >/dev/null
leads_to "$(name $winner)" || stop "HAProxy does not lead to $(name $winner)"
written=$("$mysql" --defaults-file="$application" --protocol=TCP --host=127.0.0.1 --port="$proxy" --connect-timeout=3 \
    -NB -e "REPLACE INTO lifeboat.probe (server, written) VALUES (@@server_uuid, NOW(6)); SELECT @@server_uuid")
[ "$written" = "$(sql "$(port $winner)" 'SELECT @@server_uuid')" ] || stop "the application writes to another server"

# The other replica follows.
[ "$(sql "$(port $winner)" "SELECT GTID_SUBTRACT('$([ "$loser" = "$one" ] && echo "$ones" || echo "$others")', @@GLOBAL.gtid_executed) = ''")" = 1 ] ||
    stop "$(name $loser) has diverged"
sql "$(port $loser)" "
    STOP REPLICA;
    CHANGE REPLICATION SOURCE TO SOURCE_HOST = '127.0.0.1', SOURCE_PORT = $(port $winner), SOURCE_USER = 'repl',
        SOURCE_PASSWORD = '$replication_password', SOURCE_AUTO_POSITION = 1, GET_SOURCE_PUBLIC_KEY = 1,
        SOURCE_CONNECT_RETRY = 1, SOURCE_RETRY_COUNT = 86400, SOURCE_HEARTBEAT_PERIOD = 1;
    START REPLICA"
for round in {1..60}; do
    follows=$(sql "$(port $loser)" "SELECT SERVICE_STATE = 'ON' AND SOURCE_UUID = '$written' FROM performance_schema.replication_connection_status")
    [ "$follows" = 1 ] && break
    sleep 0.5
done
[ "$follows" = 1 ] || stop "$(name $loser) does not follow $(name $winner)"
echo "$(name $winner) is the primary, $(name $loser) follows"
