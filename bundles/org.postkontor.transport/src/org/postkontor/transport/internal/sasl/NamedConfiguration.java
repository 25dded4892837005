package org.postkontor.transport.internal.sasl;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

/**
 * Finds the issuer in the error of OAUTHBEARER: {@code openid-configuration} is the address of its metadata (RFC 7628, 3.2.2;
 * OpenID Connect Discovery 1.0, 4; RFC 8414, 3). Words of a stranger: whatever is not plainly the https address of a named
 * host is left out, and nothing is fetched.
 */
final class NamedConfiguration {
	private static final String MEMBER = "openid-configuration";
	private static final int LONGEST_ERROR = 1 << 13;
	/** A person has to read it. */
	private static final int LONGEST_ADDRESS = 200;
	private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]+");
	/** Ends with a letter's label: an address in numbers belongs to nobody that a certificate could name. */
	private static final Pattern NAME = Pattern
			.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?", Pattern.CASE_INSENSITIVE);
	private static final Pattern APPENDED = Pattern.compile("(.*)/\\.well-known/(?:openid-configuration|oauth-authorization-server)");
	private static final Pattern INSERTED = Pattern.compile("/\\.well-known/(?:openid-configuration|oauth-authorization-server)(/.+)");

	private NamedConfiguration() {
	}

	/** @param error the server's JSON, decoded */
	static Optional<String> issuer(String error) {
		return error.length() > LONGEST_ERROR ? Optional.empty() : address(error).flatMap(NamedConfiguration::issuerOf);
	}

	private static Optional<String> address(String error) {
		try (JsonReader reader = new JsonReader(new StringReader(error))) {
			reader.setStrictness(Strictness.STRICT);
			JsonElement json = JsonParser.parseReader(reader);
			boolean whole = reader.peek() == JsonToken.END_DOCUMENT;
			return whole && json instanceof JsonObject object && object.get(MEMBER) instanceof JsonPrimitive address && address.isString()
					? Optional.of(address.getAsString())
					: Optional.empty();
		} catch (JsonParseException | IOException e) {
			return Optional.empty(); // the words themselves are in the details of the problem
		}
	}

	private static Optional<String> issuerOf(String address) {
		if (address.length() > LONGEST_ADDRESS || !VISIBLE.matcher(address).matches()) {
			return Optional.empty();
		}
		try {
			URI uri = URI.create(address);
			boolean usable = "https".equals(uri.getScheme()) && uri.getHost() != null && NAME.matcher(uri.getHost()).matches()
					&& uri.getRawUserInfo() == null && uri.getRawQuery() == null && uri.getRawFragment() == null && uri.equals(uri.normalize());
			return usable ? path(uri.getRawPath()).map(path -> "https://" + uri.getRawAuthority() + path) : Optional.empty();
		} catch (IllegalArgumentException e) {
			return Optional.empty();
		}
	}

	/** The issuer's own path: the well-known part stands behind it, or in older habit before it. */
	private static Optional<String> path(String path) {
		return Stream.of(APPENDED, INSERTED).map(form -> form.matcher(path)).filter(Matcher::matches)
				.map(found -> found.group(1)).findFirst();
	}
}
