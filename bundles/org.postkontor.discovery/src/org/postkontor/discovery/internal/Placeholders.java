package org.postkontor.discovery.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.postkontor.account.MailAddress;

/** Fills the placeholders of autoconfig files and presets. A known file forgets the last percent sign; that is understood, too. */
final class Placeholders {
	private static final Pattern NAME = Pattern.compile("%(EMAILADDRESS|EMAILLOCALPART|EMAILDOMAIN)%?");

	private final MailAddress address;

	Placeholders(MailAddress address) {
		this.address = address;
	}

	String address() {
		return address.ascii();
	}

	String fill(String template) {
		return NAME.matcher(template).replaceAll(found -> Matcher.quoteReplacement(switch (found.group(1)) {
		case "EMAILADDRESS" -> address.ascii();
		case "EMAILLOCALPART" -> address.local();
		default -> address.asciiDomain();
		}));
	}
}
