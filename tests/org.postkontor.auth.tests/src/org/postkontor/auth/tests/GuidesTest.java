package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.account.MailAddress;
import org.postkontor.auth.guide.Guide;
import org.postkontor.auth.guide.Guides;
import org.postkontor.auth.guide.Guides.Registration;
import org.postkontor.auth.guide.Guides.Right;
import org.postkontor.auth.internal.guide.ResourceGuides;
import org.postkontor.problem.ProblemException;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

class GuidesTest {
	static final Registration FACTS = new Registration(List.of("http://localhost"), List.of("https://outlook.office.com/SMTP.Send"),
			List.of("https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/POP.AccessAsUser.All"));
	final Guides guides = new ResourceGuides();

	static List<String> domains() {
		return named("app-passwords.json", "domains");
	}

	static List<String> hosts() {
		return named("app-passwords.json", "hosts");
	}

	static List<String> providers() {
		return named("registrations.json", "providers");
	}

	/** All guides there are, in one language. */
	static Stream<Guide> all(Locale locale) {
		Guides guides = new ResourceGuides();
		return Stream.concat(domains().stream().map(domain -> guides.appPassword(address(domain), List.of(), locale).orElseThrow()),
				Stream.concat(hosts().stream().map(host -> guides.appPassword(address("kanzlei.example"), List.of(host), locale).orElseThrow()),
						providers().stream().map(provider -> guides.registration(provider, FACTS, locale).orElseThrow())));
	}

	static List<Guide> german() {
		return all(Locale.GERMANY).distinct().toList();
	}

	static List<Guide> english() {
		return all(Locale.ENGLISH).distinct().toList();
	}

	@Test
	void bothLanguagesHaveTheSameGuidesWithTheSameSteps() {
		assertEquals(english().stream().map(GuidesTest::skeleton).toList(), german().stream().map(GuidesTest::skeleton).toList());
		assertTrue(german().size() >= 19, () -> "only " + german().size());
	}

	@ParameterizedTest
	@MethodSource("german")
	void everyGuideIsTranslatedAndComplete(Guide german) {
		Guide english = english().stream().filter(guide -> guide.id().equals(german.id())).findFirst().orElseThrow();
		assertNotEquals(english.summary(), german.summary());
		assertFalse(english.title().isBlank() || german.title().isBlank());
		assertTrue(german.steps().size() >= 3, german.id());
		for (int i = 0; i < german.steps().size(); i++) {
			assertFalse(english.steps().get(i).text().isBlank());
			assertNotEquals(english.steps().get(i).text(), german.steps().get(i).text());
		}
	}

	/** Between quotation marks stands what the provider's page says. */
	@ParameterizedTest
	@MethodSource("german")
	void theGermanGuidesSayAppKennwortInTheirOwnWords(Guide guide) {
		String said = Stream.concat(Stream.of(guide.title(), guide.summary(), guide.warning().orElse("")), guide.steps().stream().map(Guide.Step::text))
				.collect(Collectors.joining(" "));
		assertFalse(said.replaceAll("„[^“]*“", "").contains("App-Pass"), said);
	}

	@ParameterizedTest
	@MethodSource("german")
	void linksGoToPagesOverHttps(Guide guide) {
		for (Guide.Step step : guide.steps()) {
			step.link().ifPresent(link -> {
				assertEquals("https", link.getScheme(), link.toString());
				assertTrue(link.getHost().contains(".") && link.getUserInfo() == null && link.getPort() == -1, link.toString());
				assertTrue(link.getRawQuery() == null && link.getRawFragment() == null, link + " would not stay");
			});
		}
	}

	@ParameterizedTest
	@MethodSource("domains")
	void everyDomainFindsAGuideThatLinksToTwoStepVerificationAndToTheAppPassword(String domain) {
		Guide guide = guides.appPassword(address(domain), List.of(), Locale.GERMAN).orElseThrow();
		assertTrue(guide.id().startsWith("app-password."));
		assertTrue(guide.steps().stream().filter(step -> step.link().isPresent()).count() >= 2, guide.id());
	}

