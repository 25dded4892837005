package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
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
}
