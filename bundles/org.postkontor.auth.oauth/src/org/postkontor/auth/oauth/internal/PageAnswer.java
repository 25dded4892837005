package org.postkontor.auth.oauth.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.postkontor.auth.spi.OAuthError;
import org.postkontor.net.HttpReply;

import com.nimbusds.oauth2.sdk.util.MultivaluedMapUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;

/**
 * What the authorization endpoint does with a request that nobody takes part in. A provider sends the browser back only to the
 * registered redirect address of a known application, and shows the person a mistake in one of these two (RFC 6749, 4.1.2.1).
 */
sealed interface PageAnswer {
	/** The browser is sent back: application and redirect address are right. @param error why no code came along */
	record Back(OAuthError error) implements PageAnswer {
	}

	/** Neither; which of the two is wrong is known only if the page's words name one alone. */
	record Refused(int status, boolean client, boolean redirect) implements PageAnswer {
	}

	/** A page for people or for a further hop: says nothing. */
	record Shown() implements PageAnswer {
	}

	/** @param redirect that was sent */
	static PageAnswer of(HttpReply reply, String redirect) {
		String location = reply.header("location").orElse("");
		if (reply.status() >= 300 && reply.status() < 400) {
			Map<String, String> query = query(location);
			if (location.startsWith(redirect + "?")) {
				return new Back(OAuthError.of(query, List.of()));
			}
			String words = Words.of(query);
			return words.isBlank() ? new Shown() : refused(reply.status(), words);
		}
		return reply.status() >= 400 ? refused(reply.status(), reply.text()) : new Shown();
	}

	/** Others than 400 have many reasons: they count only with words. */
	private static PageAnswer refused(int status, String words) {
		String shown = Words.MARKUP.matcher(words).replaceAll(" ");
		boolean client = Words.CLIENT.matcher(shown).find();
		boolean redirect = Words.REDIRECT.matcher(shown).find();
		return client || redirect || status == 400 ? new Refused(status, client && !redirect, redirect && !client) : new Shown();
	}

	private static Map<String, String> query(String location) {
		int start = location.indexOf('?');
		return start < 0 ? Map.of() : MultivaluedMapUtils.toSingleValuedMap(URLUtils.parseParameters(location.substring(start + 1).replaceFirst("#.*", "")));
	}

	/** In the words of pages that were seen. */
	final class Words {
		/** What nobody reads; the links of a page often carry the parameters of the request. */
		private static final Pattern MARKUP = Pattern.compile("<(script|style)\\b.{0,4000}?</\\1\\s*>|<[^<>]{0,4000}>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
		private static final Pattern CLIENT = Pattern.compile("client[ _]?id|(invalid|unknown)[ _]client|client (was )?not found", Pattern.CASE_INSENSITIVE);
		private static final Pattern REDIRECT = Pattern.compile("redirect[ _]?ur[il]", Pattern.CASE_INSENSITIVE);

		private Words() {
		}

		/** Of a further page that shows the error; Google puts them into one parameter, in base64. */
		static String of(Map<String, String> query) {
			return String.join(" ", query.getOrDefault("error", ""), query.getOrDefault("error_description", ""),
					decoded(query.getOrDefault("authError", "")));
		}

		private static String decoded(String text) {
			try {
				return new String(Base64.getMimeDecoder().decode(text.replace('-', '+').replace('_', '/')), StandardCharsets.ISO_8859_1);
			} catch (IllegalArgumentException e) {
				return ""; // no base64: it says nothing
			}
		}
	}
}
