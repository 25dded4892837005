package org.postkontor.auth.microsoft.tests;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.contract.AdminConsentContract;

class MicrosoftAdminConsentContractTest extends AdminConsentContract {
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
		return MicrosoftWorld.both(MicrosoftWorld.ANNA);
	}

	@Override
	protected SignInPrompt user() {
		return world.person(MicrosoftWorld.ANNA);
	}

	@Override
	protected SignInPrompt administrator() {
		return world.person(MicrosoftWorld.ADMIN);
	}

	@Override
	protected SignInPrompt declining() {
		return world.person(MicrosoftWorld.browser(MicrosoftWorld.ADMIN).denying());
	}

	@Override
	protected void disconnect() {
		world.offline = true;
	}
}
