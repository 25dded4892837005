package org.postkontor.reliability;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.postkontor.net.OfficeTrust;

/**
 * The process that is killed: submits and drains without end. Arguments: home, certificate of the authority, SMTP port, IMAP
 * port, seed, rounds (0: no end). Says on its output what it would show to a user: each mail that is accepted.
 */
final class Victim {
	static final String READY = "ready";
	static final String ACCEPTED = "accepted ";
	/** So many that the lane gets further lines. */
	private static final int MANY = 40;
	private static final int SELDOM = 4;
	/** Held, so that its level stays. */
	private static final Logger ROOT_LOGGER = Logger.getLogger("");

	private Victim() {
	}

	public static void main(String[] arguments) throws Exception {
		ROOT_LOGGER.setLevel(Level.SEVERE);
		Random random = new Random(Long.parseLong(arguments[4]));
		int rounds = Integer.parseInt(arguments[5]);
		// Unbuffered: what is written is in the pipe before the kill, as what is painted is on the screen.
		try (FileOutputStream out = new FileOutputStream(FileDescriptor.out);
				ProductOutbox product = new ProductOutbox(Path.of(arguments[0]), OfficeTrust.read(Path.of(arguments[1])), Integer.parseInt(arguments[2]),
						Integer.parseInt(arguments[3]), Clock.systemUTC())) {
			say(out, READY);
			for (int round = 0; rounds == 0 || round < rounds; round++) {
				boolean many = round == 0 && random.nextInt(SELDOM) == 0;
				for (int mails = many ? MANY : 1 + random.nextInt(3); mails > 0; mails--) {
					say(out, ACCEPTED + product.submit("round " + round));
				}
				product.drain();
			}
		}
	}

	private static void say(FileOutputStream out, String line) throws IOException {
		out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
	}
}
