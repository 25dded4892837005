package org.postkontor.store.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postkontor.problem.ProblemException;
import org.postkontor.store.NetworkHome;
import org.postkontor.store.StorageProblems;

class NetworkHomeTest {
	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "nfs", "nfs4", "cifs", "smb3", "SMBFS", "fuse.sshfs", "fuse.gvfsd-fuse", "afpfs", "9p" })
	void refusesANetworkHome(String type) {
		ProblemException refused = assertThrows(ProblemException.class, () -> NetworkHome.refuse(folder, type, new StorageProblems("outbox")));
		assertEquals("outbox.network-home", refused.problem().id());
		assertEquals(type, refused.problem().values().get("type"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ext4", "xfs", "btrfs", "zfs", "NTFS", "apfs", "hfs", "tmpfs", "overlay", "fuseblk", "ecryptfs" })
	void acceptsALocalHome(String type) throws Exception {
		NetworkHome.refuse(folder, type, new StorageProblems("outbox"));
		assertFalse(type.isEmpty());
	}
}
