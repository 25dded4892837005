package org.postkontor.testkit.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;

/** The JDK's HTTP servers at a free port of the loopback interface, not started yet. */
public final class LoopbackHttp {
	static {
		// Each answer would wait 40 ms: its body for the acknowledgement of its headers. Read when the first server is made.
		System.setProperty("sun.net.httpserver.nodelay", "true");
	}

	private LoopbackHttp() {
	}

	public static HttpServer plain() throws IOException {
		return HttpServer.create(anyPort(), 0);
	}

	/** Without a configurator, which must be set. */
	public static HttpsServer secure() throws IOException {
		return HttpsServer.create(anyPort(), 0);
	}

	private static InetSocketAddress anyPort() {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
	}
}
