package org.postkontor.outbox.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.net.internal.InetNameLookup;
import org.postkontor.net.internal.NodelaySocketFactories;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemKind;
import org.postkontor.testkit.peer.Reaction;

/** A proxy between the office and the world (fault catalogue 52); mail goes through SOCKS, since HTTP proxies let only web ports pass. */
class ProxyFaultsTest extends FaultCase {
	private SocksRelay proxy;

	@BeforeEach
	void behindAProxy() throws IOException {
		proxy = new SocksRelay();
		InetNameLookup names = new InetNameLookup();
		stage.rig.realSender = stage.sender(new NodelaySocketFactories(stage.policy(), names,
				host -> Optional.of(InetSocketAddress.createUnresolved("127.0.0.1", proxy.port()))), names);
	}

	@Override
	@AfterEach
	void invariants() throws Exception {
		try (SocksRelay ended = proxy) {
			super.invariants();
		}
	}

	/** The proxy dies when the server comes to the event, and is there again for the next connection. */
	private void dieAt(String event) {
		stage.smtp.faults().next(event, client -> {
			proxy.die();
			return Reaction.reset().react(client);
		});
	}

	@Test
	void case52MailGoesThroughTheProxy() throws Exception {
		OutboxId id = stage.submit(1);
		stage.rig.drain();
		assertEquals(MailState.FILED, stage.rig.state(id));
		assertEquals(1, proxy.relayed());
		assertEquals(1, stage.smtp.server().connections());
	}

	@Test
	void case52AProxyThatWantsASignInIsBlamedAndTheMailWaits() throws Exception {
		proxy.wantSignIn(true);
		stage.endsBy(() -> proxy.wantSignIn(false));
		OutboxId id = stage.submit(1);
		stage.rig.drain();
		assertEquals(MailState.QUEUED, stage.rig.state(id));
		assertEquals(0, stage.rig.entry(id).attempts());
		assertEquals("net.proxy-failed", stage.paused().id());
		assertEquals(0, stage.smtp.server().connections());
	}

	@ParameterizedTest
	@ValueSource(strings = { "AUTH", "MAIL", "RCPT", "DATA" })
	void case52AProxyThatDiesBeforeTheDotLeavesNoDoubt(String event) throws Exception {
		OutboxId id = stage.submit(1);
		dieAt(event);
		stage.rig.drain();
		assertEquals(MailState.QUEUED, stage.rig.state(id));
		assertEquals(0, stage.rig.entry(id).attempts());
		assertEquals(ProblemKind.NETWORK, stage.paused().kind());
	}

	@Test
	void case52AProxyThatDiesAfterTheDotLeavesADoubt() throws Exception {
		OutboxId id = stage.submit(1);
		dieAt("ACCEPTED");
		stage.rig.drain();
		assertEquals(MailState.IN_DOUBT, stage.rig.state(id));
		assertTrue(stage.isRunning());
		assertEquals(1, stage.deliveries(id));
	}
}
