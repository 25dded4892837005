package org.postkontor.check.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.SignInBroker;
import org.postkontor.check.AccountCheck;
import org.postkontor.check.CheckReport;
import org.postkontor.check.CheckStep;
import org.postkontor.check.CheckStep.Result;
import org.postkontor.message.MessageComposer;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.net.NameLookup;
import org.postkontor.net.SocketFactories;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.MailReceiver;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.SizeLimitListener;

/** The account test, step by step: settings, receiving, sending, and if wanted a test mail there and back. */
@Component
public final class SteppedAccountCheck implements AccountCheck {
	private final DirectionSteps directions;
	private final RoundTripSteps roundTrip;
	private final Clock clock;

	@Activate
	public SteppedAccountCheck(@Reference SignInBroker broker,
			@Reference(cardinality = ReferenceCardinality.MULTIPLE, policyOption = ReferencePolicyOption.GREEDY) List<MailSender> senders,
			@Reference(cardinality = ReferenceCardinality.MULTIPLE, policyOption = ReferencePolicyOption.GREEDY) List<MailReceiver> receivers,
			@Reference(cardinality = ReferenceCardinality.MULTIPLE, policyOption = ReferencePolicyOption.GREEDY) List<SizeLimitListener> limits,
			@Reference NameLookup names, @Reference SocketFactories factories, @Reference MessageComposer composer, @Reference DeadlineTimer timer,
			@Reference Clock clock) {
		Connections connections = new Connections(new CredentialSteps(broker), List.copyOf(senders), List.copyOf(receivers));
		this.directions = new DirectionSteps(new ServerSteps(names, factories, clock), connections, List.copyOf(limits));
		this.roundTrip = new RoundTripSteps(connections, composer, timer);
		this.clock = clock;
	}

	@Override
	public CheckReport run(Account account, Options options, Consumer<CheckStep> onStep, @Nullable IProgressMonitor monitor) {
		Instant started = clock.instant();
		Optional<Endpoint> receiving = account.endpoint(Direction.RECEIVE);
		Optional<Endpoint> sending = account.endpoint(Direction.SEND);
		List<CheckStep> steps = new ArrayList<>();
		steps.add(settings(account, onStep, monitor));
		steps.add(receiving.map(e -> directions.run(account.id(), e, onStep, monitor)).orElseGet(() -> absent("receive", onStep, monitor)));
		steps.add(sending.map(e -> directions.run(account.id(), e, onStep, monitor)).orElseGet(() -> absent("send", onStep, monitor)));
		boolean ready = options.testMail() && steps.stream().skip(1).noneMatch(s -> s.result() == Result.FAILED);
		steps.add(sending.filter(e -> ready).map(e -> roundTrip.run(account, e, receiving, onStep, monitor))
				.orElseGet(() -> absent("roundtrip", onStep, monitor)));
		return new CheckReport(account, started, steps);
	}

	private static CheckStep settings(Account account, Consumer<CheckStep> onStep, @Nullable IProgressMonitor monitor) {
		StepLog log = new StepLog("settings", onStep, monitor);
		if (account.endpoints().isEmpty()) {
			return log.finish(Result.FAILED, "",
					Optional.of(Problem.of("check.no-server", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.EDIT_ACCOUNT)));
		}
		return log.finish(Result.PASSED, String.join(", ", account.endpoints().stream()
				.map(e -> e.protocol() + " " + e.host() + ":" + e.port() + " " + (e.tls() == TlsMode.IMPLICIT ? "TLS" : "STARTTLS") + " (" + e.auth().provider() + ")").toList()), Optional.empty());
	}

	/** What the account does not have or what was not asked for. */
	private static CheckStep absent(String id, Consumer<CheckStep> onStep, @Nullable IProgressMonitor monitor) {
		return new StepLog(id, onStep, monitor).finish(Result.SKIPPED, "", Optional.empty());
	}
}
