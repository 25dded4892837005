package org.postkontor.net.internal;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.postkontor.net.HttpCall;
import org.postkontor.net.HttpReply;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Decides about redirects (RFC 9110, 15.4): https only, at most three, and to another host nothing of the caller goes along. */
final class RedirectRules {
	private static final int MOST = 3;
	private static final Set<Integer> STATUS = Set.of(301, 302, 303, 307, 308);
	private static final Set<String> HARMLESS = Set.of("accept", "accept-language");

	private RedirectRules() {
	}

	static boolean applies(HttpCall call, HttpReply reply) {
		return call.redirects() == HttpCall.Redirects.HTTPS && STATUS.contains(reply.status()) && reply.header("location").isPresent();
	}

	/** The call that follows {@code reply} to {@code call}. */
	static HttpCall next(HttpCall call, HttpReply reply, int redirectsSoFar) throws ProblemException {
		if (redirectsSoFar >= MOST) {
			throw refused(call, "too many");
		}
		URI target = target(call, reply.header("location").orElse(""));
		boolean sameHost = sameOrigin(call.uri(), target);
		boolean repeat = reply.status() == 307 || reply.status() == 308 || call.method().equals("HEAD");
		if (repeat && call.body().length > 0 && !sameHost) {
			throw refused(call, "form to another host");
		}
		String method = repeat ? call.method() : "GET";
		byte[] body = repeat ? call.body() : new byte[0];
		Map<String, String> headers = sameHost ? call.headers() : harmless(call.headers());
		return new HttpCall(method, target, headers, body, call.timeout(), call.maxBytes(), call.redirects(), call.trust());
	}

	private static URI target(HttpCall call, String location) throws ProblemException {
		try {
			URI target = call.uri().resolve(location);
			if ("https".equalsIgnoreCase(target.getScheme()) && target.getHost() != null && target.getUserInfo() == null) {
				return target;
			}
		} catch (IllegalArgumentException e) {
			throw refused(call, "unreadable");
		}
		throw refused(call, "not https");
	}

	private static boolean sameOrigin(URI one, URI other) {
		return one.getScheme().equalsIgnoreCase(other.getScheme()) && one.getHost().equalsIgnoreCase(other.getHost())
				&& HttpAddress.port(one) == HttpAddress.port(other);
	}

	private static Map<String, String> harmless(Map<String, String> headers) {
		Map<String, String> kept = new LinkedHashMap<>(headers);
		kept.keySet().removeIf(name -> !HARMLESS.contains(name.toLowerCase(Locale.ROOT)));
		return kept;
	}

	private static ProblemException refused(HttpCall call, String reason) {
		return new ProblemException(Problem.of("net.redirect", ProblemKind.SERVER, Fixer.PROVIDER, Remedy.NONE)
				.with("host", call.uri().getHost()).detail("redirect", reason));
	}
}
