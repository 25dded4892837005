package org.postkontor.reliability.cut;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.postkontor.net.OfficeTrust;
import org.postkontor.outbox.MailState;
import org.postkontor.outbox.OutboxEntry;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.testkit.FakeClock;
import org.postkontor.testkit.FaultProxy;
import org.postkontor.testkit.TestAuthority;
import org.postkontor.testkit.Wait;
import org.postkontor.testkit.peer.ServerTls;
import org.postkontor.testkit.peer.SmtpPeer;

/** An outbox, a line that can be cut, and a server that remembers; the same ones for many cuttings, one after the other. */
final class CutLine implements AutoCloseable {
	private static final Duration SOON = Duration.ofSeconds(30);
	private static final int LARGEST_MAIL = 500;

	private final FakeClock clock = new FakeClock();
	private final SmtpPeer server;
	private final FaultProxy line;
	private final SendOnlyOutbox outbox;
	private final Session session;
	private final List<Run> runs = new ArrayList<>();
	private int mails;

	private record Run(Cutting cutting, OutboxId id) {
	}

	CutLine(Path home, TestAuthority authority) throws IOException, ProblemException {
		server = new SmtpPeer(ServerTls.none()).account(SendOnlyOutbox.USER, null, SendOnlyOutbox.TOKEN);
		line = FaultProxy.endingTls("localhost", server.port(), authority.server("localhost"), null);
		outbox = new SendOnlyOutbox(home, new OfficeTrust(List.of(authority.certificate())), line.port(), clock);
		session = measure();
	}

	Session session() {
		return session;
	}

	private Session measure() throws ProblemException {
		OutboxEntry entry = outbox.entry(submit());
		if (entry.size() >= LARGEST_MAIL) {
			throw new IllegalStateException("a mail of " + entry.size() + " bytes");
		}
		outbox.drain();
		outbox.restart();
		Wait.until("the goodbye", () -> server.server().lastTranscript().toString().contains("221 "), SOON);
		return Session.of(server.server().lastTranscript());
	}

	private OutboxId submit() throws ProblemException {
		clock.advance(Duration.ofSeconds(1));
		return outbox.submit(++mails);
	}

	/** Sends a mail over a line that is cut, mends the line, and lets the outbox go on. */
	void run(Cutting cutting) throws ProblemException {
		outbox.forgetConnection();
		OutboxId id = submit();
		runs.add(new Run(cutting, id));
		line.cutAfter(cutting.direction(), cutting.at(), cutting.how());
		outbox.drain();
		if (session.isOver(cutting)) {
			outbox.restart();
		}
		line.heal();
		outbox.drain();
	}

	/** A day later, when nothing is on its way any more: what the outbox says is compared with what the server has. */
	void judge(CutTally tally) throws ProblemException {
		clock.advance(Duration.ofDays(1));
		outbox.drain();
		outbox.restart();
		Wait.until("the line is empty", () -> line.openConnections() == 0, SOON);
		for (Run run : runs) {
			tally.ran();
			judge(run, outbox.entry(run.id()), tally);
		}
	}

	private void judge(Run run, OutboxEntry entry, CutTally tally) {
		int deliveries = server.deliveries(entry.messageId());
		String what = run.cutting() + ": " + entry.state() + ", delivered " + deliveries + " times";
		boolean doubt = entry.state() == MailState.IN_DOUBT;
		if (deliveries > 1) {
			tally.doubled().add(what);
		}
		if (deliveries == 0 && !doubt) {
			tally.lost().add(what);
		}
		if (doubt) {
			tally.doubted();
		}
		if (doubt ? !session.mayLeaveDoubt(run.cutting()) : entry.state() != MailState.FILED) {
			tally.wrong().add(what);
		}
	}

	@Override
	public void close() throws IOException {
		outbox.close();
		line.close();
		server.close();
	}
}
