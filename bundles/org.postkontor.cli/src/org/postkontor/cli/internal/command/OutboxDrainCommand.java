package org.postkontor.cli.internal.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.cli.ExitCode;
import org.postkontor.cli.internal.args.Arguments;
import org.postkontor.cli.internal.args.CommandSyntax;
import org.postkontor.cli.internal.args.Operand;
import org.postkontor.cli.internal.args.Option;
import org.postkontor.cli.internal.output.OutboxView;
import org.postkontor.outbox.Lane;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.Outbox;
import org.postkontor.outbox.Outbox.DrainSummary;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** Sends what is due; with {@code --wait} also what becomes due within the time limit. */
final class OutboxDrainCommand implements Command {
	private static final Duration LIMIT = Duration.ofMinutes(10);

	@Override
	public CommandSyntax syntax() {
		return CommandSyntax.of("outbox drain", Operand.optional("ACCOUNT"), Option.flag("wait"), TimeoutOption.OPTION);
	}

	@Override
	public ExitCode run(Invocation invocation) throws ProblemException {
		Optional<AccountId> account = invocation.accounts().find(invocation.arguments().operand()).map(Account::id);
		Outbox outbox = invocation.services().outbox();
		Instant end = invocation.services().clock().instant().plus(limit(invocation.arguments()));
		Pause pause = new Pause(limit(invocation.arguments()), invocation.monitor());
		DrainSummary summary = outbox.drain(account, invocation.monitor());
		while (invocation.arguments().has("wait") && waits(outbox, account, summary, end) && pause.next()) {
			summary = sum(summary, outbox.drain(account, invocation.monitor()));
		}
		OutboxView view = new OutboxView(invocation.texts(), invocation.wording());
		invocation.output().result(view.json(summary), view.lines(summary,
				id -> invocation.services().accounts().find(id).map(a -> a.address().toString()).orElse(id.value())));
		return invocation.monitor().isCanceled() ? ExitCode.CANCELLED : code(outbox, account, summary);
	}

	/** True if something is queued on a lane that goes on by itself, or gets its turn before the end. */
	private static boolean waits(Outbox outbox, Optional<AccountId> account, DrainSummary last, Instant end) throws ProblemException {
		Set<AccountId> stuck = last.paused().stream().filter(l -> l.paused().map(p -> !p.kind().isTransient()).orElse(false)).map(Lane::account)
				.collect(Collectors.toSet());
		return outbox.entries().stream().anyMatch(
				e -> isNear(e, end) && !stuck.contains(e.account()) && (account.isEmpty() || account.get().equals(e.account())));
	}

	private static boolean isNear(OutboxEntry mail, Instant end) {
		return mail.state() == MailState.QUEUED || mail.state().isWaiting() && mail.nextAttempt().filter(at -> !at.isAfter(end)).isPresent();
	}

	private static ExitCode code(Outbox outbox, Optional<AccountId> account, DrainSummary summary) throws ProblemException {
		Optional<Problem> paused = summary.paused().stream().flatMap(l -> l.paused().stream()).findFirst();
		if (paused.isPresent()) {
			return ExitCode.of(paused.get().kind());
		}
		boolean left = summary.held() + summary.rejected() > 0 || outbox.entries().stream()
				.anyMatch(e -> (account.isEmpty() || account.get().equals(e.account())) && (e.state() == MailState.IN_DOUBT || e.state() == MailState.QUEUED));
		return left ? ExitCode.MAILS_LEFT : ExitCode.OK;
	}

	/** Mails deferred by an earlier round are counted by the last one. */
	private static DrainSummary sum(DrainSummary a, DrainSummary b) {
		return new DrainSummary(a.sent() + b.sent(), b.deferred(), a.held() + b.held(), a.rejected() + b.rejected(), a.inDoubt() + b.inDoubt(), b.paused());
	}

	private static Duration limit(Arguments arguments) throws ProblemException {
		return TimeoutOption.of(arguments).orElse(LIMIT);
	}
}
