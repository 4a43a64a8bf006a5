# Runs a command on a host that is reached by SSH: in a session of its own, which is ended when the other side says so or is gone. Above this stand
# `line`, the command, and `mark`, a word that nobody else writes, with which every line of ours begins.
#
# Orders come by standard input: `done` (its end was seen), `end` (the time is up). The end of the input is an order to end it too.

# What of the session is alive; the shell beneath is its first process. What is left of an ended process is not.
members() {
    sed -n "s/^\([0-9]*\) (.*) [A-WYa-z] -\{0,1\}[0-9]* [0-9]* $leader .*/\1/p" /proc/[0-9]*/stat 2>/dev/null
}

# By SIGKILL, again and again, so that none starts another meanwhile.
end_session() {
    rounds=8
    ended=
    alive=$(members)
    while [ -n "$alive" ] && [ $rounds -gt 0 ]; do
        kill -KILL $alive 2>/dev/null
        ended="$ended $alive"
        rounds=$((rounds - 1))
        sleep 0.05 2>/dev/null || sleep 1
        alive=$(members)
    done
}

tell_what_was_seen() {
    for process in $(printf "%s\n" $ended | sort -un); do
        case " $(echo $alive) " in
        *" $process "*) echo "$mark process $process killed, STILL RUNNING" ;;
        *) echo "$mark process $process killed, gone" ;;
        esac
    done
    for process in $(grep -lzxF "LIFEBOAT_COMMAND=$mark" /proc/[0-9]*/environ 2>/dev/null | sed "s#/proc/\([0-9]*\)/.*#\1#"); do
        case " $(echo $alive) " in
        *" $process "*) ;;
        *) echo "$mark process $process (\`$(cat /proc/$process/comm)\`) had gone its own way and is STILL RUNNING" ;;
        esac
    done
}

# Whoever sees the status has seen everything that the command had written.
run='exec 2>/dev/null; (exec sh -c "$1" 2>&1); printf "\n%s exit %s\n" "$2" $?'

command -v setsid >/dev/null || { echo "no program \`setsid\`, which Lifeboat needs there"; exit 127; }
printf "\n%s begun\n" "$mark"
exec 3<&0 2>/dev/null
LIFEBOAT_COMMAND=$mark setsid sh -c "$run" sh "$line" "$mark" </dev/null 3<&- &
leader=$!
order=
read -r order <&3
[ "$order" != done ] || exit 0
if members | grep -qx "$leader"; then
    end_session
    printf "\n"
    tell_what_was_seen
fi
printf "\n%s ended\n" "$mark"
