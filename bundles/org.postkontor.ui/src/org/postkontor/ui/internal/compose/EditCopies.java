package org.postkontor.ui.internal.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders for the attachments of mails that are being edited: among the temporary files, and named after the process, so that
 * the folders of a program that ended are told from those in use. Blocks.
 *
 * @param running whether a process with this id exists
 */
public record EditCopies(Path temporary, LongPredicate running) {
	private static final Logger LOG = LoggerFactory.getLogger(EditCopies.class);
	private static final String PREFIX = "postkontor-edit-";
	private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-.*");

	/** Those of this user. */
	public static EditCopies ofUser() {
		return new EditCopies(Path.of(System.getProperty("java.io.tmpdir")), pid -> ProcessHandle.of(pid).isPresent());
	}

	/** Only for its owner. */
	public Path create() throws IOException {
		return Files.createTempDirectory(temporary, PREFIX + ProcessHandle.current().pid() + "-");
	}

	/** Deletes a folder and what is in it; follows no links. */
	public static void delete(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		} catch (IOException e) {
			LOG.warn("attachments of an edited mail are left behind in the folder for temporary files", e);
		}
	}

	/** Deletes what programs left behind that ended while mails were edited. */
	public void sweep() {
		try (Stream<Path> files = Files.list(temporary)) {
			List<Path> left = files.filter(this::isLeft).toList();
			left.forEach(EditCopies::delete);
		} catch (IOException e) {
			LOG.warn("attachments of edited mails are not looked for", e);
		}
	}

	private boolean isLeft(Path file) {
		Matcher name = NAME.matcher(file.getFileName().toString());
		return name.matches() && !running.test(Long.parseLong(name.group(1))) && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
				&& Files.isWritable(file);
	}
}
