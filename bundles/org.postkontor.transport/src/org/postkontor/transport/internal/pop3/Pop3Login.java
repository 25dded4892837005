package org.postkontor.transport.internal.pop3;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.postkontor.auth.Credential;
import org.postkontor.auth.Credential.Password;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.internal.EndpointProblems;
import org.postkontor.transport.internal.Refusal;
import org.postkontor.transport.internal.Throttling;
import org.postkontor.transport.internal.sasl.MechanismChoice;
import org.postkontor.transport.internal.sasl.SaslError;
import org.postkontor.transport.internal.sasl.SaslMechanism;

/** Signing in inside TLS, with exactly one mechanism and one try. */
final class Pop3Login {
	private final Pop3Dialogue dialogue;
	private final EndpointProblems problems;

	Pop3Login(Pop3Dialogue dialogue, EndpointProblems problems) {
		this.dialogue = dialogue;
		this.problems = problems;
	}

	void run(List<String> capabilities, MechanismChoice choice, Credential credential) throws IOException, ProblemException {
		Set<String> offered = capabilities.stream().map(line -> line.toUpperCase(Locale.ROOT)).filter(line -> line.startsWith("SASL "))
				.findFirst().map(line -> Set.of(line.substring(5).strip().split("\\s+"))).orElse(Set.of());
		Optional<SaslMechanism> mechanism = choice.from(offered);
		if (mechanism.isPresent()) {
			check(exchange(mechanism.get()), credential, mechanism.get().serverError());
		} else if (credential instanceof Password password) {
			userAndPass(password);
		} else {
			throw new ProblemException(Refusal.noMechanism(problems, credential, offered));
		}
	}

	/** Always on two lines: the only form that Microsoft's servers take, and no length limit holds for the second. */
	private Pop3Reply exchange(SaslMechanism mechanism) throws IOException {
		Pop3Reply reply = dialogue.command("AUTH " + mechanism.name());
		byte[] challenge = mechanism.clientFirst() ? new byte[0] : decoded(reply.text());
		for (int i = 0; reply.status() == Pop3Reply.Status.CONTINUE && i <= SaslMechanism.MOST_CHALLENGES; i++) {
			reply = dialogue.command(Base64.getEncoder().encodeToString(mechanism.answer(challenge)));
			challenge = decoded(reply.text());
		}
		return reply;
	}

	private static byte[] decoded(String text) {
		try {
			return Base64.getDecoder().decode(text);
		} catch (IllegalArgumentException e) {
			return text.getBytes(StandardCharsets.UTF_8);
		}
	}

	private void userAndPass(Password password) throws IOException, ProblemException {
		if (password.user().chars().anyMatch(c -> c < ' ')) {
			throw new IOException("control character in the user name");
		}
		check(dialogue.command("USER " + password.user()), password, Optional.empty());
		String line = password.password().use(secret -> "PASS " + secret);
		check(dialogue.command(line), password, Optional.empty());
	}

	private void check(Pop3Reply reply, Credential credential, Optional<SaslError> serverError) throws ProblemException {
		if (!reply.isOk()) {
			throw new ProblemException(problem(reply, credential, serverError));
		}
	}

	private Problem problem(Pop3Reply reply, Credential credential, Optional<SaslError> serverError) {
		if (reply.isTemporary() || Throttling.isIn(reply.text())) {
			return problems.later(reply.text());
		}
		return reply.status() == Pop3Reply.Status.ERROR ? Refusal.of(problems, credential, serverError, reply.text()) : problems.odd(reply.text());
	}
}
