package org.postkontor.reliability;

/** Where the mail stood that was furthest on its way when a process was killed. */
enum Standing {
	STARTING("the process was starting"),
	IDLE("nothing was on its way"),
	COMPOSING("bytes being written, mail not accepted"),
	SPOOLED("bytes under their final name, mail not accepted"),
	QUEUED("accepted, QUEUED"),
	SENDING("SENDING"),
	BOUNDARY("BOUNDARY, before the 250"),
	ANSWERED("between the 250 and SENT"),
	SENT("SENT, before the copy was filed");

	private final String text;

	Standing(String text) {
		this.text = text;
	}

	String text() {
		return text;
	}
}
