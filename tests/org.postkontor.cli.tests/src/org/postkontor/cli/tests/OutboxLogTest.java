package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.cli.ExitCode;
import org.postkontor.outbox.MailState;

class OutboxLogTest {
	@TempDir
	Path folder;
	private Cli cli;

	@BeforeEach
	void start() {
		cli = new Cli(folder);
		cli.log.add(cli.outbox.add(cli.add("anna@example.test").id(), "m1", MailState.FILED));
	}

	@Test
	void tellsTheStoryOfAMailInBothLanguages() {
		String english = cli.run("outbox", "log", "m1").out();
		for (String expected : List.of("2026-11-26 09:00:00 +01:00  Accepted by the server", "Server: mail.example.test:465", "TLS: TLSv1.3 TLS_AES_256_GCM_SHA384",
				"CN=mail.example.test", "XOAUTH2", "Number at the server: 4ABCD", "bert@example.test: 250 2.1.5 bert", "The account has no “Sent” folder")) {
			assertTrue(english.contains(expected), () -> expected + " in " + english);
		}
		String german = cli.run("outbox", "log", "m1", "--lang", "de").out();
		assertTrue(german.contains("26.11.2026 09:00:00 +01:00  Vom Server angenommen"), german);
	}

	@Test
	void givesAMailToScriptsAsTheExportDoes() {
		assertEquals(Set.of("id", "attempts"), cli.run("outbox", "log", "m1", "--json").json().keySet());
	}

	@Test
	void knowsMailsThatHaveLeftTheOutbox() {
		cli.outbox.mails.clear();
		assertEquals(ExitCode.OK, cli.run("outbox", "log", "m1").code());
		assertEquals(ExitCode.NOT_FOUND, cli.run("outbox", "log", "m2").code());
		assertEquals(ExitCode.NOT_FOUND, cli.run("outbox", "log", "../x").code());
	}

	@Test
	void listsMailsOfAnAccountAndATime() {
		Cli.Result result = cli.run("outbox", "log", "--account", "anna@example.test", "--since", "2026-11-01T00:00", "--until", "+1d", "--json");
		assertEquals(Set.of("keepDays", "mails"), result.json().keySet());
		assertEquals(Set.of("id", "account", "state", "subject", "submitted", "attempts"),
				result.json().getAsJsonArray("mails").get(0).getAsJsonObject().keySet());
		assertEquals(List.of("mails true 2026-10-31T23:00:00Z 2026-11-27T08:00:00Z"), cli.log.calls);
	}

	@Test
	void saysAndChangesHowLongTheLogIsKept() {
		assertTrue(cli.run("outbox", "log").out().contains("180 days"));
		assertEquals(30, cli.run("outbox", "log", "--keep", "30", "--json").json().get("keepDays").getAsInt());
		assertEquals(Duration.ofDays(30), cli.log.keep);
		assertEquals(ExitCode.USAGE, cli.run("outbox", "log", "--keep", "ever").code());
	}

	@Test
	void exportsAPageForTheOwnerOnlyAndOverwritesNothing() throws Exception {
		Path page = folder.resolve("log.html");
		Cli.Result result = cli.run("outbox", "export", "--out", page.toString(), "--lang", "de", "--json");
		assertEquals(ExitCode.OK, result.code());
		assertEquals(1, result.json().get("mails").getAsInt());
		assertEquals("page in de of [m1]", Files.readString(page));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(page)));
		assertEquals(ExitCode.USAGE, cli.run("outbox", "export", "--out", page.toString()).code());
		assertEquals("page in de of [m1]", Files.readString(page));
	}

	@Test
	void exportsJsonOfNamedMailsToTheStandardOutput() {
		assertEquals("{\"mails\":[{\"id\":\"m1\",\"attempts\":[]}]}", cli.run("outbox", "export", "m1", "--format", "json", "--out", "-").out());
		assertEquals(ExitCode.NOT_FOUND, cli.run("outbox", "export", "m1", "m2", "--out", "-").code());
	}

	@Test
	void leavesNoHalfFileWhenTheLogCannotBeRead() {
		cli.log.fails = true;
		Path page = folder.resolve("log.html");
		assertEquals(ExitCode.STORAGE, cli.run("outbox", "export", "--out", page.toString()).code());
		assertFalse(Files.exists(page));
	}

	@Test
	void wantsToKnowWhereTo() {
		assertEquals(ExitCode.USAGE, cli.run("outbox", "export").code());
		assertEquals(ExitCode.USAGE, cli.run("outbox", "export", "--out", "-", "--json").code());
		assertEquals(ExitCode.STORAGE, cli.run("outbox", "export", "--out", folder.resolve("none/log.html").toString()).code());
	}
}
