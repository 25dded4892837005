package org.postkontor.auth.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.postkontor.problem.Answer;
import org.postkontor.problem.Explanations;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/**
 * What an OAuth {@code error} means. Behaviour comes from {@code error}, {@code suberror} and the HTTP status only: a 5xx or
 * 429 says nothing about the sign-in, whatever its body. Vendor codes choose the explanation. First matching row counts; an
 * unknown error keeps the session. Sources: RFC 6749 4.1.2.1 and 5.2, RFC 8628 3.5, RFC 8707 2, OpenID Connect Core 3.1.2.6;
 * {@code invalid_resource}, {@code unauthorized_client} as "not admitted in this organisation" and suberrors: Microsoft identity
 * platform, reference of error codes; {@code admin_policy_enforced} and those of the registration: Google Identity.
 */
public final class OAuthErrors {
	private static final String INVALID_CLIENT = "invalid_client";
	private static final List<Row> ROWS = List.of(
			new Row("invalid_grant", "consent_required", "auth.consent-missing", ProblemKind.CONSENT_NEEDED, Fixer.USER, Remedy.SIGN_IN),
			new Row("invalid_grant", "", "auth.sign-in-expired", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN),
			new Row("interaction_required", "consent_required", "auth.consent-missing", ProblemKind.CONSENT_NEEDED, Fixer.USER, Remedy.SIGN_IN),
			new Row("interaction_required", "", "auth.interaction-required", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN),
			new Row("login_required", "", "auth.interaction-required", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN),
			new Row("unmet_authentication_requirements", "", "auth.interaction-required", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN),
			new Row("account_selection_required", "", "auth.interaction-required", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN),
			new Row("consent_required", "", "auth.consent-missing", ProblemKind.CONSENT_NEEDED, Fixer.USER, Remedy.SIGN_IN),
			new Row("admin_policy_enforced", "", "auth.consent-needed", ProblemKind.CONSENT_NEEDED, Fixer.OFFICE_IT, Remedy.ASK_ADMINISTRATOR),
			new Row("access_denied", "", "auth.denied", ProblemKind.CONSENT_NEEDED, Fixer.USER, Remedy.SIGN_IN),
			new Row("authorization_declined", "", "auth.denied", ProblemKind.CONSENT_NEEDED, Fixer.USER, Remedy.SIGN_IN),
			new Row("org_internal", "", "auth.client-refused", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.REGISTER_APP),
			new Row("deleted_client", "", "auth.client-refused", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.REGISTER_APP),
			new Row("redirect_uri_mismatch", "", "auth.request-refused", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.REGISTER_APP),
			new Row("disallowed_useragent", "", "auth.request-refused", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.SIGN_IN),
			new Row("bad_verification_code", "", "auth.device-expired", ProblemKind.TIMEOUT, Fixer.USER, Remedy.SIGN_IN),
			new Row("expired_token", "", "auth.device-expired", ProblemKind.TIMEOUT, Fixer.USER, Remedy.SIGN_IN),
			new Row(INVALID_CLIENT, "", "auth.client-refused", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.REGISTER_APP),
			new Row("unauthorized_client", "", "auth.client-unauthorized", ProblemKind.CONSENT_NEEDED, Fixer.OFFICE_IT, Remedy.ASK_ADMINISTRATOR),
			new Row("invalid_resource", "", "auth.resource-unknown", ProblemKind.CONSENT_NEEDED, Fixer.OFFICE_IT, Remedy.ASK_ADMINISTRATOR),
			new Row("invalid_target", "", "auth.resource-unknown", ProblemKind.CONSENT_NEEDED, Fixer.OFFICE_IT, Remedy.ASK_ADMINISTRATOR),
			new Row("invalid_scope", "", "auth.scope-refused", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.REGISTER_APP),
			new Row("invalid_request", "", "auth.request-refused", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.REPORT),
			new Row("unsupported_grant_type", "", "auth.request-refused", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.REPORT),
			new Row("unsupported_response_type", "", "auth.request-refused", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.REPORT),
			new Row("temporarily_unavailable", "", "auth.provider-unavailable", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY),
			new Row("server_error", "", "auth.provider-unavailable", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY),
			new Row("slow_down", "", "auth.provider-unavailable", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY));
	private static final int TOO_MANY_REQUESTS = 429;
	private static final Row UNAVAILABLE = new Row("", "", "auth.provider-unavailable", ProblemKind.SERVER, Fixer.TIME, Remedy.RETRY);
	private static final Row OTHER = new Row("", "", "auth.provider-error", ProblemKind.SERVER, Fixer.PROVIDER, Remedy.RETRY);

	private final Explanations explanations;

	/** @param explanations chooses the text by the vendor's numbers; the behaviour follows the {@code error} alone */
	public OAuthErrors(Explanations explanations) {
		this.explanations = explanations;
	}

	private record Row(String error, String suberror, String id, ProblemKind kind, Fixer fixer, Remedy remedy) {
		boolean matches(OAuthError answer) {
			return error.equals(answer.refusesClient() ? INVALID_CLIENT : answer.error()) && (suberror.isEmpty() || suberror.equals(answer.suberror()));
		}
	}

	/** Whether behaviour depends on this {@code error} or {@code suberror}. */
	static boolean knows(String code) {
		return ROWS.stream().anyMatch(row -> row.error.equals(code) || !code.isEmpty() && row.suberror.equals(code));
	}

	/** @param principal who signs in, for the text */
	public Problem problem(OAuthError answer, String issuer, String principal) {
		boolean busy = answer.status() >= 500 || answer.status() == TOO_MANY_REQUESTS;
		Row row = busy ? UNAVAILABLE : ROWS.stream().filter(each -> each.matches(answer)).findFirst().orElse(OTHER);
		Problem problem = Problem.of(row.id, row.kind, row.fixer, row.remedy).with("principal", principal).with("issuer", issuer)
				.detail("error", answer.error());
		if (!answer.suberror().isEmpty()) {
			problem = problem.detail("suberror", answer.suberror());
		}
		if (!answer.description().isEmpty()) {
			problem = problem.detail("description", answer.description());
		}
		if (answer.claims().isPresent()) { // the next sign-in has to satisfy them
			problem = problem.detail("claims", answer.claims().get());
		}
		for (Map.Entry<String, String> trace : answer.trace().entrySet()) {
			problem = problem.detail(trace.getKey(), trace.getValue());
		}
		List<String> codes = new ArrayList<>(answer.codes());
		codes.add(answer.suberror());
		codes.add(answer.error());
		codes.removeIf(String::isEmpty);
		return explanations.explain(problem, new Answer(Answer.Source.OAUTH, codes, answer.description()));
	}
}
