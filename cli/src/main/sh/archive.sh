# Archives of loaded and linked classes, with which commands start in about a third of the time: one for short commands and
# one for runs, since all that an archive holds is loaded. Sourced by the launcher, once build, jdk, jdk_version and rehearsal are known.

choose_archive() { # sets archive, and the options that make and use it
    archive=$build/$jdk_version-$rehearsal
    if [ "${jdk_version%%[!0-9]*}" -ge 25 ]; then # JEP 514: an ahead-of-time cache in one step
        archive=$archive.aot make_archive=-XX:AOTCacheOutput= use_archive=-XX:AOTCache=
    else # JEP 350: class-data sharing, 35 ms slower
        archive=$archive.jsa make_archive=-XX:ArchiveClassesAtExit= use_archive=-XX:SharedArchiveFile=
    fi
}

# Made from a rehearsal of what the command does. Renaming it in lets two first uses make it at once.
make_archive() {
    echo "lifeboat: preparing \`$rehearsal\` to start faster from now on" >&2
    made=$archive.$$
    actor=Lifeboat
    [ "$rehearsal" = check ] || actor=Rehearsal # with what only real servers bring in
    "$jdk/bin/java" -Xlog:disable "$make_archive$made" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
        -Djdk.reflect.useNativeAccessorOnly=true --enable-native-access=ALL-UNNAMED \
        -Djava.util.logging.config.file=/dev/null -cp "$build/lifeboat.jar" "dev.lifeboat.cli.$actor" \
        "$rehearsal" "$home/runbooks/primary-failure.runbook" </dev/null >/dev/null 2>&1
    [ -s "$made" ] || : > "$made" # empty: this JDK makes none, and is not asked again
    mv -f "$made" "$archive"
}
