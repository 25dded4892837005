package org.postkontor.transport.exchange.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The response codes with a meaning of their own, as data. Immutable. */
public final class Meanings {
	private static final String TABLE = "codes.properties";

	private final Properties codes = new Properties();

	public Meanings() {
		try (InputStream in = Meanings.class.getResourceAsStream(TABLE)) {
			codes.load(java.util.Objects.requireNonNull(in));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The meaning of the first code that has one. */
	public Optional<Meaning> of(List<String> answered) {
		return answered.stream().filter(codes::containsKey).findFirst().map(codes::getProperty).map(name -> Meaning.valueOf(name.strip()));
	}
}
