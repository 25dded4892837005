package org.postkontor.auth.microsoft.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.ANNA;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.APP;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.SMTP;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.binding;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.both;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.request;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.sending;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.auth.spi.RegistrationCheck.Finding;
import org.postkontor.auth.spi.RegistrationCheck.Result;
import org.postkontor.auth.spi.RegistrationCheck.Step;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.Problem;
import org.postkontor.testkit.idp.MicrosoftApp;

class RegistrationCheckTest {
	MicrosoftWorld world;

	@BeforeEach
	void open() throws IOException {
		world = new MicrosoftWorld();
	}

	@AfterEach
	void close() {
		world.close();
		assertEquals(List.of(), world.browserFailures);
	}

	@Test
	void aRightRegistrationPassesAllSteps() {
		List<Finding> findings = check(sending(ANNA));
		assertEquals(List.of(Step.values()), findings.stream().map(Finding::step).toList());
		assertTrue(findings.stream().allMatch(finding -> finding.problem().isEmpty()), findings.toString());
	}

	@Test
	void anUnknownClientIsFoundWithoutAPerson() {
		assertMistake(Step.CLIENT_KNOWN, "700016", check(request(binding(ANNA, "clientId", "another"), Set.of(Direction.SEND), SMTP)));
		assertEquals(List.of(), world.opened);
	}

	@Test
	void anUnknownOrganisationIsFoundWithoutAPerson() {
		assertMistake(Step.ENDPOINTS, "90002", check(request(binding(ANNA, "tenant", "nobody.example.test"), Set.of(Direction.SEND), SMTP)));
		assertEquals(List.of(), world.opened);
	}

	@Test
	void aRegistrationForOneOrganisationNeedsItsTenant() {
		world.idp.add(MicrosoftApp.desktop(APP).onlyFor(MicrosoftWorld.OFFICE));
		assertMistake(Step.CLIENT_KNOWN, "50194", check(sending(ANNA)));
	}

	@Test
	void aMissingRedirectAddressIsFoundWithoutAPerson() {
		world.idp.add(MicrosoftApp.desktop(APP).withoutRedirect());
		assertMistake(Step.REDIRECT, "50011", check(sending(ANNA)));
		assertEquals(List.of(), world.opened);
	}

	@Test
	void aClientThatIsNotPublicIsFoundWithoutAPerson() {
		world.idp.add(MicrosoftApp.desktop(APP).withoutPublicFlows());
		assertMistake(Step.CLIENT_KIND, "7000218", check(sending(ANNA)));
		assertEquals(List.of(), world.opened);
	}

	@Test
	void theWrongPlatformShowsWhenTheCodeIsRedeemed() {
		world.idp.add(MicrosoftApp.desktop(APP).on(MicrosoftApp.Platform.WEB));
		assertMistake(Step.CLIENT_KIND, "7000218", check(sending(ANNA)));
		world.idp.add(MicrosoftApp.desktop(APP).on(MicrosoftApp.Platform.SPA));
		assertMistake(Step.CLIENT_KIND, "9002327", check(sending(ANNA)));
	}

	@Test
	void aRefreshTokenOfABrowserApplicationIsFound() {
		SignInRequest request = sending(ANNA);
		List<Finding> findings = world.provider().check(request, new BeforeRefresh(world), null);
		assertMistake(Step.REFRESH, "700084", findings);
	}

	@Test
	void rightsThatWereNotGivenAreNamed() {
		assertMistake(Step.RIGHTS, "90094", check(both(ANNA)));
	}

	@Test
	void aMissingClientIdIsNamedFirst() {
		List<Finding> findings = check(request(AuthBinding.of("microsoft", ANNA, Map.of()), Set.of(Direction.SEND), SMTP));
		assertEquals("auth.client-unknown", findings.getLast().problem().orElseThrow().id());
	}

	@Test
	void withoutTheNetworkTheFirstStepSaysSo() {
		world.offline = true;
		List<Finding> findings = check(sending(ANNA));
		assertEquals(List.of(Step.ENDPOINTS), findings.stream().map(Finding::step).toList());
		assertEquals(Optional.of("net.unreachable"), findings.getLast().problem().map(Problem::id));
	}

	@Test
	void whatOnlyASignInShowsIsUnknownWhenNobodySignsIn() {
		List<Finding> findings = world.provider().check(sending(ANNA), new LeavingPerson(), null);
		assertEquals(List.of(Result.PASSED, Result.PASSED, Result.PASSED, Result.PASSED, Result.UNKNOWN, Result.UNKNOWN),
				findings.stream().map(Finding::result).toList(), findings.toString());
	}

	private List<Finding> check(SignInRequest request) {
		return world.provider().check(request, world.person(ANNA), null);
	}

	/** All steps before passed, none comes after. */
	private static void assertMistake(Step step, String number, List<Finding> findings) {
		Finding last = findings.getLast();
		assertEquals(step, last.step(), findings.toString());
		assertTrue(last.problem().orElseThrow().details().get("description").startsWith("AADSTS" + number), findings.toString());
		assertTrue(findings.stream().limit(findings.size() - 1).allMatch(finding -> finding.problem().isEmpty()), findings.toString());
	}
}
