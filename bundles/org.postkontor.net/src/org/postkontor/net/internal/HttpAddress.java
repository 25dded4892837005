package org.postkontor.net.internal;

import java.net.URI;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** What a URI must look like before anything is sent to it. */
final class HttpAddress {
	private HttpAddress() {
	}

	/** https, or http to a loopback literal; no user name in the URI. */
	static void check(URI uri) throws ProblemException {
		boolean https = "https".equalsIgnoreCase(uri.getScheme());
		boolean loopback = "http".equalsIgnoreCase(uri.getScheme()) && LoopbackLiteral.is(uri.getHost());
		if (uri.getHost() == null || uri.getUserInfo() != null || !https && !loopback) {
			throw new ProblemException(Problem.of("net.plain-http", ProblemKind.INPUT, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT)
					.with("host", String.valueOf(uri.getHost())));
		}
	}

	static int port(URI uri) {
		if (uri.getPort() > 0) {
			return uri.getPort();
		}
		return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
	}
}
