package org.postkontor.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.postkontor.cli.internal.SystemBrowser;

class SystemBrowserTest {
	private static final URI LINK = URI.create("https://login.example.test/?a=1&b=2");

	@Test
	void givesTheLinkAsOneArgument() {
		assertEquals(List.of("xdg-open", LINK.toString()), browser("Linux", Map.of("DISPLAY", ":1")).command(LINK));
		assertEquals(List.of("open", LINK.toString()), browser("Mac OS X", Map.of()).command(LINK));
		assertEquals(List.of("rundll32", "url.dll,FileProtocolHandler", LINK.toString()), browser("Windows 11", Map.of()).command(LINK));
	}

	@Test
	void startsNoTextBrowserInTheTerminal() {
		assertFalse(browser("Linux", Map.of()).open(LINK));
	}

	@Test
	void opensNothingButTheWeb() {
		assertFalse(browser("Windows 11", Map.of()).open(URI.create("file:///c:/windows/system32/calc.exe")));
	}

	private static SystemBrowser browser(String system, Map<String, String> environment) {
		return new SystemBrowser(system, environment);
	}
}
