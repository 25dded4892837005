package org.postkontor.transport.exchange.internal.graph;

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

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Reads answers of Graph ("Microsoft Graph error responses"): status, code, headers. */
final class GraphAnswers {
	private static final int ACCEPTED = 202;

	private final Meanings meanings;

	GraphAnswers(Meanings meanings) {
		this.meanings = meanings;
	}

	ServiceAnswer read(HttpReply reply) {
		Optional<JsonObject> error = error(reply);
		String code = error.flatMap(e -> text(e, "code")).orElse("");
		Optional<String> claims = reply.status() == 401 ? AnswerHeaders.claims(reply) : Optional.empty();
		List<String> codes = new ArrayList<>();
		claims.ifPresent(demanded -> codes.add("insufficient_claims"));
		Stream.of(code, String.valueOf(reply.status())).filter(c -> !c.isEmpty()).forEach(codes::add);
		Meaning meaning = reply.status() / 100 == 4 ? meanings.of(codes).orElseGet(() -> byStatus(reply.status(), error.isPresent()))
				: byStatus(reply.status(), error.isPresent());
		String words = Stream.of(String.valueOf(reply.status()), code, error.flatMap(e -> text(e, "message")).orElse(""),
				reply.header("request-id").map(id -> "request-id " + id).orElse("")).filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
		return new ServiceAnswer(meaning, codes, ServerText.clean(words), AnswerHeaders.pause(reply), claims);
	}

	/** @param graph whether Graph itself speaks; a proxy or a sign-in page in between answers with something else */
	private static Meaning byStatus(int status, boolean graph) {
		return switch (status) {
		case ACCEPTED -> Meaning.ACCEPTED;
		case 401 -> Meaning.SIGN_IN;
		case 403 -> graph ? Meaning.RIGHTS : Meaning.ODD;
		case 404 -> graph ? Meaning.SETTINGS : Meaning.ODD;
		case 408, 429, 503 -> Meaning.LATER;
		case 413 -> Meaning.TOO_LARGE;
		case 500 -> graph ? Meaning.DEFERRED : Meaning.DOUBT;
		default -> switch (status / 100) {
		case 3 -> Meaning.ODD;
		case 4 -> graph ? Meaning.REJECTED : Meaning.ODD;
		default -> Meaning.DOUBT; // a gateway that heard nothing (502, 504) does not know either
		};
		};
	}

	private static Optional<JsonObject> error(HttpReply reply) {
		try {
			JsonElement root = JsonParser.parseString(reply.text());
			return root.isJsonObject() && root.getAsJsonObject().get("error") instanceof JsonObject error ? Optional.of(error) : Optional.empty();
		} catch (JsonParseException | StackOverflowError e) {
			return Optional.empty();
		}
	}

	private static Optional<String> text(JsonObject object, String name) {
		return object.get(name) instanceof JsonElement value && value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
	}
}
