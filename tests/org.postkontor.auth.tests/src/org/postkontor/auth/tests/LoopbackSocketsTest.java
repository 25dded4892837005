package org.postkontor.auth.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.auth.internal.loopback.LoopbackSockets;
import org.postkontor.problem.ProblemException;

/** Computers with both address families, with one, with none, and with ports that are taken. */
class LoopbackSocketsTest {
	private final List<ServerSocket> all = new ArrayList<>();
	private final List<InetAddress> asked = new ArrayList<>();

	@AfterEach
	void close() throws IOException {
		for (ServerSocket socket : all) {
			socket.close();
		}
	}

	@Test
	void localhostIsOnePortOnBothFamilies() throws Exception {
		List<ServerSocket> sockets = new LoopbackSockets(this::bound).listen("localhost");
		assertEquals(List.of(Inet4Address.class, Inet6Address.class), asked.subList(asked.size() - 2, asked.size()).stream().map(Object::getClass).toList());
		assertEquals(sockets.get(0).getLocalPort(), sockets.get(1).getLocalPort());
	}

	@ParameterizedTest
	@ValueSource(classes = { Inet4Address.class, Inet6Address.class })
	void localhostIsTheFamilyThatTheComputerHas(Class<?> family) throws Exception {
		List<ServerSocket> sockets = new LoopbackSockets((address, port) -> {
			if (!family.isInstance(address)) {
				throw new SocketException("Protocol family unavailable");
			}
			return bound(address, port);
		}).listen("localhost");
		assertEquals(1, sockets.size());
		assertFalse(sockets.getFirst().isClosed());
		assertTrue(asked.stream().allMatch(family::isInstance));
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "127.0.0.1", "::1", "[::1]" })
	void aComputerWithoutAnyAddressIsToldSo(String host) {
		assertNoPort(host, (address, port) -> {
			throw new BindException("Cannot assign requested address");
		});
	}

	@Test
	void aPortThatSomebodyHasOnTheOtherFamilyIsLeftToHim() throws Exception {
		List<Integer> taken = new ArrayList<>();
		List<ServerSocket> sockets = new LoopbackSockets((address, port) -> {
			if (port != 0 && taken.size() < 3) {
				taken.add(port);
				throw new BindException("Address already in use");
			}
			return bound(address, port);
		}).listen("localhost");
		assertEquals(2, sockets.size());
		assertFalse(taken.contains(sockets.getFirst().getLocalPort()));
		assertEquals(2, all.stream().filter(socket -> !socket.isClosed()).count(), "all others are closed again");
	}

	@Test
	void whenNoCommonPortIsFreeThatIsSaidAfterSomeTries() {
		assertNoPort("localhost", (address, port) -> {
			if (port != 0) {
				throw new BindException("Address already in use");
			}
			return bound(address, port);
		});
		assertEquals(LoopbackSockets.TRIES + 2, asked.size(), "one each to find the families, then the tries");
		assertTrue(all.stream().allMatch(ServerSocket::isClosed));
	}

	@Test
	@EnabledIf("hasV6")
	void aPortThatIsReallyTakenIsNotShared() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
			List<ServerSocket> sockets = new LoopbackSockets((address, port) -> {
				boolean first = address instanceof Inet4Address && asked.stream().filter(Inet4Address.class::isInstance).count() == 1;
				asked.add(address);
				ServerSocket socket = new ServerSocket(first ? other.getLocalPort() : port, 1, address);
				all.add(socket);
				return socket;
			}).listen("localhost");
			assertEquals(2, sockets.size());
			assertNotEquals(other.getLocalPort(), sockets.getFirst().getLocalPort());
		}
	}

	@Test
	void whicheverFamilyTheBrowserChoosesForLocalhostIsHeard() throws Exception {
		List<ServerSocket> sockets = new LoopbackSockets().listen("localhost");
		all.addAll(sockets);
		for (String address : hasV6() ? List.of("127.0.0.1", "::1") : List.of("127.0.0.1")) {
			try (Socket browser = new Socket(InetAddress.getByName(address), sockets.getFirst().getLocalPort())) {
				assertTrue(browser.isConnected());
			}
		}
		assertEquals(hasV6() ? 2 : 1, sockets.size());
	}

	@Test
	void nobodyElseCanHaveThePortAtTheSameTime() throws Exception {
		List<ServerSocket> sockets = new LoopbackSockets().listen("localhost");
		all.addAll(sockets);
		for (ServerSocket socket : sockets) {
			assertThrows(BindException.class, () -> new ServerSocket(socket.getLocalPort(), 1, socket.getInetAddress()).close());
		}
	}

	static boolean hasV6() {
		try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
			return probe.isBound();
		} catch (IOException e) {
			return false;
		}
	}

	private static void assertNoPort(String host, LoopbackSockets.Binder binder) {
		assertEquals("auth.loopback-port", assertThrows(ProblemException.class, () -> new LoopbackSockets(binder).listen(host)).problem().id());
	}

	/** IPv4 is real; IPv6 is a socket that only says that it has the port, so that no IPv6 is needed. */
	private ServerSocket bound(InetAddress address, int port) throws IOException {
		asked.add(address);
		ServerSocket socket = address instanceof Inet4Address ? new ServerSocket(port, 1, address) : new ServerSocket() {
			@Override
			public int getLocalPort() {
				return port;
			}
		};
		all.add(socket);
		return socket;
	}
}
