package org.postkontor.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.postkontor.net.OfficeTrust;
import org.postkontor.testkit.Direction;
import org.postkontor.testkit.FaultProxy;
import org.postkontor.testkit.Machine;
import org.postkontor.testkit.TestAuthority;

/** One submission server at the far end of one cable. TLS goes through the cable unopened. */
final class Cable implements AutoCloseable {
	private static final TestAuthority AUTHORITY = TestAuthority.create();

	private final SmtpSink server;
	private final FaultProxy proxy;

	private Cable(SmtpSink server, Duration roundTrip) throws IOException {
		this.server = server;
		proxy = FaultProxy.wire("127.0.0.1", server.port()).roundTripTime(roundTrip);
	}

	Cable(Duration roundTrip) throws IOException {
		this(new SmtpSink(Optional.of(AUTHORITY.server("localhost").serverContext())), roundTrip);
	}

	/** For programs that know no TLS. */
	static Cable withoutTls(Duration roundTrip) throws IOException {
		return new Cable(new SmtpSink(Optional.empty()), roundTrip);
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
		return new Meter(proxy.roundTrips(), bytes(), Machine.processorNanos(), System.nanoTime());
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
		private final long processor;
		private final long start;

		private Meter(int roundTrips, long bytes, long processor, long start) {
			this.roundTrips = roundTrips;
			this.bytes = bytes;
			this.processor = processor;
			this.start = start;
		}

		/** @throws IllegalStateException the server did not get exactly so many mails */
		Sample read(double before, int mails) {
			double work = Rounds.seconds(start);
			int got = server.takeCount();
			if (got != mails) {
				throw new IllegalStateException("the server got " + got + " mails, not " + mails);
			}
			return new Sample(before, work, mails, proxy.roundTrips() - roundTrips, bytes() - bytes, 0, (Machine.processorNanos() - processor) / 1e9);
		}
	}
}
