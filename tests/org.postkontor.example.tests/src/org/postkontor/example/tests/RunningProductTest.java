package org.postkontor.example.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceRegistration;
import org.postkontor.account.Branding;
import org.postkontor.account.MailAddress;
import org.postkontor.account.Protocol;
import org.postkontor.auth.AuthProviders;
import org.postkontor.auth.spi.AuthProvider;
import org.postkontor.auth.spi.ProviderDescription;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.ProblemTexts;
import org.postkontor.problem.Remedy;
import org.postkontor.testkit.Wait;

/** The example provider in a framework that runs: it comes and goes with its bundle, without any change of ours. */
class RunningProductTest {
	private static final String MAIL = "org.postkontor.example.mail";
	private static final String TICKET = "org.postkontor.example.ticket";
	private static final Duration LIMIT = Duration.ofSeconds(20);
	private ServiceRegistration<Branding> branding = register();
	private final AuthProviders providers = Services.get(AuthProviders.class);

	private static ServiceRegistration<Branding> register() {
		return Services.context().registerService(Branding.class, Branding.NONE, null);
	}

	@AfterEach
	void unregister() {
		branding.unregister();
	}

	@Test
	void itsProvidersAppearWhenTheBundleIsInstalledAndGoWithIt() throws Exception {
		assertEquals(List.of(), mine());
		Set<Long> before = bundles();
		ExampleBundle example = ExampleBundle.install();
		try {
			Wait.until("its providers are there", () -> mine().equals(List.of(MAIL, TICKET)), LIMIT);
			assertEquals(List.of(), providers.problems());
			assertNotNull(providers.provider(MAIL));
			assertEquals("org.postkontor.example.provider.TicketAuthProvider", providers.provider(TICKET).getClass().getName());
		} finally {
			example.close();
		}
		Wait.until("its providers are gone", () -> mine().isEmpty(), LIMIT);
		assertThrows(ProblemException.class, () -> providers.provider(TICKET));
		assertEquals(before, bundles());
	}

	@Test
	void anotherInstallationBringsItsOwnClass() throws Exception {
		AuthProvider first;
		try (ExampleBundle example = ExampleBundle.install()) {
			assertEquals(ExampleBundle.NAME, example.bundle().getSymbolicName());
			first = providers.provider(TICKET);
		}
		try (ExampleBundle example = ExampleBundle.install()) {
			AuthProvider second = providers.provider(TICKET);
			assertEquals(example.bundle().loadClass(second.getClass().getName()), second.getClass());
			assertFalse(second.getClass() == first.getClass());
		}
	}

	@Test
	void dataIsEnoughForAProvider() throws Exception {
		try (ExampleBundle example = ExampleBundle.install()) {
			ProviderDescription mail = providers.description(MAIL).orElseThrow();
			assertEquals(example.bundle().getSymbolicName(), mail.contributor());
			assertEquals(Set.of(Protocol.IMAP, Protocol.SMTP), mail.protocols());
			assertTrue(mail.serves(MailAddress.parse("anna.muster@mail.example.org"), List.of()));
			assertEquals("mail.send", mail.settings().get("scopes.send"));
			assertEquals("example-desk", mail.settings().get("clientId"));
			assertEquals(List.of("imap.mail.example.org", "smtp.mail.example.org"), mail.hosts());
		}
	}

	@Test
	void aProductWithoutBrandingIsToldWhatItsDataNeeds() throws Exception {
		try (ExampleBundle example = ExampleBundle.install()) {
			Wait.until("it runs", () -> providers.obstacle(MAIL).isEmpty(), LIMIT);
			branding.unregister();
			try {
				Wait.until("what is missing", () -> providers.obstacle(MAIL).isPresent(), LIMIT);
				Problem problem = assertThrows(ProblemException.class, () -> providers.provider(MAIL)).problem();
				assertEquals("auth.provider-not-served", problem.id());
				assertEquals(Branding.class.getName(), problem.values().get("missing"));
				assertEquals(example.bundle().getSymbolicName(), problem.values().get("contributor"));
				for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
					assertTrue(Services.get(ProblemTexts.class).explanation(problem, locale).contains(Branding.class.getName()));
				}
			} finally {
				branding = register();
			}
		}
	}

	@Test
	void itsLabelIsTranslatedAndItsIconIsInTheBundle() throws Exception {
		try (ExampleBundle example = ExampleBundle.install()) {
			assertEquals(2, descriptions().size());
			for (ProviderDescription description : descriptions()) {
				assertFalse(description.label().startsWith("%"), description.label());
				assertNotNull(example.bundle().getEntry(description.settings().get("icon")), description.id());
			}
		}
	}

	@Test
	void itsProblemsHaveTextsInBothLanguages() throws Exception {
		ProblemTexts texts = Services.get(ProblemTexts.class);
		Problem problem = Problem.of("example.ticket-needed", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN).with("principal", "anna.muster");
		try (ExampleBundle example = ExampleBundle.install()) {
			assertNotNull(example.bundle());
			Wait.until("the German text", () -> texts.title(problem, Locale.GERMAN).equals("Für anna.muster wird ein neues Ticket gebraucht"), LIMIT);
			assertEquals("A new ticket is needed for anna.muster", texts.title(problem, Locale.ENGLISH));
		}
	}

	private List<ProviderDescription> descriptions() {
		return providers.descriptions().stream().filter(description -> description.contributor().equals(ExampleBundle.NAME)).toList();
	}

	private List<String> mine() {
		return descriptions().stream().map(ProviderDescription::id).toList();
	}

	private static Set<Long> bundles() {
		return Set.copyOf(Arrays.stream(Services.context().getBundles()).map(Bundle::getBundleId).toList());
	}
}
