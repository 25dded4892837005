package org.postkontor.inbox.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

import org.postkontor.problem.ProblemException;

/**
 * Refuses folders on network file systems: locks and the shared memory of SQLite's write-ahead log are not safe there
 * (sqlite.org/wal.html, "all processes must be on the same host").
 */
public final class NetworkHome {
	private static final Pattern REMOTE = Pattern
			.compile("(nfs\\d?|cifs|smb\\d?|smbfs|smb3|afpfs|ncpfs|webdav|davfs2?|9p|afs|ceph|glusterfs|lustre|gpfs|fuse\\.(?!fuseblk|ext|zfs|ntfs).*)");

	private NetworkHome() {
	}

	public static void refuse(Path folder) throws ProblemException {
		try {
			refuse(folder, Files.getFileStore(folder).type());
		} catch (IOException e) {
			throw InboxProblems.storage(folder, e);
		}
	}

	/** @param type of the file store, as the operating system names it */
	public static void refuse(Path folder, String type) throws ProblemException {
		Path root = folder.toAbsolutePath().getRoot();
		boolean unc = root != null && root.toString().startsWith("\\\\");
		if (unc || REMOTE.matcher(type.toLowerCase(Locale.ROOT)).matches()) {
			throw InboxProblems.networkHome(folder, type);
		}
	}
}
