package org.postkontor.transport.exchange.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Secret;
import org.postkontor.net.OfficeTrust;
import org.postkontor.net.internal.JdkHttpService;
import org.postkontor.net.internal.JdkTlsPolicy;
import org.postkontor.net.internal.ProxySource;
import org.postkontor.net.internal.ScheduledDeadlineTimer;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.internal.CatalogueExplanations;
import org.postkontor.problem.internal.MoreRows;
import org.postkontor.testkit.ServerIdentity;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.peer.HttpAnswer;
import org.postkontor.testkit.peer.HttpPeer;
import org.postkontor.testkit.peer.HttpSeen;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.exchange.internal.ews.EwsMailSender;
import org.postkontor.transport.exchange.internal.graph.GraphMailSender;

/** A service that takes mails from whoever has the right token, until it is told to answer otherwise, and our sender in front of it. */
final class Stage implements AutoCloseable {
	static final String ANNA = "anna@example.test";
	static final String TOKEN = "good-token-0123456789";
	static final String BAD_TOKEN = "bad-token-9876543210";
	static final String EWS_PATH = "/EWS/Exchange.asmx";
	private static final TestAuthority AUTHORITY = TestAuthority.create();
	private static final ServerIdentity LOCALHOST = AUTHORITY.server("localhost");

	final Protocol protocol;
	final HttpPeer peer;
	final ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer();
	/** What the service took: bytes of the mail and the Bcc recipients beside it. */
	final List<Taken> taken = new CopyOnWriteArrayList<>();
	/** Answers to the next requests that carry a mail. */
	final Deque<HttpAnswer> planned = new ArrayDeque<>();
	/** Tokens that are good; empty for all. */
	final List<String> tokens = new CopyOnWriteArrayList<>(List.of(TOKEN));

	private volatile boolean hangUp;

	/** A mail, and the recipients that the request names beside it. */
	record Taken(HttpSeen request, byte[] bytes, String beside) {
	}

	Stage(Protocol protocol) throws IOException {
		this.protocol = protocol;
		peer = HttpPeer.https(LOCALHOST).otherwise(this::answer);
	}

	private synchronized HttpAnswer answer(HttpSeen request) {
		boolean mail = protocol == Protocol.GRAPH || request.body().contains("CreateItem");
		if (mail && !planned.isEmpty()) {
			HttpAnswer next = planned.poll();
			if (next.status() == LOST_ANSWER.status()) {
				take(request);
			}
			return next;
		}
		if (!tokens.isEmpty() && tokens.stream().noneMatch(token -> request.header("authorization").equals("Bearer " + token))) {
			return protocol == Protocol.GRAPH ? Answers.graph(401, "InvalidAuthenticationToken") : HttpAnswer.html(401, "Unauthorized");
		}
		if (mail) {
			take(request);
		} else if (hangUp) {
			hangUp = false;
			peer.hangUpOnce();
		}
		return protocol == Protocol.GRAPH ? HttpAnswer.of(202, "text/plain", "") : Answers.ews(mail ? "CreateItem" : "GetFolder", "NoError", "");
	}

	/** The mail is taken, but nobody hears of it. */
	static final HttpAnswer LOST_ANSWER = HttpAnswer.noAnswer();

	private void take(HttpSeen request) {
		String body = request.body();
		String mime = protocol == Protocol.GRAPH ? body : body.replaceAll("(?s).*<t:MimeContent CharacterSet=\"UTF-8\">(.*)</t:MimeContent>.*", "$1");
		String beside = protocol == Protocol.GRAPH ? "" : body.replaceAll("(?s).*</t:MimeContent>(.*)</t:Message>.*", "$1");
		taken.add(new Taken(request, Base64.getDecoder().decode(mime.getBytes(StandardCharsets.US_ASCII)), beside));
	}

	/** Hangs up on the connection after the next one that asks for the folder, which is the mail's. */
	void hangUpOnMail() {
		hangUp = true;
	}

	/** How many requests carried a mail, whatever became of them. */
	long sendings() {
		return peer.requests().stream().filter(request -> protocol == Protocol.GRAPH || request.body().contains("CreateItem")).count();
	}

	static Explanations explanations() {
		return new CatalogueExplanations(MoreRows.NONE);
	}

	JdkHttpService http() {
		JdkTlsPolicy policy = new JdkTlsPolicy();
		policy.addOffice(new OfficeTrust(List.of(AUTHORITY.certificate())));
		return new JdkHttpService(policy, timer, ProxySource.DIRECT);
	}

	MailSender sender() {
		JdkHttpService http = http();
		return protocol == Protocol.GRAPH ? new GraphMailSender(http, explanations()) : new EwsMailSender(http, http, explanations());
	}

	Endpoint endpoint() {
		return endpoint(ANNA);
	}

	/** @param mailbox that is used; the principal is always Anna */
	Endpoint endpoint(String mailbox) {
		return new Endpoint(protocol, "localhost", peer.port(), TlsMode.IMPLICIT, new AuthBinding("test", ANNA, mailbox, Optional.of("s"), Map.of()));
	}

	static Credential token(String token) {
		return new Credential.BearerToken(ANNA, Secret.of(token), Instant.MAX);
	}

	@Override
	public void close() {
		peer.close();
		timer.close();
	}
}
