package org.postkontor.auth.spi;

import java.util.List;
import java.util.Set;

import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.MailAddress;
import org.postkontor.auth.Resource;

/**
 * @param binding    the binding to sign in, with its settings
 * @param address    the account's address, as login hint
 * @param resources  the servers the credential is wanted for; their hosts were shown to the user
 * @param directions rights wanted
 */
public record SignInRequest(AuthBinding binding, MailAddress address, List<Resource> resources, Set<Direction> directions) {
	public SignInRequest {
		resources = List.copyOf(resources);
		directions = Set.copyOf(directions);
	}
}
