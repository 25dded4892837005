package org.postkontor.discovery.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Branding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.discovery.Proposal;
import org.postkontor.discovery.internal.SafeXml.RefusedXmlException;
import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.net.HttpService;
import org.postkontor.net.Trust;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Gets one autoconfig file and makes proposals of it. No cookie, no credential; https only, redirects included. */
final class AutoconfigFetch {
	private static final Duration TIMEOUT = Duration.ofSeconds(5);
	private static final int LARGEST = 256 * 1024;

	private final HttpService http;
	private final Branding branding;
	private final MailAddress address;

	AutoconfigFetch(HttpService http, Branding branding, MailAddress address) {
		this.http = http;
		this.branding = branding;
		this.address = address;
	}

	/**
	 * Proposals of the file at {@code uri}; empty if there is none.
	 *
	 * @param trusted whether what the file says can be trusted
	 */
	List<Proposal> at(URI uri, String source, Predicate<Autoconfig> trusted, @Nullable IProgressMonitor monitor) throws ProblemException {
		HttpReply reply = http.send(HttpCall.get(uri, Trust.OFFICE).limits(TIMEOUT, LARGEST).header("Accept", "text/xml, application/xml"), monitor);
		if (reply.status() != 200) {
			return List.of();
		}
		URI last = reply.hops().get(reply.hops().size() - 1);
		try {
			refuseWebPage(reply);
			Autoconfig file = new AutoconfigParser(address).parse(reply.body());
			Bindings bindings = new Bindings(file.oauth(), branding);
			List<Endpoint> receiving = file.incoming().stream().flatMap(s -> bindings.endpoints(s).stream()).toList();
			List<Endpoint> sending = file.outgoing().stream().flatMap(s -> bindings.endpoints(s).stream()).toList();
			return new Combinations(file.label().isEmpty() ? address.domain() : file.label(), source, withoutQuery(last), file.notes())
					.of(receiving, sending, trusted.test(file));
		} catch (RefusedXmlException e) {
			String id = e.isHostile() ? "discovery.hostile" : "discovery.no-xml";
			throw new ProblemException(Problem.of(id, ProblemKind.SERVER, Fixer.PROVIDER, Remedy.NONE).with("host", String.valueOf(last.getHost()))
					.detail("reason", e.getMessage()), e);
		}
	}

	/** Networks with a sign-in page of their own answer everything with it. */
	private static void refuseWebPage(HttpReply reply) throws RefusedXmlException {
		String begin = new String(reply.body(), 0, Math.min(reply.body().length, 512), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
		if (begin.contains("<!doctype html") || begin.contains("<html")) {
			throw new RefusedXmlException("a web page", false, null);
		}
	}

	private static String withoutQuery(URI uri) {
		return uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
	}
}
