package org.postkontor.ui.internal.compose;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.postkontor.account.Account;
import org.postkontor.account.MailAddress;
import org.postkontor.message.Draft;
import org.postkontor.problem.ProblemException;

/** A mail being written: plain values and what is wrong with them. */
public record ComposeModel(Account sender, String to, String cc, String bcc, String subject, String text, List<Path> attachments) {
	private static final Pattern NAMED = Pattern.compile("[^<>]*<([^<>]+)>");

	public ComposeModel {
		attachments = List.copyOf(attachments);
	}

	/** The first mistake, in the user's words. */
	public Optional<String> mistake() {
		List<String> all = Stream.of(to, cc, bcc).flatMap(field -> addresses(field).stream()).toList();
		if (all.isEmpty()) {
			return Optional.of(ComposeMessages.toMissing);
		}
		return all.stream().filter(a -> !isAddress(a)).findFirst().map(a -> NLS.bind(ComposeMessages.toInvalid, a));
	}

	/** True if something would be lost by closing. */
	public boolean isStarted() {
		return !(to + cc + bcc + subject + text).isBlank() || !attachments.isEmpty();
	}

	/** Only valid without a {@link #mistake}. */
	public Draft draft() {
		String address = sender.address().toString();
		String from = sender.senderName().isBlank() ? address : "\"" + sender.senderName().replaceAll("[\"\\\\\\p{Cntrl}]", "") + "\" <" + address + ">";
		return new Draft(from, addresses(to), addresses(cc), addresses(bcc), subject.strip(), text, attachments);
	}

	/** Separated by comma, semicolon or line; a comma inside quotes belongs to the name. */
	static List<String> addresses(String field) {
		return Arrays.stream(field.split("[,;\\n](?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).map(String::strip).filter(a -> !a.isEmpty()).toList();
	}

	private static boolean isAddress(String text) {
		Matcher named = NAMED.matcher(text);
		try {
			MailAddress.parse(named.matches() ? named.group(1) : text);
			return true;
		} catch (ProblemException e) {
			return false;
		}
	}
}
