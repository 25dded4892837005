package org.postkontor.discovery.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.postkontor.account.MailAddress;
import org.postkontor.discovery.Discovery;
import org.postkontor.discovery.DiscoveryResult;
import org.postkontor.discovery.DiscoverySource;
import org.postkontor.discovery.Proposal;
import org.postkontor.discovery.internal.Lookup.Answer;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * Starts all sources at once and ranks what they say. As soon as a source has something trusted and all better-ranked ones
 * have answered, the others are cancelled: the wizard is quick, and nobody is asked longer than needed.
 */
@Component
public final class ParallelDiscovery implements Discovery {
	private static final Duration BUDGET = Duration.ofSeconds(10);
	private static final long POLL_MILLIS = 20;

	private final List<DiscoverySource> sources = new CopyOnWriteArrayList<>();
	private final Duration budget;

	@Activate
	public ParallelDiscovery() {
		this(BUDGET);
	}

	/** @param budget for all sources together */
	public ParallelDiscovery(Duration budget) {
		this.budget = budget;
	}

	@Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
	public void addSource(DiscoverySource source) {
		sources.add(source);
	}

	public void removeSource(DiscoverySource source) {
		sources.remove(source);
	}

	@Override
	public DiscoveryResult find(MailAddress address, @Nullable IProgressMonitor monitor) throws ProblemException {
		List<Lookup> lookups = sources.stream().sorted(Comparator.comparingInt(DiscoverySource::rank).thenComparing(DiscoverySource::id))
				.map(s -> new Lookup(s, address)).toList();
		try {
			await(lookups, monitor);
			return result(lookups);
		} finally {
			lookups.forEach(Lookup::cancel);
		}
	}

	private void await(List<Lookup> lookups, @Nullable IProgressMonitor monitor) throws ProblemException {
		long end = System.nanoTime() + budget.toNanos();
		for (Lookup lookup : lookups) {
			while (!lookup.isDone() && System.nanoTime() < end) {
				if (monitor != null && monitor.isCanceled()) {
					throw cancelled();
				}
				try {
					lookup.await(POLL_MILLIS);
				} catch (InterruptedException e) {
					Thread.currentThread().interrupt();
					throw cancelled();
				}
			}
			if (lookup.isDone() && lookup.answer().isTrusted()) {
				return;
			}
		}
	}

	/** The answers in order of rank; what was cancelled because it was not needed any more is left out. */
	private static DiscoveryResult result(List<Lookup> lookups) {
		List<Proposal> proposals = new ArrayList<>();
		List<DiscoveryResult.Asked> asked = new ArrayList<>();
		boolean decided = false;
		for (Lookup lookup : lookups) {
			if (decided && !lookup.isDone()) {
				continue;
			}
			Answer answer = lookup.answer();
			decided |= answer.isTrusted();
			asked.add(answer.asked());
			proposals.addAll(answer.proposals());
		}
		proposals.sort(Comparator.comparing(p -> !p.trusted()));
		return new DiscoveryResult(proposals, asked);
	}

	private static ProblemException cancelled() {
		return new ProblemException(Problem.of("discovery.cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE));
	}
}
