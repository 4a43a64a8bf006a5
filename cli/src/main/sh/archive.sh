# Makes the class-data archive of a build, with which short commands start in less than half the time.
# Sourced by the launcher, where there is none yet.

make_archive() {
    made=$archive.$$
    "$jdk/bin/java" -Xlog:disable -XX:ArchiveClassesAtExit="$made" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
        --enable-native-access=ALL-UNNAMED -Djava.util.logging.config.file=/dev/null \
        -cp "$build/lifeboat.jar" dev.lifeboat.cli.Lifeboat --help </dev/null >/dev/null 2>&1
    # An empty one says that this JDK makes none: it is not tried again. Renaming lets two first uses do it at once.
    [ -s "$made" ] || : > "$made"
    mv -f "$made" "$archive"
}
