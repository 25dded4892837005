package org.postkontor.ui.tests.fakes;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.IProgressMonitor;
import org.postkontor.account.Account;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.Credential;
import org.postkontor.auth.Interaction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInBroker;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.UserChoice;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Sign-in without a provider: a browser sign-in waits until the test lets it go, a password must be "richtig". */
public final class FakeBroker implements SignInBroker {
	/** The address at which the browser ends; any other is not the answer. */
	public static final String PASTED = "http://127.0.0.1:50505/?state=fake&code=fake";
	private static final Instant ISSUED = Instant.parse("2026-11-01T08:00:00Z");

	private final Map<String, Session> sessions = new ConcurrentHashMap<>();
	private final Listeners listeners = new Listeners();
	private final List<String> signedOut = new CopyOnWriteArrayList<>();
	private volatile CompletableFuture<Boolean> browser = new CompletableFuture<>();
	private final List<Waiting> waiting = new CopyOnWriteArrayList<>();
	private volatile Set<Direction> askedFor = Set.of();
	private final List<UserChoice> userChoices = new CopyOnWriteArrayList<>();
	private volatile boolean wantsClientSecret;
	private volatile List<Problem> unconfirmed = List.of();
	private volatile Optional<Problem> refusal = Optional.empty();
	private volatile Optional<SignInPrompt.OtherUser> other = Optional.empty();
	private volatile Optional<SignInPrompt.ForeignHosts> foreign = Optional.empty();
	private volatile Optional<SignInPrompt.UserDecision> decision = Optional.empty();

	public void reset() {
		sessions.clear();
		signedOut.clear();
		waiting.clear();
		browser = new CompletableFuture<>();
		userChoices.clear();
		wantsClientSecret = false;
		unconfirmed = List.of();
		refusal = Optional.empty();
		other = Optional.empty();
		foreign = Optional.empty();
		decision = Optional.empty();
		listeners.fire();
	}

	/** The next sign-in ends with this. */
	public void failNextSignIn(Problem problem) {
		refusal = Optional.of(problem);
	}

	/** The provider confirms no sign-out from now on. */
	public void leaveUnconfirmed(Problem problem) {
		unconfirmed = List.of(problem);
	}

	/** In the next sign-in, the account names servers that are none of the provider's. */
	public void leadTo(SignInPrompt.ForeignHosts servers) {
		foreign = Optional.of(servers);
	}

	/** In the next sign-in, somebody else signs in. */
	public void signInAs(SignInPrompt.OtherUser somebody) {
		other = Optional.of(somebody);
	}

	/** What the person decided about somebody else. */
	public Optional<SignInPrompt.UserDecision> decision() {
		return decision;
	}

	/** Which users were to be offered, one for each sign-in so far. */
	public List<UserChoice> userChoices() {
		return List.copyOf(userChoices);
	}

	/** The person has finished in the browser. */
	public void finishInBrowser() {
		browser.complete(true);
	}

	/** Background work came to need this person. */
	public void needs(String provider, String principal) {
		waiting.add(new Waiting(provider, principal, Samples.signInNeeded(), ISSUED));
		listeners.fire();
	}

	/** Tells the listeners. */
	public void changed() {
		listeners.fire();
	}

	public Set<String> sessionIds() {
		return Set.copyOf(sessions.keySet());
	}

	public Set<Direction> askedFor() {
		return askedFor;
	}

	/** The account as it would be after a sign-in, without one. */
	public Account signedIn(Account account) {
		String id = "session-" + account.address();
		String provider = account.endpoints().get(0).auth().provider();
		sessions.put(id, new Session(id, provider, "https://login.kanzlei.test", "client", account.address().toString(),
				List.of(account.address().toString()), Set.of(),
				account.endpoints().stream().map(Endpoint::host).collect(Collectors.toSet()), ISSUED, ISSUED, Map.of(), Map.of()));
		listeners.fire();
		return account.with(account.endpoints().stream().map(e -> e.with(e.auth().signedIn(id))).toList());
	}

