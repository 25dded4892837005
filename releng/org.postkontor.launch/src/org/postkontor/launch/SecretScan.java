package org.postkontor.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for the secrets of the test kit where no secret may be: in what tests print, log and store. Files that hand a secret to a
 * program on purpose are named so and left out.
 */
final class SecretScan {
	/** How the secrets begin that the test kit makes (its class {@code Canary}). */
	private static final String MARK = "LeakyCanary7";
	/** The access data of the demo world, files with a password for the product, and what the tests of such files write. */
	private static final Set<String> ON_PURPOSE = Set.of("demo.json");

	private final SecretSearch search = new SecretSearch();
	private final Optional<Path> ledger;
	private int files;
	private int secrets;

	/** @param ledger where the test kit noted other secrets; may be missing */
	SecretScan(Optional<Path> ledger) throws IOException {
		this.ledger = ledger;
		search.add("token or code of the test identity provider", MARK);
		for (String line : ledger.isPresent() && Files.exists(ledger.get()) ? Set.copyOf(Files.readAllLines(ledger.get())) : Set.<String>of()) {
			String[] parts = line.split("\t");
			search.add(parts[0], new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8));
			secrets++;
		}
	}

	/** What was found in a folder and below, or in a file: its name, kind and form. */
	List<String> in(Path place) throws IOException {
		List<String> found = new ArrayList<>();
		if (!Files.exists(place)) {
			return found;
		}
		try (var all = Files.walk(place)) {
			for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile).filter(this::mayHoldNone)::iterator) {
				in(file, found);
			}
		}
		return found;
	}

	private boolean mayHoldNone(Path file) {
		String name = file.getFileName().toString();
		return !ON_PURPOSE.contains(name) && !name.startsWith("password") && !file.equals(ledger.orElse(null));
	}

	private void in(Path file, List<String> found) throws IOException {
		try (InputStream content = Files.newInputStream(file)) {
			Set<String> here = new TreeSet<>(search.in(content));
			files++;
			here.forEach(what -> found.add(file + ": " + what));
		} catch (NoSuchFileException | AccessDeniedException e) {
			System.out.println("Not searched for secrets: " + file);
		}
	}

	/** How much was searched, for people. */
	String extent() {
		return files + " files searched for the mark of the test kit and " + secrets + " other secrets";
	}
}
