package org.postkontor.ui.tests.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.postkontor.account.Protocol;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Sign-in in the browser, a password, and one of a third party that takes the place of another; more can be installed while the product runs. */
public final class FakeProviders implements AuthProviders {
	private static final String OWN = "org.postkontor.auth.oauth";
	private static final Map<String, String> SCOPES = Map.of("scopes.receive", "IMAP.AccessAsUser.All", "scopes.send", "SMTP.Send");
	private static final List<ProviderDescription> BUILT_IN = List.of(
			new ProviderDescription("oauth", "OAuth 2.0", "oauth", 10, Set.of(Protocol.values()), List.of(), List.of(), Optional.empty(), OWN, SCOPES),
			new ProviderDescription("password", "Kennwort / Password", "password", 20, Set.of(Protocol.values()), List.of(), List.of(), Optional.empty(), OWN,
					Map.of()),
			new ProviderDescription("example", "Beispiel-Mail", "oauth", 30, Set.of(), List.of(), List.of(), Optional.of("webmail"), "com.example.mail", Map.of()));

	public final FakeProvider oauth = new FakeProvider();
	private volatile List<Problem> leftOut = List.of();
	private final Map<String, Problem> obstacles = new ConcurrentHashMap<>();
	private final List<ProviderDescription> installed = new CopyOnWriteArrayList<>();

	public void reset() {
		installed.clear();
		leftOut = List.of();
		obstacles.clear();
		oauth.reset();
	}

	public void leaveOut(Problem problem) {
		leftOut = List.of(problem);
	}

	/** A provider that was found cannot run. */
	public void stop(String id, Problem why) {
		obstacles.put(id, why);
	}

	@Override
	public Optional<Problem> obstacle(String id) {
		return Optional.ofNullable(obstacles.get(id));
	}

	/** A bundle with a provider was started. */
	public void install(ProviderDescription provider) {
		installed.add(provider);
	}

	@Override
	public List<ProviderDescription> descriptions() {
		List<ProviderDescription> all = new ArrayList<>(BUILT_IN);
		all.addAll(installed);
		return all;
	}

	@Override
	public Optional<ProviderDescription> description(String id) {
		return descriptions().stream().filter(d -> d.id().equals(id)).findFirst();
	}

	@Override
	public List<Problem> problems() {
		return leftOut;
	}

	@Override
	public AuthProvider provider(String id) throws ProblemException {
		if (id.equals("oauth")) {
			return oauth;
		}
		throw new ProblemException(Problem.of("auth.no-provider", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.NONE));
	}
}
