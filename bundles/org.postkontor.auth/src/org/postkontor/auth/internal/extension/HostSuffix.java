package org.postkontor.auth.internal.extension;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;

/**
 * A host suffix that tokens may go to. Refused is what would hand them to strangers: a single label, an address in numbers,
 * and names under which anybody can register. A contribution is installed code and trusted; this guards against a slip,
 * therefore a rule and the best known names instead of the whole public suffix list (docs/adr/0005-libraries.md).
 */
final class HostSuffix {
	/** Second levels that registries of countries keep for everybody: {@code co.uk}, {@code com.au}, {@code or.at} … */
	private static final Set<String> CATEGORIES = Set.of("ac", "co", "com", "edu", "gob", "gouv", "gov", "go", "gv", "ltd", "me", "mil", "ne", "net", "nom",
			"or", "org", "plc", "sch");
	/** Where customers of a hosting service get names of their own. */
	private static final Set<String> SHARED = Set.of("amazonaws.com", "appspot.com", "azure.com", "azurewebsites.net", "blogspot.com", "cloudapp.net",
			"cloudfront.net", "de.com", "com.de", "dyndns.org", "eu.org", "eu.com", "fly.dev", "github.io", "gitlab.io", "herokuapp.com", "no-ip.org", "netlify.app",
			"onmicrosoft.com", "pages.dev", "trycloudflare.com", "uk.com", "us.com", "vercel.app", "web.app", "workers.dev", "ngrok.io", "ngrok.app");

	private HostSuffix() {
	}

	/** @return lower case, A-label */
	static String read(String text) throws InvalidDeclarationException {
		String suffix = domain(text);
		String[] labels = suffix.split("\\.");
		String last = labels[labels.length - 1];
		Declaration.check(!last.matches("[0-9]+"), "host suffix is an address in numbers: " + text);
		Declaration.check(!(labels.length == 2 && last.length() == 2 && CATEGORIES.contains(labels[0])) && !SHARED.contains(suffix),
				"host suffix that anybody can register under: " + text);
		return suffix;
	}

	/** A domain with at least one dot. @return lower case, A-label */
	static String domain(String text) throws InvalidDeclarationException {
		try {
			String domain = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
			Declaration.check(domain.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+"), "not a name with a dot: " + text);
			return domain;
		} catch (IllegalArgumentException e) {
			throw new InvalidDeclarationException("not a host name: " + text);
		}
	}
}
