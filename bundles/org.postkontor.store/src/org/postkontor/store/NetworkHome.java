package org.postkontor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

import org.postkontor.problem.ProblemException;

/**
 * Refuses folders on network file systems: locks and the shared memory of SQLite's write-ahead log are not safe there
 * (sqlite.org/wal.html, "all processes must be on the same host"). Stateless.
 */
public final class NetworkHome {
	private static final Pattern REMOTE = Pattern
			.compile("(nfs\\d?|cifs|smb\\d?|smbfs|smb3|afpfs|ncpfs|webdav|davfs2?|9p|afs|ceph|glusterfs|lustre|gpfs|fuse\\.(?!fuseblk|ext|zfs|ntfs).*)");

	private NetworkHome() {
	}

	/** @throws ProblemException {@link StorageProblems#networkHome} */
	public static void refuse(Path folder, StorageProblems problems) throws ProblemException {
		try {
			refuse(folder, Files.getFileStore(folder).type(), problems);
		} catch (IOException e) {
			throw problems.storage(folder, e);
		}
	}

	/**
	 * @param type of the file store, as the operating system names it
	 * @throws ProblemException {@link StorageProblems#networkHome}
	 */
	public static void refuse(Path folder, String type, StorageProblems problems) throws ProblemException {
		Path root = folder.toAbsolutePath().getRoot();
		boolean unc = root != null && root.toString().startsWith("\\\\");
		if (unc || REMOTE.matcher(type.toLowerCase(Locale.ROOT)).matches()) {
			throw problems.networkHome(folder, type);
		}
	}
}
