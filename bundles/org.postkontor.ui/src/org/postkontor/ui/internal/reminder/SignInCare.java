package org.postkontor.ui.internal.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.auth.AdminConsents.Pending;
import org.postkontor.auth.SignIns;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.ui.internal.UiContext;
import org.postkontor.ui.internal.UiServices;
import org.postkontor.ui.internal.health.EndingSignIn;
import org.postkontor.ui.internal.operation.Background.Running;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps sign-ins alive and looks for granted consents, as long as a window is open: one low-priority job after another, the
 * first some time after the start. Used on the user interface's thread.
 */
public final class SignInCare implements AutoCloseable {
	private static final Logger LOG = LoggerFactory.getLogger(SignInCare.class);
	/** The window is up and the user reads. */
	static final Duration FIRST = Duration.ofMinutes(1);
	/** Also how late a consent is noticed that was asked for in the meantime; a machine that slept catches up as late. */
	static final Duration ROUND = Duration.ofMinutes(1);
	private static final Duration DAILY = Duration.ofDays(1);
	private static final Duration AFTER_PROBLEM = Duration.ofHours(1);

	private final UiContext context;
	private final Consumer<Found> listener;
	private final Clock clock;
	private volatile Instant nextKeepAlive = Instant.MIN;
	private @Nullable Running running;
	private boolean closed;

	/** What one round found. @param ending to warn of now */
	public record Found(List<Account> granted, List<EndingSignIn> ending) {
		public Found {
			granted = List.copyOf(granted);
			ending = List.copyOf(ending);
		}
	}

	/** @param listener told on the user interface's thread if something was found */
	public SignInCare(UiContext context, Consumer<Found> listener) {
		this.context = context;
		this.listener = listener;
		this.clock = context.services().clock();
	}

	/** Returns at once. */
	public void start() {
		later(FIRST);
	}

	@Override
	public void close() {
		closed = true;
		Running job = running;
		if (job != null) {
			job.cancel();
		}
	}

	private void later(Duration delay) {
		if (!closed) {
			running = context.background().startLater(ReminderMessages.jobCare, delay, this::round, this::found, this::failed);
		}
	}

	private void found(Found found) {
		if (!closed && !(found.granted().isEmpty() && found.ending().isEmpty())) {
			listener.accept(found);
		}
		later(ROUND);
	}

	private void failed(Problem problem) {
		LOG.info("sign-ins are cared for later: {}", problem.id());
		later(ROUND);
	}

	private Found round(IProgressMonitor monitor) throws ProblemException {
		List<Account> granted = granted(monitor);
		if (clock.instant().isBefore(nextKeepAlive)) {
			return new Found(granted, List.of());
		}
		nextKeepAlive = clock.instant().plus(AFTER_PROBLEM);
		try {
			context.services().signIns().keepAlive(monitor);
			List<EndingSignIn> ending = ending(context.services().signIns().list());
			nextKeepAlive = clock.instant().plus(DAILY);
			return new Found(granted, ending);
		} catch (ProblemException e) {
			if (granted.isEmpty() || e.problem().kind() == ProblemKind.CANCELLED) {
				throw e;
			}
			LOG.info("sign-ins are kept alive later: {}", e.problem().id());
			return new Found(granted, List.of());
		}
	}

	private List<EndingSignIn> ending(List<SignIns.SignInInfo> all) {
		List<EndingSignIn> near = all.stream().map(info -> EndingSignIn.of(info, clock.instant())).flatMap(Optional::stream).toList();
		return near.isEmpty() || !context.services().reminderTimes().firstWarningToday() ? List.of() : near;
	}

	/** The accounts that an administrator's consent was given for since the last round; what waited there goes on. */
	private List<Account> granted(IProgressMonitor monitor) throws ProblemException {
		UiServices services = context.services();
		List<Account> granted = new ArrayList<>();
		if (services.consents().pending().stream().anyMatch(this::isDue)) {
			for (AccountId id : services.consents().poll(monitor)) {
				services.outbox().wake(id);
				services.accounts().find(id).ifPresent(granted::add);
			}
		}
		return granted;
	}

	private boolean isDue(Pending pending) {
		return pending.automatic() && !pending.next().isAfter(clock.instant());
	}
}
