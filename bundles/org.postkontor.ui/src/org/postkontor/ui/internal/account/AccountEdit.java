package org.postkontor.ui.internal.account;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.account.Protocol;

/** An account being edited: plain values, checked, turned into an account. */
public record AccountEdit(Account before, String name, String senderName, List<EndpointDraft> servers) {
	public AccountEdit {
		servers = List.copyOf(servers);
	}

	public static AccountEdit of(Account account) {
		return new AccountEdit(account, account.name(), account.senderName(), drafts(account));
	}

	/** One draft per direction; empty ones where the account has no server. */
	public static List<EndpointDraft> drafts(Account account) {
		String user = account.address().toString();
		return Arrays.stream(Direction.values()).map(direction -> account.endpoint(direction).map(EndpointDraft::of)
				.orElseGet(() -> EndpointDraft.empty(direction == Direction.SEND ? Protocol.SMTP : Protocol.IMAP, user, "password"))).toList();
	}

	public Optional<String> mistake() {
		if (name.isBlank()) {
			return Optional.of(AccountMessages.nameMissing);
		}
		return used().map(EndpointDraft::mistake).flatMap(Optional::stream).findFirst();
	}

	/** True if a stored sign-in will be given up because a server changed. */
	public boolean unbinds() {
		Account after = account();
		return before.endpoints().stream().filter(e -> e.auth().session().isPresent())
				.anyMatch(e -> after.endpoints().stream().noneMatch(a -> a.auth().session().equals(e.auth().session())));
	}

	/** True if mails will be deleted on the server that would have stayed there. */
	public boolean deletes() {
		return leavesMails(before) && !leavesMails(account());
	}

	private static boolean leavesMails(Account account) {
		return account.endpoints().stream().allMatch(e -> e.leaveOnServer().isAlways());
	}

	/** What has to be said of the changes before they are made. */
	public Optional<String> warning() {
		return unbinds() ? Optional.of(AccountMessages.unbindWarning) : deletes() ? Optional.of(AccountMessages.deletesWarning) : Optional.empty();
	}

	/** Only valid without a {@link #mistake}. */
	public Account account() {
		List<Endpoint> endpoints = used().map(draft -> draft.toEndpoint(before.endpoint(draft.protocol().direction()))).toList();
		return new Account(before.id(), name.strip(), before.address(), senderName.strip(), before.scope(), endpoints);
	}

	/** An account for one direction leaves the other server empty. */
	private Stream<EndpointDraft> used() {
		return servers.stream().filter(d -> !d.host().isBlank() || before.endpoint(d.protocol().direction()).isPresent());
	}
}
