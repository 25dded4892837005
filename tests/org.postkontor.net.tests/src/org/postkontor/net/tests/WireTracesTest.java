package org.postkontor.net.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.net.internal.WireTraces;

/** What the switches become; what the VM then traces, the journey with all logging shows. */
class WireTracesTest {
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "all|errors,requests,frames,ssl,trace,channel", "headers|", "content,headers|", "errors,headers,requests|errors,requests",
			"Headers, CONTENT ,ssl|ssl", "requests,ALL|requests,errors,requests,frames,ssl,trace,channel", "errors|errors" })
	void theHttpClientTracesNeitherHeadersNorContent(String given, String left) {
		assertEquals(left, narrowed("jdk.httpclient.HttpClient.log", given));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "all|ssl", "''|", "plaintext|", "ssl:record:plaintext|ssl:record:", "SSL,handshake:data,ALL|ssl,handshake:data,ssl",
			"plainplaintexttext,ssl|,ssl", "aallll|asslll", "ssl:handshake|ssl:handshake" })
	void tlsTracesNoPlainText(String given, String left) {
		assertEquals(left, narrowed("javax.net.debug", given));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdk.internal.httpclient.debug", "jdk.internal.httpclient.hpack.debug", "jdk.internal.httpclient.hpack.log.level",
			"jdk.internal.httpclient.websocket.debug" })
	void whatTheHttpClientTellsItsAuthorsIsOff(String name) {
		assertEquals(null, narrowed(name, "true"));
	}

	@Test
	void whatIsNotSwitchedOnStaysSo() {
		Properties system = new Properties();
		system.setProperty("other", "all");
		new WireTraces(system);
		assertEquals(1, system.size());
		assertEquals("all", system.getProperty("other"));
	}

	private static String narrowed(String name, String value) {
		Properties system = new Properties();
		system.setProperty(name, value);
		new WireTraces(system);
		return system.getProperty(name);
	}
}