	@ParameterizedTest
	@CsvSource({ "outlook.office365.com,app-password.microsoft-work", "IMAP.GMAIL.COM,app-password.google", "imap.1und1.de,app-password.ionos" })
	void anAddressOfAnOwnDomainIsRecognisedByItsServers(String host, String id) {
		assertEquals(id, guides.appPassword(address("kanzlei.example"), List.of("smtp.kanzlei.example", host), Locale.GERMAN).orElseThrow().id());
	}

	@Test
	void theDomainOfTheAddressGoesBeforeTheServers() {
		assertEquals("app-password.microsoft-personal",
				guides.appPassword(address("outlook.de"), List.of("outlook.office365.com"), Locale.GERMAN).orElseThrow().id());
	}

	@ParameterizedTest
	@ValueSource(strings = { "mail.kanzlei.example", "notgmail.com", "gmail.com.example" })
	void nothingIsSaidAboutUnknownServers(String host) {
		assertEquals(Optional.empty(), guides.appPassword(address("kanzlei.example"), List.of(host), Locale.GERMAN));
	}

	@ParameterizedTest
	@CsvSource({ "outlook.com,September 2024,microsoft", "gmail.com,Anmeldung mit Google,google" })
	void saysWhereAnAppPasswordNoLongerHelpsAndWhatToUseInstead(String domain, String said, String instead) {
		Guide guide = guides.appPassword(address(domain), List.of(), Locale.GERMAN).orElseThrow();
		assertTrue(guide.warning().orElseThrow().contains(said), guide.warning().orElseThrow());
		assertEquals(Optional.of(instead), guide.instead());
	}

	@Test
	void aWorkAccountIsToldThatReceivingIsOverAndSendingEndsInDecember2026() {
		Guide guide = guides.appPassword(address("kanzlei.example"), List.of("smtp.office365.com"), Locale.ENGLISH).orElseThrow();
		assertTrue(guide.warning().orElseThrow().contains("IMAP, POP3") && guide.warning().orElseThrow().contains("December 2026"));
		assertEquals(Optional.of("microsoft"), guide.instead());
	}

	@ParameterizedTest
	@ValueSource(strings = { "gmx.de", "web.de" })
	void gmxAndWebDeMustBeOpenedForMailProgramsFirst(String domain) {
		assertTrue(guides.appPassword(address(domain), List.of(), Locale.GERMAN).orElseThrow().steps().getFirst().text().contains("POP3/IMAP"));
	}

	@Test
	void tOnlineNeedsItsSeparatePasswordAndICloudTwoUserNames() {
		assertTrue(guides.appPassword(address("t-online.de"), List.of(), Locale.GERMAN).orElseThrow().summary().contains("E-Mail-Passwort"));
		assertTrue(text(guides.appPassword(address("icloud.com"), List.of(), Locale.GERMAN).orElseThrow()).contains("nur der Teil vor dem @"));
	}

	@Test
	void theRegistrationShowsWhatIsToBeCopied() {
		List<String> copied = copied(guides.registration("microsoft", FACTS, Locale.GERMAN).orElseThrow());
		assertTrue(copied.contains("http://localhost"), copied.toString());
		assertTrue(copied.contains("https://outlook.office.com/SMTP.Send"));
		assertTrue(copied.contains("https://outlook.office.com/IMAP.AccessAsUser.All\nhttps://outlook.office.com/POP.AccessAsUser.All"));
	}

	@ParameterizedTest
	@MethodSource("providers")
	void anOfficeThatOnlySendsSeesNoStepForReceiving(String provider) {
		Guide both = guides.registration(provider, FACTS, Locale.ENGLISH).orElseThrow();
		Guide sendOnly = guides.registration(provider, new Registration(FACTS.redirects(), FACTS.send(), List.of()), Locale.ENGLISH).orElseThrow();
		assertEquals(both.steps().size() - 1, sendOnly.steps().size());
		assertTrue(copied(sendOnly).containsAll(List.of(FACTS.redirects().getFirst(), FACTS.send().getFirst())));
	}

