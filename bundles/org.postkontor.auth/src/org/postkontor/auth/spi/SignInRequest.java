package org.postkontor.auth.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.MailAddress;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Session;
import org.postkontor.auth.UserChoice;

/**
 * @param binding    the binding to sign in, with its settings
 * @param address    the account's address, as login hint
 * @param resources  the servers the credential is wanted for; their hosts were shown to the user
 * @param directions rights wanted
 * @param users      which user the provider's page is to offer
 * @param previous   the stored sign-in of this binding, if there is one: rights granted before are kept, so that receiving
 *                   can be added to sending (incremental consent)
 * @param claims     a claims challenge to be satisfied (JSON), as a resource or the token endpoint demanded
 */
public record SignInRequest(AuthBinding binding, MailAddress address, List<Resource> resources, Set<Direction> directions, UserChoice users,
		Optional<Session> previous, Optional<String> claims) {
	public SignInRequest {
		resources = List.copyOf(resources);
		directions = Set.copyOf(directions);
	}

	/** A first sign-in without a claims challenge. */
	public SignInRequest(AuthBinding binding, MailAddress address, List<Resource> resources, Set<Direction> directions) {
		this(binding, address, resources, directions, UserChoice.SUGGESTED, Optional.empty(), Optional.empty());
	}

	/** The same request, for a person who chooses the user. */
	public SignInRequest as(UserChoice choice) {
		return new SignInRequest(binding, address, resources, directions, choice, previous, claims);
	}
}
