package org.postkontor.testkit.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The commands of a signed-in IMAP connection. */
final class ImapMailboxCommands {

	private static final String FLAGS = "(\\Answered \\Flagged \\Deleted \\Seen \\Draft)";

	private final ImapPeer peer;
	private final Conversation client;
	private Optional<ImapMailbox> selected = Optional.empty();
	private List<ImapMail> view = List.of();
	private boolean readOnly;

	ImapMailboxCommands(ImapPeer peer, Conversation client) {
		this.peer = peer;
		this.client = client;
	}

	void answer(ImapCommand command) throws IOException {
		try {
			switch (command.name()) {
			case "LIST", "LSUB" -> list(command);
			case "STATUS" -> status(command);
			case "SELECT", "EXAMINE" -> select(command);
			case "CREATE" -> {
				peer.mailbox(command.word(0), "");
				done(command, "");
			}
			case "APPEND" -> append(command);
			default -> inSelected(command);
			}
		} catch (IllegalArgumentException e) {
			client.send(command.tag() + " BAD not understood: " + e.getMessage());
		}
	}

	private void inSelected(ImapCommand command) throws IOException {
		if (selected.isEmpty()) {
			client.send(command.tag() + " BAD no mailbox selected");
			return;
		}
		refresh();
		switch (command.name()) {
		case "CHECK" -> done(command, "");
		case "IDLE" -> idle(command);
		case "SEARCH" -> search(command);
		case "FETCH" -> fetch(command);
		case "STORE" -> store(command);
		case "EXPUNGE" -> expunge(command, true);
		case "CLOSE" -> {
			expunge(command, false);
			selected = Optional.empty();
		}
		default -> client.send(command.tag() + " BAD unknown command");
		}
	}

	/** New mails become visible, those removed elsewhere are reported. */
	private void refresh() throws IOException {
		List<ImapMail> now = selected.orElseThrow().mails();
		for (int i = view.size(); i > 0; i--) {
			if (!now.contains(view.get(i - 1))) {
				client.send("* " + i + " EXPUNGE");
			}
		}
		boolean more = now.stream().anyMatch(mail -> !view.contains(mail));
		view = now;
		if (more) {
			client.send("* " + now.size() + " EXISTS");
		}
	}

	/** Tells of changes until the client says DONE (RFC 2177). */
	private void idle(ImapCommand command) throws IOException {
		if (!peer.capabilities(client.secure()).contains("IDLE")) {
			client.send(command.tag() + " BAD IDLE not offered");
			return;
		}
		client.send("+ idling");
		while (!client.hasInput()) {
			refresh();
		}
		client.expect("DONE");
		done(command, "");
	}

	private void list(ImapCommand command) throws IOException {
		String pattern = command.words().get(command.words().size() - 1);
		if (pattern.isEmpty()) {
			client.send("* LIST (\\Noselect) \"/\" \"\"");
		}
		for (ImapMailbox mailbox : peer.mailboxes()) {
			if (pattern.equals("*") || pattern.equals("%") || pattern.equalsIgnoreCase(mailbox.name())) {
				client.send("* " + command.name() + " (\\HasNoChildren" + (mailbox.use().isEmpty() ? "" : " ")
						+ mailbox.use() + ") \"/\" \"" + mailbox.name() + "\"");
			}
		}
		done(command, "");
	}

	private void status(ImapCommand command) throws IOException {
		ImapMailbox mailbox = peer.find(command.word(0)).orElseThrow(IllegalArgumentException::new);
		String items = command.flat(1).stream().map(item -> item.toUpperCase(Locale.ROOT)).map(item -> switch (item) {
		case "MESSAGES" -> item + " " + mailbox.mails().size();
		case "UIDNEXT" -> item + " " + mailbox.uidNext();
		case "UIDVALIDITY" -> item + " " + mailbox.uidValidity();
		case "UNSEEN" -> item + " " + mailbox.mails().stream().filter(mail -> !mail.has("\\Seen")).count();
		default -> item + " 0";
		}).collect(Collectors.joining(" "));
		client.send("* STATUS \"" + mailbox.name() + "\" (" + items + ")");
		done(command, "");
	}

	private void select(ImapCommand command) throws IOException {
		selected = peer.find(command.word(0));
		if (selected.isEmpty()) {
			client.send(command.tag() + " NO [NONEXISTENT] no such mailbox");
			return;
		}
		readOnly = "EXAMINE".equals(command.name());
		view = selected.get().mails();
		client.send("* " + view.size() + " EXISTS");
		client.send("* 0 RECENT");
		client.send("* FLAGS " + FLAGS);
		client.send("* OK [PERMANENTFLAGS " + FLAGS + "] limited");
		client.send("* OK [UIDVALIDITY " + selected.get().uidValidity() + "] UIDs valid");
		client.send("* OK [UIDNEXT " + selected.get().uidNext() + "] predicted next UID");
		done(command, readOnly ? "[READ-ONLY] " : "[READ-WRITE] ");
	}

	private void append(ImapCommand command) throws IOException {
		Optional<ImapMailbox> target = peer.find(command.word(0));
		if (target.isEmpty()) {
			client.send(command.tag() + " NO [TRYCREATE] no such mailbox");
			return;
		}
		Set<String> flags = command.words().stream().filter(word -> word.matches("\\\\[A-Za-z]+"))
				.collect(Collectors.toCollection(TreeSet::new));
		byte[] bytes = command.words().get(command.words().size() - 1).getBytes(StandardCharsets.ISO_8859_1);
		long uid = target.get().add(bytes, flags, Instant.now());
		if (!peer.faults().meets("APPENDED", client)) {
			done(command, "[APPENDUID " + target.get().uidValidity() + " " + uid + "] ");
		}
	}

	private void search(ImapCommand command) throws IOException {
		String found = new ImapSearch(view).run(command.flat(0)).stream()
				.map(number -> " " + (command.byUid() ? view.get(number - 1).uid() : number))
				.collect(Collectors.joining());
		client.send("* SEARCH" + found);
		done(command, "");
	}

	private void fetch(ImapCommand command) throws IOException {
		for (int number : new ImapSet(command.word(0)).numbers(view, command.byUid())) {
			client.sendRaw(new ImapFetch(view.get(number - 1), readOnly).answer(number, command.flat(1),
					command.byUid()));
		}
		done(command, "");
	}

	private void store(ImapCommand command) throws IOException {
		for (int number : new ImapSet(command.word(0)).numbers(view, command.byUid())) {
			ImapMail mail = view.get(number - 1);
			mail.store(command.word(1), command.flat(2));
			client.sendRaw(new ImapFetch(mail, true).answer(number, List.of("FLAGS"), command.byUid()));
		}
		done(command, "");
	}

	private void expunge(ImapCommand command, boolean report) throws IOException {
		List<Integer> gone = readOnly ? List.of() : selected.orElseThrow().expunge();
		for (int number : report ? gone : List.<Integer>of()) {
			client.send("* " + number + " EXPUNGE");
		}
		view = selected.orElseThrow().mails();
		done(command, "");
	}

	private void done(ImapCommand command, String code) throws IOException {
		client.send(command.tag() + " OK " + code + command.name() + " completed");
	}
}
