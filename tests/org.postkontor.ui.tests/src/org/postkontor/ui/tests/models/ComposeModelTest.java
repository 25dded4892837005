package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.ui.internal.compose.ComposeMessages;
import org.postkontor.ui.internal.compose.ComposeModel;
import org.postkontor.ui.tests.fakes.Samples;

/** A mail being written. */
class ComposeModelTest {
	private final Account account = Samples.account("anna.berg@kanzlei.test");

	@Test
	void needsARecipient() {
		assertEquals(Optional.of(ComposeMessages.toMissing), mail("").mistake());
	}

	@Test
	void isContentWithABlindCopyAlone() {
		assertEquals(Optional.empty(), new ComposeModel(account, "", "", "paul.weber@mandant.test", "", "", List.of()).mistake());
	}

	@Test
	void separatesRecipientsByCommaAndSemicolonButNotInsideQuotes() {
		assertEquals(List.of("\"Weber, Paul\" <paul.weber@mandant.test>", "a@b.test", "c@d.test"),
				mail("\"Weber, Paul\" <paul.weber@mandant.test>; a@b.test, c@d.test").draft().to());
	}

	@Test
	void cannotBreakTheHeaderByASenderName() {
		Account odd = new Account(account.id(), "x", account.address(), "Anna\r\nBcc: x@y.test \"", account.scope(), account.endpoints());
		assertEquals("\"AnnaBcc: x@y.test \" <anna.berg@kanzlei.test>", new ComposeModel(odd, "a@b.test", "", "", "", "", List.of()).draft().from());
	}

	private ComposeModel mail(String to) {
		return new ComposeModel(account, to, "", "", "Mietvertrag", "", List.of());
	}
}
