package org.postkontor.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.core.net.proxy.IProxyChangeListener;
import org.eclipse.core.net.proxy.IProxyService;
import org.junit.jupiter.api.Test;
import org.postkontor.net.DeadlineTimer.Deadline;
import org.postkontor.net.internal.InetNameLookup;
import org.postkontor.net.internal.LocalNetworkState;
import org.postkontor.net.internal.ScheduledDeadlineTimer;
import org.postkontor.net.internal.SystemClock;

class SmallServicesTest {
	@Test
	void theWayOutIsTheSameAsLongAsNothingChanges() {
		LocalNetworkState state = new LocalNetworkState();
		assertEquals(state.fingerprint(), state.fingerprint());
		assertFalse(state.fingerprint().isEmpty());
	}

	@Test
	void theWayOutIsAnotherOneWhenTheProxiesWereChanged() {
		List<IProxyChangeListener> listeners = new ArrayList<>();
		IProxyService proxies = (IProxyService) Proxy.newProxyInstance(IProxyService.class.getClassLoader(), new Class<?>[] { IProxyService.class },
				(self, method, arguments) -> {
					IProxyChangeListener listener = (IProxyChangeListener) arguments[0];
					if (method.getName().equals("addProxyChangeListener")) {
						listeners.add(listener);
					} else {
						listeners.remove(listener);
					}
					return null;
				});
		LocalNetworkState state = new LocalNetworkState();
		state.setService(proxies);
		String before = state.fingerprint();
		listeners.forEach(listener -> listener.proxyInfoChanged(null));
		assertNotEquals(before, state.fingerprint());
		state.unsetService(proxies);
		assertEquals(List.of(), listeners);
	}

	@Test
	void runsWhatExpires() throws Exception {
		try (ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer()) {
			CountDownLatch expired = new CountDownLatch(1);
			timer.start(Duration.ofMillis(1), expired::countDown);
			assertTrue(expired.await(5, TimeUnit.SECONDS));
		}
	}

	@Test
	void doesNotRunWhatWasClosedBefore() throws Exception {
		try (ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer()) {
			AtomicBoolean ran = new AtomicBoolean();
			Deadline deadline = timer.start(Duration.ofMillis(50), () -> ran.set(true));
			deadline.close();
			deadline.close();
			CountDownLatch later = new CountDownLatch(1);
			timer.start(Duration.ofMillis(100), later::countDown);
			assertTrue(later.await(5, TimeUnit.SECONDS));
			assertFalse(ran.get());
		}
	}

	@Test
	void aClosedDeadlineHoldsNothing() throws Exception {
		try (ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer()) {
			AtomicBoolean ran = new AtomicBoolean();
			WeakReference<AtomicBoolean> held = new WeakReference<>(ran);
			endless(timer, ran).close();
			ran = null;
			for (int i = 0; i < 100 && held.get() != null; i++) {
				System.gc();
			}
			assertNull(held.get());
		}
	}

	private static Deadline endless(ScheduledDeadlineTimer timer, AtomicBoolean ran) {
		return timer.start(Duration.ofDays(1), () -> ran.set(true));
	}

	@Test
	void closedDeadlinesDoNotPileUp() throws Exception {
		try (ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer()) {
			for (int i = 0; i < 10_000; i++) {
				timer.start(Duration.ofDays(1), () -> {
				}).close();
			}
			var executor = ScheduledDeadlineTimer.class.getDeclaredField("executor");
			executor.setAccessible(true);
			assertTrue(((ScheduledThreadPoolExecutor) executor.get(timer)).getQueue().size() <= 1000);
		}
	}

	@Test
	void goesOnAfterAnActionThatFailed() throws Exception {
		try (ScheduledDeadlineTimer timer = new ScheduledDeadlineTimer()) {
			CountDownLatch later = new CountDownLatch(1);
			timer.start(Duration.ofMillis(1), () -> {
				throw new IllegalStateException("on purpose");
			});
			timer.start(Duration.ofMillis(5), later::countDown);
			assertTrue(later.await(5, TimeUnit.SECONDS));
		}
	}

	@Test
	void findsTheAddressesOfAName() throws Exception {
		List<InetAddress> found = new InetNameLookup().addresses("localhost", Duration.ofSeconds(5));
		assertTrue(found.stream().allMatch(InetAddress::isLoopbackAddress), found.toString());
	}

	@Test
	void saysWhichNameIsUnknown() {
		Exception failure = assertThrows(UnknownHostException.class, () -> new InetNameLookup().addresses("nobody.invalid", Duration.ofSeconds(5)));
		assertEquals("nobody.invalid", failure.getMessage());
	}

	@Test
	void theClockIsTheComputersInEveryZone() {
		SystemClock clock = new SystemClock();
		assertTrue(Duration.between(clock.instant(), Clock.systemUTC().instant()).abs().toMinutes() < 1);
		assertEquals(ZoneId.of("Europe/Berlin"), clock.withZone(ZoneId.of("Europe/Berlin")).getZone());
	}
}
