package org.postkontor.ui.tests.fakes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.postkontor.message.ReceivedHeaders;
import org.postkontor.message.ReceivedMessageReader;

/** Reads the text behind the header. */
public final class FakeReader implements ReceivedMessageReader {
	@Override
	public ReceivedHeaders headers(InputStream message) {
		return new ReceivedHeaders("", "", "", "", Optional.empty());
	}

	@Override
	public String text(InputStream message, int maxCharacters) throws IOException {
		String all = new String(message.readAllBytes(), StandardCharsets.UTF_8);
		return all.substring(all.indexOf("\r\n\r\n") + 4);
	}
}
