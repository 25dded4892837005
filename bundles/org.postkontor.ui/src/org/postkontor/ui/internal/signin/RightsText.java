package org.postkontor.ui.internal.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;

/**
 * Which rights will be asked for and why, in plain words, by direction.
 *
 * @param named how the provider calls them; empty if that is not known before
 * @param broad what is granted for sending includes reading, because the provider has no narrower right
 */
public record RightsText(Set<Direction> directions, List<String> named, boolean broad) {
	public RightsText {
		directions = Set.copyOf(directions);
		named = List.copyOf(named);
	}

	public static RightsText of(Account account) {
		return new RightsText(account.endpoints().stream().map(Endpoint::direction).collect(Collectors.toSet()), List.of(), false);
	}

	/** One sentence a right. */
	public List<String> rights() {
		List<String> rights = new ArrayList<>();
		if (directions.contains(Direction.RECEIVE)) {
			rights.add(SignInMessages.rightReceive);
		}
		if (directions.contains(Direction.SEND)) {
			rights.add(SignInMessages.rightSend);
		}
		rights.add(SignInMessages.rightStay);
		return rights;
	}

	public String text() {
		String list = rights().stream().map(r -> "  •  " + r).collect(Collectors.joining("\n"));
		StringBuilder more = new StringBuilder();
		if (!named.isEmpty()) {
			more.append(NLS.bind(SignInMessages.rightsNamed, String.join(", ", named))).append('\n');
		}
		if (!directions.contains(Direction.RECEIVE)) {
			more.append(broad ? SignInMessages.sendOnlyBroad : SignInMessages.sendOnly).append('\n');
		}
		return SignInMessages.rightsIntro + "\n\n" + list + "\n\n" + more + SignInMessages.rightsNot;
	}
}
