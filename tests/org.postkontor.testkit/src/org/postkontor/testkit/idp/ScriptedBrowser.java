package org.postkontor.testkit.idp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import javax.net.ssl.SSLContext;

import org.postkontor.testkit.TestAuthority;

/**
 * Signs in at a login page as a person with a browser does: fetches it, fills in the form it finds there, presses its first
 * button, follows the redirects to the end, keeps cookies on the way, and sends forms that send themselves. Immutable; each
 * {@code …} method answers a new browser, and each sign-in begins without cookies. Every request waits at most 30 s.
 *
 * @param wrongFirst tries a wrong password before the right one
 * @param deny       presses the last button, which refuses
 * @param language   for Accept-Language
 * @param trust      for pages over TLS; empty for what the JDK trusts
 */
public record ScriptedBrowser(String user, String password, boolean wrongFirst, boolean deny, String language, Optional<SSLContext> trust) {

	private static final Duration LIMIT = Duration.ofSeconds(30);
	private static final int MOST_STEPS = 10;

	/** A person who signs in and allows what is asked. */
	public static ScriptedBrowser of(String user, String password) {
		return new ScriptedBrowser(user, password, false, false, "de-DE,de;q=0.9", Optional.empty());
	}

	public ScriptedBrowser wrongPasswordFirst() {
		return new ScriptedBrowser(user, password, true, deny, language, trust);
	}

	public ScriptedBrowser denying() {
		return new ScriptedBrowser(user, password, wrongFirst, true, language, trust);
	}

	public ScriptedBrowser speaking(String acceptLanguage) {
		return new ScriptedBrowser(user, password, wrongFirst, deny, acceptLanguage, trust);
	}

	/** For login pages of a server with a certificate of this authority. */
	public ScriptedBrowser trusting(TestAuthority authority) {
		return new ScriptedBrowser(user, password, wrongFirst, deny, language, Optional.of(authority.clientContext()));
	}

	/** Opens the page and stops there, as somebody does who closes the browser. */
	public BrowserResult open(URI url) throws IOException {
		try (HttpClient client = client()) {
			return follow(client, get(url), uri -> true);
		}
	}

	/** Goes all the way: to the answer of the redirect URI, or to a page without a form. */
	public BrowserResult signIn(URI url) throws IOException {
		return signIn(url, uri -> true);
	}

	/** As in a browser on another computer, which cannot reach the redirect URI. @return the address it ends at */
	public URI signInElsewhere(URI url) throws IOException {
		return signIn(url, uri -> url.getAuthority().equals(uri.getAuthority())).uri();
	}

	private BrowserResult signIn(URI url, Predicate<URI> reachable) throws IOException {
		try (HttpClient client = client()) {
			BrowserResult page = follow(client, get(url), reachable);
			boolean wrong = wrongFirst;
			boolean decided = false;
			for (int i = 0; i < MOST_STEPS; i++) {
				Optional<HtmlForm> form = HtmlForm.in(page.page());
				boolean login = form.isPresent() && form.get().fields().containsKey("password");
				if (form.isEmpty() || login && decided) {
					return page;
				}
				page = follow(client, submit(page.uri(), form.get(), wrong), reachable);
				decided |= login && !wrong;
				wrong = false;
			}
			return page;
		}
	}

	private HttpClient client() {
		HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(LIMIT).followRedirects(HttpClient.Redirect.NEVER).cookieHandler(new CookieManager());
		trust.ifPresent(client::sslContext);
		return client.build();
	}

	private HttpRequest get(URI url) {
		return request(url).GET().build();
	}

	private HttpRequest submit(URI base, HtmlForm form, boolean wrong) {
		Map<String, String> values = form.pressed(!deny || wrong);
		if (values.containsKey("password")) {
			values.put("username", user);
			values.put("password", wrong ? "wrong-" + password : password);
		}
		return request(base.resolve(form.action())).header("Content-Type", "application/x-www-form-urlencoded")
				.header("Origin", base.getScheme() + "://" + base.getAuthority())
				.POST(HttpRequest.BodyPublishers.ofString(FormData.encode(values))).build();
	}

	private HttpRequest.Builder request(URI url) {
		return HttpRequest.newBuilder(url).timeout(LIMIT).header("Accept", "text/html").header("Accept-Language",
				language);
	}

	private BrowserResult follow(HttpClient client, HttpRequest first, Predicate<URI> reachable) throws IOException {
		HttpRequest request = first;
		for (int i = 0; i < MOST_STEPS; i++) {
			HttpResponse<String> response = send(client, request);
			Optional<String> location = response.headers().firstValue("Location");
			if (response.statusCode() / 100 != 3 || location.isEmpty()) {
				return new BrowserResult(response.statusCode(), response.body(), request.uri());
			}
			request = get(request.uri().resolve(location.get()));
			if (!reachable.test(request.uri())) {
				return new BrowserResult(0, "", request.uri());
			}
		}
		throw new IOException("too many redirects");
	}

	private static HttpResponse<String> send(HttpClient client, HttpRequest request) throws IOException {
		try {
			return client.send(request, HttpResponse.BodyHandlers.ofString());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

	/** Without the password. */
	@Override
	public String toString() {
		return "ScriptedBrowser[" + user + "]";
	}
}
