package org.postkontor.testkit.peer;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The keys of SEARCH that clients of a mail queue and an inbox use; an unknown key is an error. */
final class ImapSearch {

	private final List<ImapMail> mails;

	ImapSearch(List<ImapMail> mails) {
		this.mails = mails;
	}

	/** The numbers of the mails found, from 1. @throws IllegalArgumentException for an unknown key */
	List<Integer> run(List<String> words) {
		Predicate<Integer> all = number -> true;
		for (Iterator<String> rest = words.iterator(); rest.hasNext();) {
			all = all.and(key(rest.next().toUpperCase(Locale.ROOT), rest));
		}
		return java.util.stream.IntStream.rangeClosed(1, mails.size()).boxed().filter(all).toList();
	}

	private Predicate<Integer> key(String key, Iterator<String> rest) {
		return switch (key) {
		case "ALL" -> number -> true;
		case "CHARSET" -> {
			rest.next();
			yield number -> true;
		}
		case "NOT" -> key(rest.next().toUpperCase(Locale.ROOT), rest).negate();
		case "HEADER" -> header(rest.next(), rest.next());
		case "SUBJECT", "FROM", "TO" -> header(key, rest.next());
		case "UID" -> in(new ImapSet(rest.next()).numbers(mails, true));
		case "SEEN" -> flag("\\Seen");
		case "UNSEEN" -> flag("\\Seen").negate();
		case "DELETED" -> flag("\\Deleted");
		case "UNDELETED" -> flag("\\Deleted").negate();
		default -> {
			if (!ImapSet.looksLike(key)) {
				throw new IllegalArgumentException(key);
			}
			yield in(new ImapSet(key).numbers(mails, false));
		}
		};
	}

	private Predicate<Integer> header(String name, String part) {
		String wanted = part.toLowerCase(Locale.ROOT);
		return number -> mails.get(number - 1).header(name).toLowerCase(Locale.ROOT).contains(wanted);
	}

	private Predicate<Integer> flag(String flag) {
		return number -> mails.get(number - 1).has(flag);
	}

	private static Predicate<Integer> in(List<Integer> numbers) {
		return numbers::contains;
	}
}
