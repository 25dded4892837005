package org.postkontor.inbox.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.account.AccountId;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.PrivateFiles;
import org.postkontor.transport.ReceiveConnection;
import org.postkontor.transport.ReceiveConnection.RemoteMail;

/** One file per received mail below a folder per account, with opaque names. */
final class MailFiles {
	private static final String FINAL = ".eml";
	private static final String TEMPORARY = ".tmp";

	private final Path folder;
	private final PrivateFiles files;

	MailFiles(Path folder, PrivateFiles files) {
		this.folder = folder;
		this.files = files;
	}

	/** A complete, forced file; its name is durable after {@link #force}. */
	record Received(String file, long size, String sha256) {
	}

	Path path(AccountId account, String file) {
		return folder.resolve(account.value()).resolve(file);
	}

	/** Fetches into a temporary file, forces it and gives it its name. Nothing stays behind when it fails. */
	Received fetch(AccountId account, ReceiveConnection connection, RemoteMail mail, @Nullable IProgressMonitor monitor) throws ProblemException {
		String name = UUID.randomUUID().toString();
		Path temporary = path(account, name + TEMPORARY);
		try {
			files.folder(folder.resolve(account.value()));
			try (FileChannel channel = files.create(temporary)) {
				ReceivedFile sink = new ReceivedFile(channel);
				fetch(connection, mail, sink, monitor);
				sink.flush();
				files.force(channel);
				Files.move(temporary, path(account, name + FINAL), StandardCopyOption.ATOMIC_MOVE);
				return new Received(name + FINAL, sink.size(), sink.sha256());
			}
		} catch (IOException e) {
			delete(temporary, e);
			throw InboxProblems.STORAGE.storage(temporary, e);
		} catch (ProblemException | RuntimeException e) {
			delete(temporary, e);
			throw e;
		}
	}

	private static void fetch(ReceiveConnection connection, RemoteMail mail, ReceivedFile sink, @Nullable IProgressMonitor monitor)
			throws ProblemException, IOException {
		try {
			connection.fetch(mail, sink, monitor);
		} catch (ProblemException e) {
			IOException ours = sink.failure();
			if (ours != null) {
				throw ours;
			}
			throw e;
		}
	}

	/** Makes the names of all files of an account durable. */
	void force(AccountId account) throws ProblemException {
		try {
			files.forceFolder(folder.resolve(account.value()));
		} catch (IOException e) {
			throw InboxProblems.STORAGE.storage(folder, e);
		}
	}

	void delete(AccountId account, String file) throws ProblemException {
		try {
			Files.deleteIfExists(path(account, file));
		} catch (IOException e) {
			throw InboxProblems.STORAGE.storage(folder, e);
		}
	}

	/** Removes what an interrupted sync left. Only for the one who holds the account's lock. */
	void removeLeftovers(AccountId account, Set<String> known) throws ProblemException {
		Path own = folder.resolve(account.value());
		if (Files.notExists(own)) {
			return;
		}
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(own)) {
			for (Path entry : entries) {
				String name = String.valueOf(entry.getFileName());
				if (name.endsWith(TEMPORARY) || name.endsWith(FINAL) && !known.contains(name)) {
					Files.deleteIfExists(entry);
				}
			}
		} catch (IOException e) {
			throw InboxProblems.STORAGE.storage(own, e);
		}
	}

	private static void delete(Path file, Exception reason) {
		try {
			Files.deleteIfExists(file);
		} catch (IOException e) {
			reason.addSuppressed(e);
		}
	}
}
