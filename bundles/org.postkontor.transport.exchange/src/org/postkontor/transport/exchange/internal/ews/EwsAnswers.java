package org.postkontor.transport.exchange.internal.ews;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.postkontor.net.HttpReply;
import org.postkontor.transport.ServerText;
import org.postkontor.transport.exchange.internal.AnswerHeaders;
import org.postkontor.transport.exchange.internal.Meaning;
import org.postkontor.transport.exchange.internal.Meanings;
import org.postkontor.transport.exchange.internal.ServiceAnswer;

/** Reads answers of Exchange Web Services: SOAP where there is some, else the status. */
final class EwsAnswers {
	private final Meanings meanings;

	EwsAnswers(Meanings meanings) {
		this.meanings = meanings;
	}

	ServiceAnswer read(HttpReply reply) {
		SoapAnswer soap = SoapAnswer.read(reply.body());
		Optional<String> claims = reply.status() == 401 ? AnswerHeaders.claims(reply) : Optional.empty();
		List<String> codes = new ArrayList<>();
		claims.ifPresent(demanded -> codes.add("insufficient_claims"));
		codes.addAll(soap.codes());
		codes.add(String.valueOf(reply.status()));
		boolean speaks = reply.status() == 200 || reply.status() == 500;
		Meaning meaning = speaks && !soap.codes().isEmpty() ? bySoap(reply.status(), soap) : byStatus(reply.status());
		Optional<Duration> pause = soap.backOff().or(() -> AnswerHeaders.pause(reply));
		String words = Stream.concat(Stream.of(String.valueOf(reply.status())), Stream.concat(soap.codes().stream(), Stream.of(soap.text())))
				.filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
		return new ServiceAnswer(meaning, codes, ServerText.clean(words), pause, claims);
	}

	/** A fault is never a success, whatever its code; of several answers only one without any error is one. */
	private Meaning bySoap(int status, SoapAnswer soap) {
		if (status == 200 && soap.codes().stream().allMatch("NoError"::equals)) {
			return Meaning.ACCEPTED;
		}
		List<String> errors = soap.codes().stream().filter(code -> !code.equals("NoError")).toList();
		return meanings.of(errors).orElse(errors.isEmpty() ? Meaning.DOUBT : Meaning.REJECTED);
	}

	private static Meaning byStatus(int status) {
		return switch (status) {
		case 401 -> Meaning.SIGN_IN;
		case 403, 404 -> Meaning.SETTINGS;
		case 408, 429, 503 -> Meaning.LATER;
		case 413 -> Meaning.TOO_LARGE;
		default -> status / 100 == 3 || status / 100 == 4 ? Meaning.ODD : Meaning.DOUBT;
		};
	}
}
