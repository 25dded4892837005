package org.postkontor.account;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.jdt.annotation.Nullable;
import org.postkontor.problem.Fixer;
import org.postkontor.problem.Problem;
import org.postkontor.problem.ProblemException;
import org.postkontor.problem.ProblemKind;
import org.postkontor.problem.Remedy;
import org.postkontor.store.OwnerOnly;

/**
 * Finds and opens the folder that becomes {@link Home}: the user's default one by the conventions of the operating system
 * (XDG base directories, Windows known folders, macOS Application Support), or a given one. Immutable; blocks on the
 * file system.
 */
public final class HomeFolder {
	private final Map<String, String> environment;
	private final String system;
	private final Path userHome;

	/**
	 * @param environment of the process
	 * @param system      value of {@code os.name}
	 * @param userHome    value of {@code user.home}
	 */
	public HomeFolder(Map<String, String> environment, String system, Path userHome) {
		this.environment = Map.copyOf(environment);
		this.system = system.toLowerCase(Locale.ROOT);
		this.userHome = userHome.toAbsolutePath().normalize();
	}

	/** For this computer and user. */
	public static HomeFolder ofThisUser() {
		return new HomeFolder(System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
	}

	/**
	 * {@code $XDG_DATA_HOME/postkontor} or {@code ~/.local/share/postkontor}, {@code %LOCALAPPDATA%\Postkontor}, or
	 * {@code ~/Library/Application Support/Postkontor}.
	 */
	public Path defaultFolder() {
		if (system.contains("win")) {
			return absolute("LOCALAPPDATA").orElse(userHome.resolve("AppData").resolve("Local")).resolve("Postkontor");
		}
		if (system.contains("mac")) {
			return userHome.resolve("Library").resolve("Application Support").resolve("Postkontor");
		}
		return absolute("XDG_DATA_HOME").orElse(userHome.resolve(".local").resolve("share")).resolve("postkontor");
	}

	/** Opens {@link #defaultFolder()}. Throws as {@link #open}. */
	public Home openDefault() throws ProblemException {
		return new Home(prepare(defaultFolder()), false);
	}

	/**
	 * Opens a given folder ({@code --home}); makes it if it is missing, and takes the rights of others away (mode 0700,
	 * owner-only ACL on Windows).
	 *
	 * @throws ProblemException kind STORAGE, value {@code folder}: {@code home.unwritable}, or {@code home.unsuitable} for a
	 *                          folder that is used for other things (root, the user's home, the temporary folder)
	 */
	public Home open(Path folder) throws ProblemException {
		Path absolute = folder.toAbsolutePath().normalize();
		return new Home(prepare(absolute), !absolute.equals(defaultFolder()));
	}

	private Path prepare(Path folder) throws ProblemException {
		Path temporary = Path.of(System.getProperty("java.io.tmpdir", "")).toAbsolutePath().normalize();
		if (folder.getParent() == null || folder.equals(userHome) || folder.equals(temporary)) {
			throw problem("home.unsuitable", folder, null);
		}
		try {
			OwnerOnly.makeFolder(folder);
			Files.delete(Files.createTempFile(folder, "probe", ".tmp"));
			return folder;
		} catch (IOException e) {
			throw problem("home.unwritable", folder, e);
		}
	}

	/** XDG: relative paths are to be ignored. */
	private Optional<Path> absolute(String variable) {
		String value = environment.getOrDefault(variable, "");
		return value.isEmpty() ? Optional.empty() : Optional.of(Path.of(value)).filter(Path::isAbsolute);
	}

	private static ProblemException problem(String id, Path folder, @Nullable Exception cause) {
		return new ProblemException(Problem.of(id, ProblemKind.STORAGE, Fixer.USER, Remedy.NONE).with("folder", folder), cause);
	}
}
