package org.postkontor.auth.microsoft.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
	static List<Rights> of(Cloud cloud, List<Resource> resources, Set<Direction> directions) {
		Map<String, Rights> all = new LinkedHashMap<>();
		for (Resource resource : resources) {
			if (directions.contains(resource.protocol().direction())) {
				Rights rights = of(cloud, resource);
				all.merge(rights.resource, rights, Rights::and);
			}
		}
		return new ArrayList<>(all.values());
	}

	static Rights of(Cloud cloud, Resource resource) {
		if (resource.host().equals(cloud.graphHost())) {
			boolean send = resource.protocol().direction() == Direction.SEND;
			return new Rights(cloud.graph(), Set.of(cloud.graph() + (send ? "Mail.Send" : "Mail.ReadWrite")), true);
		}
		return new Rights(cloud.exchange(), Set.of(cloud.exchange() + switch (resource.protocol()) {
		case IMAP -> "IMAP.AccessAsUser.All";
		case POP3 -> "POP.AccessAsUser.All";
		case SMTP -> "SMTP.Send";
		}), false);
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
