package org.postkontor.outbox.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import org.postkontor.message.FrozenContent;
import org.postkontor.outbox.OutboxId;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.PrivateFiles;

/**
 * One file per mail with its frozen bytes and an opaque ASCII name. A file appears under its final name complete and
 * forced; its length and digest are compared before each attempt.
 */
final class FileSpool {
	private static final String FINAL = ".eml";
	private static final String TEMPORARY = ".tmp";
	private static final int BUFFER = 1 << 16;
	private static final int SMALL_BUFFER = 1 << 12;
	private static final Pattern ID = Pattern.compile("[0-9a-zA-Z-]{1,64}");

	private final Path spool;
	private final Path corrupt;
	private final PrivateFiles files;

	FileSpool(Path folder, PrivateFiles files) throws IOException {
		spool = folder.resolve("spool");
		corrupt = folder.resolve("corrupt");
		this.files = files;
		files.folder(spool);
		files.folder(corrupt);
	}

	Path folder() {
		return spool;
	}

	Path temporary(OutboxId id) {
		return spool.resolve(id.value() + TEMPORARY);
	}

	/** Copies into the temporary file and forces it. @return length and digest agree with what is expected */
	boolean write(OutboxId id, FrozenContent content, long size, String sha256) throws IOException {
		MessageDigest digest = sha256();
		long written = 0;
		try (InputStream in = content.open(); FileChannel out = files.create(temporary(id))) {
			byte[] buffer = buffer(size);
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				digest.update(buffer, 0, n);
				ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, n);
				while (bytes.hasRemaining()) {
					written += out.write(bytes);
				}
			}
			files.force(out);
		}
		return written == size && HexFormat.of().formatHex(digest.digest()).equals(sha256);
	}

	/** Gives complete, forced temporary files their final names; durable when it returns. */
	void accept(List<OutboxId> ids) throws IOException {
		for (OutboxId id : ids) {
			files.rename(temporary(id), file(id));
		}
		files.forceFolder(spool);
	}

	InputStream open(OutboxId id) throws IOException {
		return Files.newInputStream(file(id));
	}

	/**
	 * Whether the file is what was accepted. Unreadable counts as different.
	 *
	 * @throws ProblemException kind STORAGE if the whole folder is away: no mail is to blame for that
	 */
	boolean isIntact(StoredMail mail) throws ProblemException {
		MessageDigest digest = sha256();
		long read = 0;
		try (InputStream in = open(mail.id())) {
			byte[] buffer = buffer(mail.entry().size());
			for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
				digest.update(buffer, 0, n);
				read += n;
			}
		} catch (IOException unreadable) {
			if (!Files.isDirectory(spool)) {
				throw OutboxProblems.STORAGE.storage(spool, unreadable);
			}
			return false;
		}
		return read == mail.entry().size() && HexFormat.of().formatHex(digest.digest()).equals(mail.sha256());
	}

	/** Puts a damaged file with its bytes aside and says where; a missing one is only named. */
	Path putAside(OutboxId id) throws IOException {
		Path kept = corrupt.resolve(id.value() + FINAL);
		if (Files.exists(file(id)) && Files.notExists(kept)) {
			files.move(file(id), kept);
		}
		return kept;
	}

	void delete(OutboxId id) throws IOException {
		Files.deleteIfExists(temporary(id));
		Files.deleteIfExists(file(id));
	}

	/** Ids of all files, complete or not. */
	List<OutboxId> ids() throws IOException {
		List<OutboxId> ids = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(spool)) {
			for (Path entry : entries) {
				String name = String.valueOf(entry.getFileName());
				if (name.endsWith(FINAL) || name.endsWith(TEMPORARY)) {
					String id = name.substring(0, name.lastIndexOf('.'));
					if (ID.matcher(id).matches()) {
						ids.add(new OutboxId(id));
					}
				}
			}
		}
		return ids;
	}

	private Path file(OutboxId id) {
		return spool.resolve(id.value() + FINAL);
	}

	/** Most mails are small, and each is read several times. Not too small for one that is longer than it should be. */
	private static byte[] buffer(long size) {
		return new byte[(int) Math.clamp(size, SMALL_BUFFER, BUFFER)];
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
