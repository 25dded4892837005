package org.postkontor.discovery.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.postkontor.account.MailAddress;
import org.postkontor.discovery.DiscoveryResult.Asked;
import org.postkontor.discovery.DiscoverySource;
import org.postkontor.discovery.Proposal;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One source at work on a thread of its own, which can be told to stop. */
final class Lookup {
	private static final Logger LOG = LoggerFactory.getLogger(Lookup.class);

	private final DiscoverySource source;
	private final NullProgressMonitor monitor = new NullProgressMonitor();
	private final long start = System.nanoTime();
	private final FutureTask<Answer> task;

	/** What the source said. */
	record Answer(List<Proposal> proposals, Asked asked) {
		boolean isTrusted() {
			return proposals.stream().anyMatch(Proposal::trusted);
		}
	}

	Lookup(DiscoverySource source, MailAddress address) {
		this.source = source;
		task = new FutureTask<>(() -> ask(address));
		Thread.ofVirtual().name("postkontor-discovery-" + source.id()).start(task);
	}

	int rank() {
		return source.rank();
	}

	boolean isDone() {
		return task.isDone();
	}

	/** Waits for the answer at most that long. */
	void await(long millis) throws InterruptedException {
		try {
			task.get(millis, TimeUnit.MILLISECONDS);
		} catch (TimeoutException e) {
			return;
		} catch (ExecutionException e) {
			throw new IllegalStateException(e); // ask() catches everything
		}
	}

	/** The answer, or that there is none in time; stops what still runs. */
	Answer answer() {
		if (!task.isDone()) {
			monitor.setCanceled(true);
			return failed(Problem.of("discovery.timeout", ProblemKind.TIMEOUT, Fixer.TIME, Remedy.NONE).with("source", source.id()));
		}
		return task.resultNow();
	}

	/** No answer is needed any more. */
	void cancel() {
		monitor.setCanceled(true);
	}

	private Answer ask(MailAddress address) {
		try {
			List<Proposal> proposals = List.copyOf(source.find(address, monitor));
			return new Answer(proposals, new Asked(source.id(), proposals.size(), Optional.empty(), millis()));
		} catch (ProblemException e) {
			return failed(e.problem());
		} catch (RuntimeException | LinkageError e) { // a source may come from a third party
			LOG.warn("discovery source {}", source.id(), e);
			return failed(Problem.of("discovery.failed", ProblemKind.INTERNAL, Fixer.DEVELOPER, Remedy.REPORT).with("source", source.id())
					.detail("exception", e.getClass().getName()));
		}
	}

	private Answer failed(Problem problem) {
		return new Answer(List.of(), new Asked(source.id(), 0, Optional.of(problem), millis()));
	}

	private long millis() {
		return (System.nanoTime() - start) / 1_000_000;
	}
}
