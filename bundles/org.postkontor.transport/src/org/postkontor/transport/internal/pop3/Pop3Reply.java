package org.postkontor.transport.internal.pop3;

/** The first line of an answer (RFC 1939, 3; RFC 5034, 4). */
record Pop3Reply(Status status, String text) {
	enum Status {
		OK, ERROR, CONTINUE, ODD
	}

	static Pop3Reply parse(String line) {
		if (line.startsWith("+OK")) {
			return new Pop3Reply(Status.OK, line.substring(3).strip());
		}
		if (line.startsWith("-ERR")) {
			return new Pop3Reply(Status.ERROR, line.substring(4).strip());
		}
		if (line.equals("+") || line.startsWith("+ ")) {
			return new Pop3Reply(Status.CONTINUE, line.substring(1).strip());
		}
		return new Pop3Reply(Status.ODD, line);
	}

	boolean isOk() {
		return status == Status.OK;
	}

	/** Response codes of RFC 2449, 8.1, and RFC 3206 that say nothing about the credential. */
	boolean isTemporary() {
		return text.startsWith("[SYS/TEMP]") || text.startsWith("[IN-USE]") || text.startsWith("[LOGIN-DELAY]");
	}
}
