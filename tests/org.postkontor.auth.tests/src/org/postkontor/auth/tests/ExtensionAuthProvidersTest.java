package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.auth.internal.extension.ExtensionAuthProviders;
import org.postkontor.auth.internal.password.PasswordProviderFactory;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.AuthProviderFactory;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.FakeClock;

class ExtensionAuthProvidersTest {
	TestRegistry world;
	ExtensionAuthProviders providers;

	@BeforeEach
	void theBuiltInOnesAreThere() throws Exception {
		world = new TestRegistry();
		world.builtIn();
		providers = new ExtensionAuthProviders(world.registry);
	}

	@Test
	void readsACompleteDeclaration() throws Exception {
		contribute("org.example", extension("""
				<authProvider id='org.example.mail' label='Example Mail' kind='oauth' order='50' icon='icons/mail.svg'>
				<protocol name='imap'/><protocol name='smtp'/><domain name='Example.org'/><host suffix='mail.example.org'/>
				<issuer uri='https://login.example.org' public='true' redirectHost='127.0.0.1' parameters='a=b'/>
				<scopes direction='receive' protocol='imap'>mail.read</scopes><scopes direction='send'> mail.send </scopes><client id='our-client'/>
				</authProvider>"""));
		ProviderDescription read = providers.description("org.example.mail").orElseThrow();
		assertEquals(Set.of(Protocol.IMAP, Protocol.SMTP), read.protocols());
		assertEquals(List.of("example.org"), read.domains());
		assertEquals(List.of("mail.example.org"), read.hosts());
		assertEquals("org.example", read.contributor());
		assertEquals(Map.of("icon", "icons/mail.svg", "issuer", "https://login.example.org", "public", "true", "redirectHost", "127.0.0.1", "parameters", "a=b",
				"scopes.receive.imap", "mail.read", "scopes.send", "mail.send", "clientId", "our-client"), read.settings());
	}

	@Test
	void listsInTheDeclaredOrder() throws Exception {
		contribute("org.example", extension("<authProvider id='first' label='First' kind='oauth' order='-1'/>"));
		assertEquals(List.of("first", "oauth", "password"), providers.descriptions().stream().map(ProviderDescription::id).toList());
	}

	@ParameterizedTest
	@ValueSource(strings = { "<authProvider id='x' kind='oauth'/>", "<authProvider id='Has Blank' label='x' kind='oauth'/>", "<authProvider id='x' label='x' kind='magic'/>",
			"<authProvider id='x' label='x' kind='oauth' order='many'/>", "<authProvider id='x' label='x' kind='oauth'><protocol name='gopher'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><host suffix='com'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><issuer uri='http://login.example.org'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><issuer uri='https://login.example.org' tokenUri='http://127.0.0.1/token'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><issuer uri='https://a.example' redirectHost='0.0.0.0'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><scopes direction='sideways'>a</scopes></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><scopes direction='send' protocol='gopher'>a</scopes></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><scopes direction='send'>a</scopes><scopes direction='send'>b</scopes></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><host suffix='co.uk'/></authProvider>", "<authProvider id='x' label='x' kind='oauth'><host suffix='or.at'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><host suffix='AzureWebsites.net'/></authProvider>", "<authProvider id='x' label='x' kind='oauth'><host suffix='localhost'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><host suffix='192.0.2.1'/></authProvider>", "<authProvider id='x' label='x' kind='oauth'><host suffix='*.example.org'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><host suffix='mail.example.org' tokens='perhaps'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><domain name='de'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><issuer uri='https://a.example' discovery='false'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><issuer uri='https://a.example' public='yes'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><issuer uri='https://a.example' unusedDays='0'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><issuer uri='https://a.example' testingDays='some'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><issuer uri='https://a.example'/><issuer uri='https://b.example'/></authProvider>",
			"<authProvider id='x' label='x' kind='oauth'><client secret='without-id'/></authProvider>",
			"<authProvider id='x' label='x' kind='password'><client id='c'/></authProvider>", "<authProvider id='x' label='x' kind='oauth' icon='../../other/icon.svg'/>",
			"<authProvider id='x' label='x' kind='oauth'><replace provider='x'/></authProvider>", "<authProvider id='oauth' label='again' kind='oauth' order='900'/>" })
	void anInvalidDeclarationIsLeftOutAndReportedAndTheOthersStay(String declaration) throws Exception {
		contribute("org.example", extension(declaration));
		assertEquals(2, providers.descriptions().size());
		Problem problem = providers.problems().getFirst();
		assertEquals("auth.provider-invalid", problem.id());
		assertEquals("org.example", problem.values().get("contributor"));
	}

	@Test
	void aReplacingProviderTakesThePlaceAlsoForBoundAccounts() throws Exception {
		contribute("org.example", extension("<authProvider id='cards' label='Cards' kind='password' order='10'><replace provider='password'/></authProvider>"));
		assertEquals("cards", providers.description("password").orElseThrow().id());
		assertFalse(providers.descriptions().stream().anyMatch(description -> description.id().equals("password")));
	}

	@Test
	void ofTwoThatReplaceTheSameTheLowerOrderWinsAndItIsReported() throws Exception {
		contribute("org.late", extension("<authProvider id='late' label='Late' kind='password' order='20'><replace provider='password'/></authProvider>"));
		contribute("org.early", extension("<authProvider id='early' label='Early' kind='password' order='10'><replace provider='password'/></authProvider>"));
		assertEquals("early", providers.description("password").orElseThrow().id());
		assertTrue(providers.description("late").isEmpty());
		Problem conflict = providers.problems().getFirst();
		assertEquals("auth.provider-conflict", conflict.id());
		assertEquals(Map.of("provider", "password", "winner", "early", "loser", "late"), conflict.values());
	}

