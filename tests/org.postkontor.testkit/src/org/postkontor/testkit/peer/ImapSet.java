package org.postkontor.testkit.peer;

import java.util.ArrayList;
import java.util.List;

/** A sequence set of RFC 3501, such as {@code 1:3,7,9:*}. */
record ImapSet(String text) {

	static boolean looksLike(String word) {
		return word.matches("[0-9*:,]+");
	}

	/** The numbers of the mails it names, counted from 1; {@code byUid} tells what its numbers mean. */
	List<Integer> numbers(List<ImapMail> mails, boolean byUid) {
		List<Integer> found = new ArrayList<>();
		for (int i = 0; i < mails.size(); i++) {
			if (contains(byUid ? mails.get(i).uid() : i + 1, last(mails, byUid))) {
				found.add(i + 1);
			}
		}
		return found;
	}

	private static long last(List<ImapMail> mails, boolean byUid) {
		return mails.isEmpty() ? 0 : byUid ? mails.get(mails.size() - 1).uid() : mails.size();
	}

	private boolean contains(long number, long last) {
		for (String range : text.split(",")) {
			String[] ends = range.split(":");
			long a = end(ends[0], last);
			long b = end(ends[ends.length - 1], last);
			if (number >= Math.min(a, b) && number <= Math.max(a, b)) {
				return true;
			}
		}
		return false;
	}

	private static long end(String text, long last) {
		return "*".equals(text) ? last : Long.parseLong(text);
	}
}
