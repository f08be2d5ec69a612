# Read by the other scripts: finds a JDK and Maven. Works with the bash 3.2 of macOS.

readonly JDK_NEEDED=25

# Sets jdk_version to the version of the JDK in folder $1; fails if there is no JDK or it is too old.
# The version comes from the JDK's own `release` file: starting java would take longer than this whole script.
is_jdk_new_enough() {
    local line
    jdk_version=
    [[ -x $1/bin/javac && -r $1/release ]] || return 1
    while read -r line; do
        case $line in
            JAVA_VERSION=*) jdk_version=${line#*=} ;;
        esac
    done <"$1/release"
    jdk_version=${jdk_version//[\"$'\r']/}
    local major=${jdk_version%%[!0-9]*}
    [[ -n $major ]] && ((major >= JDK_NEEDED))
}

# Sets jdk (its folder) and jdk_version, or says what to install and exits with 2.
find_jdk() {
    local on_path candidate
    on_path=$(command -v java || true)
    [[ -L $on_path ]] && on_path=$(readlink -f "$on_path" || true)
    for candidate in "${JAVA_HOME:-}" "${on_path%/bin/java}" \
        /usr/lib/jvm/* /opt/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [[ -n $candidate ]] && is_jdk_new_enough "$candidate"; then
            jdk=$candidate
            return
        fi
    done
    cat >&2 <<END
eckart: needs a JDK $JDK_NEEDED or newer, and found none in JAVA_HOME, on PATH or in the usual folders.
Install one (Debian and Ubuntu: apt install openjdk-$JDK_NEEDED-jdk; Fedora: dnf install java-$JDK_NEEDED-openjdk-devel;
macOS: brew install --cask temurin@$JDK_NEEDED),
or set JAVA_HOME to the folder of one you have.
END
    exit 2
}

# Says what to install and exits with 2 if there is no Maven.
need_maven() {
    command -v mvn >/dev/null && return
    cat >&2 <<END
eckart: building needs Maven 3.8.7 or newer, and there is no mvn on PATH.
Install it (Debian and Ubuntu: apt install maven; Fedora: dnf install maven; macOS: brew install maven).
END
    exit 2
}

# Runs Maven on the JDK found. The two options keep its own libraries from filling the screen with warnings there.
run_maven() {
    JAVA_HOME=$jdk \
        MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}" \
        mvn -B -ntp "$@"
}
