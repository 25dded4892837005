package org.postkontor.auth.oauth.tests;

import java.io.IOException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.postkontor.account.Direction;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.contract.AuthProviderContract;
import org.postkontor.testkit.idp.ScriptedBrowser;

class OidcAuthProviderContractTest extends AuthProviderContract {
	OidcWorld world;

	@BeforeEach
	void open() throws IOException {
		world = new OidcWorld();
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
		return world.request(Direction.RECEIVE, Direction.SEND);
	}

	@Override
	protected SignInPrompt willing() {
		return world.anna();
	}

	@Override
	protected SignInPrompt unwilling() {
		return world.person(ScriptedBrowser.of(OidcWorld.ANNA, "annas-password").denying());
	}

	@Override
	protected boolean disconnect() {
		world.offline = true;
		return true;
	}
}
