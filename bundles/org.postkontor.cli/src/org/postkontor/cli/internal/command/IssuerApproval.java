package org.postkontor.cli.internal.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.check.CheckReport;
import org.postkontor.check.NamedIssuer;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.output.IssuerView;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/**
 * Asks whether a sign-in service that a mail server named is used, and signs in there. Without a person it is used only if an
 * option names exactly that issuer; without either nothing is asked there, and nothing is changed.
 */
record IssuerApproval(Invocation invocation) {
	private static final String OPTION = "use-issuer";

	/** The option that approves, and those of the sign-in that follows. */
	static List<Option> options() {
		return List.of(Option.value(OPTION, "URL"), Option.value("client-id", "ID"), Option.flag("no-browser"), Option.flag("device-code"));
	}

	/**
	 * @return the account, saved with its new sign-in; empty if nothing was approved
	 * @throws ProblemException {@code CONFIRMATION_NEEDED}: the option names another issuer than the servers; or what the sign-in says
	 */
	Optional<Account> of(CheckReport report) throws ProblemException {
		List<NamedIssuer> named = NamedIssuer.in(report.steps());
		Optional<String> wanted = invocation.arguments().value(OPTION);
		if (wanted.isPresent() && !named.isEmpty() && named.stream().noneMatch(n -> n.issuer().equals(wanted.get()))) {
			throw CommandFailure.of(ExitCode.CONFIRMATION_NEEDED, ProblemKind.CONFIGURATION, "issuer.other", "issuer", named.getFirst().issuer(), "host",
					String.join(", ", named.getFirst().hosts()));
		}
		Account account = report.account();
		for (NamedIssuer issuer : named) {
			if (isApproved(issuer, wanted)) {
				account = signedIn(issuer, account);
			}
		}
		return Optional.of(account).filter(changed -> !changed.equals(report.account()));
	}

	private boolean isApproved(NamedIssuer issuer, Optional<String> wanted) {
		IssuerView view = new IssuerView(invocation.texts());
		boolean approved;
		if (wanted.isPresent()) {
			approved = wanted.get().equals(issuer.issuer());
		} else {
			if (!invocation.output().isJson()) {
				invocation.output().note(view.lines(issuer));
			}
			approved = new Confirmation(invocation).given(view.question(issuer));
		}
		if (approved) {
			invocation.output().event(view.approved(issuer), List.of());
		}
		return approved;
	}

	private Account signedIn(NamedIssuer issuer, Account account) throws ProblemException {
		// A vault that cannot be opened is said before a person signs in for nothing.
		invocation.services().vault().sessions();
		Account asked = withClient(issuer.asked(account));
		Account signedIn = issuer.merged(account, invocation.services().signIn().signIn(asked, Directions.of(invocation.arguments(), asked),
				CommandLinePrompt.of(invocation), invocation.monitor()));
		invocation.services().accounts().save(signedIn);
		return signedIn;
	}

	/** The application of the option; else the one of the branding file is used. */
	private Account withClient(Account asked) {
		Optional<String> client = invocation.arguments().value("client-id");
		List<Endpoint> endpoints = new ArrayList<>();
		for (Endpoint endpoint : asked.endpoints()) {
			AuthBinding auth = endpoint.auth();
			Map<String, String> settings = new LinkedHashMap<>(auth.settings());
			client.ifPresent(id -> settings.put("clientId", id));
			endpoints.add(endpoint.with(new AuthBinding(auth.provider(), auth.principal(), auth.mailbox(), auth.session(), settings)));
		}
		return asked.with(endpoints);
	}
}
