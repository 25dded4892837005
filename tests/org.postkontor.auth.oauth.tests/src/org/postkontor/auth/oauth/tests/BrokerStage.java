package org.postkontor.auth.oauth.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import org.postkontor.account.Account;
import org.postkontor.account.AccountId;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Home;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.account.Scope;
import org.postkontor.account.TlsMode;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignIns;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.internal.AuthProblems;
import org.postkontor.auth.internal.broker.LockingSignInBroker;
import org.postkontor.auth.internal.broker.Sessions;
import org.postkontor.auth.internal.broker.StoredSignIns;
import org.postkontor.auth.internal.vault.DataKey;
import org.postkontor.auth.internal.vault.EncryptedFileTokenVault;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.problem.internal.CatalogueProblemTexts;

/** Broker, vault and provider in front of an identity provider; and what must hold for every problem. */
final class BrokerStage implements AutoCloseable {
	private static final Set<Direction> BOTH = Set.of(Direction.RECEIVE, Direction.SEND);

	final OidcWorld world = new OidcWorld();
	final SignInBroker broker;
	final SignIns signIns;
	final TokenVault vault;
	private final ProblemTexts texts = new CatalogueProblemTexts(BrokerStage::authTexts);

	BrokerStage(Path home) throws Exception {
		this(home, DataKey.random(new SecureRandom()));
	}

	BrokerStage(Path home, DataKey key) throws Exception {
		Home folder = new Home(home, true);
		vault = vault(folder, key);
		Sessions sessions = new Sessions(new OneProvider(world), vault, new NoAccounts(), folder, world.clock, OidcWorld.EXPLANATIONS);
		broker = new LockingSignInBroker(sessions);
		signIns = new StoredSignIns(sessions);
	}

	/** As another process would have it. */
	TokenVault vault(Home home, DataKey key) {
		return new EncryptedFileTokenVault(home, mayCreate -> key, world.clock, new SecureRandom());
	}

	AuthBinding signedIn() throws ProblemException {
		return signIn(world.binding());
	}

	AuthBinding signIn(AuthBinding binding) throws ProblemException {
		return broker.signIn(account(binding), BOTH, world.anna(), null).endpoints().getFirst().auth();
	}

	String token(AuthBinding binding) throws ProblemException {
		Credential.BearerToken bearer = (Credential.BearerToken) broker.credential(binding, OidcWorld.IMAP,
				Interaction.FORBIDDEN, null);
		return OidcWorld.text(bearer.token());
	}

	Problem refused(AuthBinding binding) {
		return assertThrows(ProblemException.class, () -> token(binding)).problem();
	}

	String refreshToken(AuthBinding binding) throws ProblemException {
		return OidcWorld.text(broker.session(binding).orElseThrow().secrets().get("refresh"));
	}

	/** Both languages say it, with every value filled in. */
	void assertExplained(Problem problem) {
		for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
			String title = texts.title(problem, locale);
			String text = texts.explanation(problem, locale);
			assertFalse(title.contains(problem.id()), title);
			assertFalse(title.startsWith("?") || title.contains(" ? ") || text.contains("{") || text.contains(" ? "), title + text);
			assertTrue(text.length() > 20, text);
			assertFalse(texts.action(problem, locale).isBlank(), problem.id());
			assertFalse(texts.fixer(problem, locale).isBlank(), problem.id());
		}
		assertNotEquals(texts.title(problem, Locale.GERMAN), texts.title(problem, Locale.ENGLISH));
	}

	private static Account account(AuthBinding binding) throws ProblemException {
		return new Account(AccountId.create(), "Anna", MailAddress.parse(OidcWorld.ANNA), "", Scope.EMPLOYEE,
				List.of(new Endpoint(Protocol.IMAP, "imap.example.test", 993, TlsMode.IMPLICIT, binding),
						new Endpoint(Protocol.SMTP, "smtp.example.test", 465, TlsMode.IMPLICIT, binding)));
	}

	private static Map<String, String> authTexts(String language) {
		Properties texts = new Properties();
		try (var in = AuthProblems.class.getResourceAsStream("auth-problems" + (language.isEmpty() ? "" : "_" + language) + ".properties")) {
			if (in != null) {
				texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
			}
		} catch (IOException e) {
			throw new AssertionError(e);
		}
		Map<String, String> all = new HashMap<>();
		texts.stringPropertyNames().forEach(key -> all.put(key, texts.getProperty(key)));
		return all;
	}

	@Override
	public void close() {
		world.close();
	}
}
