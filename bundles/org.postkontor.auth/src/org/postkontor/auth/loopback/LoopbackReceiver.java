package org.postkontor.auth.loopback;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.auth.Secret;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.internal.Cancellation;
import org.postkontor.auth.internal.loopback.LoopbackProblems;
import org.postkontor.auth.internal.loopback.LoopbackSockets;
import org.postkontor.problem.ProblemException;

/**
 * Waits on a free loopback port for the one redirect that carries the {@code state}. Wrong state, wrong {@code Host},
 * other paths and malformed requests are answered and ignored, and the wait goes on; only the first right answer counts.
 * Takes GET and {@code form_post}. Thread-safe; owned by one sign-in. Source: RFC 8252, 7.3 and 8.3; OAuth 2.0 Form Post
 * Response Mode.
 */
public final class LoopbackReceiver implements AutoCloseable {
	/** No wait for a person is shorter than this. */
	public static final Duration MIN_WAIT = Duration.ofMinutes(15);

	private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);
	private static final long SLICE_MILLIS = 100;
	/** Of a sign-in, and of a page on which an administrator consents. */
	private static final List<String> ANSWERS = List.of("code", "error", "admin_consent");

	private final BrowserConnections connections;
	private final URI redirectUri;
	private final byte[] state;
	private final AnswerPage page;
	private final Duration requestLimit;
	private final CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();

	private LoopbackReceiver(List<ServerSocket> sockets, String host, String path, Secret state, Locale locale, Duration requestLimit) {
		this.connections = new BrowserConnections(sockets, this::reply);
		this.redirectUri = URI.create("http://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":"
				+ sockets.getFirst().getLocalPort() + path);
		this.state = state.use(text -> text.getBytes(StandardCharsets.UTF_8));
		this.page = new AnswerPage(locale);
		this.requestLimit = requestLimit;
	}

	/**
	 * Listens from now on.
	 *
	 * @param host   {@code localhost} (both address families), {@code 127.0.0.1} or {@code ::1}
	 * @param path   of the redirect URI, begins with a slash
	 * @param state  what the right answer carries; at least 128 bits of randomness
	 * @param locale of the page that the browser shows, unless the browser asks for German or English itself
	 * @throws ProblemException {@code auth.loopback-port}: no port can be bound
	 */
	public static LoopbackReceiver open(String host, String path, Secret state, Locale locale) throws ProblemException {
		return open(host, path, state, locale, REQUEST_LIMIT);
	}

	static LoopbackReceiver open(String host, String path, Secret state, Locale locale, Duration requestLimit) throws ProblemException {
		LoopbackReceiver receiver = new LoopbackReceiver(new LoopbackSockets().listen(host), host, path, state, locale, requestLimit);
		receiver.connections.start();
		return receiver;
	}

	/** What to give to the provider as {@code redirect_uri}. */
	public URI redirectUri() {
		return redirectUri;
	}

	/**
	 * The parameters of the right answer, {@code error} answers included; each name once. They hold the code: not for logs.
	 *
	 * @param limit at least {@link #MIN_WAIT} where a person signs in
	 * @throws ProblemException TIMEOUT {@code auth.sign-in-timeout}, or CANCELLED by the monitor or by closing
	 */
	public Map<String, String> await(Duration limit, @Nullable IProgressMonitor monitor) throws ProblemException {
		long deadline = System.nanoTime() + limit.toNanos();
		while (true) {
			Cancellation.check(monitor);
			try {
				return answer.get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
			} catch (TimeoutException e) {
				if (System.nanoTime() - deadline > 0) {
					throw new ProblemException(LoopbackProblems.timedOut());
				}
			} catch (InterruptedException e) {
				throw Cancellation.interrupted(e);
			} catch (ExecutionException e) {
				throw new ProblemException(AuthProblems.cancelled());
			}
		}
	}

	/** Takes the address the browser ended at; false if it is not the awaited answer. */
	public boolean paste(String address) {
		try {
			URI pasted = new URI(address.strip());
			if (!"http".equals(pasted.getScheme()) || !redirectUri.getAuthority().equalsIgnoreCase(pasted.getRawAuthority())
					|| !redirectUri.getPath().equals(pasted.getRawPath())) {
				return false;
			}
			String query = pasted.getRawQuery();
			return FormParameters.parse(query == null ? "" : query).filter(this::isAwaited).filter(answer::complete).isPresent();
		} catch (URISyntaxException e) { // its message quotes the code
			return false;
		}
	}

	@Override
	public void close() {
		answer.completeExceptionally(new IOException("closed"));
		connections.close();
	}

	private byte[] reply(Socket socket) throws IOException {
		BrowserRequestReader.Read request;
		try {
			request = new BrowserRequestReader(socket, requestLimit).read();
		} catch (BrowserRequestReader.TooLongException e) {
			return page.answer(431, "ignored");
		}
		if (request.status() != 0) {
			return page.answer(request.status(), "ignored");
		}
		AnswerPage shown = page.forBrowser(request.header("accept-language"));
		if (!request.header("host").equalsIgnoreCase(redirectUri.getAuthority())) { // DNS rebinding
			return shown.answer(421, "ignored");
		}
		int query = request.target().indexOf('?');
		if (!(query < 0 ? request.target() : request.target().substring(0, query)).equals(redirectUri.getPath())) {
			return shown.answer(404, "ignored");
		}
		Optional<String> form = form(request, query);
		return form.isEmpty() ? shown.answer(405, "ignored") : decide(FormParameters.parse(form.get()), shown);
	}

	private static Optional<String> form(BrowserRequestReader.Read request, int query) {
		if ("GET".equals(request.method())) {
			return Optional.of(query < 0 ? "" : request.target().substring(query + 1));
		}
		boolean post = "POST".equals(request.method())
				&& request.header("content-type").toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
		return post ? Optional.of(request.body()) : Optional.empty();
	}

	private byte[] decide(Optional<Map<String, String>> parsed, AnswerPage shown) {
		if (parsed.isEmpty() || !isAwaited(parsed.get())) {
			return shown.answer(400, "ignored");
		}
		return answer.complete(parsed.get()) ? shown.answer(200, text(parsed.get())) : shown.answer(410, "ignored");
	}

	private static String text(Map<String, String> parameters) {
		if (parameters.containsKey("error")) {
			return "refused";
		}
		return parameters.containsKey("code") ? "received" : "consented";
	}

	private boolean isAwaited(Map<String, String> parameters) {
		return MessageDigest.isEqual(state, parameters.getOrDefault("state", "").getBytes(StandardCharsets.UTF_8))
				&& ANSWERS.stream().anyMatch(parameters::containsKey);
	}
}
