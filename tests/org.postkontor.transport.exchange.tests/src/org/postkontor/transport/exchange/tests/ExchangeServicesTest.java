package org.postkontor.transport.exchange.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.postkontor.account.Protocol;
import org.postkontor.testkit.Wait;
import org.postkontor.transport.MailSender;

/** Both senders are there beside the one for SMTP as soon as their bundle is; in the build only. */
@EnabledIf("isFrameworkRunning")
class ExchangeServicesTest {
	static boolean isFrameworkRunning() {
		return FrameworkUtil.getBundle(ExchangeServicesTest.class) != null;
	}

	@Test
	void eachProtocolForSendingHasItsSender() throws Exception {
		BundleContext context = FrameworkUtil.getBundle(ExchangeServicesTest.class).getBundleContext();
		ServiceTracker<MailSender, MailSender> tracker = new ServiceTracker<>(context, MailSender.class, null);
		tracker.open();
		try {
			Wait.until("three senders", () -> tracker.size() == 3, Duration.ofSeconds(30));
			Map<Protocol, MailSender> senders = Stream.of(tracker.getServices(new MailSender[0])).collect(Collectors.toMap(MailSender::protocol, sender -> sender));
			assertEquals(Set.of(Protocol.SMTP, Protocol.GRAPH, Protocol.EWS), senders.keySet());
			for (Protocol protocol : Set.of(Protocol.GRAPH, Protocol.EWS)) {
				assertFalse(senders.get(protocol).carriesEnvelope());
				assertTrue(senders.get(protocol).filesCopy());
			}
		} finally {
			tracker.close();
		}
	}
}
