package org.postkontor.ui.internal.consent;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.MailAddress;
import org.postkontor.auth.guide.Guides;
import org.postkontor.auth.spi.AdminConsent;

/** The letter to the administrator in the administrator's language: rights, reasons, link. */
public record ConsentLetter(AdminConsent.Link link, List<Guides.Right> rights, MailAddress from, Locale locale) {
	/** Longer ones are cut on the way to mail programs: Windows ends at 2,048 characters; RFC 6068 names no limit. */
	private static final int MAX_MAILTO = 2_000;

	public ConsentLetter {
		rights = List.copyOf(rights);
	}

	public String subject() {
		return NLS.bind(text("letterSubject"), link.organisation());
	}

	public String body() {
		String list = rights.stream().map(r -> "- " + r.name() + " (" + r.scope() + ")\n  " + r.reason()).collect(Collectors.joining("\n"));
		return NLS.bind(text("letterBody"), new Object[] { link.organisation(), list, link.link(), from });
	}

	/** Opens the mail program of this computer (RFC 6068); without the text if it would be too long for it. */
	public URI mailto() {
		String subject = "mailto:?subject=" + encoded(subject());
		String complete = subject + "&body=" + encoded(body().replace("\n", "\r\n"));
		return URI.create(complete.length() <= MAX_MAILTO ? complete : subject);
	}

	/** In the letter's language, which need not be the window's. */
	private String text(String key) {
		return ResourceBundle.getBundle("org.postkontor.ui.internal.consent.consentMessages", locale, ConsentLetter.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)).getString(key);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}
}
