package org.postkontor.message.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.postkontor.message.Draft;
import org.postkontor.message.Envelope;
import org.postkontor.message.FrozenContent;
import org.postkontor.message.MessageComposer;
import org.postkontor.message.OutgoingMessage;
import org.postkontor.problem.ProblemException;

/** Freezes by writing one pass from source to file: memory does not grow with the mail. */
@Component
public final class StreamingMessageComposer implements MessageComposer {
	private final Clock clock;
	private final RandomGenerator random;

	@Activate
	public StreamingMessageComposer(@Reference Clock clock) {
		this(clock, new SecureRandom());
	}

	/** @param random makes Message-IDs and boundaries; must not repeat itself in production */
	public StreamingMessageComposer(Clock clock, RandomGenerator random) {
		this.clock = clock;
		this.random = random;
	}

	@Override
	public OutgoingMessage freeze(Draft draft, Path target, @Nullable IProgressMonitor monitor) throws ProblemException {
		Cancel.check(monitor);
		DraftHeader header = DraftHeader.of(draft, clock.instant().truncatedTo(java.time.temporal.ChronoUnit.SECONDS), unique());
		return write(target, file -> {
			new DraftWriter(file.out(), monitor).write(header.fields(clock.getZone()), draft.text(), draft.attachments(), "=_" + unique());
			file.force();
			return new OutgoingMessage(header.messageId(), header.date(), HeaderText.clean(header.subject()), header.envelope(), file.size(),
					file.sha256(), () -> Files.newInputStream(target));
		});
	}

	@Override
	public OutgoingMessage freeze(FrozenContent message, Envelope envelope, Path target, @Nullable IProgressMonitor monitor) throws ProblemException {
		Cancel.check(monitor);
		Envelope checked = CompleteMessage.checked(envelope);
		return write(target, file -> {
			try (InputStream in = CompleteMessage.open(message)) {
				CompleteMessage.Identity identity = new CompleteMessage(clock, unique(), checked, monitor).copy(in, file.out());
				file.force();
				return new OutgoingMessage(identity.messageId(), identity.date(), identity.subject(), checked, file.size(), file.sha256(),
						() -> Files.newInputStream(target));
			}
		});
	}

	private OutgoingMessage write(Path target, Freezing freezing) throws ProblemException {
		FrozenFile file;
		try {
			file = new FrozenFile(target);
		} catch (IOException e) {
			throw MessageProblems.storage(target, e);
		}
		try (file) {
			return freezing.into(file);
		} catch (IOException e) {
			FrozenFile.delete(target, e);
			throw MessageProblems.storage(target, e);
		} catch (ProblemException | RuntimeException e) {
			FrozenFile.delete(target, e);
			throw e;
		}
	}

	private String unique() {
		byte[] bytes = new byte[16];
		random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/** Writes a mail into a new file and forces it. */
	private interface Freezing {
		OutgoingMessage into(FrozenFile file) throws IOException, ProblemException;
	}
}