	@Test
	void microsoftIsToldAboutThePlatformAndTheSwitchForPublicClients() {
		String english = text(guides.registration("microsoft", FACTS, Locale.ENGLISH).orElseThrow());
		assertTrue(english.contains("Mobile and desktop applications") && english.contains("Allow public client flows"));
		assertTrue(text(guides.registration("microsoft", FACTS, Locale.GERMAN).orElseThrow()).contains("Öffentliche Clientflows zulassen"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "password", "unknown" })
	void whatNeedsNoRegistrationHasNoGuide(String provider) {
		assertEquals(Optional.empty(), guides.registration(provider, FACTS, Locale.GERMAN));
	}

	@Test
	void rightsAreSaidInPlainWordsInTheirOrder() {
		List<Right> rights = guides.rights(List.of("offline_access", "https://outlook.office.com/SMTP.Send", "openid"), Locale.GERMAN);
		assertEquals(List.of("Angemeldet bleiben", "E-Mails senden", "Wer Sie sind"), rights.stream().map(Right::name).toList());
		assertTrue(rights.stream().allMatch(right -> right.reason().endsWith(".")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://outlook.office365.com/IMAP.AccessAsUser.All", "https://partner.outlook.cn/IMAP.AccessAsUser.All", "IMAP.AccessAsUser.All" })
	void theSameRightIsRecognisedAtEveryResource(String scope) {
		assertEquals(new Right(scope, "Receive mail (IMAP)", guides.rights(List.of("IMAP.AccessAsUser.All"), Locale.ENGLISH).getFirst().reason()),
				guides.rights(List.of(scope), Locale.ENGLISH).getFirst());
	}

	@ParameterizedTest
	@ValueSource(strings = { "urn:example:mail", "https://example.org/", "Mail.Everything" })
	void anUnknownRightIsNamedAsItIs(String scope) {
		Right right = guides.rights(List.of(scope), Locale.GERMAN).getFirst();
		assertEquals(scope, right.name());
		assertFalse(right.reason().isBlank());
	}

	@ParameterizedTest
	@ValueSource(strings = { "app-passwords.json", "registrations.json", "rights.json" })
	void theDataSaysWhenItWasLastLookedAt(String file) {
		LocalDate looked = LocalDate.parse(data(file).get("looked").getAsString());
		assertTrue(looked.isAfter(LocalDate.of(2026, 1, 1)), looked.toString());
	}

	@Test
	void theGuideSaysWhenItWasLastLookedAt() {
		assertTrue(guides.appPassword(address("gmx.net"), List.of(), Locale.GERMANY).orElseThrow().summary().contains("21. November 2026"));
		assertTrue(guides.appPassword(address("gmx.net"), List.of(), Locale.FRANCE).orElseThrow().summary().contains("November 21, 2026"));
	}

	@Test
	void noDomainOrProviderHasTwoGuides() {
		assertEquals(domains().stream().distinct().toList(), domains());
		assertEquals(providers().stream().distinct().toList(), providers());
	}

	private static String skeleton(Guide guide) {
		return guide.id() + guide.warning().isPresent() + guide.instead()
				+ guide.steps().stream().map(step -> step.link() + " " + step.copy()).toList();
	}

	private static String text(Guide guide) {
		return guide.steps().stream().map(Guide.Step::text).reduce("", String::concat);
	}

	private static List<String> copied(Guide guide) {
		return guide.steps().stream().flatMap(step -> step.copy().stream()).toList();
	}

	private static MailAddress address(String domain) {
		try {
			return MailAddress.parse("anna.muster@" + domain);
		} catch (ProblemException e) {
			throw new AssertionError(e);
		}
	}

	private static List<String> named(String file, String list) {
		List<String> names = new ArrayList<>();
		for (JsonElement guide : data(file).getAsJsonArray("guides")) {
			JsonArray values = guide.getAsJsonObject().getAsJsonArray(list);
			if (values != null) {
				values.forEach(value -> names.add(value.getAsString()));
			}
		}
		return names;
	}

	private static JsonObject data(String file) {
		try (InputStream in = ResourceGuides.class.getResourceAsStream(file)) {
			return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8)).getAsJsonObject();
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}
}
