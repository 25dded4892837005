package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.spi.RegistryContributor;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
	final Object token = new Object();
	IExtensionRegistry registry;
	ExtensionAuthProviders providers;

	@BeforeEach
	void theBuiltInOnesAreThere() throws Exception {
		registry = RegistryFactory.createRegistry(new OwnClasses(), token, token);
		contribute("org.postkontor.auth", "<extension-point id=\"authProviders\" name=\"x\"/>" + extension(
				"<authProvider id='password' label='Password' kind='password' order='200'/><authProvider id='oauth' label='OAuth' kind='oauth' order='150'/>"));
		providers = new ExtensionAuthProviders(registry);
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
			"<authProvider id='x' label='x' kind='oauth'><scopes direction='sideways'>a</scopes></authProvider>", "<authProvider id='oauth' label='again' kind='oauth' order='900'/>" })
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
	void dataIsRunByTheFactoryOfItsKind() throws Exception {
		providers.addFactory(new PasswordProviderFactory(new FakeClock()), Map.of(AuthProviderFactory.KIND, "password"));
		assertNotNull(providers.provider("password"));
		assertEquals("auth.provider-broken", assertThrows(ProblemException.class, () -> providers.provider("oauth")).problem().id());
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

	/** Loads classes of this bundle, also inside a framework. */
	private static final class OwnClasses extends RegistryStrategy {
		OwnClasses() {
			super(null, null);
		}

		@Override
		public Object createExecutableExtension(RegistryContributor contributor, String className, String overridden) throws CoreException {
			try {
				return Class.forName(className).getConstructor().newInstance();
			} catch (ReflectiveOperationException e) {
				throw new CoreException(Status.error(className, e));
			}
		}
	}

	private static String extension(String content) {
		return "<extension point='org.postkontor.auth.authProviders'>" + content + "</extension>";
	}

	private void contribute(String contributor, String content) throws Exception {
		try (InputStream in = new ByteArrayInputStream(("<plugin>" + content + "</plugin>").getBytes(StandardCharsets.UTF_8))) {
			assertTrue(registry.addContribution(in, ContributorFactorySimple.createContributor(contributor), false, contributor, null, token));
		}
	}
}
