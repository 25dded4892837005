package org.postkontor.outbox.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

import org.postkontor.account.AccountId;
import org.postkontor.outbox.OutboxId;
import org.postkontor.outbox.SendOptions;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.store.StorageProblems;

/** The problems of the outbox; texts in {@code outbox-problems.properties}. */
final class OutboxProblems {
	static final StorageProblems STORAGE = new StorageProblems("outbox");

	private OutboxProblems() {
	}

	static ProblemException unknown(OutboxId id) {
		return new ProblemException(Problem.of("outbox.unknown", ProblemKind.INPUT, Fixer.USER, Remedy.NONE).with("id", id));
	}

	static ProblemException notInDoubt(OutboxId id) {
		return new ProblemException(Problem.of("outbox.not-in-doubt", ProblemKind.INPUT, Fixer.USER, Remedy.NONE).with("id", id));
	}

	static ProblemException tooLate(OutboxId id) {
		return new ProblemException(Problem.of("outbox.too-late", ProblemKind.INPUT, Fixer.USER, Remedy.NONE).with("id", id));
	}

	static ProblemException partlyDelivered(Collection<String> recipients) {
		return new ProblemException(
				Problem.of("outbox.partly-delivered", ProblemKind.INPUT, Fixer.USER, Remedy.NONE).with("recipients", String.join(", ", recipients)));
	}

	/** @throws ProblemException if nothing could be sent within these limits */
	static void requirePossible(SendOptions options, Instant now) throws ProblemException {
		Optional<Instant> deadline = options.notAfter();
		if (deadline.isPresent() && !deadline.get().isAfter(options.notBefore().filter(now::isBefore).orElse(now))) {
			throw new ProblemException(
					Problem.of("outbox.deadline-impossible", ProblemKind.INPUT, Fixer.USER, Remedy.NONE).with("deadline", deadline.get()));
		}
	}

	static ProblemException keep() {
		return new ProblemException(Problem.of("outbox.keep", ProblemKind.INPUT, Fixer.USER, Remedy.NONE));
	}

	static ProblemException tidying() {
		return new ProblemException(Problem.of("outbox.tidying", ProblemKind.INPUT, Fixer.USER, Remedy.NONE));
	}

	static Problem deadlineMissed() {
		return Problem.of("outbox.deadline-missed", ProblemKind.MESSAGE, Fixer.USER, Remedy.RETRY);
	}

	static ProblemException changed() {
		return new ProblemException(Problem.of("outbox.changed", ProblemKind.MESSAGE, Fixer.DEVELOPER, Remedy.REPORT));
	}

	static ProblemException closed() {
		return new ProblemException(Problem.of("outbox.closed", ProblemKind.CANCELLED, Fixer.TIME, Remedy.NONE));
	}

	static Problem damaged(Path kept) {
		return Problem.of("outbox.damaged", ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE).with("file", kept);
	}

	static Problem heldByUser() {
		return Problem.of("outbox.held", ProblemKind.CANCELLED, Fixer.USER, Remedy.RETRY);
	}

	static Problem edited() {
		return Problem.of("outbox.edited", ProblemKind.CANCELLED, Fixer.USER, Remedy.EDIT_MESSAGE);
	}

	static Problem expired(Problem last) {
		return with(Problem.of("outbox.expired", ProblemKind.MESSAGE, Fixer.USER, Remedy.RETRY), last);
	}

	static Problem tooLarge(long size, long limit) {
		return Problem.of("outbox.too-large", ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE).with("size", megabytes(size))
				.with("limit", megabytes(limit));
	}

	static Problem someHaveIt(Collection<String> recipients) {
		return Problem.of("outbox.some-have-it", ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE).with("recipients",
				String.join(", ", recipients));
	}

	static Problem inDoubt(Problem reason) {
		return with(Problem.of("outbox.in-doubt", ProblemKind.MESSAGE, Fixer.USER, Remedy.DECIDE_OUTCOME), reason);
	}

	static Problem interrupted() {
		return Problem.of("outbox.in-doubt", ProblemKind.MESSAGE, Fixer.USER, Remedy.DECIDE_OUTCOME).detail("reason", "program ended while handing over");
	}

	static Problem recipientsRefused(Collection<String> recipients) {
		return Problem.of("outbox.recipients-refused", ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE).with("recipients",
				String.join(", ", recipients));
	}

	static Problem recipientsDeferred(Collection<String> recipients) {
		return Problem.of("outbox.recipients-deferred", ProblemKind.SERVER, Fixer.TIME, Remedy.NONE).with("recipients", String.join(", ", recipients));
	}

	static Problem notFiled(Problem reason) {
		return with(Problem.of("outbox.not-filed", reason.kind(), reason.fixer(), reason.remedy()), reason);
	}

	static Problem noAccount(AccountId account) {
		return Problem.of("outbox.no-account", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.EDIT_ACCOUNT).with("account", account);
	}

	static Problem noServer(String account) {
		return Problem.of("outbox.no-server", ProblemKind.CONFIGURATION, Fixer.USER, Remedy.EDIT_ACCOUNT).with("account", account);
	}

	static Problem internal(Throwable cause) {
		return Problem.of("outbox.internal", ProblemKind.INTERNAL, Fixer.DEVELOPER, Remedy.REPORT).detail("reason", cause.getClass().getName());
	}

	private static Problem with(Problem problem, Problem reason) {
		Problem result = problem.detail("reason", reason.id());
		for (var detail : reason.details().entrySet()) {
			result = result.detail(detail.getKey().equals("reason") ? "cause" : detail.getKey(), detail.getValue());
		}
		return result;
	}

	private static String megabytes(long bytes) {
		return String.format(java.util.Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
	}
}
