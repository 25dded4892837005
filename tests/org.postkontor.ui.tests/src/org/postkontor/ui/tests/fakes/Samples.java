package org.postkontor.ui.tests.fakes;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Endpoint;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.account.Scope;
import org.postkontor.account.TlsMode;
import org.postkontor.message.Envelope;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Ready-made values of an invented law office. */
public final class Samples {
	private Samples() {
	}

	/** Where a person ends the access of applications. */
	public static final String ACCESS_PAGE = "https://account.kanzlei.test/apps";

	public static MailAddress address(String text) {
		try {
			return MailAddress.parse(text);
		} catch (ProblemException e) {
			throw new IllegalArgumentException(e);
		}
	}

	public static Account account(String address) {
		MailAddress parsed = address(address);
		return new Account(AccountId.create(), address, parsed, "", Scope.EMPLOYEE, endpoints(parsed, "oauth", Protocol.IMAP));
	}

	public static List<Endpoint> endpoints(MailAddress address, String provider, Protocol receiving) {
		AuthBinding binding = AuthBinding.of(provider, address.toString(),
				"oauth".equals(provider) ? Map.of("issuer", "https://login.kanzlei.test") : Map.of());
		String domain = address.domain();
		return List.of(new Endpoint(receiving, receiving.name().toLowerCase(Locale.ROOT) + "." + domain, receiving == Protocol.IMAP ? 993 : 995, TlsMode.IMPLICIT, binding),
				new Endpoint(Protocol.SMTP, "smtp." + domain, 465, TlsMode.IMPLICIT, binding));
	}

	public static OutboxEntry outboxEntry(OutboxId id, AccountId account, MailState state, String subject, Optional<Problem> problem) {
		return outboxEntry(id, account, state, subject, problem, SendOptions.NOW);
	}

	public static OutboxEntry outboxEntry(OutboxId id, AccountId account, MailState state, String subject, Optional<Problem> problem, SendOptions options) {
		Instant accepted = Instant.parse("2026-11-22T08:30:00Z");
		return new OutboxEntry(id, account, state, "<" + id + "@kanzlei.test>", subject, new Envelope("anna.berg@kanzlei.test", List.of("paul.weber@mandant.test")),
				21_300, accepted, state == MailState.QUEUED ? Optional.of(accepted.plusSeconds(600)) : Optional.empty(),
				problem.isPresent() ? 1 : 0, problem, Map.of(), state == MailState.SENT ? "250 2.0.0 Ok: queued as 4F2A" : "", options);
	}

	public static Problem signInNeeded() {
		return Problem.of("auth.sign-in-needed", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN);
	}

	public static Problem needing(Remedy remedy) {
		return Problem.of("auth.needs-" + remedy.name().toLowerCase(Locale.ROOT), ProblemKind.CONSENT_NEEDED, Fixer.OFFICE_IT, remedy).detail("code", "90094");
	}

	/** A sign-out that the provider did not confirm. */
	public static Problem notRevoked(String principal) {
		return Problem.of("auth.not-revoked", ProblemKind.SERVER, Fixer.USER, Remedy.OPEN_PROVIDER).with("principal", principal).with("page", ACCESS_PAGE)
				.detail("status", 503);
	}

	/** As the outbox says it of a mail that somebody holds or edits. */
	public static Problem heldByUser() {
		return Problem.of("outbox.held", ProblemKind.CANCELLED, Fixer.USER, Remedy.RETRY);
	}

	public static Problem diskFull() {
		return Problem.of("storage.disk-full", ProblemKind.STORAGE, Fixer.USER, Remedy.FREE_SPACE).detail("free", "12 KB");
	}
}
