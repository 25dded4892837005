package org.postkontor.ui.internal.consent;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.auth.guide.Guides.Right;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiServices;

/** What an administrator is asked for, with the rights in both languages: the letter need not be in the window's. */
record ConsentRequest(Account account, AdminConsent.Link link, List<Right> german, List<Right> english) {
	/** Not on the user interface's thread. */
	static ConsentRequest load(UiServices services, Account account, Set<Direction> directions) throws ProblemException {
		AdminConsent.Link link = services.consents().link(account, directions);
		return new ConsentRequest(account, link, services.guides().rights(link.scopes(), Locale.GERMAN),
				services.guides().rights(link.scopes(), Locale.ENGLISH));
	}

	List<Right> rights(Locale locale) {
		return isGerman(locale) ? german : english;
	}

	ConsentLetter letter(Locale locale) {
		return new ConsentLetter(link, rights(locale), account.address(), isGerman(locale) ? Locale.GERMAN : Locale.ENGLISH);
	}

	static boolean isGerman(Locale locale) {
		return locale.getLanguage().equals(Locale.GERMAN.getLanguage());
	}
}
