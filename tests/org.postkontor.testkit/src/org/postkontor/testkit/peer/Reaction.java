package org.postkontor.testkit.peer;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.postkontor.testkit.Cut;

/** What a ready-made peer does in place of, or before, its normal answer to an event. */
@FunctionalInterface
public interface Reaction {

	/** Longest time a held answer waits for its test. */
	long HOLD_SECONDS = 60;

	/**
	 * @return true if the event is answered, false if the peer shall go on as if nothing were planned
	 */
	boolean react(Conversation conversation) throws IOException;

	/** Sends lines; {@code TAG} in an IMAP reply stands for the tag of the command. */
	static Reaction reply(String... lines) {
		return new Reply(lines);
	}

	/** Sends lines and ends the connection, such as 421. */
	static Reaction replyAndClose(String... lines) {
		return conversation -> {
			new Reply(lines).react(conversation);
			conversation.close();
			return true;
		};
	}

	/** Resets the connection. */
	static Reaction reset() {
		return cut(Cut.RST);
	}

	/** Ends the connection without an answer. */
	static Reaction cut(Cut how) {
		return conversation -> {
			conversation.cut(how);
			return true;
		};
	}

	/** Never answers; the connection stays open. */
	static Reaction silence() {
		return conversation -> {
			conversation.silence();
			return true;
		};
	}

	/** Goes on normally after a while of real time. */
	static Reaction delay(Duration duration) {
		return conversation -> {
			conversation.delay(duration);
			return false;
		};
	}

	/** Goes on normally when the test releases {@code gate}, at the latest after {@link #HOLD_SECONDS}. */
	static Reaction holdUntil(CountDownLatch gate) {
		return conversation -> {
			try {
				gate.await(HOLD_SECONDS, TimeUnit.SECONDS);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
			return false;
		};
	}

	/** Sends the answer byte by byte. */
	static Reaction drip(String line, Duration pause) {
		return conversation -> {
			for (char c : (line + "\r\n").toCharArray()) {
				conversation.sendRaw(new byte[] { (byte) c });
				conversation.delay(pause);
			}
			return true;
		};
	}

	/** Lines to send; a peer may fill in the tag. */
	record Reply(String... lines) implements Reaction {

		@Override
		public boolean react(Conversation conversation) throws IOException {
			for (String line : lines) {
				conversation.send(line);
			}
			return true;
		}
	}
}
