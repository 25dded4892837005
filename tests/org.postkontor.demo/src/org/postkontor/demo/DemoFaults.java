package org.postkontor.demo;

import java.time.Duration;
import java.util.Map;

import org.postkontor.testkit.Cut;
import org.postkontor.testkit.Direction;
import org.postkontor.testkit.FaultProxy;
import org.postkontor.testkit.idp.IdentityProvider;
import org.postkontor.testkit.peer.HttpAnswer;

/**
 * Turns control requests into faults.
 * <ul>
 * <li>{@code kind=rtt&millis=}, {@code kind=cut&direction=TO_SERVER|TO_CLIENT&bytes=&how=RST|FIN},
 * {@code kind=drip&direction=&bytes=&millis=}, {@code kind=blackhole&direction=}, {@code kind=refuse},
 * {@code kind=cutall&how=}, {@code kind=heal}; bytes are those of TLS
 * <li>{@code expire=USER} (access tokens), {@code revoke=USER} (all tokens), {@code authorizeError=ERROR},
 * {@code tokenStatus=&tokenBody=} (the next token answer), {@code lifetime=SECONDS} (of access tokens);
 * without any, {@code /idp} answers the number of token requests
 * </ul>
 */
final class DemoFaults {

	private final DemoMail mail;
	private final IdentityProvider provider;

	DemoFaults(DemoMail mail, IdentityProvider provider) {
		this.mail = mail;
		this.provider = provider;
	}

	HttpAnswer cable(Map<String, String> query) {
		FaultProxy cable = mail.cable(query.getOrDefault("lane", ""));
		switch (query.getOrDefault("kind", "")) {
		case "rtt" -> cable.roundTripTime(millis(query));
		case "cut" -> cable.cutAfter(direction(query), number(query, "bytes"), how(query));
		case "drip" -> cable.drip(direction(query), (int) number(query, "bytes"), millis(query));
		case "blackhole" -> cable.blackHole(direction(query));
		case "refuse" -> cable.refuse();
		case "cutall" -> cable.cutAll(how(query));
		case "heal" -> cable.heal();
		default -> throw new IllegalArgumentException("kind");
		}
		return HttpAnswer.json(200, "{}");
	}

	HttpAnswer provider(Map<String, String> query) {
		if (query.containsKey("expire")) {
			provider.expireAccessTokens(query.get("expire"));
		}
		if (query.containsKey("revoke")) {
			provider.revokeAll(query.get("revoke"));
		}
		if (query.containsKey("authorizeError")) {
			provider.nextAuthorizeError(query.get("authorizeError"));
		}
		if (query.containsKey("tokenStatus")) {
			provider.nextTokenAnswer(HttpAnswer.json((int) number(query, "tokenStatus"),
					query.getOrDefault("tokenBody", "{}")));
		}
		if (query.containsKey("lifetime")) {
			provider.accessTokenLifetime(Duration.ofSeconds(number(query, "lifetime")));
		}
		return HttpAnswer.json(200, "{\"tokenRequests\":" + provider.tokenRequests() + "}");
	}

	private static Duration millis(Map<String, String> query) {
		return Duration.ofMillis(number(query, "millis"));
	}

	private static long number(Map<String, String> query, String name) {
		return Long.parseLong(query.getOrDefault(name, ""));
	}

	private static Direction direction(Map<String, String> query) {
		return Direction.valueOf(query.getOrDefault("direction", "TO_SERVER"));
	}

	private static Cut how(Map<String, String> query) {
		return Cut.valueOf(query.getOrDefault("how", "RST"));
	}
}
