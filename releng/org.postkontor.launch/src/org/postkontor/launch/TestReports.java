package org.postkontor.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;

/**
 * The result of all test modules, from the XML files that Surefire and Failsafe write.
 *
 * @param failed names, each with the beginning of the reason on further lines: who reads only what a build server kept of the
 *               output has no other files
 */
record TestReports(int passed, List<String> failed, List<String> skippedTests) {
	private static final int REASON_LINES = 15;

	/** Reads the reports that were written since {@code start}: older ones are of an earlier run. */
	static TestReports read(Path tests, FileTime start) throws Exception {
		var failed = new ArrayList<String>();
		var skipped = new ArrayList<String>();
		int all = 0;
		for (Path report : reports(tests)) {
			if (Files.getLastModifiedTime(report).compareTo(start) < 0) {
				continue;
			}
			var suite = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(report.toFile()).getDocumentElement();
			var cases = suite.getElementsByTagName("testcase");
			for (int i = 0; i < cases.getLength(); i++) {
				Element test = (Element) cases.item(i);
				String name = test.getAttribute("classname") + "." + test.getAttribute("name");
				all++;
				if (has(test, "failure")) {
					failed.add(name + reason(test, "failure"));
				} else if (has(test, "error")) {
					failed.add(name + reason(test, "error"));
				} else if (has(test, "skipped")) {
					skipped.add(name + reason(test));
				}
			}
		}
		return new TestReports(all - failed.size() - skipped.size(), List.copyOf(failed), List.copyOf(skipped));
	}

	private static List<Path> reports(Path tests) throws IOException {
		try (var files = Files.find(tests, 4, (file, a) -> file.getFileName().toString().matches("TEST-.*\\.xml")
				&& file.getParent().getFileName().toString().matches("(surefire|failsafe)-reports.*"))) {
			return files.sorted().toList();
		}
	}

	private static boolean has(Element test, String child) {
		return test.getElementsByTagName(child).getLength() > 0;
	}

	private static String reason(Element test, String child) {
		return test.getElementsByTagName(child).item(0).getTextContent().strip().lines().limit(REASON_LINES).map(line -> "\n\t" + line.stripTrailing())
				.collect(Collectors.joining());
	}

	private static String reason(Element test) {
		String message = ((Element) test.getElementsByTagName("skipped").item(0)).getAttribute("message");
		return message.isBlank() ? "" : ": " + message;
	}
}
