package org.postkontor.ui.internal.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.postkontor.account.Account;
import org.postkontor.auth.guide.Guide;
import org.postkontor.auth.guide.Guides.Right;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.provider.DeclaredScopes;

/**
 * What a person should know before the sign-in.
 *
 * @param consent true if an administrator's consent can be asked for
 * @param guide   to an app password; empty for a sign-in in the browser, and where nothing is known
 */
record SignInExplanation(String text, boolean consent, Optional<Guide> guide) {
	/** At once, from what is known without any look-up. */
	static SignInExplanation first(UiServices services, Account account) {
		return new SignInExplanation(isByPassword(services, account) ? SignInMessages.passwordIntro : RightsText.of(account).text(), false, Optional.empty());
	}

	/** All of it; not on the user interface's thread. */
	static SignInExplanation complete(UiServices services, Account account) {
		if (isByPassword(services, account)) {
			List<String> hosts = account.endpoints().stream().map(e -> e.host()).toList();
			return new SignInExplanation(SignInMessages.passwordIntro, false, services.guides().appPassword(account.address(), hosts, Locale.getDefault()));
		}
		RightsText rights = RightsText.of(account);
		List<String> scopes = account.endpoints().stream()
				.flatMap(e -> services.providers().description(e.auth().provider()).map(d -> new DeclaredScopes(d).of(e)).stream()).flatMap(List::stream)
				.distinct().toList();
		List<String> names = services.guides().rights(scopes, Locale.getDefault()).stream().map(Right::name).distinct().toList();
		boolean broad = descriptions(services, account).anyMatch(d -> new DeclaredScopes(d).sendingReads());
		return new SignInExplanation(new RightsText(rights.directions(), names, broad).text(), knowsConsent(services, account), Optional.empty());
	}

	static boolean isByPassword(UiServices services, Account account) {
		return account.endpoints().stream()
				.allMatch(e -> services.providers().description(e.auth().provider()).filter(d -> "password".equals(d.kind())).isPresent());
	}

	private static boolean knowsConsent(UiServices services, Account account) {
		return descriptions(services, account).anyMatch(d -> {
			try {
				return services.providers().provider(d.id()) instanceof AdminConsent;
			} catch (ProblemException e) {
				return false; // the sign-in will say why it cannot be used
			}
		});
	}

	private static Stream<ProviderDescription> descriptions(UiServices services, Account account) {
		return account.endpoints().stream().map(e -> e.auth().provider()).distinct().map(services.providers()::description).flatMap(Optional::stream);
	}
}
