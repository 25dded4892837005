package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.Protocol;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.ui.internal.provider.DeclaredScopes;
import org.postkontor.ui.internal.signin.RightsText;
import org.postkontor.ui.internal.signin.SignInMessages;
import org.postkontor.ui.tests.fakes.Samples;

/** Which rights are named before the browser opens. */
class RightsTextTest {
	@Test
	void namesNoReadingForAnAccountThatOnlySends() {
		Account account = Samples.account("anna.berg@kanzlei.test");
		Account sendOnly = account.with(List.of(account.endpoint(Direction.SEND).orElseThrow()));
		assertFalse(RightsText.of(sendOnly).rights().contains(SignInMessages.rightReceive));
		assertTrue(RightsText.of(sendOnly).text().contains(SignInMessages.sendOnly));
	}

	@Test
	void namesBothDirectionsForAnAccountThatReceives() {
		List<String> rights = RightsText.of(Samples.account("anna.berg@kanzlei.test")).rights();
		assertTrue(rights.containsAll(List.of(SignInMessages.rightReceive, SignInMessages.rightSend)));
	}

	@Test
	void saysSoWhereTheRightToSendIncludesReading() {
		String text = new RightsText(Set.of(Direction.SEND), List.of("Google Mail"), true).text();
		assertTrue(text.contains(SignInMessages.sendOnlyBroad) && text.contains("Google Mail"), text);
		assertFalse(text.contains(SignInMessages.sendOnly));
	}

	@Test
	void findsOutThatAProviderHasNoNarrowerRightForSending() {
		assertTrue(scopes("https://mail.example.org/", "https://mail.example.org/").sendingReads());
		assertFalse(scopes("IMAP.AccessAsUser.All", "SMTP.Send").sendingReads());
		assertFalse(scopes("", "SMTP.Send").sendingReads());
	}

	private static DeclaredScopes scopes(String receive, String send) {
		return new DeclaredScopes(new ProviderDescription("x", "X", "oauth", 1, Set.of(Protocol.values()), List.of(), List.of(), Optional.empty(), "x",
				Map.of("scopes.receive", receive, "scopes.send", send)));
	}
}
