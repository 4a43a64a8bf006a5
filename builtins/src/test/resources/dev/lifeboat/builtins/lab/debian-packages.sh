# Sourced by the fetch-… scripts: brings programs from Debian's packages into a private folder.
# Nothing is installed on the system, and nothing of the system's apt is touched but read: its sources
# (for the mirror's address, which is nowhere in this project), its key ring, and its proxy settings.
#
# The including script sets `program` (what it fetches, for messages and as the folder's name) and `instead`
# (what a person can do without it), and calls, in this order: prepare, use_sid or use_suite, unpack, publish.

cache=${XDG_CACHE_HOME:-$HOME/.cache}/lifeboat
keyring=/usr/share/keyrings/debian-archive-keyring.gpg
apt_sources=/etc/apt

say() { echo "fetch-$program: $*"; }

fail() {
    echo "fetch-$program: $*" >&2
    echo "fetch-$program: $instead" >&2
    exit 1
}

# Ends the script when the program is there already; else takes the lock and makes the work folder.
prepare() {
    prefix=$cache/$program
    already_there "$@"
    for needed in apt-get dpkg dpkg-deb flock; do
        command -v $needed >/dev/null || fail "\`$needed\` is not on the path: this way needs Debian's package tools."
    done
    mkdir -p "$cache" || fail "The folder $cache can't be made."
    exec 9>"$cache/$program.lock"
    flock -n 9 || { say "another process is fetching it; waiting"; flock 9; }
    already_there "$@"
    work=$(mktemp -d "$cache/$program.XXXXXX") || fail "$cache can't be written to."
    trap 'rm -rf "$work"' EXIT
    trap 'exit 130' HUP INT TERM
    mkdir -p "$work/root" "$work/bin" "$work/apt/lists/partial" "$work/apt/archives/partial"
}

# already_there PROGRAM…: true only if each of them runs, so that half a folder or a broken one is fetched anew.
already_there() {
    for name in "$@"; do
        "$prefix/bin/$name" $version_option >/dev/null 2>&1 || return 0
    done
    say "ready in $prefix"
    exit 0
}

need_space() {
    free=$(df -Pk "$cache" | awk 'NR == 2 { print int($4 / 1024) }')
    [ "$free" -ge "$1" ] || fail "$cache has $free MB free, and $1 MB are needed for a moment."
}

# use_sid PACKAGE…: from the unstable suite. An empty status file makes every dependency count as missing, so that
# the programs come with the libc and the libraries they were built for.
use_sid() {
    : >"$work/apt/status"
    from_each_mirror sid "$@"
}

# use_suite SUITE PACKAGE…: from that suite, with only the dependencies that the system lacks.
use_suite() {
    cp /var/lib/dpkg/status "$work/apt/status" || fail "/var/lib/dpkg/status can't be read."
    from_each_mirror "$@"
}

suite_of_this_machine() {
    (. /etc/os-release && echo "${VERSION_CODENAME:-sid}")
}

# A third party's source may look like Debian's own; Debian's signature tells which is.
from_each_mirror() {
    suite=$1
    shift
    [ -r $keyring ] || fail "$keyring is missing: install the package debian-archive-keyring."
    mirrors=$(debian_mirrors)
    [ -n "$mirrors" ] || fail "No Debian source with the component main in /etc/apt/sources.list or /etc/apt/sources.list.d: it is there that the mirror's address is taken from."
    for mirror in $mirrors; do
        configure_apt "deb [signed-by=$keyring] $mirror $suite main"
        say "reading the package lists of $suite"
        if private_apt update >"$work/apt/update.log" 2>&1; then
            download "$@"
            return
        fi
    done
    cat "$work/apt/update.log" >&2
    fail "The package lists of $suite could not be read from any Debian mirror of this machine's apt sources."
}

download() {
    say "downloading $* and what they depend on"
    private_apt --yes --download-only install "$@" >"$work/apt/download.log" 2>&1 ||
        { cat "$work/apt/download.log" >&2; fail "apt could not download $*."; }
}

