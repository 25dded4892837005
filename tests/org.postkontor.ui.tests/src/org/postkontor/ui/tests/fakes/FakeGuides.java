package org.postkontor.ui.tests.fakes;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.postkontor.account.MailAddress;
import org.postkontor.auth.guide.Guide;
import org.postkontor.auth.guide.Guides;

/** Two rights in plain words; no other guides. */
public final class FakeGuides implements Guides {
	@Override
	public Optional<Guide> appPassword(MailAddress address, Collection<String> hosts, Locale locale) {
		return Optional.empty();
	}

	@Override
	public Optional<Guide> registration(String provider, Registration facts, Locale locale) {
		return Optional.empty();
	}

	@Override
	public List<Right> rights(Collection<String> scopes, Locale locale) {
		boolean german = "de".equals(locale.getLanguage());
		return scopes.stream().sorted().map(scope -> switch (scope) {
		case "mail.read" -> german ? new Right(scope, "Mails lesen", "um den Posteingang zu füllen.") : new Right(scope, "Read mails", "to fill the inbox.");
		case "mail.send" -> german ? new Right(scope, "Mails senden", "um zu senden, was im Postausgang liegt.")
				: new Right(scope, "Send mails", "to send what is in the outbox.");
		default -> new Right(scope, scope, "");
		}).toList();
	}
}
