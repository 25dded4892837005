package org.postkontor.outbox.internal;

import java.io.IOException;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;
import org.postkontor.transport.HandOver;

/** Forces the boundary to disk before the final dot; refuses it if the mail was held or sending has to stop. */
final class JournaledHandOver implements HandOver {
	private final StoredMail mail;
	private final int recipients;
	private final DrainContext context;
	private boolean journaled;
	private boolean refused;
	private String note = "";
	private @Nullable ProblemException failure;

	JournaledHandOver(StoredMail mail, int recipients, DrainContext context) {
		this.mail = mail;
		this.recipients = recipients;
		this.context = context;
	}

	@Override
	public void boundary() throws IOException {
		refused = true;
		if (context.isStopped()) {
			throw new IOException("sending stops");
		}
		try {
			if (mail.isMissed(context.now())) {
				context.record(mail.id(), MailChange.of(MailEvent.MISSED, context.now()).because(OutboxProblems.deadlineMissed()));
				throw new IOException("deadline has passed");
			}
			if (context.mails().applyBoundary(mail.id(), recipients, MailChange.of(MailEvent.BOUNDARY, context.now()).noted(note)).isEmpty()) {
				throw new IOException("mail is held");
			}
		} catch (ProblemException e) {
			failure = e;
			throw new IOException(e);
		}
		refused = false;
		journaled = true;
		context.around().crash().hit("after-boundary");
	}

	@Override
	public void rebuilt(String lines) {
		note = "address lines rebuilt: " + lines;
	}

	@Override
	public void progress(long sentBytes) {
		context.core().sending().progress(mail.id(), sentBytes);
		context.changed();
	}

	boolean isJournaled() {
		return journaled;
	}

	/** The hand-over was stopped here: neither server nor lane is to blame. */
	boolean isRefused() {
		return refused;
	}

	/** Why the boundary could not be written, if it could not. */
	@Nullable
	ProblemException failure() {
		return failure;
	}
}
