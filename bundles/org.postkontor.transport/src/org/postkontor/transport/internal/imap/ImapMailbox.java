package org.postkontor.transport.internal.imap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.postkontor.transport.ReceiveConnection.RemoteMail;
import org.postkontor.transport.internal.GuardedEndpoint;

/** The commands we need, in terms of UIDs. Mailboxes are only ever opened by EXAMINE, so nothing can be changed by reading. */
final class ImapMailbox {
	private static final int SLICE = 2000;

	private final GuardedImapProtocol protocol;
	private final GuardedEndpoint guarded;
	private String open = "";

	ImapMailbox(GuardedImapProtocol protocol, GuardedEndpoint guarded) {
		this.protocol = protocol;
		this.guarded = guarded;
	}

	GuardedImapProtocol protocol() {
		return protocol;
	}

	GuardedEndpoint guarded() {
		return guarded;
	}

	/** Opens a mailbox, also if it is open: that is how new mails become visible. */
	MailboxInfo examine(String name) throws ProtocolException {
		open = "";
		MailboxInfo info = protocol.examine(name);
		open = name;
		protocol.newsKnown();
		return info;
	}

	/** Opens a mailbox unless it is open; true if it was not. */
	boolean ensure(String name) throws ProtocolException {
		boolean other = !open.equals(name);
		if (other) {
			examine(name);
		}
		return other;
	}

	/** UIDs from {@code first} on, ascending. The server always includes the last mail (RFC 3501, 6.4.8: {@code n:*}). */
	List<Long> uidsFrom(long first) throws ProtocolException {
		return search(new Argument().writeAtom("UID").writeAtom(first + ":*")).stream().filter(uid -> uid >= first).sorted().distinct().toList();
	}

	/** UIDs that the server finds for the arguments of SEARCH. */
	List<Long> search(Argument criteria) throws ProtocolException {
		List<Long> uids = new ArrayList<>();
		for (Response response : run("UID SEARCH", criteria)) {
			if (response instanceof IMAPResponse untagged && untagged.keyEquals("SEARCH")) {
				for (long uid = untagged.readLong(); uid != -1; uid = untagged.readLong()) {
					uids.add(uid);
				}
			}
		}
		return uids;
	}

	/** Sizes of mails; asked for in slices, so that neither an answer nor a wait becomes too long. */
	List<RemoteMail> sizes(List<Long> ascending) throws ProtocolException {
		List<RemoteMail> mails = new ArrayList<>();
		for (int at = 0; at < ascending.size(); at += SLICE) {
			mails.addAll(sizes(ascending.get(at), ascending.get(Math.min(at + SLICE, ascending.size()) - 1)));
		}
		return mails;
	}

	private List<RemoteMail> sizes(long first, long last) throws ProtocolException {
		List<RemoteMail> mails = new ArrayList<>();
		for (FetchResponse response : fetch(first + ":" + last, "(UID RFC822.SIZE)")) {
			UID uid = response.getItem(UID.class);
			RFC822SIZE size = response.getItem(RFC822SIZE.class);
			if (uid != null && size != null) {
				mails.add(new RemoteMail(Long.toString(uid.uid), size.size));
			}
		}
		return mails;
	}

	/** A part of a mail, without marking it as read; empty if the mail is not there. */
	Optional<byte[]> body(String uid, String section) throws ProtocolException {
		for (FetchResponse response : fetch(uid, "(BODY.PEEK" + section + ")")) {
			BODY body = response.getItem(BODY.class);
			ByteArray bytes = body == null ? null : body.getByteArray();
			if (bytes != null) {
				return Optional.of(bytes.getNewBytes());
			}
		}
		return Optional.empty();
	}

	private List<FetchResponse> fetch(String uids, String items) throws ProtocolException {
		List<FetchResponse> found = new ArrayList<>();
		for (Response response : run("UID FETCH", new Argument().writeAtom(uids).writeAtom(items))) {
			if (response instanceof FetchResponse fetched) {
				found.add(fetched);
			}
		}
		return found;
	}

	Response[] run(String command, Argument arguments) throws ProtocolException {
		Response[] responses = protocol.command(command, arguments);
		protocol.handleResult(responses[responses.length - 1]);
		return responses;
	}
}