	@Override
	public Credential credential(AuthBinding binding, Resource resource, Interaction interaction, IProgressMonitor monitor) throws ProblemException {
		throw new ProblemException(Problem.of("auth.sign-in-needed", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN));
	}

	@Override
	public void challenged(AuthBinding binding, Resource resource, String claims) {
		throw new AssertionError("no claims expected");
	}

	@Override
	public void refused(AuthBinding binding, Resource resource, String challenge) {
		listeners.fire();
	}

	@Override
	public Account signIn(Account account, Set<Direction> directions, UserChoice users, SignInPrompt prompt, IProgressMonitor monitor) throws ProblemException {
		askedFor = Set.copyOf(directions);
		userChoices.add(users);
		Optional<Problem> problem = refusal;
		refusal = Optional.empty();
		if (problem.isPresent()) {
			throw new ProblemException(problem.get());
		}
		if (foreign.isPresent() && !prompt.approveHosts(foreign.get())) {
			throw new ProblemException(Problem.of("auth.foreign-host", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.APPROVE_HOST)
					.with("principal", foreign.get().principal()).with("host", foreign.get().hosts().getFirst()));
		}
		if ("password".equals(account.endpoints().get(0).auth().provider())) {
			askPassword(account, prompt);
			return signedIn(account);
		}
		if (wantsClientSecret) {
			askClientSecret(prompt);
		}
		if (prompt.prefersDeviceCode()) {
			prompt.showDeviceCode(new SignInPrompt.DeviceCode(URI.create("https://login.kanzlei.test/code"), "WDJB-MJHT", ISSUED.plusSeconds(900),
					Optional.of(URI.create("https://login.kanzlei.test/code?user_code=WDJB-MJHT"))));
		} else {
			prompt.openBrowser(new SignInPrompt.BrowserRequest(URI.create("http://127.0.0.1:1/login?state=fake"), "oauth", account.address().toString(),
					List.of(), this::paste));
		}
		awaitBrowser(monitor);
		if (other.isPresent()) {
			decision = Optional.of(prompt.otherUser(other.get()));
		}
		prompt.done();
		waiting.removeIf(w -> account.endpoints().stream().anyMatch(e -> w.concerns(e.auth())));
		return signedIn(account);
	}

	private boolean paste(String address) {
		return address.equals(PASTED) && browser.complete(true);
	}

	private void awaitBrowser(IProgressMonitor monitor) throws ProblemException {
		CompletableFuture<Boolean> waited = browser;
		while (!waited.isDone()) {
			if (monitor.isCanceled()) {
				throw new ProblemException(Problem.of("cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE));
			}
			Pause.briefly();
		}
	}

	/** The registered application has a secret, and it is "geheim". */
	public void wantClientSecret() {
		wantsClientSecret = true;
	}

	private static void askClientSecret(SignInPrompt prompt) throws ProblemException {
		boolean retry = false;
		while (!prompt.askClientSecret(new SignInPrompt.ClientSecretRequest("oauth", "https://login.kanzlei.test", "buero", retry)).use("geheim"::equals)) {
			retry = true;
		}
	}

	private static void askPassword(Account account, SignInPrompt prompt) throws ProblemException {
		boolean retry = false;
		while (!prompt.askPassword(new SignInPrompt.PasswordRequest("password", account.address().toString(), "imap", retry)).use("richtig"::equals)) {
			retry = true;
		}
	}

	@Override
	public SignedOut signOut(Account account, IProgressMonitor monitor) {
		account.endpoints().forEach(e -> e.auth().session().ifPresent(sessions::remove));
		signedOut.add(account.address().toString());
		listeners.fire();
		return new SignedOut(account.with(account.endpoints().stream().map(e -> e.with(e.auth().signedOut())).toList()), unconfirmed);
	}

	@Override
	public Optional<Session> session(AuthBinding binding) {
		return binding.session().map(sessions::get);
	}

	@Override
	public List<Waiting> waiting() {
		return List.copyOf(waiting);
	}

	@Override
	public AutoCloseable listen(Runnable onChange) {
		return listeners.add(onChange);
	}
}