	@Test
	void aChainOfReplacementsLeadsToItsEnd() throws Exception {
		contribute("org.one", extension("<authProvider id='one' label='One' kind='password' order='20'><replace provider='password'/></authProvider>"));
		contribute("org.two", extension("<authProvider id='two' label='Two' kind='password' order='10'><replace provider='one'/></authProvider>"));
		assertEquals("two", providers.description("password").orElseThrow().id());
		assertEquals(List.of("two", "oauth"), providers.descriptions().stream().map(ProviderDescription::id).toList());
		assertEquals(List.of(), providers.problems());
	}

	@Test
	void whatWouldCloseACircleIsLeftOut() throws Exception {
		contribute("org.one", extension("<authProvider id='one' label='One' kind='oauth' order='10'><replace provider='two'/></authProvider>"));
		contribute("org.two", extension("<authProvider id='two' label='Two' kind='oauth' order='20'><replace provider='one'/></authProvider>"));
		assertEquals("one", providers.description("two").orElseThrow().id());
		assertEquals(List.of("two"), providers.problems().stream().map(problem -> problem.values().get("provider")).toList());
	}

	@Test
	void nobodyTakesTheIdOfABuiltInProviderWithoutSayingSo() throws Exception {
		contribute("org.example", extension("<authProvider id='password' label='Mine' kind='password' order='-1'/>"));
		assertEquals("org.postkontor.auth", providers.description("password").orElseThrow().contributor());
		assertEquals("org.example", providers.problems().getFirst().values().get("contributor"));
	}

	@Test
	void aProviderCanServeServersThatItsTokensDoNotGoToByThemselves() throws Exception {
		contribute("org.example", extension("""
				<authProvider id='own' label='Own' kind='oauth'><domain name='example.org'/>
				<host suffix='mail.example.org'/><host suffix='relay.example.net' tokens='false'/></authProvider>"""));
		ProviderDescription own = providers.description("own").orElseThrow();
		assertEquals(List.of("mail.example.org"), own.hosts());
		assertTrue(own.serves(MailAddress.parse("anna@kanzlei.example"), List.of("smtp.RELAY.example.net")));
		assertTrue(own.serves(MailAddress.parse("anna@example.org"), List.of()));
		assertFalse(own.serves(MailAddress.parse("anna@kanzlei.example"), List.of("notmail.example.org", "imap.kanzlei.example")));
	}

	@Test
	void theSecretOfADesktopClientIsNotShown() throws Exception {
		contribute("org.example", extension("<authProvider id='own' label='Own' kind='oauth'><client id='c' secret='canary-secret'/></authProvider>"));
		ProviderDescription own = providers.description("own").orElseThrow();
		assertEquals("canary-secret", own.settings().get("clientSecret"));
		assertFalse(own.toString().contains("canary"), own.toString());
	}

	@Test
	void aProviderOfABundleThatComesAppearsAndGoesWithIt() throws Exception {
		contribute("org.example", extension("<authProvider id='own' label='Own' kind='oauth' class='" + ThirdPartyProvider.class.getName() + "'/>"));
		AuthProvider first = providers.provider("own");
		world.remove("org.example");
		assertTrue(providers.description("own").isEmpty());
		contribute("org.example", extension("<authProvider id='own' label='Own' kind='oauth' class='" + ThirdPartyProvider.class.getName() + "'/>"));
		assertNotSame(first, providers.provider("own"), "the class of the new bundle counts");
	}

	@Test
	void dataIsRunByTheFactoryOfItsKind() throws Exception {
		providers.addFactory(new PasswordProviderFactory(new FakeClock()), Map.of(AuthProviderFactory.KIND, "password"));
		assertNotNull(providers.provider("password"));
		assertEquals(Optional.empty(), providers.obstacle("password"));
		Problem problem = assertThrows(ProblemException.class, () -> providers.provider("oauth")).problem();
		assertEquals("auth.provider-not-served", problem.id());
		assertEquals("org.postkontor.auth.spi.AuthProviderFactory (oauth)", problem.values().get("missing"));
		assertEquals(Optional.of(problem), providers.obstacle("oauth"));
	}

	@Test
	void aServiceWithTheIdGoesBeforeTheFactory() throws Exception {
		AuthProvider own = new ScriptedProvider(new FakeClock());
		providers.addProvider(own, Map.of("org.postkontor.auth.provider", "oauth"));
		assertSame(own, providers.provider("oauth"));
		providers.removeProvider(own);
		assertThrows(ProblemException.class, () -> providers.provider("oauth"));
	}

	@Test
	void anUnknownProviderIsAConfigurationProblem() {
		assertEquals("auth.provider-unknown", assertThrows(ProblemException.class, () -> providers.provider("gone")).problem().id());
	}

	@Test
	void aClassThatCannotBeLoadedIsReportedAsBroken() throws Exception {
		contribute("org.example", extension("<authProvider id='broken' label='Broken' kind='oauth' class='org.example.Missing'/>"));
		assertEquals("auth.provider-broken", assertThrows(ProblemException.class, () -> providers.provider("broken")).problem().id());
	}

	@Test
	void aContributedClassIsMadeOnce() throws Exception {
		contribute("org.example", extension("<authProvider id='own' label='Own' kind='oauth' class='" + ThirdPartyProvider.class.getName() + "'/>"));
		assertInstanceOf(ThirdPartyProvider.class, providers.provider("own"));
		assertSame(providers.provider("own"), providers.provider("own"));
	}

	private static String extension(String content) {
		return TestRegistry.extension(content);
	}

	private void contribute(String contributor, String content) throws Exception {
		world.contribute(contributor, content);
	}
}
