package org.postkontor.reliability.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postkontor.reliability.Cases;
import org.postkontor.reliability.Catalogue;

class CasesTest {
	@TempDir
	Path root;

	@Test
	void namesSpeakOfOneSeveralOrARangeOfCases() {
		assertEquals(List.of(19), Cases.numbers("case19RefusesAMail"));
		assertEquals(List.of(10, 46), Cases.numbers("case10And46DoesNotSendAgain"));
		assertEquals(List.of(1, 2, 3, 7), Cases.numbers("case1To3And7LeaveNothing"));
		assertEquals(List.of(), Cases.numbers("caseless"));
		assertEquals(List.of(), Cases.numbers("refusesCase19"));
	}

	@Test
	void findsTestsByTheirNames() throws Exception {
		Path folder = Files.createDirectories(root.resolve("tests/a/src"));
		Files.writeString(folder.resolve("DiskTest.java"), "class DiskTest {\n\t@Test\n\tvoid case19And20Stops() throws Exception {\n\t}\n}\n");
		Files.writeString(folder.resolve("Disk.java"), "class Disk {\n\tvoid case21Retries() {\n\t}\n}\n");
		Cases cases = Cases.in(root);
		assertEquals(List.of("DiskTest.case19And20Stops"), cases.tests().get(20));
		assertEquals(List.of(19, 20), List.copyOf(cases.tests().keySet()));
	}

	@Test
	void theCatalogueHasNoGap() {
		assertEquals(IntStream.rangeClosed(1, 63).boxed().toList(), List.copyOf(Catalogue.faults().keySet()));
	}

	/** Those that were proven with other parts may have been renamed there. */
	@Test
	void testsWithOtherNamesExist() throws Exception {
		Cases cases = Cases.in(checkout());
		Catalogue.elsewhere().forEach((number, names) -> assertEquals(names, cases.tests().getOrDefault(number, List.of()).stream().filter(names::contains).toList()));
	}

	static Path checkout() {
		Path folder = Path.of("").toAbsolutePath();
		while (!Files.isDirectory(folder.resolve("tests/org.postkontor.reliability"))) {
			folder = folder.getParent();
		}
		return folder;
	}
}
