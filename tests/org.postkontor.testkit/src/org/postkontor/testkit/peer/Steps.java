package org.postkontor.testkit.peer;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.postkontor.testkit.Cut;

/**
 * A script written as a list of steps: {@code Steps.of().send("220 hi").expect("EHLO .*").send("250 ok")}. Each call
 * adds a step and returns this object; the list is run anew for each connection.
 */
public final class Steps implements Script {

	private final List<Script> steps = new ArrayList<>();

	private Steps() {
	}

	public static Steps of() {
		return new Steps();
	}

	/** Sends lines, each ended by CRLF. */
	public Steps send(String... lines) {
		return then(conversation -> {
			for (String line : lines) {
				conversation.send(line);
			}
		});
	}

	/** Sends bytes as they are. */
	public Steps sendRaw(byte[] bytes) {
		return then(conversation -> conversation.sendRaw(bytes));
	}

	/** Reads a line that must match the regular expression as a whole, ignoring case. */
	public Steps expect(String regex) {
		return then(conversation -> conversation.expect(regex));
	}

	/** Reads lines up to and including one that is {@code end}, such as the dot after mail data. */
	public Steps readUntil(String end) {
		return then(conversation -> {
			while (!end.equals(conversation.requireLine())) {
				continue;
			}
		});
	}

	/** Goes on in TLS. */
	public Steps upgradeToTls() {
		return then(Conversation::upgradeToTls);
	}

	public Steps delay(Duration duration) {
		return then(conversation -> conversation.delay(duration));
	}

	/** Resets the connection. */
	public Steps reset() {
		return then(conversation -> conversation.cut(Cut.RST));
	}

	/** Ends the connection without a word. */
	public Steps close() {
		return then(Conversation::close);
	}

	/** Says nothing, reads nothing, until the client or the test ends the connection. */
	public Steps silence() {
		return then(Conversation::silence);
	}

	/** Any other step. */
	public Steps then(Script step) {
		steps.add(step);
		return this;
	}

	@Override
	public void run(Conversation conversation) throws IOException {
		for (Script step : steps) {
			step.run(conversation);
		}
	}
}
