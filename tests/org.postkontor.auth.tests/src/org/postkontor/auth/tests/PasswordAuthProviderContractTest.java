package org.postkontor.auth.tests;

import java.util.List;
import java.util.Set;

import org.postkontor.account.Direction;
import org.postkontor.account.MailAddress;
import org.postkontor.auth.Secret;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.contract.AuthProviderContract;
import org.postkontor.fakes.Typist;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.Canary;
import org.postkontor.testkit.FakeClock;

class PasswordAuthProviderContractTest extends AuthProviderContract {
	final AuthProvider provider = Samples.passwordProvider(new FakeClock());
	final Canary password = Canary.create("password");

	@Override
	protected AuthProvider provider() {
		return provider;
	}

	@Override
	protected SignInRequest request() {
		try {
			return new SignInRequest(Samples.binding("password"), MailAddress.parse("anna@example.test"), List.of(Samples.IMAP, Samples.SMTP),
					Set.of(Direction.RECEIVE, Direction.SEND));
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	@Override
	protected SignInPrompt willing() {
		return new Typist(password.value());
	}

	@Override
	protected SignInPrompt unwilling() {
		return new Typist(Secret.of("").use(text -> text));
	}

	@Override
	protected boolean disconnect() {
		return false;
	}
}
