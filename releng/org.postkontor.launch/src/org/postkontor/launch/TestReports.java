package org.postkontor.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;

/** The result of all test modules, from the XML files that Surefire and Failsafe write. */
record TestReports(int passed, List<String> failed, List<String> skippedTests) {

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
				if (has(test, "failure") || has(test, "error")) {
					failed.add(name);
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

	private static String reason(Element test) {
		String message = ((Element) test.getElementsByTagName("skipped").item(0)).getAttribute("message");
		return message.isBlank() ? "" : ": " + message;
	}
}
