package org.postkontor.cli.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.cli.internal.args.Arguments;
import org.postkontor.cli.internal.args.UsageProblem;
import org.postkontor.problem.ProblemException;

/** Servers given as {@code --imap HOST:PORT} and so on for each protocol; without {@code --tls} the port decides. */
final class TypedServers {
	/** Ports where TLS starts with STARTTLS (RFC 8314 section 3.3 and the registry of ports). */
	private static final Set<Integer> STARTTLS = Set.of(25, 110, 143, 587, 2525);

	private final Arguments arguments;

	TypedServers(Arguments arguments) {
		this.arguments = arguments;
	}

	boolean isEmpty() {
		return Stream.of(Protocol.values()).noneMatch(protocol -> arguments.has(option(protocol)));
	}

	/** @throws ProblemException kind INPUT for what is not HOST:PORT */
	List<Endpoint> endpoints(AuthChoice auth) throws ProblemException {
		List<Endpoint> endpoints = new ArrayList<>();
		for (Protocol protocol : Protocol.values()) {
			String option = option(protocol);
			Optional<String> typed = arguments.value(option);
			if (typed.isPresent()) {
				endpoints.add(endpoint(protocol, "--" + option, typed.get(), auth));
			}
		}
		return endpoints;
	}

	static String option(Protocol protocol) {
		return protocol.name().toLowerCase(Locale.ROOT);
	}

	private Endpoint endpoint(Protocol protocol, String option, String typed, AuthChoice auth) throws ProblemException {
		int colon = typed.lastIndexOf(':');
		String host = colon < 0 ? "" : typed.substring(0, colon);
		if (host.startsWith("[") && host.endsWith("]")) {
			host = host.substring(1, host.length() - 1);
		} else if (host.contains(":")) {
			host = "";
		}
		String port = typed.substring(colon + 1);
		if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535 || !host.matches("[\\p{L}\\p{N}.:_-]+")) {
			throw UsageProblem.of("usage.server", "option", option);
		}
		return new Endpoint(protocol, host, Integer.parseInt(port), protocol.isHttp() ? TlsMode.IMPLICIT : tls(Integer.parseInt(port)), auth.typed());
	}

	private TlsMode tls(int port) {
		return arguments.value("tls").map(t -> t.equals("starttls")).orElse(STARTTLS.contains(port)) ? TlsMode.STARTTLS : TlsMode.IMPLICIT;
	}
}
