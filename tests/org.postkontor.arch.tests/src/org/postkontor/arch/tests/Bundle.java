package org.postkontor.arch.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Manifest;

/** One bundle of the checkout: its folder and its manifest. */
record Bundle(Path folder) {

	String name() {
		return folder.getFileName().toString();
	}

	/** The name behind {@code org.postkontor.}, as in the table of docs/architecture.md. */
	String room() {
		return name().substring("org.postkontor.".length());
	}

	Optional<String> header(String name) {
		try (InputStream in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
			return Optional.ofNullable(new Manifest(in).getMainAttributes().getValue(name));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** The clauses of a header, e.g. {@code org.slf4j;version="[1.7.36,2.0.0)"}; commas between quotes do not part them. */
	List<Clause> clauses(String header) {
		return header(header).map(v -> v.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).stream().flatMap(java.util.Arrays::stream)
				.map(String::strip).map(Clause::new).toList();
	}

	List<Path> sources() {
		return Checkout.files(folder.resolve("src"), ".java");
	}

	/** A name with its attributes and directives. */
	record Clause(String text) {
		String name() {
			return text.split(";")[0].strip();
		}

		boolean hasClosedRange() {
			return text.matches(".*version=\"\\[[^,]+,[^,]+\\)\".*");
		}
	}
}
