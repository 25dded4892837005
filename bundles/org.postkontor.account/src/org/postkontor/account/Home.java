package org.postkontor.account;

import java.nio.file.Path;

/**
 * Where this user's data lives: a folder on a local disk, outside any workspace. Registered once as an OSGi service by
 * the application; the folder exists with mode 0700 (owner-only ACL on Windows) by then.
 *
 * @param folder   absolute
 * @param separate true if this is not the user's default home ({@code --home}, tests, demo): the system keyring is then
 *                 never touched
 */
public record Home(Path folder, boolean separate) {
	/** Sub-folder for one concern, for example {@code accounts}; the owner creates it. */
	public Path resolve(String name) {
		return folder.resolve(name);
	}
}
