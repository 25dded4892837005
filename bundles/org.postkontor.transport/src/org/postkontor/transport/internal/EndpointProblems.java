package org.postkontor.transport.internal;

import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.postkontor.account.Endpoint;
import org.postkontor.net.ConnectionProblems;
import org.postkontor.problem.Answer;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.transport.ServerText;

/** The one place where failures of a connection become problems. Each problem names host, port and protocol. */
public final class EndpointProblems {
	/** What the mail library makes of an end of the stream. */
	private static final String END_OF_STREAM = "[EOF]";

	private final Endpoint endpoint;
	private final Watchdog watchdog;
	private final Explanations explanations;
	private final BooleanSupplier verified;

	/** @param verified whether the other side is behind verified TLS now */
	public EndpointProblems(Endpoint endpoint, Watchdog watchdog, Explanations explanations, BooleanSupplier verified) {
		this.endpoint = endpoint;
		this.watchdog = watchdog;
		this.explanations = explanations;
		this.verified = verified;
	}

	/** Whether what the server says comes from the host of the endpoint, unchanged. */
	public boolean isVerified() {
		return verified.getAsBoolean();
	}

	/** A problem of the catalogue with the values that its text mentions. */
	public Problem of(String id, ProblemKind kind, Fixer fixer, Remedy remedy) {
		return placed(Problem.of(id, kind, fixer, remedy));
	}

	private Problem placed(Problem problem) {
		return problem.with("host", endpoint.host()).with("port", endpoint.port()).with("protocol", endpoint.protocol());
	}

	/** The problem as the catalogue explains the server's words; its kind stays. */
	public Problem explained(Problem problem, String words) {
		Problem named = problem.values().containsKey("user") ? problem : problem.with("user", user());
		return explanations.explain(named, Answer.said(Answer.Source.valueOf(endpoint.protocol().name()), ServerText.clean(words)));
	}

	/** The mailbox that is used, as it is in the account. */
	public String user() {
		return ServerText.clean(endpoint.auth().mailbox());
	}

	/** The server does not follow the protocol, or said something at a place where nothing of the kind belongs. */
	public Problem odd(String reply) {
		return of("transport.protocol", ProblemKind.SERVER, Fixer.PROVIDER, Remedy.RETRY).detail("reply", ServerText.clean(reply));
	}

	/** The server is there and asks to come back later. */
	public Problem later(String reply) {
		Problem later = of("transport.later", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY).detail("reply", ServerText.clean(reply));
		return explained(Throttling.suggested(reply).map(wait -> later.detail("wait", wait)).orElse(later), reply);
	}

	/** No answer that could be understood: the connection is gone, or the text does not follow the protocol. */
	public Problem noReply(String text) {
		return text.isBlank() || END_OF_STREAM.equals(text) ? lost() : odd(text);
	}

	/** STARTTLS is required, and the server does not offer or refuses it: perhaps somebody in between took it away. */
	public Problem startTlsMissing() {
		return of("transport.starttls-missing", ProblemKind.CERTIFICATE, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT);
	}

	/** Words that were not said by the server, or before it was known who speaks: somebody in between attacks the connection. */
	public Problem startTlsInjected() {
		return of("transport.starttls-injected", ProblemKind.CERTIFICATE, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT);
	}

	/** The server is there and has no sign-in at all, at least not for us here. Nothing was sent. */
	public Problem noSignIn() {
		return of("transport.no-auth", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT);
	}

	/** The connection is gone, or we ended it. */
	public Problem lost() {
		return ours().orElseGet(() -> of("net.closed", ProblemKind.NETWORK, Fixer.TIME, Remedy.CHECK_NETWORK));
	}

	/** Whether we ended the connection ourselves, so that what the library says about it does not matter. */
	public boolean isOurs() {
		return watchdog.cause().isPresent();
	}

	/** Our own watchdog or user ended the connection, or else the problem that {@code failure} tells of. */
	public Problem of(Throwable failure) {
		return ours().orElseGet(() -> placed(ConnectionProblems.of(failure, endpoint.host(), endpoint.port())));
	}

	public ProblemException exception(Throwable failure) {
		return failure instanceof ProblemException known ? known : new ProblemException(of(failure), failure);
	}

	private Optional<Problem> ours() {
		return watchdog.cause().map(cause -> switch (cause) {
		case EXPIRED -> of("net.timeout", ProblemKind.TIMEOUT, Fixer.TIME, Remedy.RETRY);
		case CANCELLED, ABORTED -> of("cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE);
		});
	}
}
