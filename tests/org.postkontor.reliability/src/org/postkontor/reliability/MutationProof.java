package org.postkontor.reliability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.postkontor.reliability.mutation.Mutation;
import org.postkontor.reliability.mutation.Mutations;

/** Known mistakes, made on purpose; leaves for the page which test notices which. */
final class MutationProof {
	private static final String NAME = "mutations";

	private final Path root;
	private final Path work;
	private final Consumer<String> out;

	/** @param out gets what happens */
	MutationProof(Path root, Path work, Consumer<String> out) {
		this.root = root;
		this.work = work;
		this.out = out;
	}

	/** @return whether each mistake was noticed */
	boolean run() throws Exception {
		Path folder = work.resolve(NAME);
		Kills.delete(folder);
		Files.createDirectories(folder);
		boolean good = true;
		Mutations mutations = new Mutations(root, folder);
		for (Mutation mutation : Mutation.known()) {
			Optional<String> complaint = mutations.complaint(mutation);
			out.accept(complaint.map(words -> "FAILED " + words).orElse("noticed: " + mutation.name()));
			good &= complaint.isEmpty();
		}
		Kills.delete(folder);
		if (good) {
			figures().keep(work, NAME);
		}
		return good;
	}

	private static Figures figures() {
		String noticed = Mutation.known().stream().map(mutation -> mutation.name() + " (" + tests(mutation) + ")").collect(Collectors.joining("; "));
		return new Figures("Mistakes made on purpose", null, Mutation.known().size(), 0, 0, 0,
				"one place of the product is changed, and named tests that pass without the change must fail with it: " + noticed + ".");
	}

	private static String tests(Mutation mutation) {
		return mutation.noticed().stream().map(test -> test.substring(test.lastIndexOf('.') + 1).replace('#', '.')).collect(Collectors.joining(", "));
	}
}
