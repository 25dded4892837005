package org.postkontor.net.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes out of the JDK's switches for tracing what would write requests, answers and the plain text of TLS into a log,
 * tokens and passwords included; the rest of them stays. The JDK reads each switch once, before its first connection: the
 * services that connect need this one first. Where an embedding application has connected before, it is too late.
 * Source: {@code jdk.internal.net.http.common.Log}, {@code sun.security.ssl.SSLLogger} of JDK 21 and 25.
 */
@Component(service = WireTraces.class)
public final class WireTraces {
	private static final Logger LOG = LoggerFactory.getLogger(WireTraces.class);
	private static final Map<String, UnaryOperator<String>> SWITCHES = Map.of(
			"jdk.httpclient.HttpClient.log", WireTraces::withoutHeaders, "javax.net.debug", WireTraces::withoutPlainText,
			"jdk.internal.httpclient.debug", any -> "", "jdk.internal.httpclient.hpack.debug", any -> "",
			"jdk.internal.httpclient.hpack.log.level", any -> "", "jdk.internal.httpclient.websocket.debug", any -> "");

	/** In this VM. */
	@Activate
	public WireTraces() {
		this(System.getProperties());
	}

	/** @param system what is changed */
	public WireTraces(Properties system) {
		SWITCHES.forEach((name, harmless) -> narrow(system, name, harmless));
	}

	private static void narrow(Properties system, String name, UnaryOperator<String> harmless) {
		String value = system.getProperty(name);
		if (value == null) {
			return;
		}
		String left = harmless.apply(value);
		if (left.isEmpty()) {
			system.remove(name);
		} else if (!left.equals(value)) {
			system.setProperty(name, left);
		}
		if (!left.equals(value) || left.isEmpty()) {
			LOG.warn("The trace \"{}={}\" would show tokens and passwords; traced is only \"{}\"", name, value, left);
		}
	}

	private static String withoutHeaders(String value) {
		return Arrays.stream(value.split(",")).map(String::strip).filter(word -> !word.matches("(?i)headers|content"))
				.map(word -> word.equalsIgnoreCase("all") ? "errors,requests,frames,ssl,trace,channel" : word).collect(Collectors.joining(","));
	}

	/** An empty value means everything, by way of the system's logger. The JDK looks for words anywhere in the value. */
	private static String withoutPlainText(String value) {
		String left = value.toLowerCase(Locale.ENGLISH);
		while (left.contains("all") || left.contains("plaintext")) {
			left = left.replace("all", "ssl").replace("plaintext", "");
		}
		return left;
	}
}
