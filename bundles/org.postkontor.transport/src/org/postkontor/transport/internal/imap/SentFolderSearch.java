package org.postkontor.transport.internal.imap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.ListInfo;

/** Finds the folder of sent mails: by its special use (RFC 6154), else by the names that servers and programs give it. */
final class SentFolderSearch {
	private static final List<String> NAMES = List.of("sent", "sent items", "sent messages", "sent mail", "gesendet",
			"gesendete elemente", "gesendete objekte", "gesendete nachrichten");

	private final ImapMailbox mailbox;

	SentFolderSearch(ImapMailbox mailbox) {
		this.mailbox = mailbox;
	}

	Optional<String> find() throws ProtocolException {
		List<ListInfo> folders = List.of();
		if (mailbox.protocol().hasCapability("SPECIAL-USE")) {
			folders = specialUse();
		}
		Optional<String> marked = marked(folders);
		if (marked.isPresent()) {
			return marked;
		}
		List<ListInfo> all = Arrays.asList(orEmpty(mailbox.protocol().list("", "*")));
		return marked(all).or(() -> named(all));
	}

	private static ListInfo[] orEmpty(ListInfo @org.eclipse.jdt.annotation.Nullable [] list) {
		return list == null ? new ListInfo[0] : list;
	}

	/** A server may advertise the attribute without the selection option (RFC 6154, 3): then the plain list tells it. */
	private List<ListInfo> specialUse() throws ProtocolException {
		List<ListInfo> found = new ArrayList<>();
		try {
			Argument arguments = new Argument().writeAtom("(SPECIAL-USE)").writeAtom("\"\"").writeAtom("\"*\"");
			for (Response response : mailbox.run("LIST", arguments)) {
				if (response instanceof IMAPResponse untagged && untagged.keyEquals("LIST")) {
					found.add(new ListInfo(untagged));
				}
			}
		} catch (BadCommandException | CommandFailedException e) {
			return List.of();
		}
		return found;
	}

	private static Optional<String> marked(List<ListInfo> folders) {
		return folders.stream().filter(f -> f.canOpen && Arrays.stream(f.attrs).anyMatch("\\Sent"::equalsIgnoreCase)).map(f -> f.name).findFirst();
	}

	private static Optional<String> named(List<ListInfo> folders) {
		return NAMES.stream().flatMap(name -> folders.stream().filter(f -> f.canOpen && name.equals(last(f)))).map(f -> f.name).findFirst();
	}

	private static String last(ListInfo folder) {
		return folder.name.substring(folder.name.lastIndexOf(folder.separator) + 1).toLowerCase(Locale.ROOT);
	}
}
