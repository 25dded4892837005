package org.postkontor.ui.internal.signin;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.postkontor.problem.Problem;
import org.postkontor.ui.internal.UiContext;

/** Tells that a provider did not confirm a sign-out; the one button opens the page where a person ends the access. */
public record UnconfirmedSignOut(UiContext context) {
	public void tell(List<Problem> unconfirmed) {
		unconfirmed.forEach(problem -> context.problems().show(problem, page(problem).map(page -> () -> open(page))));
	}

	private static Optional<URI> page(Problem problem) {
		return Optional.ofNullable(problem.values().get("page")).filter(page -> page.startsWith("https://")).map(URI::create);
	}

	private void open(URI page) {
		context.background().startQuietly(SignInMessages.jobOpenProvider, monitor -> context.services().browser().open(page), opened -> {
		}, context.problems()::show);
	}
}
