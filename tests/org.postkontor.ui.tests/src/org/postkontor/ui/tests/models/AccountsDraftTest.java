package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.account.Protocol;
import org.postkontor.ui.internal.account.AccountEdit;
import org.postkontor.ui.internal.account.EndpointDraft;
import org.postkontor.ui.internal.preferences.AccountsDraft;
import org.postkontor.ui.internal.preferences.DefaultServers;
import org.postkontor.ui.tests.fakes.FakePresets;
import org.postkontor.ui.tests.fakes.Samples;

/** Changes that wait for Apply. */
class AccountsDraftTest {
	private final Account one = Samples.account("anna.berg@kanzlei.test");
	private final Account two = Samples.account("buero@kanzlei.test");
	private final AccountsDraft draft = AccountsDraft.of(List.of(one, two));

	@Test
	void savesOnlyWhatWasChanged() {
		assertEquals(List.of("Kanzlei"), draft.with(named(one, "Kanzlei")).changed().stream().map(Account::name).toList());
	}

	@Test
	void refusesTheSameNameTwice() {
		assertTrue(draft.with(named(one, two.name())).mistake().isPresent());
	}

	@Test
	void doesNotCheckWhatWillBeRemoved() {
		assertEquals(Optional.empty(), draft.with(named(one, two.name())).without(two.id()).mistake());
	}

	@Test
	void keepsEditsWhenAccountsAreLoadedAgain() {
		AccountsDraft merged = draft.with(named(one, "Kanzlei")).merged(List.of(one, two, Samples.account("neu@kanzlei.test")));
		assertEquals(3, merged.shown().size());
		assertEquals(1, merged.changed().size());
	}

	@Test
	void restoresTheServersThatAreKnownForTheDomain() {
		AccountEdit edit = new AccountEdit(one, "Kanzlei", "Anna", List.of(EndpointDraft.empty(Protocol.IMAP, "x", "password"),
				EndpointDraft.empty(Protocol.SMTP, "x", "password")));
		AccountEdit restored = new DefaultServers(new FakePresets()).of(edit).orElseThrow();
		assertEquals(List.of("imap.kanzlei.test", "smtp.kanzlei.test"), restored.servers().stream().map(EndpointDraft::host).toList());
		assertEquals("oauth", restored.servers().get(0).provider());
	}

	private static AccountEdit named(Account account, String name) {
		AccountEdit edit = AccountEdit.of(account);
		return new AccountEdit(account, name, edit.senderName(), edit.servers());
	}
}
