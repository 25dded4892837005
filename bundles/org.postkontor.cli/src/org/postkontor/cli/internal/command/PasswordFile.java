package org.postkontor.cli.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import org.postkontor.auth.Secret;
import org.postkontor.cli.ExitCode;
import org.postkontor.problem.ProblemException;

/** A file with nothing but a password, readable by its owner only: mode 0600, on Windows no access for other accounts. */
final class PasswordFile {
	private static final int LARGEST = 4096;
	private static final Set<PosixFilePermission> OWNER = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

	private final Path file;

	PasswordFile(Path file) {
		this.file = file;
	}

	/** The first line. @throws ProblemException missing, too open, empty or too large; the content is never shown */
	Secret read() throws ProblemException {
		try {
			if (!ownerOnly()) {
				throw failure("password-file.open");
			}
			try (InputStream in = Files.newInputStream(file)) {
				return secret(in.readNBytes(LARGEST + 1));
			}
		} catch (IOException e) {
			throw failure("password-file.unreadable");
		}
	}

	private Secret secret(byte[] bytes) throws ProblemException {
		CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
		int end = 0;
		while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
			end++;
		}
		if (end == 0 || bytes.length > LARGEST) {
			throw failure("password-file.content");
		}
		Secret secret = Secret.of(text.subSequence(0, end));
		Arrays.fill(bytes, (byte) 0);
		return secret;
	}

	private boolean ownerOnly() throws IOException {
		PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
		if (posix != null) {
			return OWNER.containsAll(posix.readAttributes().permissions());
		}
		AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
		if (acl == null) {
			return false;
		}
		UserPrincipal owner = acl.getOwner();
		return acl.getAcl().stream().filter(e -> e.type() == AclEntryType.ALLOW).map(AclEntry::principal)
				.allMatch(p -> p.equals(owner) || p.getName().startsWith("NT AUTHORITY\\") || p.getName().startsWith("NT-AUTORITÄT\\")
						|| p.getName().startsWith("BUILTIN\\Admin") || p.getName().startsWith("VORDEFINIERT\\Admin"));
	}

	private ProblemException failure(String id) {
		return CommandFailure.of(ExitCode.USAGE, id, "file", file);
	}
}
