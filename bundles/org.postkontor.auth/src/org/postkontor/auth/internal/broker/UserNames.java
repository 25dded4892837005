package org.postkontor.auth.internal.broker;

import java.text.Normalizer;
import java.util.Locale;

import org.postkontor.auth.Session;

/** Whether the user who signed in is the one who was asked for. */
public final class UserNames {
	/** Microsoft puts it before names of personal accounts. */
	static final String LIVE = "live.com#";

	private UserNames() {
	}

	/** True also if the provider tells no name at all: then nothing can be compared. */
	public static boolean matches(Session session, String principal) {
		return session.names().isEmpty() || isKnownAs(session, principal);
	}

	/** True only if the provider tells this name. */
	public static boolean isKnownAs(Session session, String principal) {
		String wanted = fold(principal);
		return fold(session.subject()).equals(wanted)
				|| session.names().stream().map(UserNames::fold).anyMatch(name -> name.equals(wanted) || localPart(name, wanted));
	}

	/** Case and international domain names folded; Microsoft's {@code live.com#} mark dropped. */
	public static String fold(String name) {
		String text = Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
		if (text.startsWith(LIVE)) {
			text = text.substring(LIVE.length());
		}
		int at = text.lastIndexOf('@');
		String domain = at < 0 ? "" : ResourceHosts.fold(text.substring(at + 1));
		return domain.isEmpty() ? text : text.substring(0, at + 1) + domain;
	}

	/** A principal without a domain is a login name: the provider may know it as the local part. */
	private static boolean localPart(String name, String wanted) {
		return wanted.indexOf('@') < 0 && name.startsWith(wanted + "@");
	}
}
