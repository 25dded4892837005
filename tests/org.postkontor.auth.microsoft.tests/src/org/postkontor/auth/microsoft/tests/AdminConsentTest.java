package org.postkontor.auth.microsoft.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.ADMIN;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.ANNA;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.IMAP;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.IMAP_RIGHT;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.PRIVATE;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.SMTP;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.SMTP_RIGHT;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.binding;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.both;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.browser;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.query;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.request;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.sending;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.token;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.account.Direction;
import org.postkontor.auth.Session;
import org.postkontor.auth.UserChoice;
import org.postkontor.auth.spi.AdminConsent;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

class AdminConsentTest {
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
	void theLinkNamesTheRightsOfTheDirectionsAndNeverTheCommonTenant() throws Exception {
		AdminConsent.Link link = world.provider().link(both(ANNA));
		assertEquals("https://login.microsoftonline.com/organizations/v2.0/adminconsent", link.link().toString().split("\\?")[0]);
		Map<String, String> query = query(link.link());
		assertEquals(List.of(SMTP_RIGHT, IMAP_RIGHT).stream().sorted().toList(), link.scopes().stream().filter(scope -> scope.startsWith("https")).toList());
		assertEquals(String.join(" ", link.scopes()), query.get("scope"));
		assertEquals("http://localhost", query.get("redirect_uri"));
		assertEquals(MicrosoftWorld.APP, query.get("client_id"));
		assertFalse(query.get("state").isEmpty());
		assertEquals("kanzlei.example.test", link.organisation());
		assertEquals(List.of(), world.calls);
		assertFalse(world.provider().link(sending(ANNA)).scopes().contains(IMAP_RIGHT));
	}

	@Test
	void aKnownOrganisationIsNamedInTheLink() throws Exception {
		SignInRequest named = request(binding(ANNA, "tenant", "kanzlei.example.test"), Set.of(Direction.RECEIVE), IMAP);
		assertTrue(world.provider().link(named).link().getPath().startsWith("/kanzlei.example.test/"));
		Session session = world.signIn(sending(ANNA));
		SignInRequest later = new SignInRequest(binding(ANNA), named.address(), named.resources(), named.directions(), UserChoice.SUGGESTED,
				Optional.of(session), Optional.empty());
		assertTrue(world.provider().link(later).link().getPath().startsWith("/" + MicrosoftWorld.OFFICE.id() + "/"));
	}

	@ParameterizedTest
	@CsvSource({ "bert@outlook.com,common", "anna.muster@kanzlei.example.test,consumers" })
	void aPersonalAccountHasNoAdministrator(String user, String tenant) {
		ProblemException e = assertThrows(ProblemException.class,
				() -> world.provider().link(request(binding(user, "tenant", tenant), Set.of(Direction.RECEIVE), IMAP)));
		assertEquals("auth.microsoft.no-organisation", e.problem().id());
		assertEquals(ProblemKind.CONFIGURATION, e.problem().kind());
	}

	@Test
	void afterTheAdministratorConsentedTheUserSignsInAndNotTheAdministrator() throws Exception {
		assertThrows(ProblemException.class, () -> world.signIn(both(ANNA)));
		int requests = world.idp.tokenRequests().size();
		assertTrue(world.provider().grant(both(ANNA), world.person(ADMIN), null));
		assertEquals(requests, world.idp.tokenRequests().size(), "consent fetches no token, so nothing is bound to the administrator");
		Session session = world.signIn(both(ANNA));
		assertEquals(List.of(ANNA), session.names());
		assertEquals(Set.of(SMTP_RIGHT, IMAP_RIGHT), world.idp.rights(token(world.credential(session, IMAP, false))));
	}

	@Test
	void theConsentPageCanBeAnsweredByPasting() throws Exception {
		PastingPerson person = new PastingPerson(world, browser(ADMIN));
		assertTrue(world.provider().grant(both(ANNA), person, null));
		assertEquals(List.of(false, true), person.taken);
	}

	@ParameterizedTest
	@CsvSource({ "true,65004", "false,90094" })
	void aConsentThatWasNotGivenIsExplained(boolean declined, String number) {
		BrowserPerson person = world.person(declined ? browser(ADMIN).denying() : browser(ANNA));
		ProblemException e = assertThrows(ProblemException.class, () -> world.provider().grant(both(ANNA), person, null));
		assertEquals(ProblemKind.CONSENT_NEEDED, e.problem().kind());
		assertTrue(e.problem().details().get("description").startsWith("AADSTS" + number), e.problem().toString());
	}

	@Test
	void whoeverWaitsForTheAdministratorAsksSilently() throws Exception {
		Session identity = world.provider().identify(both(ANNA), world.person(ANNA), null);
		assertEquals(Set.of("openid", "profile", "offline_access", "email"), world.asked());
		assertEquals(List.of(ANNA), identity.names());
		AdminConsent.Granted before = world.provider().isGranted(identity, both(ANNA), null);
		assertFalse(before.granted());
		world.provider().grant(both(ANNA), world.person(ADMIN), null);
		int pages = world.opened.size();
		AdminConsent.Granted after = world.provider().isGranted(before.session(), both(ANNA), null);
		assertTrue(after.granted());
		assertEquals(pages, world.opened.size());
		assertEquals(List.of(ANNA), after.session().names());
		assertEquals(Set.of(SMTP_RIGHT, IMAP_RIGHT), world.idp.rights(token(world.credential(after.session(), SMTP, false))));
	}

	@Test
	void aProviderThatCannotBeReachedSaysNothingAboutConsent() throws Exception {
		Session identity = world.provider().identify(both(ANNA), world.person(ANNA), null);
		world.idp.nextTokenError(503, "temporarily_unavailable", "", 90033);
		ProblemException e = assertThrows(ProblemException.class, () -> world.provider().isGranted(identity, both(ANNA), null));
		assertTrue(e.problem().kind().isTransient(), e.problem().toString());
		world.idp.revokeAll(ANNA);
		assertEquals(ProblemKind.SIGN_IN_NEEDED,
				assertThrows(ProblemException.class, () -> world.provider().isGranted(identity, both(ANNA), null)).problem().kind());
	}

	@Test
	void somebodyWithAPersonalAccountConsentsByThemselves() throws Exception {
		Session session = world.signIn(request(binding(PRIVATE), Set.of(Direction.RECEIVE, Direction.SEND), IMAP, SMTP));
		assertTrue(world.provider().isGranted(session, both(PRIVATE), null).granted());
	}
}
