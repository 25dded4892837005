package org.postkontor.ui.internal.signin;

import java.util.Map;
import java.util.Optional;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Control;
import org.postkontor.account.Account;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.consent.ConsentDialog;
import org.postkontor.ui.internal.consent.ConsentOutcome;
import org.postkontor.ui.internal.guide.RegistrationDialog;
import org.postkontor.ui.internal.guide.RegistrationFacts;
import org.postkontor.ui.internal.provider.ProviderChoice;

/** The dialogs that get a sign-in out of trouble; each opens over the given control and waits for the person. */
public record SignInSolutions(UiContext context, Control over) {
	public ConsentOutcome askAdministrator(Account account) {
		ConsentDialog dialog = new ConsentDialog(over.getShell(), context, account, RightsText.of(account).directions());
		dialog.open();
		return dialog.outcome();
	}

	/** @return the account with the registration, to be signed in anew; empty if nothing was entered */
	public Optional<Account> register(Account account) {
		return account.endpoints().stream().map(e -> e.auth()).filter(b -> isOAuth(b.provider())).findFirst()
				.flatMap(binding -> register(account, binding.provider(), binding.settings())).map(choice -> choice.savedInto(account));
	}

	/** @return the provider with the settings of the registration */
	public Optional<ProviderChoice> register(Account account, String provider, Map<String, String> settings) {
		return context.services().providers().description(provider).flatMap(description -> {
			RegistrationDialog dialog = new RegistrationDialog(over.getShell(), context, new RegistrationFacts(account, description), settings);
			return dialog.open() == Window.OK ? Optional.of(dialog.choice()) : Optional.empty();
		});
	}

	private boolean isOAuth(String provider) {
		return context.services().providers().description(provider).filter(d -> "oauth".equals(d.kind())).isPresent();
	}
}
