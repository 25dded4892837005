package org.postkontor.example.tests;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.osgi.framework.BundleException;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.Resource;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.contract.AuthProviderContract;
import org.postkontor.fakes.Typist;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.Canary;

/** As a third party does it: the provider comes through the extension point, its class is not touched. */
class TicketAuthProviderContractTest extends AuthProviderContract {
	private static final String ID = "org.postkontor.example.ticket";
	private static final String USER = "anna.muster@tickets.example.org";
	private static ExampleBundle example;
	private final Canary ticket = Canary.create("ticket");

	@BeforeAll
	static void install() throws BundleException {
		example = ExampleBundle.install();
	}

	@AfterAll
	static void uninstall() throws BundleException, InterruptedException {
		example.close();
	}

	@Override
	protected AuthProvider provider() {
		try {
			return Services.get(AuthProviders.class).provider(ID);
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	@Override
	protected SignInRequest request() {
		try {
			return new SignInRequest(AuthBinding.of(ID, USER, Map.of()), MailAddress.parse(USER), List.of(new Resource(Protocol.SMTP, "smtp.tickets.example.org", 465)),
					Set.of(Direction.SEND));
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	@Override
	protected SignInPrompt willing() {
		return new Typist(ticket.value());
	}

	@Override
	protected SignInPrompt unwilling() {
		return new Typist("");
	}

	@Override
	protected boolean disconnect() {
		return false;
	}
}
