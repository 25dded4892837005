#!/bin/sh
# Opens the window by a double click in the Finder.
exec "$(dirname -- "$0")/postkontor" "$@"
