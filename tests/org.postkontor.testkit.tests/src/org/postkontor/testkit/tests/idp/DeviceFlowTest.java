package org.postkontor.testkit.tests.idp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.testkit.tests.idp.IdpHarness.text;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.testkit.idp.BrowserResult;
import org.postkontor.testkit.idp.ScriptedBrowser;

import com.google.gson.JsonObject;

class DeviceFlowTest {

	private IdpHarness world;
	private JsonObject codes;

	@BeforeEach
	void start() throws Exception {
		world = new IdpHarness();
		codes = world.post(world.idp.deviceAuthorizationEndpoint(),
				Map.of("client_id", "postkontor-demo", "scope", "openid offline_access mail"));
	}

	@AfterEach
	void stop() {
		world.close();
	}

	private JsonObject poll() throws Exception {
		return world.post(world.idp.tokenEndpoint(),
				Map.of("grant_type", "urn:ietf:params:oauth:grant-type:device_code", "client_id", "postkontor-demo",
						"device_code", text(codes, "device_code")));
	}

	@Test
	void isPendingUntilTheUserDecides() throws Exception {
		assertEquals("authorization_pending", text(poll(), "error"));
		assertTrue(world.idp.approveDevice(text(codes, "user_code"), IdpHarness.ANNA));
		world.clock.advance(Duration.ofSeconds(5));
		assertNotEquals("", text(poll(), "access_token"));
	}

	@Test
	void pollingTooEarlyGetsSlowDownAndALongerInterval() throws Exception {
		poll();
		world.clock.advance(Duration.ofSeconds(4));
		assertEquals("slow_down", text(poll(), "error"));
		world.clock.advance(Duration.ofSeconds(6));
		assertEquals("slow_down", text(poll(), "error"));
		world.clock.advance(Duration.ofSeconds(15));
		assertEquals("authorization_pending", text(poll(), "error"));
	}

	@Test
	void aPersonApprovesOnTheDevicePage() throws Exception {
		BrowserResult page = ScriptedBrowser.of(IdpHarness.ANNA, IdpHarness.PASSWORD)
				.signIn(URI.create(text(codes, "verification_uri_complete")));
		assertTrue(page.page().contains("Fertig"), page.page());
		assertNotEquals("", text(poll(), "access_token"));
	}

	@Test
	void aRefusalEndsThePolling() throws Exception {
		world.idp.denyDevice(text(codes, "user_code").toLowerCase().replace("-", " "));
		assertEquals("access_denied", text(poll(), "error"));
	}

	@Test
	void anOldCodeHasExpired() throws Exception {
		world.clock.advance(Duration.ofMinutes(11));
		assertEquals("expired_token", text(poll(), "error"));
	}
}
