package org.postkontor.transport.internal.imap;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.postkontor.net.DeadlineTimer;
import org.postkontor.transport.ReceiveConnection.Watched;
import org.postkontor.transport.internal.GuardedEndpoint;

/**
 * One IDLE (RFC 2177): ends with the first word of a mail, or when its time is over, by a DONE from the timer's thread. The
 * answer to either has a deadline, so that a peer that is gone does not go unnoticed.
 */
final class ImapIdle {
	private final GuardedImapProtocol protocol;
	private final GuardedEndpoint guarded;
	private final Duration answer;
	private final AtomicBoolean ended = new AtomicBoolean();

	/** @param answer how long the server may take to begin and to end it */
	ImapIdle(GuardedImapProtocol protocol, GuardedEndpoint guarded, Duration answer) {
		this.protocol = protocol;
		this.guarded = guarded;
		this.answer = answer;
	}

	Watched run(Duration limit) throws IOException, ProtocolException {
		guarded.watchdog().phase(answer);
		String tag = protocol.idle();
		Response response = next();
		while (!response.isContinuation()) {
			if (isLast(response, tag)) {
				// It said that it can, and refuses.
				return Watched.UNSUPPORTED;
			}
			response = next();
		}
		guarded.watchdog().phase(limit.plus(answer));
		try (DeadlineTimer.Deadline end = guarded.timer().start(limit, this::end)) {
			while (!isLast(response, tag)) {
				if (protocol.hasNews()) {
					end();
				}
				response = next();
			}
		}
		ended.set(true);
		protocol.handleResult(response);
		return protocol.hasNews() ? Watched.NEWS : Watched.NOTHING;
	}

	private Response next() throws IOException, ProtocolException {
		Response response = protocol.readResponse();
		if (response.isBYE()) {
			protocol.handleResult(response);
		}
		return response;
	}

	private static boolean isLast(Response response, String tag) {
		return response.isTagged() && tag.equals(response.getTag());
	}

	private void end() {
		if (ended.compareAndSet(false, true)) {
			guarded.watchdog().phase(answer);
			protocol.idleAbort();
		}
	}
}
