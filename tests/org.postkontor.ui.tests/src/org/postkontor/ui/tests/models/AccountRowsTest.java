package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import java.util.List;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.account.AccountRow;
import org.postkontor.ui.internal.account.AccountRows;
import org.postkontor.ui.internal.account.SignInState;
import org.postkontor.ui.tests.fakes.FakeServices;
import org.postkontor.ui.tests.fakes.Samples;

/** Accounts with their sign-in states. */
class AccountRowsTest {
	private final FakeServices services = new FakeServices();

	@Test
	void tellsSignedInFromNotSignedIn() throws ProblemException {
		services.signedInAccount("anna.berg@kanzlei.test");
		services.accounts.save(Samples.account("buero@kanzlei.test"));
		assertEquals(List.of(SignInState.SIGNED_IN, SignInState.NOT_SIGNED_IN), rows().stream().map(AccountRow::state).toList());
	}

	@Test
	void callsAnAccountPartlySignedInIfOneServerIsNot() throws ProblemException {
		Account account = services.signedInAccount("anna.berg@kanzlei.test");
		Endpoint send = account.endpoint(Direction.SEND).orElseThrow();
		services.accounts.save(account.with(send.with(send.auth().signedOut())));
		assertEquals(SignInState.PARTLY, rows().get(0).state());
	}

	private List<AccountRow> rows() throws ProblemException {
		return new AccountRows(services.all).run(new NullProgressMonitor());
	}
}
