package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.postkontor.account.Endpoint;
import org.postkontor.problem.ProblemException;
import org.postkontor.ui.internal.wizard.WizardModel;
import org.postkontor.ui.tests.fakes.FakeServices;
import org.postkontor.ui.tests.fakes.Samples;

/** What the wizard knows, without controls. */
class WizardModelTest {
	private final WizardModel model = new WizardModel();
	private final List<Endpoint> servers = Samples.account("anna.berg@kanzlei.test").endpoints();

	@Test
	void forgetsTheSettingsWhenTheAddressChanges() {
		model.type("anna.berg@kanzlei.test", "Anna");
		model.use(servers);
		model.type("buero@verwaltung.test", "Anna");
		assertEquals(List.of(), model.endpoints());
	}

	@Test
	void keepsTheSettingsWhenOnlyTheNameChanges() {
		model.type("anna.berg@kanzlei.test", "Anna");
		model.use(servers);
		model.type("anna.berg@kanzlei.test ", "Anna Berg");
		assertEquals(servers, model.endpoints());
	}

	@Test
	void forgetsTheSignInWhenAServerChanges() throws ProblemException {
		model.type("anna.berg@kanzlei.test", "");
		model.use(servers);
		model.signedIn(model.account());
		model.use(servers.subList(1, 2));
		assertEquals(Optional.empty(), model.signedIn());
	}

	@Test
	void makesAnAccountWithTheSignedInServers() throws ProblemException {
		model.type("anna.berg@kanzlei.test", "Anna Berg");
		model.use(servers);
		model.signedIn(new FakeServices().broker.signedIn(model.account()));
		assertTrue(model.account().endpoints().stream().allMatch(e -> e.auth().session().isPresent()));
	}

	@Test
	void keepsItsIdSoThatSavingTwiceMakesOneAccount() throws ProblemException {
		model.type("anna.berg@kanzlei.test", "");
		assertEquals(model.account().id(), model.account().id());
	}
}
