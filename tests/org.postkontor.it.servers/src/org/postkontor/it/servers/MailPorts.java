package org.postkontor.it.servers;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ports of one Dovecot. */
public record MailPorts(int imap, int imaps, int pop3, int pop3s, int submission, int lmtp, int auth) {

	static MailPorts find(FreePorts free) throws IOException {
		return new MailPorts(free.next(), free.next(), free.next(), free.next(), free.next(), free.next(), free.next());
	}

	Map<String, String> values() {
		Map<String, String> values = new LinkedHashMap<>();
		values.put("imap", Integer.toString(imap));
		values.put("imaps", Integer.toString(imaps));
		values.put("pop3", Integer.toString(pop3));
		values.put("pop3s", Integer.toString(pop3s));
		values.put("submission", Integer.toString(submission));
		values.put("lmtp", Integer.toString(lmtp));
		values.put("auth", Integer.toString(auth));
		return values;
	}
}
