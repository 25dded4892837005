package org.postkontor.ui.internal.health;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.Account;
import org.postkontor.auth.SignIns.ForeseeableEnd;
import org.postkontor.auth.SignIns.SignInInfo;
import org.postkontor.auth.guide.Guides.Right;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.ui.internal.Formats;

/** A sign-in in words; never with a secret. */
public record EntryText(SignInEntry entry, Formats formats) {
	/** One text a column: who, state, end, provider, accounts. */
	public List<String> columns() {
		return List.of(entry.who(), state(), end(), provider(), accounts());
	}

	public String state() {
		return switch (entry.state()) {
		case VALID -> HealthMessages.stateValid;
		case UNKNOWN -> HealthMessages.stateUnknown;
		case NEEDED -> HealthMessages.stateNeeded;
		case ENDING -> entry.ending().map(e -> NLS.bind(HealthMessages.stateEnding, e.when(formats))).orElse(HealthMessages.stateValid);
		case CONSENT_PENDING -> entry.consent().map(c -> NLS.bind(HealthMessages.stateConsent, formats.date(c.asked()))).orElse("");
		};
	}

	/** Everything, one line each: for the pane below the list. */
	public String details(ProblemTexts texts) {
		StringBuilder text = new StringBuilder();
		entry.problem().ifPresent(p -> text.append(texts.title(p, formats.locale())).append('\n').append(texts.explanation(p, formats.locale())).append("\n\n"));
		line(text, HealthMessages.columnWho, entry.who());
		line(text, HealthMessages.columnState, state());
		line(text, HealthMessages.columnProvider, provider());
		entry.stored().flatMap(SignInInfo::tenant).ifPresent(tenant -> line(text, HealthMessages.tenant, tenant));
		line(text, HealthMessages.columnAccounts, accounts());
		entry.stored().ifPresent(stored -> times(text, stored));
		if (!entry.rights().isEmpty()) {
			text.append('\n').append(HealthMessages.rights).append('\n');
			entry.rights().forEach(right -> text.append("  •  ").append(right(right)).append('\n'));
		}
		return text.toString().stripTrailing();
	}

	/** The details with what an administrator needs in addition: to be copied. */
	public String report(ProblemTexts texts) {
		StringBuilder text = new StringBuilder(details(texts)).append("\n\n");
		line(text, "provider", entry.provider());
		entry.stored().ifPresent(stored -> {
			line(text, "scopes", String.join(" ", stored.rights()));
			line(text, "issued", stored.issued().toString());
			line(text, "refreshed", stored.refreshed().toString());
			stored.end().ifPresent(e -> line(text, "end", e.at() + " " + e.reason()));
			line(text, "verdict", stored.verdict().name());
		});
		entry.problem().ifPresent(p -> {
			line(text, "problem", p.id());
			p.details().forEach((name, value) -> line(text, name, value));
		});
		return text.toString();
	}

	private String end() {
		return entry.stored().flatMap(SignInInfo::end).map(e -> formats.date(e.at())).orElse("");
	}

	private String provider() {
		return entry.description().map(d -> new ProviderText(d).labelWithOrigin()).orElseGet(() -> NLS.bind(HealthMessages.providerMissing, entry.provider()));
	}

	private String accounts() {
		return entry.accounts().isEmpty() ? HealthMessages.noAccount : entry.accounts().stream().map(Account::name).collect(Collectors.joining(", "));
	}

	private void times(StringBuilder text, SignInInfo stored) {
		line(text, HealthMessages.issued, formats.dateTime(stored.issued()));
		if (!entry.isPassword()) {
			line(text, HealthMessages.refreshed, formats.dateTime(stored.refreshed()));
		}
		stored.used().ifPresent(used -> line(text, HealthMessages.used, formats.dateTime(used)));
		line(text, HealthMessages.columnEnd, stored.end().map(e -> formats.date(e.at()) + " – " + reason(e)).orElse(HealthMessages.endUnknown));
	}

	private static String reason(ForeseeableEnd end) {
		return switch (end.reason()) {
		case UNUSED -> HealthMessages.reasonUnused;
		case TESTING -> HealthMessages.reasonTesting;
		case FREQUENCY -> HealthMessages.reasonFrequency;
		case CLIENT_SECRET -> HealthMessages.reasonClientSecret;
		};
	}

	private static String right(Right right) {
		return right.reason().isEmpty() ? right.name() : right.name() + ": " + right.reason();
	}

	private static void line(StringBuilder text, String name, String value) {
		text.append(name).append(": ").append(value).append('\n');
	}
}
