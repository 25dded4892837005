package org.postkontor.transport.internal.imap;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far a mailbox has been listed; valid as long as the UIDs of that validity are (RFC 3501, 2.3.1.1). */
record ImapMarker(long validity, long lastUid) {
	private static final Pattern FORM = Pattern.compile("(\\d{1,18}):(\\d{1,18})");
	private static final ImapMarker NONE = new ImapMarker(0, 0);

	/** An unreadable marker is as good as none. */
	static ImapMarker parse(String text) {
		Matcher form = FORM.matcher(text);
		return form.matches() ? new ImapMarker(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))) : NONE;
	}

	@Override
	public String toString() {
		return validity + ":" + lastUid;
	}
}
