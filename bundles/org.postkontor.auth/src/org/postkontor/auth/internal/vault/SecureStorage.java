package org.postkontor.auth.internal.vault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.ProblemException;

/** Which secure storage keeps the data key. Only used on the {@link KeyringThread}. */
public interface SecureStorage {
	/** The root, or null if there is none. */
	@Nullable ISecurePreferences open() throws IOException, ProblemException;

	/** The file behind it, to back it up; it need not exist yet. */
	Optional<Path> file();

	/** Called after each write. */
	void written() throws IOException;
}
