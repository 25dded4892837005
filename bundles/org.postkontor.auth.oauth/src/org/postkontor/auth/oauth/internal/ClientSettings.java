package org.postkontor.auth.oauth.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.Branding;
import org.postkontor.account.Direction;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Secret;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.auth.spi.SignInProblems;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.net.Trust;
import org.postkontor.problem.ProblemException;

/**
 * With which issuer, application and rights to sign in. A declared issuer is fixed: no account setting leads to another
 * one. Client id and rights come from the account, else from the office's branding, else from the declaration.
 *
 * @param mailScopes those of the directions asked for, and those that the person granted before
 * @param authMethod {@code none}, {@code secret} (how it is sent is the provider's choice), {@code client_secret_post} or
 *                   {@code client_secret_basic}
 * @param secret     of the office's branding file or of the declaration
 */
record ClientSettings(String issuer, String clientId, Trust trust, List<String> identityScopes, List<String> mailScopes, String authMethod,
		Optional<Secret> secret) {
	/** OpenID Connect Core 1.0, 5.4 and 11. */
	private static final Set<String> STANDARD = Set.of("openid", "profile", "email", "address", "phone", "offline_access");

	static ClientSettings of(ProviderDescription description, Branding branding, SignInRequest request) throws ProblemException {
		Map<String, String> declared = description.settings();
		AuthBinding binding = request.binding();
		String issuer = declared.getOrDefault("issuer", binding.settings().getOrDefault("issuer", ""));
		if (Endpoints.https(issuer).isEmpty()) {
			throw new ProblemException(OAuthProblems.issuerUnknown(issuer));
		}
		Optional<Branding.Client> client = branding.client(issuer);
		String clientId = first(binding.settings().get("clientId"), client.map(Branding.Client::clientId).orElse(""), declared.get("clientId"));
		if (clientId.isEmpty()) {
			throw new ProblemException(SignInProblems.clientUnknown(issuer));
		}
		Set<String> mail = new LinkedHashSet<>();
		for (Direction direction : request.directions().stream().sorted().toList()) {
			boolean receive = direction == Direction.RECEIVE;
			String own = first(binding.settings().get(receive ? "scopesReceive" : "scopesSend"),
					client.map(c -> receive ? c.scopesReceive() : c.scopesSend()).orElse(""));
			mail.addAll(own.isEmpty() ? declared(declared, direction, request.resources()) : split(own));
		}
		List<String> identity = split(declared.getOrDefault("scopes.identity", "openid email"));
		request.previous().filter(session -> session.issuer().equals(issuer) && session.clientId().equals(clientId))
				.ifPresent(session -> session.scopes().stream().filter(scope -> isOfMail(scope, identity)).sorted().forEach(mail::add));
		return new ClientSettings(issuer, clientId, trust(description), identity, List.copyOf(mail),
				first(binding.settings().get("clientAuth"), declared.get("clientAuth"), ClientCredentials.NONE),
				ClientCredentials.configured(description, branding, issuer, clientId));
	}

	/** Scopes that answers add by themselves are not asked for again: some providers refuse what they do not offer. */
	private static boolean isOfMail(String scope, List<String> identity) {
		return !identity.contains(scope) && !STANDARD.contains(scope) && !scope.startsWith("https://www.googleapis.com/auth/userinfo.");
	}

	/** Providers on the Internet are not vouched for by the office's own authority. */
	static Trust trust(ProviderDescription description) {
		return "true".equals(description.settings().get("public")) ? Trust.PUBLIC : Trust.OFFICE;
	}

	/** What to ask for; {@code offline_access} unless the provider says that it does not know it. */
	List<String> scopes(IssuerMetadata metadata) {
		Set<String> scopes = new LinkedHashSet<>(identityScopes);
		if (identityScopes.contains("openid") && (metadata.scopes().isEmpty() || metadata.scopes().contains("offline_access"))) {
			scopes.add("offline_access");
		}
		scopes.addAll(mailScopes);
		return List.copyOf(scopes);
	}

	private static List<String> declared(Map<String, String> declared, Direction direction, List<Resource> resources) {
		String key = "scopes." + direction.name().toLowerCase(Locale.ROOT);
		List<String> scopes = new ArrayList<>();
		for (Resource resource : resources) {
			if (resource.protocol().direction() == direction) {
				scopes.addAll(split(first(declared.get(key + "." + resource.protocol().name().toLowerCase(Locale.ROOT)), declared.get(key))));
			}
		}
		return scopes;
	}

	private static List<String> split(String scopes) {
		return List.of(scopes.strip().split("\\s+")).stream().filter(scope -> !scope.isEmpty()).toList();
	}

	private static String first(@org.eclipse.jdt.annotation.Nullable String... candidates) {
		for (String candidate : candidates) {
			if (candidate != null && !candidate.isBlank()) {
				return candidate.strip();
			}
		}
		return "";
	}
}
