package org.postkontor.ui.tests.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.ui.internal.transmission.TransmissionFile;
import org.postkontor.ui.tests.fakes.FakeServices;

class TransmissionFileTest {
	@TempDir
	Path folder;

	private TransmissionFile file(Path target) {
		return new TransmissionFile(new FakeServices().log, List.of(new OutboxId("a1")), Locale.GERMAN, target);
	}

	@Test
	void isAPageInTheLanguageOfTheUser() throws Exception {
		Path target = folder.resolve("Sendeprotokoll.html");
		file(target).run(new NullProgressMonitor());
		assertEquals("page in de of 1", Files.readString(target));
	}

	@Test
	void isJsonWhereItsNameSaysSo() throws Exception {
		Path target = folder.resolve("log.JSON");
		file(target).run(new NullProgressMonitor());
		assertEquals("{\"mails\":1}", Files.readString(target));
	}

	@Test
	void replacesAnOlderFileAndLeavesNothingElse() throws Exception {
		Path target = Files.writeString(folder.resolve("log.json"), "older");
		file(target).run(new NullProgressMonitor());
		try (var files = Files.list(folder)) {
			assertEquals(List.of(target), files.toList());
		}
		assertEquals("{\"mails\":1}", Files.readString(target));
	}

	@Test
	void saysWhichFileCouldNotBeWritten() {
		Path target = folder.resolve("missing").resolve("log.html");
		Problem problem = assertThrows(ProblemException.class, () -> file(target).run(new NullProgressMonitor())).problem();
		assertEquals("outbox.export", problem.id());
		assertEquals(ProblemKind.STORAGE, problem.kind());
		assertEquals(target.toString(), problem.values().get("file"));
	}
}
