# Builds Lifeboat with Maven into a folder of its own. Sourced by the launcher, when there is no build or the sources are newer.

log=$builds/build.log
packaged=$home/cli/target/lifeboat

build_if_needed() {
    can_write || { use_what_is_there && return; }
    take_lock
    if ! current_build || changed_since "$build/sources"; then
        if [ -r "$packaged/lifeboat.jar" ] && ! changed_since "$packaged/lifeboat.jar"; then
            install_build "$packaged/lifeboat.jar" # `mvn verify` has just made it
        else
            run_maven
            install_build "$builds/sources"
        fi
    fi
    release_lock
}

build_anew() {
    can_write || fail "$home is not writable: it can't be built there."
    take_lock
    run_maven
    install_build "$builds/sources"
    release_lock
}

can_write() {
    mkdir -p "$builds" 2>/dev/null && [ -w "$builds" ]
}

use_what_is_there() { # in a checkout that can't be written
    current_build && return
    build=$packaged
    [ -r "$build/lifeboat.jar" ] || fail "Nothing is built yet, and $home is not writable: it can't be built there."
}

# The lock is a link to nothing whose target is the owner's process id: made with its content in one step.
take_lock() {
    waiting=
    until ln -s "$$" "$builds/lock" 2>/dev/null; do
        owner=$(readlink "$builds/lock") || owner=
        if [ -n "$owner" ] && ! is_alive "$owner"; then
            rm -f "$builds/lock"
        else
            [ -n "$waiting" ] || echo "lifeboat: another process${owner:+ ($owner)} is building it; waiting." >&2
            waiting=yes
            sleep 1
        fi
    done
    trap release_lock EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
}

release_lock() {
    rm -f "$builds/lock"
    trap - EXIT INT TERM HUP
}

is_alive() { # PROCESS
    kill -0 "$1" 2>/dev/null || [ -d "/proc/$1" ] # another user's can't be signalled
}

run_maven() {
    command -v mvn >/dev/null || fail "Lifeboat has to be built, which takes Apache Maven 3.8.7 or newer, and \`mvn\` is not on the path." \
        "Install it (on Debian: apt install maven), and run this again."
    find_jdk javac
    : > "$builds/sources" # what changes from here on is newer
    echo "lifeboat: Building. The first time Maven fetches libraries, which can take minutes." >&2
    {
        JAVA_HOME=$jdk mvn -B -f "$home/pom.xml" -Dmaven.test.skip package </dev/null 2>&1
        printf '\nlifeboat-build-status %s\n' $?
    } | show_progress || build_failed
}

# Copies Maven's output into the log, and the gist of it to the terminal; its status is Maven's.
show_progress() {
    module=starting downloaded=0 fetched= status=1
    while IFS= read -r line; do
        case $line in
            'lifeboat-build-status '*) status=${line##* } ;;
            *'Building Lifeboat: '*)
                module=${line#*Building Lifeboat: }
                show_module ;;
            *'Downloaded from '*)
                downloaded=$((downloaded + 1))
                fetched=", $downloaded files fetched" ;;
        esac
        printf '%s\n' "$line" >&3
        [ ! -t 2 ] || show_line
    done 3> "$log"
    [ ! -t 2 ] || printf '\r\033[K' >&2
    return "$status"
}

show_module() {
    step=${module##*\[}
    step=${step%\]}
    module="${module%% [0-9]*} (${step%%/*} of ${step##*/})"
    [ -t 2 ] || echo "lifeboat: building $module" >&2
}

show_line() {
    case ${spinner-} in
        '|') spinner=/ ;;
        /) spinner=- ;;
        -) spinner='\' ;;
        *) spinner='|' ;;
    esac
    printf '\r\033[K%s %s%s' "$spinner" "$module" "$fetched" >&2
}

build_failed() {
    grep -m 8 '^\[ERROR\]' "$log" >&2
    if current_build; then
        fail "The build failed; all it said is in $log" "LIFEBOAT_REBUILD=0 runs the last build that succeeded."
    fi
    fail "The build failed; all it said is in $log"
}

install_build() { # FILE that is as old as the sources
    new=$(mktemp -d "$builds/XXXXXX") || fail "$builds can't be written."
    chmod 755 "$new"
    { cp -R "$packaged/." "$new" && mkdir "$new/users" && touch -r "$1" "$new/sources"; } || fail "$new can't be written."
    current_build && previous=$build || previous=
    echo "${new##*/}" > "$builds/current.$$"
    mv -f "$builds/current.$$" "$builds/current"
    build=$new
    remove_old_builds
}

# All but this one, the one before (which another process may be about to start) and those that runs are using.
remove_old_builds() {
    for old in "$builds"/*/; do
        old=${old%/}
        [ "$old" = "$build" ] || [ "$old" = "$previous" ] || is_used "$old" || rm -rf "$old"
    done
}

is_used() { # BUILD
    for user in "$1"/users/*; do
        is_alive "${user##*/}" && return
    done
    return 1
}
