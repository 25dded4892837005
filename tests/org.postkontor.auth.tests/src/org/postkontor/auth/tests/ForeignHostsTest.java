package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.fakes.Typist;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.Remedy;

/** A provider that lists its servers, and an account that names others: signing in alone is no approval. */
class ForeignHostsTest {
	private static final Set<Direction> BOTH = Set.of(Direction.RECEIVE, Direction.SEND);
	private static final Resource FOREIGN = new Resource(Protocol.IMAP, "imap.kanzlei.test", 993);

	@TempDir
	Path home;
	BrokerWorld world;
	SignInBroker broker;
	final List<SignInPrompt.ForeignHosts> asked = new ArrayList<>();

	@BeforeEach
	void open() {
		world = new BrokerWorld(home);
		broker = world.broker();
	}

	@Test
	void theProvidersOwnServersAreNotAskedFor() throws ProblemException {
		broker.signIn(account(), BOTH, new Person(false), null);
		assertEquals(List.of(), asked);
	}

	@Test
	void aServerThatIsNotApprovedEndsTheSignInBeforeItBegins() throws ProblemException {
		ProblemException e = assertThrows(ProblemException.class, () -> broker.signIn(withForeign(), BOTH, new Person(false), null));
		assertEquals("auth.foreign-host", e.problem().id());
		assertEquals(Remedy.APPROVE_HOST, e.problem().remedy());
		assertEquals(List.of(new SignInPrompt.ForeignHosts("scripted", "anna@example.test", List.of("imap.kanzlei.test"))), asked);
		assertEquals(List.of(), world.provider.signIns);
		assertEquals(List.of(), world.vault.sessions());
	}

	@Test
	void aPromptThatCannotAskApprovesNothing() throws ProblemException {
		ProblemException e = assertThrows(ProblemException.class, () -> broker.signIn(withForeign(), BOTH, new Typist(""), null));
		assertEquals("auth.foreign-host", e.problem().id());
	}

	@Test
	void anApprovedServerGetsTheCredentialAndIsRemembered() throws ProblemException {
		Account bound = broker.signIn(withForeign(), BOTH, new Person(true), null);
		Credential credential = broker.credential(bound.endpoints().getFirst().auth(), FOREIGN, Interaction.FORBIDDEN, null);
		assertEquals("anna@example.test", credential.user());
		broker.signIn(bound, BOTH, new Person(false), null);
		assertEquals(1, asked.size());
	}

	@Test
	void anApprovalForOneServerIsNoneForAnother() throws ProblemException {
		Account bound = broker.signIn(withForeign(), BOTH, new Person(true), null);
		Account moved = bound.with(bound.endpoints().stream().map(each -> each.movedTo("smtp.kanzlei.test", each.port(), each.tls())).toList());
		assertThrows(ProblemException.class, () -> broker.signIn(moved, BOTH, new Person(false), null));
		assertEquals(List.of("smtp.kanzlei.test"), asked.getLast().hosts());
	}

	@Test
	void aPasswordBelongsToTheServerItIsTypedFor() throws ProblemException {
		broker.signIn(Samples.account(Samples.binding("password"), Samples.binding("password")), BOTH, new Person(false), null);
		assertEquals(List.of(), asked);
	}

	private static Account account() {
		return Samples.account(Samples.binding("scripted"), Samples.binding("scripted"));
	}

	private static Account withForeign() {
		Account account = account();
		return account.with(account.endpoints().getFirst().movedTo(FOREIGN.host(), FOREIGN.port(), account.endpoints().getFirst().tls()));
	}

	private final class Person extends Typist {
		private final boolean approves;

		Person(boolean approves) {
			super("typed");
			this.approves = approves;
		}

		@Override
		public boolean approveHosts(ForeignHosts foreign) {
			asked.add(foreign);
			return approves;
		}
	}
}
