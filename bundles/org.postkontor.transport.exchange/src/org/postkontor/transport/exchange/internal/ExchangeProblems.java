package org.postkontor.transport.exchange.internal;

import org.postkontor.account.Endpoint;
import org.postkontor.auth.Credential;
import org.postkontor.problem.Answer;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.ServerText;

/** The problems of one endpoint. The kind is decided here; the catalogue may choose better words for it. */
public final class ExchangeProblems {
	private final Endpoint endpoint;
	private final Credential credential;
	private final Explanations explanations;

	public ExchangeProblems(Endpoint endpoint, Credential credential, Explanations explanations) {
		this.endpoint = endpoint;
		this.credential = credential;
		this.explanations = explanations;
	}

	/** With the values that texts mention. */
	public Problem of(String id, ProblemKind kind, Fixer fixer, Remedy remedy) {
		return Problem.of(id, kind, fixer, remedy).with("host", endpoint.host()).with("port", endpoint.port()).with("protocol", endpoint.protocol())
				.with("user", ServerText.clean(credential.user()));
	}

	/** What keeps the service from taking a mail; never for {@link Meaning#ACCEPTED}. */
	public Problem of(ServiceAnswer answer) {
		Problem general = general(answer.meaning());
		Problem detailed = general.detail("reply", answer.text());
		Problem waiting = answer.pause().map(wait -> detailed.detail("wait", wait)).orElse(detailed);
		Problem complete = answer.claims().map(claims -> waiting.detail("claims", claims)).orElse(waiting);
		boolean password = answer.meaning() == Meaning.SIGN_IN && credential instanceof Credential.Password;
		return password || answer.meaning() == Meaning.ODD ? complete : explanations.explain(complete,
				new Answer(Answer.Source.valueOf(endpoint.protocol().name()), answer.codes(), answer.text()));
	}

	private Problem general(Meaning meaning) {
		return switch (meaning) {
		case ACCEPTED -> throw new IllegalArgumentException("no problem");
		case REJECTED -> of("transport.rejected", ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE);
		case TOO_LARGE -> tooLarge();
		case DEFERRED -> of("transport.deferred", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY);
		case LATER -> of("transport.later", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY);
		case SIGN_IN -> credential instanceof Credential.Password
				? of("transport.password-refused", ProblemKind.CREDENTIAL_REFUSED, Fixer.USER, Remedy.ENTER_PASSWORD)
				: of("transport.token-refused", ProblemKind.CREDENTIAL_REFUSED, Fixer.USER, Remedy.SIGN_IN);
		case RIGHTS -> of("exchange.access-denied", ProblemKind.CONSENT_NEEDED, Fixer.OFFICE_IT, Remedy.ASK_ADMINISTRATOR);
		case SETTINGS -> of("exchange.no-service", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT);
		case QUOTA -> of("exchange.quota", ProblemKind.QUOTA, Fixer.USER, Remedy.FREE_SPACE);
		case ODD -> of("exchange.odd", ProblemKind.SERVER, Fixer.OFFICE_IT, Remedy.CHECK_NETWORK);
		case DOUBT -> of("transport.in-doubt", ProblemKind.SERVER, Fixer.USER, Remedy.DECIDE_OUTCOME);
		};
	}

	/** Larger than the service takes. */
	public Problem tooLarge() {
		return of("exchange.too-large", ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE);
	}

	/** The answer got lost. Whoever cancelled has to know about the doubt: a cancellation would not be shown. */
	public Problem inDoubt(Problem failure) {
		ProblemKind kind = failure.kind() == ProblemKind.CANCELLED ? ProblemKind.NETWORK : failure.kind();
		return of("transport.in-doubt", kind, Fixer.USER, Remedy.DECIDE_OUTCOME).detail("cause", failure.id());
	}

	/** The boundary could not be written. */
	public Problem journal() {
		return of("transport.journal", ProblemKind.STORAGE, Fixer.USER, Remedy.FREE_SPACE);
	}

	/** The frozen bytes cannot be read, or are not those that were frozen. */
	public Problem content() {
		return of("transport.content", ProblemKind.STORAGE, Fixer.USER, Remedy.REPORT);
	}

	public Problem noPassword() {
		return of("transport.no-password-auth", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT);
	}

	public Problem cancelled() {
		return of("cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE);
	}

	/** The connection was given up before. */
	public Problem lost() {
		return of("net.closed", ProblemKind.NETWORK, Fixer.TIME, Remedy.CHECK_NETWORK);
	}
}
