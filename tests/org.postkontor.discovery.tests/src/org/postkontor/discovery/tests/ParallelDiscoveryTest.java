package org.postkontor.discovery.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.discovery.tests.DiscoveryFixture.ANNA;
import static org.postkontor.discovery.tests.DiscoveryFixture.problem;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postkontor.account.MailAddress;
import org.postkontor.account.internal.ResourceProviderPresets;
import org.postkontor.discovery.DiscoveryResult;
import org.postkontor.discovery.DiscoverySource;
import org.postkontor.discovery.Proposal;
import org.postkontor.discovery.internal.ParallelDiscovery;
import org.postkontor.discovery.internal.PresetSource;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.testkit.Wait;

class ParallelDiscoveryTest {
	private interface Finding {
		List<Proposal> find(IProgressMonitor monitor) throws ProblemException;
	}

	private static DiscoverySource source(String id, int rank, Finding finding) {
		return new DiscoverySource() {
			@Override
			public String id() {
				return id;
			}

			@Override
			public int rank() {
				return rank;
			}

			@Override
			public List<Proposal> find(MailAddress address, IProgressMonitor monitor) throws ProblemException {
				return finding.find(monitor);
			}
		};
	}

	private static Proposal proposal(String label, boolean trusted) {
		return new Proposal(label, List.of(), "test", "here", trusted, List.of());
	}

	private static List<Proposal> untilCancelled(IProgressMonitor monitor, AtomicBoolean cancelled) {
		Wait.until(monitor::isCanceled, Duration.ofSeconds(20));
		cancelled.set(true);
		return List.of();
	}

	private static DiscoveryResult find(Duration budget, DiscoverySource... sources) throws ProblemException {
		ParallelDiscovery discovery = new ParallelDiscovery(budget);
		List.of(sources).forEach(discovery::addSource);
		return discovery.find(ANNA, null);
	}

	private static final Duration LONG = Duration.ofSeconds(20);

	@Test
	void asksAllAtTheSameTime() throws Exception {
		CountDownLatch both = new CountDownLatch(2);
		Finding meeting = monitor -> {
			both.countDown();
			try {
				return both.await(10, TimeUnit.SECONDS) ? List.of(proposal("met", false)) : List.of();
			} catch (InterruptedException e) {
				throw new AssertionError(e);
			}
		};
		assertEquals(2, find(LONG, source("a", 1, meeting), source("b", 2, meeting)).proposals().size());
	}

	@Test
	void ranksBySourceAndPutsTrustedFirst() throws Exception {
		DiscoveryResult result = find(LONG, source("late", 30, m -> List.of(proposal("own", true))),
				source("early", 10, m -> List.of(proposal("foreign", false))));
		assertEquals(List.of("own", "foreign"), result.proposals().stream().map(Proposal::label).toList());
		assertEquals(List.of("early", "late"), result.asked().stream().map(DiscoveryResult.Asked::source).toList());
		assertEquals("own", result.best().orElseThrow().label());
	}

	@Test
	void cancelsTheRestOnceSomethingTrustedIsFound() throws Exception {
		AtomicBoolean cancelled = new AtomicBoolean();
		DiscoveryResult result = find(LONG, source("slow", 30, m -> untilCancelled(m, cancelled)),
				source("directory", 10, m -> List.of(proposal("office", true))));
		assertEquals("office", result.best().orElseThrow().label());
		Wait.until(cancelled::get, Duration.ofSeconds(5));
	}

	@Test
	void waitsForABetterSourceThoughAWorseOneIsReady() throws Exception {
		CountDownLatch worse = new CountDownLatch(1);
		DiscoveryResult result = find(LONG, source("better", 10, m -> {
			Wait.until(() -> worse.getCount() == 0, Duration.ofSeconds(10));
			return List.of(proposal("better", true));
		}), source("worse", 30, m -> {
			worse.countDown();
			return List.of(proposal("worse", true));
		}));
		assertEquals("better", result.best().orElseThrow().label());
	}

	@Test
	void endsWithItsBudgetAndSaysWhoWasLate() throws Exception {
		AtomicBoolean cancelled = new AtomicBoolean();
		DiscoveryResult result = find(Duration.ofMillis(150), source("slow", 10, m -> untilCancelled(m, cancelled)),
				source("quick", 30, m -> List.of(proposal("found", false))));
		assertEquals("found", result.best().orElseThrow().label());
		assertEquals("discovery.timeout", result.asked().get(0).problem().orElseThrow().id());
		Wait.until(cancelled::get, Duration.ofSeconds(5));
	}

	@Test
	void aFailingSourceIsPartOfTheResult() throws Exception {
		Problem down = Problem.of("net.refused", ProblemKind.NETWORK, Fixer.USER, Remedy.CHECK_NETWORK);
		DiscoveryResult result = find(LONG, source("down", 1, m -> {
			throw new ProblemException(down);
		}), source("broken", 2, m -> {
			throw new IllegalStateException("on purpose");
		}), source("fine", 3, m -> List.of(proposal("found", true))));
		assertEquals("net.refused", result.asked().get(0).problem().orElseThrow().id());
		assertEquals("discovery.failed", result.asked().get(1).problem().orElseThrow().id());
		assertEquals(1, result.proposals().size());
	}

	@Test
	void isCancelledByTheUser() {
		AtomicBoolean cancelled = new AtomicBoolean();
		ParallelDiscovery discovery = new ParallelDiscovery(LONG);
		discovery.addSource(source("slow", 10, m -> untilCancelled(m, cancelled)));
		NullProgressMonitor monitor = new NullProgressMonitor();
		monitor.setCanceled(true);
		assertEquals(ProblemKind.CANCELLED, problem(() -> discovery.find(ANNA, monitor)).kind());
		Wait.until(cancelled::get, Duration.ofSeconds(5));
	}

	@Test
	void nobodyToAskFindsNothing() throws Exception {
		assertTrue(find(LONG).best().isEmpty());
	}

	@Test
	void presetsOfferSignInFirstAndPasswordNext() throws Exception {
		List<Proposal> gmail = new PresetSource(new ResourceProviderPresets()).find(DiscoveryFixture.address("anna@gmail.com"), null);
		assertEquals("google", gmail.get(0).endpoints().get(0).auth().provider());
		assertEquals("smtp.gmail.com", gmail.get(0).endpoints().get(1).host());
		assertEquals(List.of("password", "password"), gmail.get(1).endpoints().stream().map(e -> e.auth().provider()).toList());
		assertTrue(gmail.stream().allMatch(Proposal::trusted));
	}

	@Test
	void presetsFillInTheUserNameOfEachServer() throws Exception {
		Proposal icloud = new PresetSource(new ResourceProviderPresets()).find(DiscoveryFixture.address("anna@icloud.com"), null).get(0);
		assertEquals(List.of("anna", "anna@icloud.com"), icloud.endpoints().stream().map(e -> e.auth().principal()).toList());
	}
}
