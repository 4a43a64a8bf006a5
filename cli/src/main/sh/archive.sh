# Archives of loaded and linked classes, with which commands start in about a third of the time: one for short commands, one for
# those that use the simulator, one for those that use real servers, since all that an archive holds is loaded. One that is missing or does
# not fit changes nothing but the time. Sourced by the launcher, once build, jdk, jdk_version and rehearsal are known.

use_archives() { # ARGUMENTS...: of the command; sets who acts on them, and what the JVM is told of archives
    actor=Lifeboat archiving= recording=
    choose_archive
    if [ ! -e "$archive" ]; then
        case ${1-} in
            preflight) if can_rehearse "$@"; then prepare_rehearsal; return; fi ;;
            run | resume) ;; # an incident does not wait for it
            *) [ "$rehearsal" = preflight ] || [ ! -w "$build/users" ] || make_archive ;;
        esac
    fi
    if [ "$rehearsal" = preflight ] && [ ! -s "$archive" ]; then
        rehearsal=dry-run
        choose_archive
    fi
    [ ! -s "$archive" ] || archiving=$use_archive$archive
}

choose_archive() { # sets archive, and the options that make and use it
    archive=$build/$jdk_version-$rehearsal
    if has_cache; then
        archive=$archive.aot make_archive=-XX:AOTCacheOutput= use_archive=-XX:AOTCache=
    else
        archive=$archive.jsa make_archive=-XX:ArchiveClassesAtExit= use_archive=-XX:SharedArchiveFile=
    fi
}

# JEP 514: an ahead-of-time cache in one step; before it JEP 350: class-data sharing, 35 ms slower.
has_cache() {
    [ "${jdk_version%%[!0-9]*}" -ge 25 ]
}

# Made from a rehearsal of what the command does. Renaming it in lets two first uses make it at once.
make_archive() {
    echo "lifeboat: preparing \`$rehearsal\` to start faster from now on" >&2
    made=$archive.$$
    who=Lifeboat
    [ "$rehearsal" = check ] || who=Rehearsal # with what only real servers bring in
    "$jdk/bin/java" -Xlog:disable "$make_archive$made" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
        -Djdk.reflect.useNativeAccessorOnly=true --enable-native-access=ALL-UNNAMED \
        -Djava.util.logging.config.file=/dev/null -cp "$build/lifeboat.jar" "dev.lifeboat.cli.$who" \
        "$rehearsal" "$home/runbooks/primary-failure.runbook" </dev/null >/dev/null 2>&1
    [ -s "$made" ] || : > "$made" # empty: this JDK makes none, and is not asked again
    mv -f "$made" "$archive"
}

# What runs on real servers need is best known from a preflight of them: from the first one the archive is made.
can_rehearse() { # ARGUMENTS...
    for argument; do
        case $argument in -h | --help) return 1 ;; esac
    done
    [ -w "$build/users" ]
}

prepare_rehearsal() { # sets who acts, and what makes the JVM write down what it loads
    echo "lifeboat: preparing runs to start faster from now on" >&2
    actor=Rehearsal made=$archive.$$
    if has_cache; then
        # It would say on standard output that it has written it down.
        recording='-XX:AOTMode=record -XX:+UnlockDiagnosticVMOptions -XX:-DisplayVMOutput'
        archiving=-XX:AOTConfiguration=$made.list
    else
        archiving=$make_archive$made
    fi
}

rehearse() { # COMMAND...: of the JVM; nobody waits for what comes behind it
    "$@"
    status=$?
    if [ "$status" -eq 0 ]; then
        keep_archive </dev/null >/dev/null 2>&1 &
    else
        rm -f "$made" "$made.list"
    fi
    exit "$status"
}

keep_archive() {
    ! has_cache || "$jdk/bin/java" -Xlog:disable -XX:AOTMode=create "-XX:AOTConfiguration=$made.list" "$use_archive$made" $tuning \
        $memory --enable-native-access=ALL-UNNAMED -cp "$build/lifeboat.jar"
    rm -f "$made.list"
    [ ! -s "$made" ] || mv -f "$made" "$archive"
}
