package org.postkontor.bench;

import java.util.Set;

import org.postkontor.account.Protocol;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.transport.HandOver;
import org.postkontor.transport.SendConnection;
import org.postkontor.transport.SendOutcome;

/**
 * The product's sender over one connection.
 *
 * @param forces of {@code handOver} in a round
 */
record OurSender(String name, Cable cable, Office office, OutgoingMessage mail, int mails, HandOver handOver, int forces) implements Side {

	@Override
	public Sample round() throws Exception {
		Set<String> recipients = Set.copyOf(mail.envelope().recipients());
		long start = System.nanoTime();
		try (SendConnection connection = office.sender().connect(Office.endpoint(Protocol.SMTP, cable.port()), Office.credential(), null)) {
			double before = Rounds.seconds(start);
			Cable.Meter meter = cable.meter();
			for (int i = 0; i < mails; i++) {
				if (!(connection.send(mail, recipients, handOver, null) instanceof SendOutcome.Accepted)) {
					throw new IllegalStateException("mail " + i + " was not accepted");
				}
			}
			return meter.read(before, mails).forced(forces);
		}
	}
}
