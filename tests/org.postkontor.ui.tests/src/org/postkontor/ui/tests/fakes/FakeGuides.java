package org.postkontor.ui.tests.fakes;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.postkontor.account.MailAddress;
import org.postkontor.auth.guide.Guide;
import org.postkontor.auth.guide.Guides;

/** Knows how to get an app password at verwaltung.test, and how to register an application for "oauth". */
public final class FakeGuides implements Guides {
	@Override
	public Optional<Guide> appPassword(MailAddress address, Collection<String> hosts, Locale locale) {
		if (!address.domain().equals("verwaltung.test")) {
			return Optional.empty();
		}
		boolean german = german(locale);
		return Optional.of(new Guide("app-password.verwaltung", german ? "App-Kennwort bei Verwaltung" : "App password at Verwaltung",
				german ? "Dauert etwa drei Minuten." : "Takes about three minutes.",
				List.of(step(german ? "Schalten Sie die Bestätigung in zwei Schritten ein." : "Turn on two-step verification.", "https://konto.verwaltung.test/sicherheit"),
						step(german ? "Legen Sie ein App-Kennwort mit diesem Namen an." : "Create an app password with this name.", "https://konto.verwaltung.test/app", "Postkontor"),
						step(german ? "Notieren Sie es, und geben Sie es oben ein." : "Note it down, and enter it above.", "")),
				Optional.of(german ? "App-Kennwörter enden hier am 31. Dezember 2026. Die Anmeldung im Browser funktioniert weiter."
						: "App passwords end here on 31 December 2026. The sign-in with the browser goes on working."),
				Optional.of("oauth")));
	}

	@Override
	public Optional<Guide> registration(String provider, Registration facts, Locale locale) {
		boolean german = german(locale);
		return !provider.equals("oauth") ? Optional.empty()
				: Optional.of(new Guide("registration.oauth", german ? "App beim Anmeldeserver der Kanzlei registrieren" : "Register an application at the office’s sign-in server",
						german ? "Einmal für das ganze Büro; dauert etwa zehn Minuten." : "Once for the whole office; takes about ten minutes.",
						List.of(step(german ? "Legen Sie eine neue Anwendung für Desktop-Programme an." : "Create a new application for desktop programs.", "https://login.kanzlei.test/apps"),
								step(german ? "Umleitungs-URI, genau so:" : "Redirect URI, exactly:", "", String.join("\n", facts.redirects())),
								step(german ? "Rechte zum Senden und Empfangen:" : "Rights for sending and receiving:", "",
										String.join("\n", facts.send()) + "\n" + String.join("\n", facts.receive()))),
						Optional.empty(), Optional.empty()));
	}

	@Override
	public List<Right> rights(Collection<String> scopes, Locale locale) {
		return scopes.stream().sorted().map(scope -> right(scope, german(locale))).toList();
	}

	private static Right right(String scope, boolean german) {
		return switch (scope) {
		case "SMTP.Send" -> new Right(scope, german ? "Mails senden" : "Send mail", german ? "Damit das Programm Mails in Ihrem Namen senden kann." : "So that the program can send mails in your name.");
		case "IMAP.AccessAsUser.All" -> new Right(scope, german ? "Mails empfangen" : "Receive mail", german ? "Damit das Programm Mails in den Posteingang holen kann." : "So that the program can fetch mails into the inbox.");
		case "mail.read" -> german ? new Right(scope, "Mails lesen", "um den Posteingang zu füllen.") : new Right(scope, "Read mails", "to fill the inbox.");
		case "mail.send" -> german ? new Right(scope, "Mails senden", "um zu senden, was im Postausgang liegt.")
				: new Right(scope, "Send mails", "to send what is in the outbox.");
		default -> new Right(scope, scope, "");
		};
	}

	private static Guide.Step step(String text, String link, String... copy) {
		return new Guide.Step(text, Optional.of(link).filter(l -> !l.isEmpty()).map(URI::create), List.of(copy).stream().findFirst());
	}

	private static boolean german(Locale locale) {
		return "de".equals(locale.getLanguage());
	}
}
