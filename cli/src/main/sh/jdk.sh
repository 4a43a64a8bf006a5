# Finds a JDK by the `release` files of those there are: asking each `java -version` takes longer than `lifeboat check`.
# Sourced by the launcher, which provides `fail`.

oldest_java=21

# find_jdk PROGRAM: sets jdk, the newest fitting JDK that has bin/PROGRAM, and jdk_version; ends the launcher where there is none.
find_jdk() {
    jdk= jdk_version= newest=0 seen=
    if [ -n "${LIFEBOAT_JAVA_HOME-}" ]; then
        consider_jdk "$LIFEBOAT_JAVA_HOME" "$1"
        [ -n "$jdk" ] || refuse_java_home "$1"
    elif [ -n "${LIFEBOAT_JDK_PATH-}" ]; then
        consider_jdks_below_path "$1"
    else
        consider_usual_jdks "$1"
    fi
    [ -n "$jdk" ] || no_jdk "$1"
}

consider_jdks_below_path() { # PROGRAM
    rest=$LIFEBOAT_JDK_PATH:
    while [ -n "$rest" ]; do
        for candidate in "${rest%%:*}"/*; do
            consider_jdk "$candidate" "$1"
        done
        rest=${rest#*:}
    done
}

consider_usual_jdks() { # PROGRAM
    for candidate in "${JAVA_HOME-}" /usr/lib/jvm/* /usr/java/* /opt/java/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* \
        "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        consider_jdk "$candidate" "$1"
    done
    # Last, since it takes two more processes, and is one of the above nearly always.
    if [ -z "$jdk" ] && candidate=$(command -v java); then
        candidate=$(readlink -f "$candidate") && consider_jdk "${candidate%/bin/java}" "$1"
    fi
}

# Takes the candidate as jdk if it fits and is newer than the one so far.
consider_jdk() { # FOLDER PROGRAM
    read_java_version "$1" || return 0
    seen="$seen
  Java $version in $1"
    [ -x "$1/bin/$2" ] || return 0
    weigh_version
    if [ "${version%%[!0-9]*}" -ge "$oldest_java" ] && [ "$weight" -gt "$newest" ]; then
        jdk=$1 jdk_version=$version newest=$weight
    fi
}

read_java_version() { # FOLDER: sets version, such as 21.0.4 or 8
    version=
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    while IFS='=' read -r key value; do
        if [ "$key" = JAVA_VERSION ]; then
            version=${value#\"}
            version=${version%%\"*}
            version=${version#1.}
            break
        fi
    done < "$1/release"
    case $version in
        [0-9]*) ;;
        *) return 1 ;;
    esac
}

weigh_version() { # sets weight, by which versions compare as numbers
    saved_ifs=$IFS
    IFS=.
    set -- ${version%%[!0-9.]*}
    IFS=$saved_ifs
    weight=$(($1 * 1000000 + ${2:-0} * 10000 + ${3:-0} * 100 + ${4:-0}))
}

refuse_java_home() { # PROGRAM
    if [ -z "$version" ]; then
        what="is not the folder of a JDK: bin/java or the file release is missing"
    elif [ ! -x "$LIFEBOAT_JAVA_HOME/bin/$1" ]; then
        what="is Java $version without bin/$1"
    else
        what="is Java $version"
    fi
    fail "LIFEBOAT_JAVA_HOME is $LIFEBOAT_JAVA_HOME, which $what. Lifeboat needs a JDK $oldest_java or newer." \
        "Set it to the folder of such a JDK, or unset it to have one looked for."
}

no_jdk() { # PROGRAM
    [ "$1" = java ] && what="a JDK $oldest_java or newer" || what="a JDK $oldest_java or newer with bin/$1 (a JRE does not do)"
    fail "Lifeboat needs $what, and found ${seen:+only these:}${seen:-none.}" \
        "Install one beside what you have (from https://adoptium.net, or by your system's packages, sdkman, asdf or mise);" \
        "where it lies in an unusual place, set LIFEBOAT_JAVA_HOME to its folder."
}
