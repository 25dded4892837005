package org.postkontor.inbox.internal;

import java.util.Locale;

import org.postkontor.account.Endpoint;

/**
 * Which mailbox the mails of an account come from. A UIDL says nothing about that: servers give the same ones to the mails of different
 * users, and other servers may, too. The port does not count, since it changes with the kind of TLS.
 */
record MailboxOrigin(String value) {
	static MailboxOrigin of(Endpoint endpoint) {
		return new MailboxOrigin(String.join(" ", endpoint.protocol().name(), endpoint.host().toLowerCase(Locale.ROOT), endpoint.auth().principal(),
				endpoint.auth().mailbox()));
	}
}
