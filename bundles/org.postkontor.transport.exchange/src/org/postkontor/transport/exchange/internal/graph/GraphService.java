package org.postkontor.transport.exchange.internal.graph;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;

import org.postkontor.account.Endpoint;
import org.postkontor.auth.Credential;
import org.postkontor.message.AddressedContent;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.net.Trust;
import org.postkontor.transport.exchange.internal.MailService;
import org.postkontor.transport.exchange.internal.Meanings;
import org.postkontor.transport.exchange.internal.RequestFrame;
import org.postkontor.transport.exchange.internal.ServiceAddress;
import org.postkontor.transport.exchange.internal.ServiceAnswer;

/** {@code POST /me/sendMail}, or {@code /users/…/sendMail} for a shared mailbox, with the mail as base64. */
final class GraphService implements MailService {
	/** Graph refuses larger requests with 413; larger mails would need a draft and rights to read and write. */
	static final int MAX_REQUEST = 4 << 20;
	private static final int MAX_ANSWER = 1 << 18;

	private final Endpoint endpoint;
	private final Credential.BearerToken token;
	private final GraphAnswers answers;

	GraphService(Endpoint endpoint, Credential.BearerToken token, Meanings meanings) {
		this.endpoint = endpoint;
		this.token = token;
		this.answers = new GraphAnswers(meanings);
	}

	@Override
	public AddressedContent addressed(OutgoingMessage message, Collection<String> recipients) throws IOException {
		return AddressedContent.of(message, recipients).withBcc();
	}

	@Override
	public RequestFrame frame(AddressedContent content) {
		return RequestFrame.NONE;
	}

	@Override
	public HttpCall call() {
		String mailbox = ServiceAddress.isShared(endpoint) ? "users/" + ServiceAddress.segment(endpoint.auth().mailbox()) : "me";
		URI uri = ServiceAddress.uri(endpoint, "/v1.0/" + mailbox + "/sendMail");
		return new HttpCall("POST", uri, Map.of("Content-Type", "text/plain", "Accept", "application/json", "Authorization",
				ServiceAddress.authorization(token)), new byte[0], Duration.ZERO, MAX_ANSWER, HttpCall.Redirects.NONE, Trust.OFFICE);
	}

	@Override
	public ServiceAnswer read(HttpReply reply) {
		return answers.read(reply);
	}

	@Override
	public OptionalLong maxRequest() {
		return OptionalLong.of(MAX_REQUEST);
	}
}
