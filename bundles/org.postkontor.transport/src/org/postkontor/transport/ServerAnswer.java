package org.postkontor.transport;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.postkontor.problem.Problem;

/** What a server said when it refused, for {@code SignInBroker.refused} and its explanation. */
public final class ServerAnswer {
	private ServerAnswer() {
	}

	/** The decoded error of the SASL exchange, if there was one, and the final answer; empty for a problem without an answer. */
	public static String of(Problem refusal) {
		return Stream.of("answer", "reply").filter(refusal.details()::containsKey).map(refusal.details()::get)
				.collect(Collectors.joining(" "));
	}

	/** The claims (JSON) that the server demands of a token, for {@code SignInBroker.challenged}; only over HTTPS. */
	public static Optional<String> claims(Problem refusal) {
		return Optional.ofNullable(refusal.details().get("claims"));
	}
}
