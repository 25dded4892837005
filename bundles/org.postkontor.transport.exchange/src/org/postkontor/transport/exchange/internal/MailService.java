package org.postkontor.transport.exchange.internal;

import java.io.IOException;
import java.util.Collection;
import java.util.OptionalLong;

import org.postkontor.message.AddressedContent;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;

/** What differs between the services: how a mail becomes a request, and how answers are read. Immutable. */
public interface MailService {
	/** The mail as it goes to these recipients. */
	AddressedContent addressed(OutgoingMessage message, Collection<String> recipients) throws IOException;

	/** What stands around the mail. */
	RequestFrame frame(AddressedContent content);

	/** The request without its body; holds the credential. */
	HttpCall call();

	ServiceAnswer read(HttpReply reply);

	/** Largest body of a request, if it is known. */
	OptionalLong maxRequest();
}
