package org.postkontor.ui.tests.fakes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.postkontor.account.Protocol;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** Sign-in in the browser, a password, and one of a third party that takes the place of another. */
public final class FakeProviders implements AuthProviders {
	private static final List<ProviderDescription> ALL = List.of(description("oauth", "OAuth 2.0", "oauth", 10), description("password", "Kennwort / Password", "password", 20),
			new ProviderDescription("example", "Beispiel-Mail", "oauth", 30, Set.of(), List.of(), List.of(), Optional.of("webmail"), "com.example.mail", Map.of()));

	private volatile List<Problem> leftOut = List.of();

	void reset() {
		leftOut = List.of();
	}

	public void leaveOut(Problem problem) {
		leftOut = List.of(problem);
	}

	@Override
	public List<ProviderDescription> descriptions() {
		return ALL;
	}

	@Override
	public Optional<ProviderDescription> description(String id) {
		return ALL.stream().filter(d -> d.id().equals(id)).findFirst();
	}

	@Override
	public List<Problem> problems() {
		return leftOut;
	}

	@Override
	public AuthProvider provider(String id) throws ProblemException {
		throw new ProblemException(Problem.of("auth.no-provider", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.NONE));
	}

	private static ProviderDescription description(String id, String label, String kind, int order) {
		return new ProviderDescription(id, label, kind, order, Set.of(Protocol.values()), List.of(), List.of(), Optional.empty(), "org.postkontor.fake", Map.of());
	}
}
