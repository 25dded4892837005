package org.postkontor.auth.internal;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.postkontor.auth.Session;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** The problems that sign-in can have, in one place beside their texts ({@code auth-problems.properties}). */
public final class AuthProblems {
	public static final String VAULT_IO = "auth.vault-io";
	public static final String VAULT_NEWER = "auth.vault-newer";

	private AuthProblems() {
	}

	public static Problem notSignedIn(String principal) {
		return Problem.of("auth.not-signed-in", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN).with("principal", principal);
	}

	/** Which server a token is for is known by the accounts only. */
	public static Problem signInUnused(String id) {
		return Problem.of("auth.sign-in-unused", ProblemKind.INPUT, Fixer.USER, Remedy.NONE).with("signIn", id);
	}

	public static Problem sessionUnreadable(String principal, String file) {
		return Problem.of("auth.session-unreadable", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN).with("principal", principal)
				.detail("file", file);
	}

	/** Signing in again would overwrite what the newer version needs; signing out before is the person's decision. */
	public static Problem sessionNewer(String principal, String file) {
		return Problem.of("auth.session-newer", ProblemKind.SIGN_IN_NEEDED, Fixer.OFFICE_IT, Remedy.UPDATE_PRODUCT).with("principal", principal)
				.detail("file", file);
	}

	public static Problem refused(String principal, String host) {
		return Problem.of("auth.refused", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN).with("principal", principal).with("host", host);
	}

	public static Problem passwordRefused(String principal, String host) {
		return Problem.of("auth.password-refused", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.ENTER_PASSWORD).with("principal", principal)
				.with("host", host);
	}

	public static Problem foreignHost(String principal, String host) {
		return Problem.of("auth.foreign-host", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.APPROVE_HOST).with("principal", principal)
				.with("host", host);
	}

	public static Problem wrongUser(String expected, String actual) {
		return Problem.of("auth.wrong-user", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.CHOOSE_OTHER_USER).with("expected", expected)
				.with("actual", actual);
	}

	public static Problem nothingToSignIn(String account) {
		return Problem.of("auth.nothing-to-sign-in", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.EDIT_ACCOUNT).with("account", account);
	}

	public static Problem noAdminConsent(String account) {
		return Problem.of("auth.no-admin-consent", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.SIGN_IN).with("account", account);
	}

	public static Problem consentsNewer(Path file) {
		return Problem.of("auth.consents-newer", ProblemKind.STORAGE, Fixer.OFFICE_IT, Remedy.UPDATE_PRODUCT).with("file", file);
	}

	public static Problem providerUnknown(String provider) {
		return Problem.of("auth.provider-unknown", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.EDIT_ACCOUNT).with("provider", provider);
	}

	public static Problem providerBroken(String provider, String contributor) {
		return Problem.of("auth.provider-broken", ProblemKind.CONFIGURATION, Fixer.DEVELOPER, Remedy.REPORT).with("provider", provider)
				.with("contributor", contributor);
	}

	/** @param missing names of services */
	public static Problem providerNotServed(String provider, String contributor, String missing) {
		return Problem.of("auth.provider-not-served", ProblemKind.CONFIGURATION, Fixer.DEVELOPER, Remedy.REPORT).with("provider", provider)
				.with("contributor", contributor).with("missing", missing);
	}

	public static Problem providerConflict(String replaced, String winner, String loser) {
		return Problem.of("auth.provider-conflict", ProblemKind.CONFIGURATION, Fixer.OFFICE_IT, Remedy.NONE).with("provider", replaced)
				.with("winner", winner).with("loser", loser);
	}

	public static Problem providerInvalid(String provider, String contributor, String reason) {
		return Problem.of("auth.provider-invalid", ProblemKind.CONFIGURATION, Fixer.DEVELOPER, Remedy.REPORT).with("provider", provider)
				.with("contributor", contributor).detail("reason", reason);
	}

	/** The sign-in is gone here; whether the provider ended the access is not known. @param cause why it did not confirm */
	public static Problem notRevoked(Session session, Optional<ProviderDescription> provider, Problem cause) {
		String page = provider.map(ProviderDescription::settings).map(settings -> settings.get("accessUri")).orElse(session.issuer());
		Problem problem = Problem.of("auth.not-revoked", ProblemKind.SERVER, Fixer.USER, Remedy.OPEN_PROVIDER)
				.with("principal", session.names().stream().findFirst().orElse(session.subject()))
				.with("provider", provider.map(ProviderDescription::label).orElse(session.issuer())).with("page", page).detail("cause", cause.id());
		for (Map.Entry<String, String> detail : cause.details().entrySet()) {
			problem = problem.detail(detail.getKey(), detail.getValue());
		}
		return problem;
	}

	public static Problem busy(String what) {
		return Problem.of("auth.session-busy", ProblemKind.BUSY, Fixer.TIME, Remedy.RETRY).detail("lock", what);
	}

	public static Problem cancelled() {
		return Problem.of("cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE);
	}

	public static Problem keyringLocked() {
		return keyring("auth.keyring-locked");
	}

	public static Problem keyringMissing() {
		return Problem.of("auth.keyring-missing", ProblemKind.KEYRING, Fixer.OFFICE_IT, Remedy.UNLOCK_KEYRING);
	}

	public static Problem keyringRefused() {
		return keyring("auth.keyring-refused");
	}

	public static Problem vaultKeyMissing() {
		return Problem.of("auth.vault-key-missing", ProblemKind.KEYRING, Fixer.OFFICE_IT, Remedy.UNLOCK_KEYRING);
	}

	public static Problem passwordFile(String reason, Path file) {
		return Problem.of("auth.password-file-" + reason, ProblemKind.KEYRING, Fixer.OFFICE_IT, Remedy.NONE).with("file", file);
	}

	public static Problem vaultDamaged(Path moved) {
		return Problem.of("auth.vault-damaged", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN).with("file", moved);
	}

	public static Problem vaultNewer(Path file) {
		return Problem.of(VAULT_NEWER, ProblemKind.STORAGE, Fixer.OFFICE_IT, Remedy.UPDATE_PRODUCT).with("file", file);
	}

	public static Problem vaultUnwritable(Path folder) {
		return Problem.of(VAULT_IO, ProblemKind.STORAGE, Fixer.OFFICE_IT, Remedy.FREE_SPACE).with("folder", folder);
	}

	private static Problem keyring(String id) {
		return Problem.of(id, ProblemKind.KEYRING, Fixer.USER, Remedy.UNLOCK_KEYRING);
	}
}
