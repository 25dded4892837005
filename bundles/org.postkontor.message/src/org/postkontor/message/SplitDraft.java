package org.postkontor.message;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.postkontor.message.internal.DraftSize;
import org.postkontor.message.internal.PartTexts;
import org.postkontor.problem.ProblemException;

/**
 * A draft that may be too large for one mail, as an electronic file with many documents is: its attachments are spread over
 * as few numbered mails as the limit allows, in their order. Each mail has the recipients and the text of the draft, "part 1
 * of 3" behind its subject, and at its end which documents it brings. Immutable; no file is read, only looked at.
 *
 * @param limit    most bytes of one mail as it is frozen: the attachments take a third more there than on disk
 * @param language of what is added; German or English
 */
public record SplitDraft(Draft draft, long limit, Locale language) {
	/** A shorter number can move a line break. */
	private static final int MARGIN = 8;

	/**
	 * The mails to send, in order; the draft itself if it fits into one. They belong together: give them to the outbox in one
	 * call, so that all are accepted or none.
	 *
	 * @throws ProblemException kind MESSAGE: {@code message.attachment-too-large} names the file that is too large for a mail of
	 *                          its own, {@code message.text-too-large} if the text alone is, {@code message.attachment} if a
	 *                          file cannot be looked at; kind INPUT as freezing does
	 */
	public List<Draft> parts() throws ProblemException {
		if (DraftSize.of(draft) <= limit) {
			return List.of(draft);
		}
		if (draft.attachments().isEmpty()) {
			throw PartTexts.textTooLarge(DraftSize.of(draft), limit);
		}
		List<List<Path>> groups = groups();
		List<Draft> parts = new ArrayList<>();
		for (List<Path> group : groups) {
			parts.add(part(group, parts.size() + 1, groups.size()));
		}
		return parts;
	}

	private List<List<Path>> groups() throws ProblemException {
		List<List<Path>> groups = new ArrayList<>();
		List<Path> group = new ArrayList<>();
		for (Path file : draft.attachments()) {
			group.add(file);
			if (!fits(group)) {
				group.removeLast();
				if (!group.isEmpty()) {
					groups.add(group);
				}
				group = new ArrayList<>(List.of(file));
				requireFits(group);
			}
		}
		groups.add(group);
		return groups;
	}

	private void requireFits(List<Path> single) throws ProblemException {
		if (!fits(single)) {
			if (!fits(List.of())) {
				throw PartTexts.textTooLarge(DraftSize.of(longest(List.of())), limit);
			}
			throw PartTexts.attachmentTooLarge(single.get(0), DraftSize.of(longest(single)), limit);
		}
	}

	private boolean fits(List<Path> files) throws ProblemException {
		return DraftSize.of(longest(files)) + MARGIN <= limit;
	}

	/** With the longest numbers there can be. */
	private Draft longest(List<Path> files) {
		int most = draft.attachments().size();
		return part(files, most, most);
	}

	private Draft part(List<Path> files, int number, int count) {
		PartTexts texts = new PartTexts(language);
		return new Draft(draft.from(), draft.to(), draft.cc(), draft.bcc(), texts.subject(draft.subject(), number, count),
				texts.text(draft.text(), files, number, count), files);
	}
}
