package org.postkontor.auth.microsoft.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.auth.Resource;

/**
 * Rights at one resource, which is what one token request may ask for (AADSTS70011 otherwise).
 *
 * @param resource what the scopes begin with
 * @param https    whether its protocol can carry a claims challenge, so that continuous access evaluation works
 */
record Rights(String resource, Set<String> scopes, boolean https) {
	/** Who somebody is, and nothing else; the sign-in itself always asks for openid, profile and offline_access. */
	static final Rights IDENTITY = new Rights("", Set.of("email"), false);

	Rights {
		scopes = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(scopes));
	}

	/** By resource, for these directions only: who sends does not ask for reading. Empty if no server has such a direction. */
	static List<Rights> of(Cloud cloud, AuthBinding binding, List<Resource> resources, Set<Direction> directions) {
		Map<String, Rights> all = new LinkedHashMap<>();
		for (Resource resource : resources) {
			if (directions.contains(resource.protocol().direction())) {
				Rights rights = of(cloud, binding, resource);
				all.merge(rights.resource, rights, Rights::and);
			}
		}
		return new ArrayList<>(all.values());
	}

	static Rights of(Cloud cloud, AuthBinding binding, Resource resource) {
		boolean shared = !binding.mailbox().equalsIgnoreCase(binding.principal());
		return switch (resource.protocol()) {
		case IMAP -> new Rights(cloud.exchange(), Set.of(cloud.exchange() + "IMAP.AccessAsUser.All"), false);
		case POP3 -> new Rights(cloud.exchange(), Set.of(cloud.exchange() + "POP.AccessAsUser.All"), false);
		case SMTP -> new Rights(cloud.exchange(), Set.of(cloud.exchange() + "SMTP.Send"), false);
		case GRAPH -> new Rights(cloud.graph(), Set.of(cloud.graph() + (shared ? "Mail.Send.Shared" : "Mail.Send")), true);
		case EWS -> new Rights(cloud.exchange(), Set.of(cloud.exchange() + "EWS.AccessAsUser.All"), true);
		};
	}

	/** Those that are not among {@code granted}, where Graph's are often named without their resource. */
	List<String> missing(Set<String> granted) {
		List<String> known = granted.stream().map(this::folded).toList();
		return scopes.stream().filter(scope -> !known.contains(folded(scope))).toList();
	}

	private Rights and(Rights other) {
		Set<String> both = new LinkedHashSet<>(scopes);
		both.addAll(other.scopes);
		return new Rights(resource, both, https || other.https);
	}

	private String folded(String scope) {
		return (scope.startsWith(resource) ? scope.substring(resource.length()) : scope).toLowerCase(Locale.ROOT);
	}
}
