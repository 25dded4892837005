# Read by postkontor and postkontor-cli: finds Java 21 or newer and the folders of this user.
# Sets $java, $cache, $key. A version is read from the file "release" of a Java: asking the program costs a tenth of a second.

java_major() {
	[ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
	sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

use_java() {
	major=$(java_major "$1") && [ "${major:-0}" -ge 21 ] && java="$1/bin/java"
}

find_java() {
	java=
	[ -n "${JAVA_HOME:-}" ] && use_java "$JAVA_HOME" && return
	on_path=$(command -v java) && {
		on_path=$(readlink -f "$on_path" 2>/dev/null || printf %s "$on_path")
		use_java "$(dirname -- "$(dirname -- "$on_path")")" && return
		# The stub of macOS and small runtimes have no "release" beside them.
		case $("$on_path" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p') in
			2[1-9] | [3-9][0-9]) java=$on_path; return ;;
		esac
	}
	for home in /usr/lib/jvm/* /usr/java/* /opt/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
		/Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
		use_java "$home" && return
	done
	echo "Postkontor needs Java 21 or newer and found none (looked at JAVA_HOME, PATH and the usual folders)." >&2
	echo "Install one, e.g. Eclipse Temurin 25 from https://adoptium.net, or set JAVA_HOME." >&2
	exit 69
}

case $(uname) in
	Darwin) cache=$HOME/Library/Caches/postkontor ;;
	*) cache=${XDG_CACHE_HOME:-$HOME/.cache}/postkontor ;;
esac
umask 077
mkdir -p "$cache/native" || { echo "Postkontor cannot write its cache folder $cache." >&2; exit 73; }

find_java

# One configuration area per product folder, version and Java: the product itself may be read-only.
bundles=$here/configuration/org.eclipse.equinox.simpleconfigurator/bundles.info
key=$({ ls -ln "$bundles" "$java"; cat "$bundles"; } | cksum | tr ' ' '-')

launcher=
for jar in "$here"/plugins/org.eclipse.equinox.launcher_*.jar; do launcher=$jar; done
