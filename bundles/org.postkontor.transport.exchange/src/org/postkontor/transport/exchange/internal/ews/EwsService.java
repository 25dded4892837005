package org.postkontor.transport.exchange.internal.ews;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
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

/** The requests to one mailbox. The limit for a mail is the server's own and not known beforehand. */
final class EwsService implements MailService {
	private static final String PATH = "/EWS/Exchange.asmx";
	private static final int MAX_ANSWER = 1 << 18;

	private final Endpoint endpoint;
	private final Credential credential;
	private final EwsAnswers answers;
	private final SoapRequests requests;

	EwsService(Endpoint endpoint, Credential credential, Meanings meanings) {
		this.endpoint = endpoint;
		this.credential = credential;
		this.answers = new EwsAnswers(meanings);
		this.requests = new SoapRequests(ServiceAddress.isShared(endpoint) ? endpoint.auth().mailbox() : "");
	}

	/** Asks for the id of the folder of sent mails, and nothing in it. */
	HttpCall probe(Duration limit) {
		return call(requests.sentFolder(), limit);
	}

	@Override
	public AddressedContent addressed(OutgoingMessage message, Collection<String> recipients) throws IOException {
		return AddressedContent.of(message, recipients);
	}

	@Override
	public RequestFrame frame(AddressedContent content) {
		return requests.mail(content.blind());
	}

	@Override
	public HttpCall call() {
		return call(new byte[0], Duration.ZERO);
	}

	private HttpCall call(byte[] body, Duration limit) {
		URI uri = ServiceAddress.uri(endpoint, PATH);
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("Content-Type", "text/xml; charset=utf-8");
		headers.put("Accept", "text/xml");
		// Leads to the server that has the mailbox ("X-AnchorMailbox").
		headers.put("X-AnchorMailbox", endpoint.auth().mailbox());
		headers.put("Authorization", ServiceAddress.authorization(credential));
		return new HttpCall("POST", uri, headers, body, limit, MAX_ANSWER, HttpCall.Redirects.NONE, Trust.OFFICE);
	}

	@Override
	public ServiceAnswer read(HttpReply reply) {
		return answers.read(reply);
	}

	@Override
	public OptionalLong maxRequest() {
		return OptionalLong.empty();
	}
}
