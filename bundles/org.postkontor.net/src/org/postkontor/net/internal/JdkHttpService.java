package org.postkontor.net.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.net.ConnectionProblems;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.HttpBody;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.net.HttpService;
import org.postkontor.net.HttpUploads;
import org.postkontor.net.TlsPolicy;
import org.postkontor.net.internal.ProxySource.HttpProxy;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * HTTP on {@link HttpClient}: chosen over {@code HttpsURLConnection} because a request can be cancelled at any moment, it
 * keeps its proxy login to itself, and never repeats a POST by itself (a repeated refresh of a token can end a
 * sign-in). One client for each request: no idle threads, no stale connections; TLS sessions are still resumed, since
 * they belong to the TLS context.
 */
@Component(service = { HttpService.class, HttpUploads.class })
public final class JdkHttpService implements HttpService, HttpUploads {
	private final HttpClients clients;
	private final DeadlineTimer timer;
	private final ProxySource proxies;
	private final RetryAfter retryAfter;

	@Activate
	public JdkHttpService(@Reference TlsPolicy tls, @Reference DeadlineTimer timer, @Reference ProxySource proxies, @Reference Clock clock) {
		this.clients = new HttpClients(tls);
		this.timer = timer;
		this.proxies = proxies;
		this.retryAfter = new RetryAfter(timer, clock);
	}

	/** With the computer's clock. */
	public JdkHttpService(TlsPolicy tls, DeadlineTimer timer, ProxySource proxies) {
		this(tls, timer, proxies, new SystemClock());
	}

	@Override
	public HttpReply send(HttpCall call, @Nullable IProgressMonitor monitor) throws ProblemException {
		HttpAddress.check(call.uri());
		HttpExchange exchange = new HttpExchange(monitor);
		try (DeadlineTimer.Deadline deadline = timer.start(call.timeout(), exchange::expire)) {
			List<URI> hops = new ArrayList<>();
			HttpCall current = call;
			HttpReply reply = once(current, exchange, hops);
			while (RedirectRules.applies(current, reply)) {
				current = RedirectRules.next(current, reply, hops.size() - 1);
				reply = once(current, exchange, hops);
			}
			return reply;
		}
	}

	@Override
	public HttpReply send(HttpCall call, HttpBody body, @Nullable IProgressMonitor monitor) throws ProblemException, IOException {
		HttpAddress.check(call.uri());
		HttpExchange exchange = new HttpExchange(monitor);
		StreamedBody streamed = new StreamedBody(body, exchange::look);
		try (DeadlineTimer.Deadline deadline = timer.start(call.timeout(), exchange::expire)) {
			return once(call, streamed, streamed::feed, exchange, new ArrayList<>());
		} catch (ProblemException e) {
			streamed.throwFailure();
			throw e;
		}
	}

	private HttpReply once(HttpCall call, HttpExchange exchange, List<URI> hops) throws ProblemException {
		HttpRequest.BodyPublisher body = call.body().length == 0 ? HttpRequest.BodyPublishers.noBody()
				: HttpRequest.BodyPublishers.ofByteArray(call.body());
		return once(call, body, JdkHttpService::written, exchange, hops);
	}

	private static void written(CompletableFuture<?> answer) {
		// the client writes bodies that are in memory
	}

	/** @param feed writes what the client does not write by itself */
	private HttpReply once(HttpCall call, HttpRequest.BodyPublisher body, Consumer<CompletableFuture<?>> feed, HttpExchange exchange, List<URI> hops)
			throws ProblemException {
		URI uri = call.uri();
		retryAfter.check(uri);
		Optional<HttpProxy> proxy = proxies.proxyFor(uri);
		HttpClient client = clients.client(call, proxy);
		try {
			CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request(call, body), info -> new CappedBody(call.maxBytes()));
			exchange.expect(answer);
			feed.accept(answer);
			HttpResponse<byte[]> response = exchange.await(answer, uri.getHost());
			if (proxy.isPresent() && response.statusCode() == 407) {
				throw proxyProblem("net.proxy-auth", proxy.get());
			}
			hops.add(uri);
			HttpReply reply = new HttpReply(response.statusCode(), headers(response), response.body(), hops, tls(response));
			retryAfter.note(uri, reply);
			return reply;
		} catch (ExecutionException e) {
			throw failed(e, uri, proxy);
		} finally {
			client.shutdownNow();
		}
	}

	private static HttpRequest request(HttpCall call, HttpRequest.BodyPublisher body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(call.uri()).header("User-Agent", "Postkontor");
		call.headers().forEach((name, value) -> {
			if (!name.equalsIgnoreCase("Origin")) { // identity providers treat a request with Origin as one from a web page
				request.setHeader(name, value);
			}
		});
		return request.method(call.method(), body).build();
	}

	private static String tls(HttpResponse<?> response) {
		return response.sslSession().map(session -> session.getProtocol() + " " + session.getCipherSuite()).orElse("");
	}

	private static Map<String, List<String>> headers(HttpResponse<?> response) {
		Map<String, List<String>> headers = new TreeMap<>();
		response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
		return headers;
	}

	private static ProblemException failed(ExecutionException e, URI uri, Optional<HttpProxy> proxy) {
		Throwable cause = e.getCause() == null ? e : e.getCause();
		Problem problem = ConnectionProblems.of(cause, String.valueOf(uri.getHost()), HttpAddress.port(uri));
		boolean proxyToBlame = proxy.isPresent() && problem.kind() == ProblemKind.NETWORK;
		return proxyToBlame ? proxyProblem("net.proxy-failed", proxy.get()) : new ProblemException(problem, cause);
	}

	private static ProblemException proxyProblem(String id, HttpProxy proxy) {
		return new ProblemException(Problem.of(id, ProblemKind.NETWORK, Fixer.OFFICE_IT, Remedy.CHECK_NETWORK)
				.with("host", proxy.host()).with("port", proxy.port()));
	}
}
