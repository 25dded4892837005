package org.postkontor.cli.tests.fake;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.TokenVault;
import org.postkontor.auth.UserChoice;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;

/** A broker that signs in as the prompt says, and the vault behind it. */
public final class FakeSignIn implements SignInBroker, TokenVault {
	public static final URI LINK = URI.create("https://login.example.test/authorize?state=abc");
	/** Where the browser ends. */
	public static final String ANSWER = "http://127.0.0.1:9/?code=geheim&state=abc";

	public Optional<ProblemKind> signInFails = Optional.empty();
	public Optional<ProblemKind> signOutFails = Optional.empty();
	public List<Problem> unconfirmed = List.of();
	public Optional<ProblemKind> vaultFails = Optional.empty();
	public Optional<SignInPrompt.OtherUser> otherUser = Optional.empty();
	public Optional<SignInPrompt.ForeignHosts> foreignHosts = Optional.empty();
	public Optional<SignInPrompt.UserDecision> decision = Optional.empty();
	public UserChoice users = UserChoice.SUGGESTED;
	public boolean wantsClientSecret;
	public String clientSecret = "";
	public boolean waitsForPaste;
	public final List<String> pasted = new CopyOnWriteArrayList<>();
	public boolean refusesPasswords;
	public Set<Direction> directions = Set.of();
	public String password = "";
	public final List<String> calls = new ArrayList<>();

	@Override
	public Account signIn(Account account, Set<Direction> wanted, UserChoice users, SignInPrompt prompt, IProgressMonitor monitor) throws ProblemException {
		calls.add("signIn " + account.address());
		directions = wanted;
		this.users = users;
		if (signInFails.isPresent()) {
			throw Problems.exception(signInFails.get());
		}
		AuthBinding auth = account.endpoints().get(0).auth();
		if (foreignHosts.isPresent() && !prompt.approveHosts(foreignHosts.get())) {
			throw Problems.exception(ProblemKind.CONFIGURATION);
		}
		if (auth.provider().equals("password")) {
			password = ask(prompt, auth, false);
			if (refusesPasswords) {
				password = ask(prompt, auth, true);
			}
		} else if (wantsClientSecret) {
			clientSecret = prompt.askClientSecret(new SignInPrompt.ClientSecretRequest("Example", "https://login.example.test", "office-app", false)).use(s -> s);
		} else if (prompt.prefersDeviceCode()) {
			prompt.showDeviceCode(new SignInPrompt.DeviceCode(URI.create("https://login.example.test/device"), "ABCD-EFGH", Instant.EPOCH));
		} else {
			CountDownLatch answer = new CountDownLatch(waitsForPaste ? 1 : 0);
			prompt.openBrowser(new SignInPrompt.BrowserRequest(LINK, "Example", auth.principal(), List.of("offline_access", "mail.send"), text -> {
				pasted.add(text);
				if (text.equals(ANSWER)) {
					answer.countDown();
				}
				return text.equals(ANSWER);
			}));
			await(answer);
		}
		prompt.done();
		if (otherUser.isPresent()) {
			decision = Optional.of(prompt.otherUser(otherUser.get()));
			if (decision.get() == SignInPrompt.UserDecision.REFUSE) {
				throw Problems.exception(ProblemKind.SIGN_IN_NEEDED);
			}
		}
		return account.with(account.endpoints().stream().map(e -> e.with(e.auth().signedIn("session"))).toList());
	}

	private static void await(CountDownLatch answer) throws ProblemException {
		try {
			if (!answer.await(10, TimeUnit.SECONDS)) {
				throw Problems.exception(ProblemKind.TIMEOUT);
			}
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}

	private static String ask(SignInPrompt prompt, AuthBinding auth, boolean retry) throws ProblemException {
		Secret secret = prompt.askPassword(new SignInPrompt.PasswordRequest("Password", auth.principal(), "mail.example.test", retry));
		return secret.use(s -> s);
	}

	@Override
	public SignedOut signOut(Account account, IProgressMonitor monitor) throws ProblemException {
		calls.add("signOut " + account.address());
		if (signOutFails.isPresent()) {
			throw Problems.exception(signOutFails.get());
		}
		List<Endpoint> signedOut = account.endpoints().stream().map(e -> e.with(e.auth().signedOut())).toList();
		return new SignedOut(account.with(signedOut), unconfirmed);
	}

	@Override
	public Credential credential(AuthBinding binding, Resource resource, Interaction interaction, IProgressMonitor monitor) throws ProblemException {
		throw Problems.exception(ProblemKind.SIGN_IN_NEEDED);
	}

	@Override
	public void challenged(AuthBinding binding, Resource resource, String claims) {
		throw new AssertionError("no claims expected");
	}

	@Override
	public void refused(AuthBinding binding, Resource resource, String challenge) {
		calls.add("refused");
	}

	@Override
	public Optional<Session> session(AuthBinding binding) {
		return Optional.empty();
	}

	@Override
	public List<Waiting> waiting() {
		return List.of();
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		return () -> onChange.hashCode();
	}

	@Override
	public Optional<Session> read(String id) {
		return Optional.empty();
	}

	@Override
	public void write(Session session) {
		calls.add("write");
	}

	@Override
	public void remove(String id) {
		calls.add("remove");
	}

	@Override
	public List<Session> sessions() throws ProblemException {
		if (vaultFails.isPresent()) {
			throw Problems.exception(vaultFails.get());
		}
		return List.of();
	}

	@Override
	public State state() {
		return State.ENCRYPTED;
	}
}
