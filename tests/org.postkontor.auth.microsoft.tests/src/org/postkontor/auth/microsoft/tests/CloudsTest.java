package org.postkontor.auth.microsoft.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.ANNA;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.SMTP;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.binding;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.query;
import static org.postkontor.auth.microsoft.tests.MicrosoftWorld.request;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postkontor.account.AuthBinding;
import org.postkontor.account.Direction;
import org.postkontor.account.Protocol;
import org.postkontor.auth.Resource;
import org.postkontor.auth.Secret;
import org.postkontor.auth.Session;
import org.postkontor.auth.SignInPrompt;
import org.postkontor.auth.spi.SignInRequest;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

class CloudsTest {
	MicrosoftWorld world;

	@BeforeEach
	void open() throws IOException {
		world = new MicrosoftWorld();
	}

	@AfterEach
	void close() {
		world.close();
	}

	@ParameterizedTest
	@CsvSource({ "us-gov,smtp.office365.com,login.microsoftonline.us,https://outlook.office365.us/SMTP.Send",
			"us-dod,smtp.office365.com,login.microsoftonline.us,https://webmail.apps.mil/SMTP.Send",
			"china,smtp.partner.outlook.cn,login.partner.microsoftonline.cn,https://partner.outlook.cn/SMTP.Send",
			"'',smtp.partner.outlook.cn,login.partner.microsoftonline.cn,https://partner.outlook.cn/SMTP.Send",
			"'',smtp.office365.us,login.microsoftonline.us,https://outlook.office365.us/SMTP.Send",
			"us-gov,graph.microsoft.us,login.microsoftonline.us,https://graph.microsoft.us/Mail.Send",
			"'',dod-graph.microsoft.us,login.microsoftonline.us,https://dod-graph.microsoft.us/Mail.Send" })
	void eachCloudHasItsOwnPageAndRights(String cloud, String host, String login, String right) {
		URI page = opened(request(binding(ANNA, "cloud", cloud), Set.of(Direction.SEND), new Resource(host.contains("graph") ? Protocol.GRAPH : Protocol.SMTP, host, 587)));
		assertEquals(login, page.getHost());
		assertEquals(Set.of("openid", "profile", "offline_access", right), Set.of(query(page).get("scope").split(" ")));
	}

	@Test
	void aCloudOfItsOwnIsDataOfTheAccount() {
		AuthBinding binding = binding(ANNA, "cloud", "custom", "loginHost", "login.cloud.example.test", "exchangeResource", "https://mail.cloud.example.test",
				"graphHost", "graph.cloud.example.test");
		URI page = opened(request(binding, Set.of(Direction.SEND), SMTP));
		assertEquals("login.cloud.example.test", page.getHost());
		assertEquals("https://mail.cloud.example.test/SMTP.Send", query(page).get("scope").replaceAll(".*(https\\S+).*", "$1"));
	}

	@ParameterizedTest
	@CsvSource({ "germany,smtp.office365.com,''", "'',outlook.office.de,''", "'',smtp.office365.com,login.microsoftonline.de" })
	void theClosedGermanCloudIsRefusedWithAnExplanation(String cloud, String host, String login) {
		Problem problem = refused(request(binding(ANNA, "cloud", cloud, "loginHost", login), Set.of(Direction.SEND), new Resource(Protocol.SMTP, host, 587)));
		assertEquals("auth.microsoft.cloud-closed", problem.id());
		assertEquals(Fixer.OFFICE_IT, problem.fixer());
		assertEquals(Remedy.EDIT_ACCOUNT, problem.remedy());
	}

	@ParameterizedTest
	@CsvSource({ "mars,''", "custom,localhost", "custom,evil.example.test/x", "custom,evil.example.test:8443" })
	void settingsThatNameNoCloudAreRefused(String cloud, String login) {
		assertEquals("auth.microsoft.cloud-unknown", refused(request(binding(ANNA, "cloud", cloud, "loginHost", login), Set.of(Direction.SEND), SMTP)).id());
	}

	@Test
	void theSessionRemembersItsCloudAndUnverifiedOnesAreMarked() throws Exception {
		Session session = world.signIn(request(binding(ANNA), Set.of(Direction.SEND), SMTP));
		assertEquals("global", session.attribute("cloud").orElseThrow());
		assertEquals("true", session.attribute("cloudVerified").orElseThrow());
		java.util.Map<String, String> attributes = new java.util.LinkedHashMap<>(session.attributes());
		attributes.put("cloud", "us-gov");
		attributes.put("cloudVerified", "false");
		world.idp.nextTokenError(400, "invalid_grant", "", 700082);
		Session other = session.refreshed(session.refreshed(), session.secrets(), attributes, session.scopes());
		Problem problem = assertThrows(ProblemException.class, () -> world.credential(other, SMTP, true)).problem();
		assertEquals("us-gov (unverified)", problem.details().get("cloud"));
	}

	private URI opened(SignInRequest request) {
		Gone gone = new Gone(world);
		assertEquals(ProblemKind.CANCELLED, assertThrows(ProblemException.class, () -> world.provider().signIn(request, gone, null)).problem().kind());
		return world.opened.getLast().url();
	}

	private Problem refused(SignInRequest request) {
		Problem problem = assertThrows(ProblemException.class, () -> world.provider().signIn(request, new Gone(world), null)).problem();
		assertEquals(List.of(), world.opened);
		assertEquals(List.of(), world.calls);
		return problem;
	}

	/** Looks at the page and goes away. */
	private record Gone(MicrosoftWorld world) implements SignInPrompt {
		@Override
		public void openBrowser(BrowserRequest request) throws ProblemException {
			world.opened.add(request);
			throw new ProblemException(Problem.of("cancelled", ProblemKind.CANCELLED, Fixer.USER, Remedy.NONE));
		}

		@Override
		public void showDeviceCode(DeviceCode code) {
			throw new AssertionError();
		}

		@Override
		public Secret askPassword(PasswordRequest request) {
			throw new AssertionError();
		}

		@Override
		public void done() {
			throw new AssertionError();
		}
	}
}
