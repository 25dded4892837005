package org.postkontor.message.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;

/** What is written into the parts of a split draft, and what is said if it cannot be split. */
public final class PartTexts {
	private static final String BASE = "org.postkontor.message.internal.part-texts";

	private final ResourceBundle bundle;

	public PartTexts(Locale locale) {
		bundle = ResourceBundle.getBundle(BASE, locale, PartTexts.class.getClassLoader(),
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
	}

	public String subject(String subject, int number, int count) {
		return (subject + " (" + part(number, count) + ")").strip();
	}

	/** The text, and below it what the part brings. */
	public String text(String text, List<Path> files, int number, int count) {
		String names = files.stream().map(file -> HeaderText.clean(String.valueOf(file.getFileName()))).collect(Collectors.joining("\n"));
		return text.stripTrailing() + "\n\n" + part(number, count) + ":\n" + names + "\n";
	}

	private String part(int number, int count) {
		return bundle.getString("part").replace("{number}", Integer.toString(number)).replace("{count}", Integer.toString(count));
	}

	public static ProblemException attachmentTooLarge(Path file, long size, long limit) {
		return new ProblemException(Problem.of("message.attachment-too-large", ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE)
				.with("file", HeaderText.clean(String.valueOf(file.getFileName()))).with("size", megabytes(size)).with("limit", megabytes(limit)));
	}

	public static ProblemException textTooLarge(long size, long limit) {
		return new ProblemException(Problem.of("message.text-too-large", ProblemKind.MESSAGE, Fixer.USER, Remedy.EDIT_MESSAGE)
				.with("size", megabytes(size)).with("limit", megabytes(limit)));
	}

	private static String megabytes(long bytes) {
		return String.format(Locale.ROOT, "%.1f MB", bytes / 1_000_000.0);
	}
}
