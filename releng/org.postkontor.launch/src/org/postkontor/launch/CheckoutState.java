package org.postkontor.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What git sees as changed or new in the checkout, without what is ignored. Empty where there is no git: then nothing can
 * be said.
 */
record CheckoutState(List<String> changes) {

	static CheckoutState of(Path root) throws InterruptedException {
		try {
			Process git = new ProcessBuilder("git", "status", "--porcelain").directory(root.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
			List<String> lines = git.inputReader().lines().toList();
			return new CheckoutState(git.waitFor() == 0 ? lines : List.of());
		} catch (IOException e) {
			return new CheckoutState(List.of());
		}
	}

	/** What has come since {@code before}. */
	List<String> since(CheckoutState before) {
		return changes.stream().filter(change -> !before.changes.contains(change)).toList();
	}
}
