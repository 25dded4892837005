package org.postkontor.ui.tests.fakes;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.auth.SignIns;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;

/** Stored sign-ins that a test names. */
public final class FakeSignIns implements SignIns {
	private final Map<String, SignInInfo> infos = new ConcurrentSkipListMap<>();
	private final AtomicInteger keptAlive = new AtomicInteger();
	private final FakeAccounts accounts;
	private volatile Optional<Problem> problem = Optional.empty();
	private volatile Optional<Problem> unconfirmed = Optional.empty();

	FakeSignIns(FakeAccounts accounts) {
		this.accounts = accounts;
	}

	public void reset() {
		infos.clear();
		keptAlive.set(0);
		problem = Optional.empty();
		unconfirmed = Optional.empty();
	}

	/** The sign-in that these accounts use; ends as given. */
	public SignInInfo add(String who, Verdict verdict, Optional<ForeseeableEnd> end, Account... users) {
		Instant issued = Instant.parse("2026-09-01T08:00:00Z");
		String id = "session-" + who;
		String provider = users.length == 0 ? "oauth" : users[0].endpoints().get(0).auth().provider();
		SignInInfo info = new SignInInfo(id, provider, who, Optional.of("Kanzlei Muster"), Set.of("mail.send", "mail.read"), issued, issued.plusSeconds(86_400),
				Optional.of(issued.plusSeconds(172_800)), end, verdict, Optional.empty(), Arrays.stream(users).map(Account::id).toList());
		infos.put(id, info);
		return info;
	}

	/** The provider confirms no sign-out from now on. */
	public void leaveUnconfirmed(Problem newProblem) {
		unconfirmed = Optional.of(newProblem);
	}

	public void failNextKeepAlive(Problem newProblem) {
		problem = Optional.of(newProblem);
	}

	public int keptAlive() {
		return keptAlive.get();
	}

	@Override
	public List<SignInInfo> list() {
		return List.copyOf(infos.values());
	}

	@Override
	public void keepAlive(IProgressMonitor monitor) throws ProblemException {
		keptAlive.incrementAndGet();
		Optional<Problem> failure = problem;
		problem = Optional.empty();
		if (failure.isPresent()) {
			throw new ProblemException(failure.get());
		}
	}

	@Override
	public void refresh(String id, IProgressMonitor monitor) {
		throw new UnsupportedOperationException("the window asks for a credential");
	}

	@Override
	public Optional<Problem> signOut(String id, IProgressMonitor monitor) throws ProblemException {
		infos.remove(id);
		for (Account account : accounts.accounts()) {
			accounts.save(account.with(account.endpoints().stream()
					.map(e -> e.auth().session().filter(id::equals).isPresent() ? e.with(e.auth().signedOut()) : e).toList()));
		}
		return unconfirmed;
	}
}
