package org.postkontor.check.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Credential;
import org.postkontor.check.AccountCheck.Options;
import org.postkontor.check.CheckReport;
import org.postkontor.check.CheckStep;
import org.postkontor.check.CheckStep.Result;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.problem.internal.CatalogueProblemTexts;
import org.postkontor.testkit.peer.HttpPeer;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.MailSender;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;

/** Services over HTTPS: nobody greets, and one that sees the sign-in only with a mail cannot be tested without one. */
class HttpsServiceTest {
	private CheckFixture fixture;
	private HttpPeer peer;

	@BeforeEach
	void open() throws Exception {
		fixture = new CheckFixture();
		peer = HttpPeer.https(CheckFixture.AUTHORITY.server("localhost"));
	}

	@AfterEach
	void close() throws Exception {
		fixture.close();
		peer.close();
	}

	private Endpoint endpoint(Protocol protocol) {
		return new Endpoint(protocol, "localhost", peer.port(), TlsMode.IMPLICIT, CheckFixture.binding());
	}

	private CheckReport run(Sender sender, boolean testMail) {
		return fixture.check(sender).run(CheckFixture.account(endpoint(sender.protocol)), new Options(testMail), step -> fixture.seen.add(step), null);
	}

	@Test
	void whatSeesTheSignInOnlyWithAMailIsNotTested() {
		CheckReport report = run(new Sender(Protocol.GRAPH, false), false);
		assertTrue(report.passed());
		assertEquals(Result.PASSED, CheckFixture.step(report, "send.tls").result());
		assertEquals(Result.SKIPPED, CheckFixture.step(report, "send.greeting").result());
		CheckStep signIn = CheckFixture.step(report, "send.sign-in");
		assertEquals(Result.SKIPPED, signIn.result());
		Problem why = signIn.problem().orElseThrow();
		assertEquals("check.untested", why.id());
		CatalogueProblemTexts texts = new CatalogueProblemTexts(language -> Map.of());
		assertEquals("The sign-in could not be tested", texts.title(why, Locale.ENGLISH));
		assertEquals("Die Anmeldung konnte nicht geprüft werden", texts.title(why, Locale.GERMAN));
		assertTrue(texts.explanation(why, Locale.GERMAN).contains("localhost"));
		assertEquals("3.1 MB", CheckFixture.step(report, "send.size").detail());
		assertEquals(List.of(), peer.requests());
	}

	@Test
	void aTestMailShowsThatItIsRefused() {
		Sender sender = new Sender(Protocol.GRAPH, false);
		sender.outcome = new SendOutcome.Declined(Problem.of("transport.token-refused", ProblemKind.CREDENTIAL_REFUSED, Fixer.USER, Remedy.SIGN_IN));
		CheckReport report = run(sender, true);
		assertFalse(report.passed());
		assertEquals("transport.token-refused", CheckFixture.step(report, "roundtrip.send").problem().orElseThrow().id());
	}

	@Test
	void whatSeesTheSignInWhenConnectingIsTested() {
		CheckReport report = run(new Sender(Protocol.EWS, true), false);
		assertEquals(Result.PASSED, CheckFixture.step(report, "send.sign-in").result());
		assertEquals(Result.PASSED, CheckFixture.step(report, "send").result());
	}

	@Test
	void claimsThatAreDemandedGoToTheNextRequestForATokenAndNoSecondOneIsAsked() {
		Sender sender = new Sender(Protocol.EWS, true);
		sender.refusal = Problem.of("exchange.claims", ProblemKind.CREDENTIAL_REFUSED, Fixer.USER, Remedy.SIGN_IN).detail("claims", "{}");
		CheckReport report = run(sender, false);
		assertEquals("exchange.claims", CheckFixture.step(report, "send.sign-in").problem().orElseThrow().id());
		assertEquals(List.of("{}"), fixture.broker.claims);
	}

	/** As far as the account test looks at one. */
	private static final class Sender implements MailSender {
		private final Protocol protocol;
		private final boolean authenticated;
		private SendOutcome outcome = new SendOutcome.Accepted("202", Map.of());
		private Problem refusal;

		Sender(Protocol protocol, boolean authenticated) {
			this.protocol = protocol;
			this.authenticated = authenticated;
		}

		@Override
		public Protocol protocol() {
			return protocol;
		}

		@Override
		public SendConnection connect(Endpoint endpoint, Credential credential, IProgressMonitor monitor) throws ProblemException {
			if (refusal != null) {
				throw new ProblemException(refusal);
			}
			return new SendConnection() {
				@Override
				public SendOutcome send(OutgoingMessage message, Set<String> recipients, HandOver handOver, IProgressMonitor progress) {
					return outcome;
				}

				@Override
				public boolean isUsable() {
					return true;
				}

				@Override
				public boolean isAuthenticated() {
					return authenticated;
				}

				@Override
				public OptionalLong maxSize() {
					return OptionalLong.of(3 << 20);
				}

				@Override
				public String description() {
					return "localhost";
				}

				@Override
				public void abort() {
					// nothing is open
				}

				@Override
				public void close() {
					// nothing is open
				}
			};
		}
	}
}
