package org.postkontor.testkit.peer;

import java.io.IOException;

import org.postkontor.testkit.Cut;

/** Reads one mail's data and may refuse it in the middle. */
final class SmtpBody implements BodyWatch {

	private final SmtpSettings.BodyLimit limit;
	private final Conversation client;
	private boolean refused;

	SmtpBody(SmtpSettings.BodyLimit limit, Conversation client) {
		this.limit = limit;
		this.client = client;
	}

	byte[] read() throws IOException {
		return client.dotTerminated(this);
	}

	boolean refused() {
		return refused;
	}

	@Override
	public void seen(int size) throws IOException {
		if (refused || limit.bytes() < 0 || size < limit.bytes()) {
			return;
		}
		refused = true;
		client.send(limit.reply());
		if (limit.hangUp()) {
			client.cut(Cut.FIN);
			throw new IOException("hung up inside the body, as planned");
		}
	}
}
