package org.postkontor.auth.microsoft.tests;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.contract.AuthProviderContract;

class MicrosoftAuthProviderContractTest extends AuthProviderContract {
	MicrosoftWorld world;

	@BeforeEach
	void open() throws IOException {
		world = new MicrosoftWorld();
	}

	@AfterEach
	void close() {
		world.close();
	}

	@Override
	protected AuthProvider provider() {
		return world.provider();
	}

	@Override
	protected SignInRequest request() {
		return MicrosoftWorld.request(MicrosoftWorld.binding(MicrosoftWorld.ANNA), java.util.Set.of(org.postkontor.account.Direction.SEND), MicrosoftWorld.SMTP);
	}

	@Override
	protected SignInPrompt willing() {
		return world.person(MicrosoftWorld.ANNA);
	}

	@Override
	protected SignInPrompt unwilling() {
		return world.person(MicrosoftWorld.browser(MicrosoftWorld.ANNA).denying());
	}

	@Override
	protected boolean disconnect() {
		world.offline = true;
		return true;
	}
}
