#!/bin/sh
# watchdog.sh FOLDER [keep]: waits until its standard input ends, which it does with the virtual machine that holds the other
# end, however that ends. Then it ends the servers recorded in FOLDER/pids, each "PID START" where START is the time of its start
# (field 22 of /proc/PID/stat): a number that was given to another process meanwhile is left alone. Then the folder goes.
folder=$1
case $folder in
/*/postkontor-servers-*) ;;
*) exit 64 ;;
esac

# Nothing for one that has ended and only waits for its parent to notice (state Z).
started() {
	sed 's/^.*) //; /^Z/d' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20
}

# The servers that run, with what they have started in groups of the same number.
running() {
	for record in "$folder"/pids/*; do
		pid= start=
		[ -f "$record" ] && read -r pid start <"$record"
		if [ -n "$start" ] && [ "$(started "$pid")" = "$start" ]; then
			echo "$pid"
		fi
	done
}

trap '' INT HUP TERM
cat >/dev/null
servers=$(running)
for pid in $servers; do
	kill -s TERM "$pid" 2>/dev/null
done
tries=100
while [ -n "$(running)" ] && [ $tries -gt 0 ]; do
	sleep 0.1
	tries=$((tries - 1))
done
for pid in $servers; do
	kill -s KILL -- "-$pid" 2>/dev/null
done
rm -rf "$folder"
