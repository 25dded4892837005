package org.postkontor.auth.microsoft.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.ADMIN;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.ANNA;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.EWS;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.GRAPH;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.GRAPH_RIGHT;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.IMAP;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.IMAP_RIGHT;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.POP3;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.PRIVATE;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.SMTP;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.SMTP_RIGHT;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.binding;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.request;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.sending;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.token;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.auth.Session;
import org.postkontor.auth.UserChoice;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.CredentialRequest;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

class RightsTest {
	private static final Set<String> BASE = Set.of("openid", "profile", "offline_access");
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
	void whoOnlySendsIsNeverAskedForReading() throws Exception {
		Session session = world.signIn(sending(ANNA));
		assertEquals(withBase(SMTP_RIGHT), world.asked());
		world.idp.tokenRequests().forEach(form -> assertFalse(form.get("scope").contains("IMAP"), form.get("scope")));
		assertEquals(Set.of(SMTP_RIGHT), world.idp.rights(token(world.credential(session, SMTP, false))));
	}

	@Test
	void whoSendsByGraphIsAskedForThatOnly() throws Exception {
		Session session = world.signIn(request(binding(ANNA), Set.of(Direction.SEND), IMAP, GRAPH));
		assertEquals(withBase(GRAPH_RIGHT), world.asked());
		assertEquals(Set.of(GRAPH_RIGHT), world.idp.rights(token(world.credential(session, GRAPH, false))));
	}

	@Test
	void whoSendsFromASharedMailboxByGraphIsAskedForThat() throws Exception {
		AuthBinding shared = new AuthBinding("microsoft", ADMIN, "kanzlei@example.test", Optional.empty(), binding(ADMIN).settings());
		Session session = world.signIn(request(shared, Set.of(Direction.SEND), GRAPH));
		assertEquals(withBase(GRAPH_RIGHT + ".Shared"), world.asked());
		AuthProvider.Grant grant = world.provider().credential(session, new CredentialRequest(shared, GRAPH, false), null);
		assertEquals("kanzlei@example.test", grant.credential().user());
		assertEquals(Set.of(GRAPH_RIGHT + ".Shared"), world.idp.rights(token(grant)));
	}

	@Test
	void exchangeWebServicesHaveOneRightForAll() throws Exception {
		Session session = world.signIn(request(binding(ADMIN), Set.of(Direction.SEND), EWS));
		assertEquals(withBase("https://outlook.office.com/EWS.AccessAsUser.All"), world.asked());
		assertEquals(Set.of("https://outlook.office.com/EWS.AccessAsUser.All"), world.idp.rights(token(world.credential(session, EWS, false))));
	}

	@Test
	void eachProtocolHasItsOwnRight() throws Exception {
		world.signIn(request(binding(PRIVATE), Set.of(Direction.RECEIVE), POP3, SMTP));
		assertEquals(withBase("https://outlook.office.com/POP.AccessAsUser.All"), world.asked());
	}

	@Test
	void receivingIsAddedLaterWithoutGivingUpSending() throws Exception {
		Session sending = world.signIn(sending(PRIVATE));
		Session both = world.signIn(again(PRIVATE, Set.of(Direction.RECEIVE), sending));
		assertEquals(withBase(IMAP_RIGHT), world.asked());
		assertEquals(sending.id(), both.id());
		assertEquals(Set.of(SMTP_RIGHT, IMAP_RIGHT), both.scopes());
		assertEquals(Set.of(SMTP_RIGHT, IMAP_RIGHT), world.idp.rights(token(world.credential(both, SMTP, false))));
		assertEquals(2, world.idp.tokenRequests().size(), "one token serves both protocols of one resource");
	}

	@Test
	void aRightThatWasNeverAskedForNeedsTheConsentOfThePerson() throws Exception {
		Session sending = world.signIn(sending(PRIVATE));
		Problem problem = assertThrows(ProblemException.class, () -> world.credential(sending, IMAP, false)).problem();
		assertEquals("auth.consent-missing", problem.id());
		assertEquals(ProblemKind.CONSENT_NEEDED, problem.kind());
		assertEquals("consent_required", problem.details().get("suberror"));
		world.credential(sending, SMTP, false);
	}

	@Test
	void readingNeedsTheAdministratorOfAnOffice() {
		Problem problem = assertThrows(ProblemException.class, () -> world.signIn(MicrosoftWorld.both(ANNA))).problem();
		assertEquals(ProblemKind.CONSENT_NEEDED, problem.kind());
		assertTrue(problem.details().get("description").startsWith("AADSTS90094"), problem.details().toString());
	}

	@Test
	void severalResourcesAreServedByOneRefreshTokenWithOneRequestEach() throws Exception {
		Session session = world.signIn(request(binding(ADMIN), Set.of(Direction.SEND, Direction.RECEIVE), IMAP, GRAPH));
		assertEquals(withBase(IMAP_RIGHT, GRAPH_RIGHT), world.asked());
		assertEquals(1, world.opened.size());
		assertEquals(List.of("authorization_code", "refresh_token"), world.idp.tokenRequests().stream().map(form -> form.get("grant_type")).toList());
		assertFalse(world.idp.tokenRequests().get(0).get("scope").contains("graph"));
		assertFalse(world.idp.tokenRequests().get(1).get("scope").contains("outlook"));
		assertEquals(Set.of(IMAP_RIGHT), world.idp.rights(token(world.credential(session, IMAP, false))));
		assertEquals(Set.of(GRAPH_RIGHT), world.idp.rights(token(world.credential(session, GRAPH, false))));
		assertEquals(2, world.idp.tokenRequests().size(), "both tokens came with the sign-in");
		AuthProvider.Grant graph = world.credential(session, GRAPH, true);
		assertEquals(Set.of(IMAP_RIGHT), world.idp.rights(token(world.credential(graph.changed().orElseThrow(), IMAP, true))));
	}

	@Test
	void onlyHttpsResourcesAnnounceThatTheyUnderstandClaims() throws Exception {
		Session session = world.signIn(request(binding(ADMIN), Set.of(Direction.SEND, Direction.RECEIVE), IMAP, GRAPH));
		assertFalse(world.idp.tokenRequests().get(0).containsKey("claims"));
		assertTrue(world.idp.tokenRequests().get(1).get("claims").contains("cp1"));
		world.credential(session, IMAP, true);
		assertFalse(world.idp.tokenRequests().getLast().containsKey("claims"));
	}

	@Test
	void anAnswerWithoutTheRightIsNoSignIn() {
		world.idp.nextTokenAnswer(org.postkontor.testkit.peer.HttpAnswer.json(200, "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":3600,"
				+ "\"scope\":\"openid\",\"id_token\":\"x.e30.x\",\"client_info\":\"e30\"}"));
		ProblemException e = assertThrows(ProblemException.class, () -> world.signIn(sending(ANNA)));
		assertTrue(Set.of("auth.id-token", "auth.provider-answer").contains(e.problem().id()), e.problem().id());
	}

	private static SignInRequest again(String user, Set<Direction> directions, Session previous) {
		SignInRequest first = request(binding(user), directions, IMAP, SMTP);
		return new SignInRequest(first.binding(), first.address(), first.resources(), directions, UserChoice.SUGGESTED, Optional.of(previous),
				Optional.empty());
	}

	private static Set<String> withBase(String... scopes) {
		Set<String> all = new java.util.HashSet<>(BASE);
		all.addAll(List.of(scopes));
		return all;
	}
}