# The mirrors of Debian's main component in this machine's sources, those of its own suite first.
debian_mirrors() {
    {
        cat "$apt_sources"/sources.list "$apt_sources"/sources.list.d/*.list 2>/dev/null | one_line_sources
        cat_paragraphs "$apt_sources"/sources.list.d/*.sources | deb822_sources
    } | awk -v own="$(suite_of_this_machine)" '
        $2 == own { print 1, $1 }
        $2 ~ /^(stable|testing|unstable|sid)$/ { print 2, $1 }' | sort -s -k 1,1 | awk '!seen[$2]++ { print $2 }'
}

cat_paragraphs() {
    for file in "$@"; do
        [ ! -r "$file" ] || { cat "$file"; echo; }
    done
}

# "deb [options] address suite main …" -> "address suite"
one_line_sources() {
    sed -e 's/[[:space:]]/ /g' -e 's/#.*//' |
        sed -n 's/^ *deb  *\(\[[^]]*\]\)\{0,1\} *//p' | awk '/ main( |$)/ { print $1, $2 }'
}

# Paragraphs with Types, URIs, Suites, Components -> "address suite", one line for each pair.
deb822_sources() {
    grep -v '^#' | awk '
        function flush(   a, s, i, j) {
            if (field["types"] ~ /(^| )deb( |$)/ && field["enabled"] !~ /no|false/ && field["components"] ~ /(^| )main( |$)/)
                for (i = 1; i <= split(field["uris"], a); i++)
                    for (j = 1; j <= split(field["suites"], s); j++) print a[i], s[j]
            split("", field)
        }
        /^[[:space:]]*$/ { flush(); next }
        /^[[:space:]]/ { field[name] = field[name] " " $0; next }
        { name = tolower($0); sub(/:.*/, "", name); sub(/^[^:]*:[[:space:]]*/, ""); field[name] = $0 }
        END { flush() }' | sed 's/[[:space:]][[:space:]]*/ /g'
}

configure_apt() {
    echo "$1" >"$work/apt/sources.list"
    architecture=$(dpkg --print-architecture)
    cat >"$work/apt/apt.conf" <<END
Dir::Etc::sourcelist "$work/apt/sources.list";
Dir::Etc::sourceparts "/dev/null";
Dir::Etc::preferences "/dev/null";
Dir::Etc::preferencesparts "/dev/null";
Dir::State "$work/apt";
Dir::State::Lists "$work/apt/lists";
Dir::State::status "$work/apt/status";
Dir::Cache "$work/apt";
Dir::Cache::archives "$work/apt/archives";
Dir::Log "$work/apt";
#clear APT::Architectures;
APT::Architectures "$architecture";
APT::Install-Recommends "0";
APT::Sandbox::User "root";
APT::Update::Error-Mode "any";
Acquire::Languages "none";
Acquire::Retries "3";
#clear APT::Update::Pre-Invoke;
#clear APT::Update::Post-Invoke;
#clear APT::Update::Post-Invoke-Success;
#clear DPkg::Pre-Install-Pkgs;
#clear DPkg::Post-Invoke;
END
}

# Read with -c, hence after the system's own settings, of which proxies are welcome and hooks are not.
private_apt() {
    LC_ALL=C apt-get -c "$work/apt/apt.conf" "$@" 9>&-
}

unpack() {
    total=$(ls "$work"/apt/archives/*.deb | wc -l)
    count=0
    for package in "$work"/apt/archives/*.deb; do
        count=$((count + 1))
        [ $((count % 10)) -ne 0 ] && [ $count -ne "$total" ] || say "unpacking $count of $total packages"
        dpkg-deb -x "$package" "$work/root" 9>&- || fail "${package##*/} could not be unpacked."
    done
    rm -rf "$work/root/usr/share/doc" "$work/root/usr/share/man" "$work/root/usr/share/locale"
}

# Takes the place of what was there before.
publish() {
    rm -rf "$work/apt"
    trap 'rm -rf "$work" "$work.old"' EXIT
    [ ! -e "$prefix" ] || mv "$prefix" "$work.old"
    mv "$work" "$prefix" || fail "$prefix could not be put in place."
    already_there "$@"
    fail "It was fetched into $prefix, but does not run there."
}
