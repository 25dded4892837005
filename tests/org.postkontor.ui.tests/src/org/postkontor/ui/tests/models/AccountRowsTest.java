package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.postkontor.account.Account;
import org.postkontor.account.Direction;
import org.postkontor.account.Endpoint;
import org.postkontor.auth.SignIns.ForeseeableEnd;
import org.postkontor.auth.SignIns.Reason;
import org.postkontor.auth.SignIns.Verdict;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.Formats;
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

	@Test
	void saysWhenASignInIsNeeded() throws ProblemException {
		services.signedInAccount("anna.berg@kanzlei.test");
		services.broker.needs("oauth", "Anna.Berg@kanzlei.test");
		assertEquals(SignInState.WAITING, rows().get(0).state());
	}

	@Test
	void remembersAfterARestartThatASignInIsNeeded() throws ProblemException {
		Account account = services.signedInAccount("anna.berg@kanzlei.test");
		services.signIns.add("anna.berg@kanzlei.test", Verdict.INVALID, Optional.empty(), account);
		assertEquals(SignInState.WAITING, rows().get(0).state());
	}

	@Test
	void saysWhenASignInEndsSoon() throws ProblemException {
		Account account = services.signedInAccount("anna.berg@kanzlei.test");
		Instant end = services.clock.instant().plus(Duration.ofDays(5));
		services.signIns.add("anna.berg@kanzlei.test", Verdict.VALID, Optional.of(new ForeseeableEnd(end, Reason.FREQUENCY)), account);
		AccountRow row = rows().get(0);
		assertEquals(SignInState.ENDING, row.state());
		assertTrue(row.stateText(new Formats(Locale.GERMAN, ZoneOffset.UTC)).contains("5"), () -> row.stateText(Formats.ofUser()));
	}

	@Test
	void saysWhenAnAdministratorWasAsked() throws ProblemException {
		Account account = services.signedInAccount("anna.berg@kanzlei.test");
		services.broker.needs("oauth", "anna.berg@kanzlei.test");
		services.consents.ask(account, Instant.parse("2026-11-20T08:00:00Z"), true);
		AccountRow row = rows().get(0);
		assertEquals(SignInState.CONSENT_PENDING, row.state());
		assertTrue(row.stateText(new Formats(Locale.GERMAN, ZoneOffset.UTC)).contains("20.11.2026"), () -> row.stateText(Formats.ofUser()));
	}

	private List<AccountRow> rows() throws ProblemException {
		return new AccountRows(services.all).run(new NullProgressMonitor());
	}
}
