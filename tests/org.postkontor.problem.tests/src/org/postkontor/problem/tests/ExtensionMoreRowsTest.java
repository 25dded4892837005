package org.postkontor.problem.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.problem.Answer;
import org.postkontor.problem.Answer.Source;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.problem.internal.CatalogueExplanations;
import org.postkontor.problem.internal.ExtensionMoreRows;

class ExtensionMoreRowsTest {
	private static final Problem REFUSED = Problem.of("transport.rejected", ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE);

	private final Object token = new Object();
	private final IExtensionRegistry registry = RegistryFactory.createRegistry(null, token, token);

	@BeforeEach
	void declareThePoint() throws IOException {
		String plugin = Files.readString(new ProjectSources().bundle("org.postkontor.problem").resolve("plugin.xml"));
		contribute("org.postkontor.problem", plugin.replace("%texts.name", "texts").replace("%explanations.name", "explanations"));
	}

	private void contribute(String contributor, String xml) {
		assertTrue(registry.addContribution(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
				ContributorFactorySimple.createContributor(contributor), false, contributor, null, token));
	}

	private void rows(String... rows) {
		contribute("com.example.mail",
				"<plugin><extension point=\"org.postkontor.problem.explanations\">" + String.join("", rows) + "</extension></plugin>");
	}

	private static String row(String attributes) {
		return "<explanation problem=\"example.own\" fixer=\"OFFICE_IT\" remedy=\"REPORT\" " + attributes + "/>";
	}

	private String explained(Problem problem, Answer answer) {
		return new CatalogueExplanations(new ExtensionMoreRows(registry)).explain(problem, answer).id();
	}

	@Test
	void aResellersRowExplainsAnAnswerThatTheProductDoesNotKnow() {
		rows(row("sources=\"SMTP\" codes=\"5.7.1\" pattern=\"blocked by (mail|office) ?filter\" of=\"transport.rejected\""));
		assertEquals("example.own", explained(REFUSED, Answer.said(Source.SMTP, "550 5.7.1 Blocked by OfficeFilter")));
		assertEquals("transport.rejected", explained(REFUSED, Answer.said(Source.SMTP, "550 5.7.1 blocked")));
		assertEquals("transport.rejected", explained(REFUSED, Answer.said(Source.IMAP, "5.7.1 blocked by mail filter")));
	}

	@Test
	void aResellersRowComesBeforeOursIfItIsAsSpecific() {
		rows(row("sources=\"OAUTH\" codes=\"50105\""));
		Problem asked = Problem.of("auth.sign-in-expired", ProblemKind.SIGN_IN_NEEDED, Fixer.USER, Remedy.SIGN_IN);
		assertEquals("example.own", explained(asked, new Answer(Source.OAUTH, List.of("50105"), "")));
	}

	@Test
	void aRowThatIsAddedLaterCounts() {
		ExtensionMoreRows rows = new ExtensionMoreRows(registry);
		assertEquals(0, rows.rows().size());
		rows(row("sources=\"SMTP IMAP\" codes=\"5.7.1\""));
		org.postkontor.testkit.Wait.until("the row", () -> rows.rows().size() == 1, Duration.ofSeconds(10));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "sources=\"SMTP\"", "sources=\"FAX\" codes=\"1\"", "codes=\"5.7.1\"", "sources=\"SMTP\" pattern=\"(\"" })
	void aRowThatCannotBeUsedDoesNoHarmToOthers(String attributes) {
		rows(row(attributes), row("sources=\"SMTP\" codes=\"5.7.1\""));
		assertEquals(1, new ExtensionMoreRows(registry).rows().size());
	}

	@Test
	void aPatternThatWouldRunForYearsIsGivenUp() {
		rows(row("sources=\"SMTP\" pattern=\"(x+x+)+y\""));
		assertTimeoutPreemptively(Duration.ofSeconds(20),
				() -> assertEquals("transport.rejected", explained(REFUSED, Answer.said(Source.SMTP, "550 " + "x".repeat(1000)))));
	}
}
