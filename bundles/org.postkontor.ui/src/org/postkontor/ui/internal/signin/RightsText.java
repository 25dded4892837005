package org.postkontor.ui.internal.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;

/** Which rights will be asked for and why, in plain words, by direction. */
public record RightsText(Set<Direction> directions) {
	public RightsText {
		directions = Set.copyOf(directions);
	}

	public static RightsText of(Account account) {
		return new RightsText(account.endpoints().stream().map(Endpoint::direction).collect(Collectors.toSet()));
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
		String more = directions.contains(Direction.RECEIVE) ? "" : SignInMessages.sendOnly + "\n";
		return SignInMessages.rightsIntro + "\n\n" + list + "\n\n" + more + SignInMessages.rightsNot;
	}
}
