package org.postkontor.message.internal;

import java.io.IOException;
import java.io.InputStream;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.postkontor.message.ReceivedHeaders;
import org.postkontor.message.ReceivedMessageReader;

import jakarta.mail.internet.MailDateFormat;

/** Takes what can be read and leaves the rest out: odd mails are everyday mails. */
@Component
public final class TolerantMessageReader implements ReceivedMessageReader {
	@Override
	public ReceivedHeaders headers(InputStream message) throws IOException {
		HeaderBlock header = HeaderBlock.read(message);
		return new ReceivedHeaders(HeaderText.clean(header.value("message-id")), shown(header, "from"), shown(header, "to"), shown(header, "subject"),
				date(header.value("date")));
	}

	@Override
	public String text(InputStream message, int maxCharacters) throws IOException {
		String text = new ReceivedText(message).find();
		if (text.length() <= maxCharacters) {
			return text;
		}
		int end = Math.max(0, maxCharacters);
		return text.substring(0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
	}

	private static String shown(HeaderBlock header, String name) {
		return new DecodedText(header.value(name)).shown();
	}

	private static Optional<Instant> date(String value) {
		try {
			return Optional.of(new MailDateFormat().parse(value).toInstant());
		} catch (ParseException | RuntimeException odd) {
			return Optional.empty();
		}
	}
}
