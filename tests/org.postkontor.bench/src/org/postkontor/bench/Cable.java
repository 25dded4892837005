package org.postkontor.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.postkontor.net.OfficeTrust;
import org.postkontor.testkit.Direction;
import org.postkontor.testkit.FaultProxy;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.SmtpPeer;

/** One submission server for all sides, at the far end of one cable. TLS goes through the cable unopened. */
final class Cable implements AutoCloseable {
	private static final TestAuthority AUTHORITY = TestAuthority.create();

	private final SmtpPeer server;
	private final FaultProxy proxy;

	Cable(Duration roundTrip) throws IOException {
		server = new SmtpPeer(ServerTls.implicit(AUTHORITY.server("localhost"))).account(Office.USER, Office.PASSWORD, null);
		proxy = FaultProxy.wire("127.0.0.1", server.port()).roundTripTime(roundTrip);
	}

	static TestAuthority authority() {
		return AUTHORITY;
	}

	static Office office() {
		return new Office(new OfficeTrust(List.of(AUTHORITY.certificate())));
	}

	int port() {
		return proxy.port();
	}

	/** Counts from now on. */
	Meter meter() {
		return new Meter(proxy.roundTrips(), bytes(), System.nanoTime());
	}

	/** The server forgets; says whether it got exactly so many. */
	void expectMails(int count) {
		int got = server.mails().size();
		server.forgetMails();
		if (got != count) {
			throw new IllegalStateException("the server got " + got + " mails, not " + count);
		}
	}

	private long bytes() {
		return proxy.bytes(Direction.TO_SERVER) + proxy.bytes(Direction.TO_CLIENT);
	}

	@Override
	public void close() throws IOException {
		proxy.close();
		server.close();
	}

	/** What passed and how long it took since it was made. */
	final class Meter {
		private final int roundTrips;
		private final long bytes;
		private final long start;

		private Meter(int roundTrips, long bytes, long start) {
			this.roundTrips = roundTrips;
			this.bytes = bytes;
			this.start = start;
		}

		Sample read(double before) {
			double work = Rounds.seconds(start);
			return new Sample(before, work, proxy.roundTrips() - roundTrips, bytes() - bytes);
		}
	}
}
