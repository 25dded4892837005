package org.postkontor.transport.internal.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.mail.MessagingException;

import org.postkontor.auth.Credential;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.internal.EndpointProblems;
import org.postkontor.transport.internal.Refusal;
import org.postkontor.transport.internal.sasl.MechanismChoice;
import org.postkontor.transport.internal.sasl.SaslMechanism;

/** AUTH (RFC 4954), with exactly one mechanism and exactly one try. */
final class SmtpLogin {
	/** RFC 4954, 4, and RFC 5321, 4.5.3.1.4: a command line has at most 512 octets with its CRLF. */
	private static final int LONGEST_COMMAND = 510;

	private final JournalingSmtpTransport transport;
	private final EndpointProblems problems;

	SmtpLogin(JournalingSmtpTransport transport, EndpointProblems problems) {
		this.transport = transport;
		this.problems = problems;
	}

	/** @return the name of the mechanism that succeeded */
	String run(MechanismChoice choice, Credential credential) throws ProblemException, MessagingException {
		Set<String> offered = offered();
		if (offered.isEmpty()) {
			throw new ProblemException(problems.noSignIn());
		}
		Optional<SaslMechanism> mechanism = choice.from(offered);
		if (mechanism.isEmpty()) {
			throw new ProblemException(Refusal.noMechanism(problems, credential, offered));
		}
		SmtpReply reply = exchange(mechanism.get());
		if (reply.code() != 235) {
			throw new ProblemException(problem(reply, mechanism.get(), credential));
		}
		return mechanism.get().name();
	}

	private Set<String> offered() {
		String parameter = transport.getExtensionParameter("AUTH");
		String words = parameter == null ? "" : parameter.strip().toUpperCase(Locale.ROOT);
		return words.isEmpty() ? Set.of() : Set.copyOf(java.util.List.of(words.split("\\s+")));
	}

	private SmtpReply exchange(SaslMechanism mechanism) throws MessagingException {
		String command = "AUTH " + mechanism.name();
		byte[] first = mechanism.clientFirst() ? encoded(mechanism, new byte[0]) : new byte[0];
		boolean initial = mechanism.clientFirst() && command.length() + 1 + first.length <= LONGEST_COMMAND;
		SmtpReply reply = transport.exchange(initial ? command + " " + new String(first, StandardCharsets.US_ASCII) : command);
		if (reply.code() == 334 && mechanism.clientFirst() && !initial) {
			reply = transport.continueWith(first);
		}
		for (int i = 0; reply.code() == 334 && i < SaslMechanism.MOST_CHALLENGES; i++) {
			reply = transport.continueWith(encoded(mechanism, challenge()));
		}
		return reply;
	}

	private static byte[] encoded(SaslMechanism mechanism, byte[] challenge) {
		return Base64.getEncoder().encode(mechanism.answer(challenge));
	}

	private byte[] challenge() {
		String line = transport.getLastServerResponse().strip();
		String text = line.length() > 4 ? line.substring(4).strip() : "";
		try {
			return Base64.getDecoder().decode(text);
		} catch (IllegalArgumentException e) {
			return text.getBytes(StandardCharsets.UTF_8);
		}
	}

	private Problem problem(SmtpReply reply, SaslMechanism mechanism, Credential credential) {
		if (reply.code() == SmtpReply.NO_CODE) {
			return problems.noReply(reply.text());
		}
		if (reply.isTransient()) {
			return problems.later(reply.text());
		}
		boolean aboutSyntax = reply.code() >= 500 && reply.code() <= 504;
		return aboutSyntax || !reply.isPermanent() ? problems.odd(reply.text())
				: Refusal.of(problems, credential, mechanism.serverError(), reply.text());
	}
}
