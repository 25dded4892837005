package org.postkontor.bench;

import java.io.InputStream;
import java.util.Properties;

import javax.net.ssl.SSLSocketFactory;

import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.postkontor.message.OutgoingMessage;

/**
 * The anchor: the mail library in a loop over one connection, one message parsed once, no limits.
 *
 * @param journal forced so many times for each mail; nobody could recover anything from it
 */
record RawAngus(String name, Cable cable, OutgoingMessage mail, int mails, boolean nodelay, Journal journal) implements Side {
	static final String NODELAY = "raw Angus loop, TCP_NODELAY";
	static final String FORCED = "raw Angus loop, TCP_NODELAY, as many forces";
	static final String DEFAULTS = "raw Angus loop, defaults";

	/** What is done to the disk for one mail. */
	interface Journal {
		/** @return how often the disk was waited for */
		int mail() throws Exception;

		static Journal none() {
			return () -> 0;
		}
	}

	/** As it comes it waits for the network nearly all the time, and runs what the others run. */
	@Override
	public boolean warmsUp() {
		return nodelay;
	}

	@Override
	public Sample round() throws Exception {
		Session session = Session.getInstance(settings());
		Address[] recipients = InternetAddress.parse(String.join(",", mail.envelope().recipients()));
		try (InputStream in = mail.content().open(); Transport transport = session.getTransport("smtps")) {
			MimeMessage message = new MimeMessage(session, in);
			long start = System.nanoTime();
			transport.connect("localhost", cable.port(), Office.USER, Office.PASSWORD);
			double before = Rounds.seconds(start);
			Cable.Meter meter = cable.meter();
			int forces = 0;
			for (int i = 0; i < mails; i++) {
				transport.sendMessage(message, recipients);
				forces += journal.mail();
			}
			return meter.read(before, mails).forced(forces);
		}
	}

	private Properties settings() {
		SSLSocketFactory plain = Cable.authority().clientContext().getSocketFactory();
		Properties settings = new Properties();
		settings.put("mail.smtps.ssl.socketFactory", nodelay ? new NodelayTlsFactory(plain) : plain);
		settings.put("mail.smtps.auth", "true");
		settings.put("mail.smtps.auth.mechanisms", "PLAIN");
		settings.put("mail.smtps.localhost", "[127.0.0.1]");
		settings.put("mail.smtps.from", Office.USER);
		settings.put("mail.smtps.timeout", "60000");
		return settings;
	}
}
