package org.postkontor.transport.internal.smtp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.ServerText;
import org.postkontor.transport.internal.EndpointProblems;

/** What the server says it can do (EHLO inside TLS), and whether a mail needs more. */
final class SmtpAbilities {
	private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,17}");

	private final JournalingSmtpTransport transport;
	private final EndpointProblems problems;

	SmtpAbilities(JournalingSmtpTransport transport, EndpointProblems problems) {
		this.transport = transport;
		this.problems = problems;
	}

	/** RFC 1870; zero means no fixed limit. */
	OptionalLong maxSize() {
		String size = transport.getExtensionParameter("SIZE");
		return size != null && SIZE.matcher(size.strip()).matches() ? OptionalLong.of(Long.parseLong(size.strip())) : OptionalLong.empty();
	}

	/** Why this mail cannot be given to this server, if it cannot. Nothing is sent to find out. */
	Optional<Problem> obstacle(OutgoingMessage message, List<String> recipients) throws IOException {
		OptionalLong max = maxSize();
		if (max.isPresent() && message.size() > max.getAsLong()) {
			return Optional.of(message("transport.too-large").with("size", message.size()).with("limit", max.getAsLong()));
		}
		List<String> addresses = java.util.stream.Stream.concat(java.util.stream.Stream.of(message.envelope().sender()), recipients.stream()).toList();
		if (recipients.isEmpty() || !addresses.stream().allMatch(SmtpAbilities::isSafe)) {
			return Optional.of(message("transport.bad-address"));
		}
		Optional<String> international = message.envelope().international();
		if (international.isPresent() && !transport.supportsExtension("SMTPUTF8")) {
			return Optional.of(message("transport.smtputf8-missing").with("address", ServerText.clean(international.get())));
		}
		if (!transport.supportsExtension("8BITMIME") && EightBitText.isIn(message)) {
			return Optional.of(message("transport.no-8bit"));
		}
		return Optional.empty();
	}

	/**
	 * MAIL with what the server may know before it takes the mail. Only a mail with an international address asks for SMTPUTF8
	 * (RFC 6531, 3.4): the next server must offer it, too, or the mail comes back.
	 */
	String mail(OutgoingMessage message) throws IOException {
		String size = transport.supportsExtension("SIZE") ? " SIZE=" + message.size() : "";
		String body = transport.supportsExtension("8BITMIME") && EightBitText.isIn(message) ? " BODY=8BITMIME" : "";
		String utf8 = message.envelope().needsSmtpUtf8() ? " SMTPUTF8" : "";
		return "MAIL FROM:<" + message.envelope().sender() + ">" + size + body + utf8;
	}

	private Problem message(String id) {
		return problems.of(id, ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE);
	}

	/** Nothing that ends the path or the line (RFC 5321, 4.1.2): no injected command, no injected parameter. */
	private static boolean isSafe(String address) {
		return address.chars().noneMatch(c -> c <= ' ' || c == '<' || c == '>' || c == 127);
	}
}
